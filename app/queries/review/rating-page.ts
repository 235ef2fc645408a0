// One criterion as a reviewer rates it: the question, what was submitted, and their own rating.
import { POSITION } from '#words/assessment/assessment-pages.ts';
import { allCriteria, findCriterion } from '#app/domain/charter/charter.ts';
import type { Actor } from '#app/domain/policy/actor.ts';
import { mayInReview } from '#app/domain/policy/review.ts';
import { ok, refused, type Result } from '#app/domain/problem.ts';
import { type Lacks, lacks } from '#app/domain/review/rating-given.ts';
import type { Ticked } from '#app/domain/charter/ticked.ts';
import type { Answer } from '#app/domain/scoring/answer.ts';
import { scoreAssessment } from '#app/domain/scoring/score.ts';
import { indicatorFacts } from '#reports/indicator-blocks.ts';
import { capText, kindLabel } from '#words/kit/rule-text.ts';
import { ratingText } from '#words/kit/wording.ts';
import { statementsShown, type StatementsShown } from '#words/kit/statement-words.ts';
import { agreedStatements } from '#words/review/agreed-statements.ts';
import { ruledOutText } from '#words/kit/ruled-out-text.ts';
import type { Services } from '#app/services.server.ts';
import {
  type EnteredReview,
  enterReview,
  type ReviewAccessProblem,
} from '#app/doors/enter-review.ts';
import { listRatingsBy } from '#db/repositories/review/rating-rows.ts';
import { erasedAmong } from '#app/queries/evidence/erased-among.ts';
import { earlierAnswer } from '#app/queries/submission/earlier-submission.ts';
import { criterionText, neighbour } from '#app/queries/assessment/criterion-page.ts';
import { sizeText } from '#words/kit/size-text.ts';
import { type PlanSuggestion, planSuggestion } from '#app/queries/plan/plan-before.ts';
import { judgedOn } from './review-plan.ts';

type Asked = { readonly id: string; readonly criterion: string };

/** The page; not-found for a criterion that the charter does not have. */
export async function ratingPage(
  services: Services,
  actor: Actor,
  { id, criterion: criterionId }: Asked,
): Promise<Result<RatingPage, ReviewAccessProblem>> {
  const entered = await enterReview(services, actor, { id, act: 'read' });
  if (!entered.ok) return entered;
  const erased = await erasedIn(services, entered.value, criterionId);
  const shown = submittedCriterion(entered.value, criterionId, erased);
  if (shown === null) return refused({ code: 'not-found' });
  const { me, phase } = entered.value;
  const rows = await listRatingsBy(services.engine.db, { reviewId: id, userId: actor.id });
  const mine = rows.find(({ criterion }) => criterion === criterionId);
  return ok({
    ...shown,
    earlier: await earlierAnswer(services, entered.value, criterionId),
    plan: await planFor(services, entered.value, criterionId),
    judged: await judgedOn(services, entered.value, criterionId),
    mine: mine === undefined ? NOT_RATED : mineIn(entered.value, mine),
    mayRate: mayInReview(me.standing, phase, 'rate') && shown.claim.ruledOut === null,
  });
}

/** What the plan of the award that is renewed says of this criterion; null = nothing. */
async function planFor(services: Services, entered: EnteredReview, criterionId: string) {
  const { charter, renews, submitted } = entered;
  const claimed = submitted.answerSet.answers.get(criterionId)?.claimed ?? null;
  const { actions } = submitted;
  return planSuggestion(services, { charter, renews, actions, claimed }, criterionId);
}

const NOT_RATED = {
  choice: '',
  statements: null,
  shown: null,
  reason: '',
  version: 0,
  lacks: null,
};

type Row = Awaited<ReturnType<typeof listRatingsBy>>[number];

function mineIn({ charter }: EnteredReview, row: Row) {
  const { notApplicable, rating, statements, reason, version } = row;
  const choice = notApplicable ? 'not-applicable' : String(rating ?? '');
  const shown = agreedStatements(charter, row);
  return { choice, statements, shown, reason, version, lacks: lacks(row) };
}

/** What was erased since of the files that were submitted for one criterion. */
export function erasedIn(
  services: Services,
  { evidence, review }: EnteredReview,
  criterionId: string,
): Promise<ReadonlyMap<string, string>> {
  const items = evidence.filter(({ criterion }) => criterion === criterionId);
  return erasedAmong(services, review.organisationId, items);
}

