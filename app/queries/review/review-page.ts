// One review as a member of its panel finds it: interests to declare, then the criteria with what they
// have rated themselves. Nothing in it tells what, when or how much anybody else has rated.
import { LABEL } from '#words/kit/labels.ts';
import {
  type Charter,
  charterName,
  charterTitle,
  findCriterion,
} from '#app/domain/charter/charter.ts';
import type { Actor } from '#app/domain/policy/actor.ts';
import { ok, type Result } from '#app/domain/problem.ts';
import { seatOf } from '#app/domain/review/panel-size.ts';
import { isComplete } from '#app/domain/review/rating-given.ts';
import { actsInReview } from '#app/domain/policy/review.ts';
import { applyingCriteria, factsAgainst } from '#app/domain/scoring/applying.ts';
import type { CriterionScore } from '#app/domain/scoring/scorecard.ts';
import { ratingText, levelText } from '#words/kit/wording.ts';
import type { Services } from '#app/services.server.ts';
import {
  type EnteredReview,
  enterReview,
  knownMembers,
  membersOf,
  type ReviewAccessProblem,
} from '#app/doors/enter-review.ts';
import { listRatingsBy } from '#db/repositories/review/rating-rows.ts';
import { languagesOf } from '#app/queries/charters/languages.ts';
import { previousPlan } from '#app/queries/plan/plan-before.ts';
import { replacementRequests } from './replacement-requests.ts';
import { ratedText } from '#words/review/rated-text.ts';
import { minutesFor } from './reviews-page.ts';

/** What everyone on the panel may know before they declare their interests. */
export async function interestPage(services: Services, actor: Actor, id: string) {
  const entered = await enterReview(services, actor, { id, act: 'declare' });
  if (!entered.ok) return entered;
  return ok(about(entered.value));
}

/** The review with one’s own ratings. */
export async function reviewPage(
  services: Services,
  actor: Actor,
  id: string,
): Promise<Result<ReviewPage, ReviewAccessProblem>> {
  const entered = await enterReview(services, actor, { id, act: 'read' });
  if (!entered.ok) return entered;
  return ok(await page(services, actor, entered.value));
}

function about(entered: EnteredReview) {
  const { review, submission, charter, me, phase } = entered;
  return {
    id: review.id,
    organisation: entered.organisation,
    department: entered.department,
    sponsor: entered.sponsor,
    number: submission.number,
    submittedAt: submission.submittedAt,
    purpose: review.purpose,
    panel: entered.panel,
    charter: charterTitle(charter),
    target: levelText(charter, entered.targetLevel),
    hasFacts: charter.facts.length > 0,
    ratingsDueAt: review.ratingsDueAt,
    phase,
    seat: me.seat,
    may: actsInReview(me.standing, phase),
  };
}

async function page(services: Services, actor: Actor, entered: EnteredReview) {
  const { engine, unshownWords } = services;
  const { charter, review, me, submitted } = entered;
  const members = await membersOf(engine.db, entered);
  const rows = await listRatingsBy(engine.db, { reviewId: review.id, userId: actor.id });
  const mine = new Map(rows.map((row) => [row.criterion, row]));
  const all = applyingCriteria(charter, submitted.answerSet);
  const open = all.filter(({ id }) => {
    const row = mine.get(id);
    return row === undefined || !isComplete(row);
  });
  return {
    ...about(entered),
    unshown: unshownWords([
      entered.organisation,
      entered.department,
      submitted.answerSet,
      submitted.actions,
    ]),
    replacement: await replacementRequests(services, actor, { entered, members }),
    sealed: me.standing.kind === 'cleared' && me.standing.sealed,
    rated: all.length - open.length,
    all: all.length,
    previous: await previousPlan({ engine }, { renews: entered.renews, ...submitted }),
    minutesLeft: minutesFor(open.length),
    next: open[0]?.id ?? null,
    members: knownMembers(members, entered.phase).map(({ userId, name, seat, statistics }) => ({
      id: userId,
      name,
      seat: seatOf(seat),
      statistics,
    })),
    languages: languagesOf(services, charterName(charter)),
    sections: charter.sections.map(({ id, title, criteria }) => ({
      id,
      title,
      criteria: criteria.map((criterion) => ({
        id: criterion.id,
        title: criterion.title,
        claimed: claimText(entered, criterion.id),
        mine: ownText(charter, mine.get(criterion.id)),
        state: all.includes(criterion) ? stateOf(mine.get(criterion.id)) : NOT_ASKED,
      })),
    })),
  };
}

function ownText(charter: Charter, row: Row | undefined): string | null {
  return row === undefined ? null : ratedText(charter, row);
}

/** A rating of one’s own: whole, begun or not there; or a fact rules the criterion out. */
export type RatedState = 'rated' | 'begun' | 'open' | 'not-asked';

type Row = Awaited<ReturnType<typeof listRatingsBy>>[number];

const NOT_ASKED: RatedState = 'not-asked';

function stateOf(row: Row | undefined): RatedState {
  if (row === undefined) return 'open';
  return isComplete(row) ? 'rated' : 'begun';
}

/** What the department claims for a criterion, in words. */
export function claimText(
  { charter, submitted }: Pick<EnteredReview, 'charter' | 'submitted'>,
  id: string,
): string {
  const answer = submitted.answerSet.answers.get(id);
  const criterion = findCriterion(charter, id);
  const out =
    criterion !== undefined && factsAgainst(criterion, submitted.answerSet.facts) !== null;
  if (out || answer?.notApplicable != null) return LABEL.notApplicable;
  return ratingText(charter, answer?.claimed ?? null);
}

/** What the rules of evidence and indicators let a claim count as, in words. */
export function supportedText(
  charter: Charter,
  score: Pick<CriterionScore, 'applicable' | 'claimed' | 'supported'> | undefined,
): string {
  if (score?.applicable === false) return LABEL.notApplicable;
  return ratingText(charter, score?.claimed == null ? null : score.supported);
}

export type InterestPage = ReturnType<typeof about>;
export type ReviewPage = Awaited<ReturnType<typeof page>>;
