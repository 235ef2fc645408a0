// The action plan as a panel reads it: what was submitted, in full, whatever became of the plan since; on a
// renewal with the plan before and the statuses that were last reported of it.
import { ACTION_FIELDS } from '#app/domain/plan/action-fields.ts';
import { byKeyPriority } from '#app/domain/plan/plan-order.ts';
import type { Actor } from '#app/domain/policy/actor.ts';
import { ok, type Result } from '#app/domain/problem.ts';
import { actionFieldText, actionWords } from '#words/plan/action-words.ts';
import { datesText } from '#words/plan/gantt-words.ts';
import { ganttOf } from '#reports/gantt-model.ts';
import { priorityText } from '#words/plan/status-words.ts';
import { criterionName } from '#words/kit/wording.ts';
import type { Services } from '#app/services.server.ts';
import {
  type EnteredReview,
  enterReview,
  type ReviewAccessProblem,
} from '#app/doors/enter-review.ts';
import { type PreviousPlan, previousPlan } from '#app/queries/plan/plan-before.ts';

export type ReviewPlanPage = {
  readonly id: string;
  readonly department: string;
  readonly number: number;
  readonly submittedAt: string;
  readonly plan: SubmittedPlan;
  /** The criteria that judge the plan, where the charter names them. */
  readonly judgedBy: readonly { readonly id: string; readonly name: string }[];
  readonly previous: PreviousPlan | null;
};

/** The plan for a member of the panel. */
export async function reviewPlan(
  services: Services,
  actor: Actor,
  id: string,
): Promise<Result<ReviewPlanPage, ReviewAccessProblem>> {
  const entered = await enterReview(services, actor, { id, act: 'read' });
  if (!entered.ok) return entered;
  const { charter, review, submission, department, renews, submitted } = entered.value;
  return ok({
    id: review.id,
    department,
    number: submission.number,
    submittedAt: submission.submittedAt,
    plan: submittedPlan(entered.value),
    judgedBy: charter.judgesPlan.map((one) => ({ id: one, name: criterionName(charter, one) })),
    previous: await previousPlan(services, { renews, ...submitted }),
  });
}

/** Every action of the plan that was submitted, with everything that is written of it. */
export function submittedPlan({
  charter,
  submitted,
}: Pick<EnteredReview, 'charter' | 'submitted'>) {
  const numbered = submitted.actions.map((action, index) => ({ ...action, number: index + 1 }));
  return {
    groups: byKeyPriority(numbered).map(({ keyPriority, actions }) => ({
      keyPriority,
      actions: actions.map((action) => ({
        number: action.number,
        objective: action.objective,
        criteria: action.criteria.join(', '),
        owner: action.owner,
        dates: datesText(action),
        priority: priorityText[action.priority],
        status: action.status,
        facts: ACTION_FIELDS.filter(({ name }) => name !== 'objective').map((field) => ({
          field: field.name,
          label: actionWords[field.name].name,
          text:
            field.kind === 'criteria'
              ? action.criteria.map((id) => criterionName(charter, id)).join('\n')
              : actionFieldText(action, field),
        })),
      })),
    })),
    gantt: ganttOf(submitted.actions),
  };
}

export type SubmittedPlan = ReturnType<typeof submittedPlan>;

type Judged = {
  /** The whole plan, where this criterion judges it; null = it does not. */
  readonly whole: SubmittedPlan | null;
  /** The plan of the award that is renewed, where this criterion judges that; null = not, or none. */
  readonly previous: PreviousPlan | null;
};

/** What is judged on one criterion of the plan and of the plan before, as the charter names them. */
export async function judgedOn(
  services: Pick<Services, 'engine'>,
  entered: EnteredReview,
  criterion: string,
): Promise<Judged> {
  const { charter, renews, submitted } = entered;
  const before = charter.previousPlan?.criterion === criterion;
  return {
    whole: charter.judgesPlan.includes(criterion) ? submittedPlan(entered) : null,
    previous: before ? await previousPlan(services, { renews, ...submitted }) : null,
  };
}
