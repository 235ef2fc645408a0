// For how long a department has held an award: what the register knows, else what it says itself.
// Source: scoring.md, What charter format 2 adds, 8.
import { addDays } from '#app/domain/calendar-entries.ts';
import type { Facts } from '#app/domain/charter/facts.ts';
import { londonDay } from '#app/domain/london-day.ts';
import { fullYears, HELD_SINCE } from '#app/domain/scoring/precondition.ts';
import { type AwardDates, lastDay } from './award.ts';

/** An award of one charter id, of any version. */
export type HeldAward = AwardDates & { readonly level: string };

type Asked = {
  /** The levels of the charter, lowest first. */
  readonly levels: readonly { readonly id: string }[];
  readonly awards: readonly HeldAward[];
  readonly facts: Facts;
  /** YYYY-MM-DD */
  readonly today: string;
};

/**
 * By level: for how many full years an award of it, or of a higher one, has been held without a gap up to today.
 * Where the register has none such, the fact heldSince says it; a level of which neither knows is left out.
 */
export function heldYears({ levels, awards, facts, today }: Asked): ReadonlyMap<string, number> {
  const since = facts.get(HELD_SINCE);
  const order = levels.map(({ id }) => id);
  return new Map(
    order.flatMap((id, index): readonly (readonly [string, number])[] => {
      const periods = awards
        .filter(({ level, publishedAt }) => publishedAt !== null && order.indexOf(level) >= index)
        .map(periodOf);
      if (periods.length > 0) return [[id, fullYears(heldFrom(periods, today), today)]];
      return since === undefined ? [] : [[id, fullYears(since, today)]];
    }),
  );
}

type Period = { readonly from: string; readonly until: string };

/** From the day of the award to its last day, or to the day before it was withdrawn. */
function periodOf(award: HeldAward): Period {
  const { awardedOn: from, withdrawnAt } = award;
  const last = lastDay(award);
  if (withdrawnAt === null) return { from, until: last };
  const before = addDays(londonDay(withdrawnAt), -1);
  return { from, until: before < last ? before : last };
}

/** The first day of an unbroken time up to this day; the day itself where nothing is held on it. */
function heldFrom(periods: readonly Period[], day: string): string {
  const earlier = periods
    .filter(({ from, until }) => from < day && until >= addDays(day, -1))
    .map(({ from }) => from)
    .toSorted()[0];
  return earlier === undefined ? day : heldFrom(periods, earlier);
}
