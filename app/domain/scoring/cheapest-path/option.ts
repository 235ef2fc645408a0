// What can be done with one criterion, and what it costs in one number.
import { countsFor } from './demand.ts';

/** One criterion raised from one rating to a higher one. */
export type Raise = { readonly criterion: string; readonly from: number; readonly to: number };

/** One way to treat a criterion: its raise (null = leave it), the points gained, the effort. */
export type Option = {
  readonly raise: Raise | null;
  readonly gain: number;
  readonly effort: number;
  /** The demands that it counts for, a bit for each. */
  readonly adds: number;
};

/** More criteria than any charter has, so that effort always outranks the number changed. */
const COUNT_LIMIT = 4096;

/** Effort and whether the criterion is changed, in one number that adds up over criteria. */
export function costOf({ effort, raise }: Option): number {
  return effort * COUNT_LIMIT + (raise === null ? 0 : 1);
}

/** A section's criteria in the charter's order, each with its options by rising gain, and its need. */
export type Part = {
  readonly criteria: readonly (readonly Option[])[];
  /** Points that the section has to gain; 0 = none. */
  readonly least: number;
};

export type Question = {
  /** The sections in the charter's order. */
  readonly parts: readonly Part[];
  /** Points that all sections together have to gain. */
  readonly short: number;
  /** For each demand (demand.ts) how many criteria have to count for it. */
  readonly demands: readonly number[];
};

/**
 * The same question in smaller numbers: every gain counted from the least that its criterion gains at
 * all, in steps of what all of these have in common, and demands without what counts for them in any case.
 * The same options answer it.
 */
export function scaled({ parts: asked, short, demands }: Question): Question {
  const parts = asked.map(alone);
  const base = (options: readonly Option[]) => options[0]?.gain ?? 0;
  const step = Math.max(
    1,
    parts
      .flatMap(({ criteria }) => criteria)
      .flatMap((options) => options.map(({ gain }) => gain - base(options)))
      .reduce(greatestCommonDivisor, 0),
  );
  const gained = ({ criteria }: Part) => criteria.reduce((sum, each) => sum + base(each), 0);
  const steps = (need: number, already: number) => Math.ceil(Math.max(0, need - already) / step);
  const given = parts.flatMap(({ criteria }) => criteria.map(addedInAnyCase));
  return {
    demands: demands.map((need, demand) =>
      Math.max(0, need - given.filter((adds) => countsFor(adds, demand)).length),
    ),
    short: steps(
      short,
      parts.reduce((sum, part) => sum + gained(part), 0),
    ),
    parts: parts.map((part) => ({
      least: steps(part.least, gained(part)),
      criteria: part.criteria.map((options) =>
        options.map((option) => ({
          ...option,
          gain: (option.gain - base(options)) / step,
          adds: option.adds & ~addedInAnyCase(options),
        })),
      ),
    })),
  };
}

/** The demands that a criterion counts for whatever is done with it. */
function addedInAnyCase(options: readonly Option[]): number {
  return options.reduce((adds, option) => adds & option.adds, options[0]?.adds ?? 0);
}

/** A section of one criterion needs nothing more once its options that gain too little are gone. */
function alone(part: Part): Part {
  const [only] = part.criteria;
  if (only === undefined || part.criteria.length > 1) return part;
  return { least: 0, criteria: [only.filter(({ gain }) => gain >= part.least)] };
}

function greatestCommonDivisor(one: number, other: number): number {
  return other === 0 ? one : greatestCommonDivisor(other, one % other);
}