/** What was submitted for one criterion, as panels read it; null where the charter has none such. */
export function submittedCriterion(
  entered: EnteredReview,
  criterionId: string,
  erased: ReadonlyMap<string, string>,
) {
  const { charter, submitted, evidence, review } = entered;
  const criterion = findCriterion(charter, criterionId);
  if (criterion === undefined) return null;
  const criteria = allCriteria(charter);
  const index = criteria.indexOf(criterion);
  return {
    id: review.id,
    organisation: entered.organisation,
    department: entered.department,
    section: charter.sections.find(({ id }) => id === criterion.section)?.title ?? '',
    position: POSITION.of(index + 1, criteria.length),
    before: neighbour(criteria[index - 1]),
    after: neighbour(criteria[index + 1]),
    criterion: criterionText(charter, criterion),
    claim: claimIn(entered, criterionId),
    /** What the department ticked; null where the charter asks for no statements one by one. */
    statements: statementsShown(charter, criterion, submitted.answerSet.answers.get(criterionId)),
    evidence: evidence
      .filter((item) => item.criterion === criterionId)
      .map(({ id, title, description, kind, link, file }) => ({
        id,
        title,
        description,
        /** The label of its kind; null = none. */
        kind: kind === undefined ? null : kindLabel(charter, kind),
        link,
        file:
          file === null
            ? null
            : {
                name: file.name,
                size: sizeText(file.size),
                /** Since when and why its content is erased; null = it is not. */
                erased: erased.get(file.sha256) ?? null,
              },
      })),
    indicators: indicatorFacts({ charter, answers: submitted.answerSet }, criterion),
    actions: submitted.actions
      .filter(({ criteria: about }) => about.includes(criterionId))
      .map(({ id, objective, dueOn }) => ({ id, objective, dueOn })),
  };
}

const NOTHING_SAID: Claimed = { notApplicable: null, claimed: null, narrative: '' };

type Claimed = Pick<Answer, 'notApplicable' | 'claimed' | 'narrative' | 'note'>;

function claimIn({ charter, submitted, agreedFacts }: EnteredReview, criterionId: string) {
  const {
    notApplicable,
    claimed,
    narrative,
    note = '',
  } = submitted.answerSet.answers.get(criterionId) ?? NOTHING_SAID;
  const { criteria } = scoreAssessment(charter, submitted.answerSet);
  const score = criteria.find((one) => one.id === criterionId);
  const ruledOut = score?.ruledOutBy;
  return {
    notApplicable,
    /** Which facts rule it out; null = none does. */
    ruledOut:
      ruledOut === undefined
        ? null
        : ruledOutText(charter, ruledOut, {
            ...submitted.answerSet,
            by: saidBy(agreedFacts, ruledOut),
          }),
    claimed: ratingText(charter, claimed),
    supported: ratingText(charter, score?.supported ?? 0),
    reasons: (score?.reasons ?? []).map((cap) => capText(charter, cap)),
    narrative,
    /** Whether the organisation answered it once, for every department. */
    byOrganisation: findCriterion(charter, criterionId)?.scope === 'organisation',
    /** What the department adds to that; '' = nothing. */
    note,
  };
}

/** Who said what rules a criterion out: a panel that agreed one of its facts otherwise, or the department. */
function saidBy(agreed: EnteredReview['agreedFacts'], facts: readonly string[]) {
  return agreed.some(({ fact }) => facts.includes(fact)) ? 'panel' : 'department';
}

export type SubmittedCriterion = NonNullable<ReturnType<typeof submittedCriterion>>;

export type RatingPage = SubmittedCriterion & {
  /** The answer of the submission before, where it differs; null = the same, or none. */
  readonly earlier: Awaited<ReturnType<typeof earlierAnswer>>;
  readonly plan: PlanSuggestion | null;
  readonly judged: Awaited<ReturnType<typeof judgedOn>>;
  readonly mine: {
    readonly choice: string;
    /** What is ticked for it; null = nothing is. */
    readonly statements: Ticked | null;
    /** The same in words; null = nothing, or the charter asks for none. */
    readonly shown: StatementsShown | null;
    readonly reason: string;
    readonly version: number;
    /** What a rating that is saved still needs; null = nothing, or nothing is saved. */
    readonly lacks: Lacks;
  };
  readonly mayRate: boolean;
};
