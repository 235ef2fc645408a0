// A way to a level that is kept under a name: which level, what is left out, how much time there is. What it takes is worked
// out anew each time, from the answers as they are.
import { type Charter, findCriterion } from '#app/domain/charter/charter.ts';
import { tidy } from '#app/domain/field-problem.ts';
import { ok, refused, type Result } from '#app/domain/problem.ts';
import { checkTarget, type NoSuchLevel } from './starting.ts';

const SCENARIO_LIMITS = { each: 6, characters: 80 } as const;

export type Scenario = {
  readonly name: string;
  /** The id of the level. */
  readonly to: string;
  /** Criteria that are left out, in the charter’s order. */
  readonly pins: readonly string[];
  /** Whole months that there are; null = any number. */
  readonly within: number | null;
  readonly least: 'effort' | 'months';
};

export type ScenarioDraft = Pick<Scenario, 'name' | 'to' | 'pins' | 'within'> & {
  readonly least: string;
};

/** So many months can be asked for. */
export const WITHIN: readonly number[] = [3, 6, 9, 12, 18, 24, 36, 48];

/** What is to be least, where anything may be written. */
export function leastOf(text: string): Scenario['least'] {
  return text === 'months' ? 'months' : 'effort';
}

/** How the cheapest way of a scenario is asked for. */
export function wayAsked({ to, pins, within, least }: Omit<ScenarioDraft, 'name'>) {
  const left = within === null ? {} : { monthsLeft: within };
  return { to, pins, fewest: leastOf(least), ...left };
}

export type NotKept =
  | NoSuchLevel
  | { readonly code: 'scenario-name-wrong'; readonly most: number }
  | { readonly code: 'scenario-name-taken' }
  | { readonly code: 'too-many-scenarios'; readonly most: number };

/** The scenario as it is kept beside these. */
export function checkScenario(
  charter: Pick<Charter, 'levels' | 'sections'>,
  there: readonly Pick<Scenario, 'name'>[],
  draft: ScenarioDraft,
): Result<Scenario, NotKept> {
  const { each, characters } = SCENARIO_LIMITS;
  const name = tidy(draft.name);
  if (name === '' || name.length > characters) {
    return refused({ code: 'scenario-name-wrong', most: characters });
  }
  if (there.some((one) => one.name.toLowerCase() === name.toLowerCase())) {
    return refused({ code: 'scenario-name-taken' });
  }
  if (there.length >= each) return refused({ code: 'too-many-scenarios', most: each });
  const target = checkTarget(charter, draft.to);
  if (!target.ok) return target;
  return ok({
    name,
    to: target.value,
    pins: [...new Set(draft.pins)].filter((id) => findCriterion(charter, id) !== undefined),
    within: draft.within,
    least: leastOf(draft.least),
  });
}
