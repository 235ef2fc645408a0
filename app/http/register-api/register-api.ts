// Awards as the interface for programs gives them.
import { addressOf } from '#app/addresses.ts';
import type { z } from 'zod';
import type { AwardState } from '#app/domain/award/award.ts';
import type { AwardPage } from '#app/queries/award/award-page.ts';
import type { RegisterEntry } from '#app/queries/award/register-entry.ts';
import type { RegisterTerms } from './public-api.ts';
import type { award, awardSummary } from './register-schemas.ts';

type State = z.output<typeof awardSummary>['state'];

/** One award of a list; `origin` is where the service is found. */
export function summaryOf(entry: RegisterEntry, origin: string): z.output<typeof awardSummary> {
  return {
    number: entry.number,
    page: `${origin}${addressOf('/awards/:award', { award: entry.number })}`,
    organisation: { ...entry.organisation, formerly: [...entry.organisation.formerly] },
    department: entry.department,
    charter: entry.charter,
    level: { id: entry.level.id, label: entry.level.label },
    awardedOn: entry.awardedOn,
    validUntil: entry.validUntil,
    graceUntil: entry.graceUntil,
    state: publishedState(entry.state),
    publishedAt: entry.publishedAt,
    withdrawnAt: entry.withdrawnAt,
  };
}

/** Everything that is public of an award. */
export function wholeAward(
  page: AwardPage,
  { origin, registerLicence }: RegisterTerms,
): z.output<typeof award> {
  return {
    ...summaryOf(page, origin),
    withdrawnReason: page.withdrawnReason,
    summary: page.summary,
    overall: page.overall,
    sections: page.sections.map(({ id, title, percent, criteria }) => ({
      id,
      title,
      percent,
      criteria: criteria.map((one) => ({
        id: one.criterion,
        title: one.title,
        notApplicable: one.notApplicable,
        rating: one.rating,
        counted: one.counted,
        narrative: one.narrative,
        commendation: one.commendation,
      })),
    })),
    plan: page.plan.map((action) => ({
      ...action,
      criteria: [...action.criteria],
      steps: [...action.steps],
      milestones: [...action.milestones],
    })),
    // What is withdrawn answers 410.
    documents: (page.state === 'withdrawn' ? [] : page.documents).map(({ kind, size }) => ({
      kind,
      size,
      url: `${origin}${addressOf('/awards/:award/documents/:kind', { award: page.number, kind })}`,
    })),
    credential:
      page.state === 'withdrawn'
        ? null
        : `${origin}${addressOf('/awards/:award/credential', { award: page.number })}`,
    others: page.history.map(({ number, awardedOn }) => ({ number, awardedOn })),
    licence: registerLicence,
  };
}

// What is in the register is published; the type alone does not know.
function publishedState(state: AwardState): State {
  return state === 'unpublished' ? 'valid' : state;
}
