// One action as its pages show it: its fields in words, its progress log, and what its form offers.
import { STATUSES } from '#app/domain/plan/action-fields.ts';
import { ACTION_FIELDS } from '#app/domain/plan/action-fields.ts';
import type { ActionDraft } from '#app/domain/plan/check-action.ts';
import { charterName } from '#app/domain/charter/charter.ts';
import type { Actor } from '#app/domain/policy/actor.ts';
import { mayWithAssessment } from '#app/domain/policy/assessment.ts';
import type { AssessmentView } from '#app/doors/assessment-view.ts';
import type { Services } from '#app/services.server.ts';
import { listProgress } from '#db/repositories/plan/action-rows.ts';
import { hasAward } from '#db/repositories/award/award-rows.ts';
import { actionFieldText, actionWords } from '#words/plan/action-words.ts';
import { statusText } from '#words/plan/status-words.ts';
import { criterionName } from '#words/kit/wording.ts';

type Asked = {
  readonly view: AssessmentView;
  readonly actor: Actor;
  readonly action: string;
};

/** The action with its log, newest first; null where the plan has none of that id. */
export async function actionPage({ engine }: Services, { view, actor, action: actionId }: Asked) {
  const index = view.actions.findIndex(({ id }) => id === actionId);
  const action = view.actions[index];
  if (action === undefined) return null;
  const progress = await listProgress(engine.db, action.id);
  return {
    id: view.id,
    action: action.id,
    number: index + 1,
    objective: action.objective,
    status: action.status,
    mayPlanActions: view.mayPlanActions,
    mayNote:
      view.mayPlanActions ||
      (mayWithAssessment(actor, 'note-progress', view.place) &&
        (await hasAward(engine.db, view.id))),
    facts: ACTION_FIELDS.filter(({ name }) => name !== 'objective' && name !== 'status').map(
      (field) => ({
        field: field.name,
        label: actionWords[field.name].name,
        text:
          field.kind === 'criteria'
            ? action.criteria.map((id) => criterionName(view.charter, id)).join('\n')
            : actionFieldText(action, field),
      }),
    ),
    statuses: STATUS_CHOICES,
    progress: progress.map(({ progress: note, by }) => ({
      id: note.id,
      note: note.note,
      status: STATUSES.find((known) => known === note.status) ?? 'not-started',
      at: note.createdAt,
      by,
    })),
  };
}

export type ActionPage = NonNullable<Awaited<ReturnType<typeof actionPage>>>;

const STATUS_CHOICES = STATUSES.map((value) => ({ value, label: statusText[value] }));

/** What the form of an action offers to choose from. */
export function actionFormChoices({ charter, actions }: AssessmentView) {
  return {
    charter: charterName(charter),
    sections: charter.sections.map(({ id, title, criteria }) => ({
      id,
      title,
      criteria: criteria.map((criterion) => ({ id: criterion.id, title: criterion.title })),
    })),
    keyPriorities: [...new Set(actions.map(({ keyPriority }) => keyPriority))].filter(Boolean),
  };
}

export type ActionFormChoices = ReturnType<typeof actionFormChoices>;

/** The fields in which two versions of an action differ, each in words. */
export function differencesInWords(saved: ActionDraft, yours: ActionDraft) {
  return ACTION_FIELDS.map((field) => ({
    field: field.name,
    label: actionWords[field.name].name,
    saved: actionFieldText(saved, field),
    yours: actionFieldText(yours, field).trim(),
  })).filter((one) => one.saved !== one.yours);
}

export type FieldDifference = ReturnType<typeof differencesInWords>[number];
