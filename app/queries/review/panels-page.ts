// Panels as an administrator builds them: seats, what is missing, submissions before them and how far each
// member is; never a rating.
import { purposeOf } from '#app/domain/review/review-opening.ts';
import { memberStandingText } from '#words/review/standing-text.ts';
import { AWARDING } from '#app/domain/charter/charter.ts';
import type { Actor } from '#app/domain/policy/actor.ts';
import { mayAdminister } from '#app/domain/policy/administration.ts';
import { gapsIn, seatOf } from '#app/domain/review/panel-size.ts';
import { type Phase, phaseOf } from '#app/domain/review/standing.ts';
import type { Services } from '#app/services.server.ts';
import { membersOfEach, type ReviewMember } from '#app/doors/enter-review.ts';
import { listAppeals } from '#db/repositories/review/decisions.ts';
import {
  countOfPanels,
  listCandidates,
  listMembers,
  listPanels,
  loadPanel,
} from '#db/repositories/review/panel-rows.ts';
import {
  listBegun,
  listReviewsOfPanel,
  listUnassigned,
} from '#db/repositories/review/review-rows.ts';

/** Every panel; null for anyone but administrators. */
export async function panelsPage({ engine }: Pick<Services, 'engine'>, actor: Actor) {
  if (!mayAdminister(actor, 'build-panels')) return null;
  const { members, open } = await countOfPanels(engine.db);
  return {
    panels: (await listPanels(engine.db)).map(({ id, name }) => ({
      id,
      name,
      members: members.get(id) ?? 0,
      reviews: open.get(id) ?? 0,
    })),
  };
}

/** One panel with its reviews, and who and what can be added; null where there is none. */
export async function panelPage({ engine }: Pick<Services, 'engine'>, actor: Actor, id: string) {
  if (!mayAdminister(actor, 'build-panels')) return null;
  const panel = await loadPanel(engine.db, id);
  if (panel === null) return null;
  const members = await listMembers(engine.db, id);
  const seated = new Set(members.map(({ userId }) => userId));
  const candidates = (await listCandidates(engine.db)).filter((one) => !seated.has(one.id));
  const reviews = await listReviewsOfPanel(engine.db, id);
  const sitting = await membersOfEach(engine.db, reviews);
  const unassigned = await listUnassigned(engine.db);
  const begun = await listBegun(engine.db, id);
  return {
    id,
    name: panel.name,
    members: members.map(({ userId, name, seat, statistics, sits }) => ({
      id: userId,
      name,
      seat: seatOf(seat),
      statistics,
      sits,
      /** Has declared interests in a review, and so stays. */
      begun: begun.has(userId),
    })),
    gaps: gapsIn(
      members
        .filter(({ sits }) => sits)
        .map(({ seat, statistics }) => ({ seat: seatOf(seat), statistics })),
      // What the charter of a submission asks is checked when it is put before the panel.
      AWARDING.quorum,
    ),
    candidates: [...new Map(candidates.map(({ id: key, name }) => [key, name]))].map(
      ([value, label]) => ({ value, label }),
    ),
    submissions: unassigned.map(({ id: value, number, organisation, department }) => ({
      value,
      label: `${number}: ${department}, ${organisation}`,
    })),
    reviews: reviews.map(({ review, number, organisation, department }) => ({
      id: review.id,
      number,
      organisation,
      department,
      purpose: purposeOf(review.purpose),
      ratingsDueAt: review.ratingsDueAt,
      phase: phaseOf(review),
      members: progressIn(sitting.get(review.id) ?? [], phaseOf(review)),
    })),
  };
}

/** How far each member is, in words; never a rating. */
export function progressIn(members: readonly ReviewMember[], phase: Phase) {
  return members.map(({ userId, name, standing, conflicts }) => ({
    id: userId,
    name,
    text: memberStandingText(standing, { found: conflicts.length > 0, phase }),
  }));
}

/** Every appeal with the panels that could hear it; null for anyone but administrators. */
export async function appealsPage({ engine }: Pick<Services, 'engine'>, actor: Actor) {
  if (!mayAdminister(actor, 'answer-appeals')) return null;
  const panels = await listPanels(engine.db);
  return {
    panels: panels.map(({ id: value, name: label }) => ({ value, label })),
    appeals: (await listAppeals(engine.db)).map(({ appeal, organisation, department }) => ({
      id: appeal.id,
      organisation,
      department,
      grounds: appeal.grounds,
      madeAt: appeal.madeAt,
      outcome: appeal.outcome,
      reason: appeal.outcomeReason,
      closedAt: appeal.closedAt,
    })),
  };
}

export type PanelsPage = NonNullable<Awaited<ReturnType<typeof panelsPage>>>;
export type PanelPage = NonNullable<Awaited<ReturnType<typeof panelPage>>>;
export type AppealsPage = NonNullable<Awaited<ReturnType<typeof appealsPage>>>;
