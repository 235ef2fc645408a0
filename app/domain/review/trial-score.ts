// What a charter on trial would have made of what panels have decided: the agreed answers, moved to it and scored by its
// rules, as counts that tell of nobody (disclosure.ts). Nothing else leaves this file.
import { carryOver } from '#app/domain/assessment/carried-answers.ts';
import type { AnyOf, Charter } from '#app/domain/charter/charter.ts';
import type { Precondition } from '#app/domain/charter/facts.ts';
import type { Threshold } from '#app/domain/charter/values.ts';
import { mayTell, rounded, SMALLEST_TOLD, type Told, toldCells } from './disclosure.ts';
import type { CountedAnswers } from '#app/domain/scoring/answer.ts';
import { scoreAssessment } from '#app/domain/scoring/score.ts';
import type { Condition, Scorecard } from '#app/domain/scoring/scorecard.ts';

/** One decided submission; of no two is the department the same. */
export type DecidedAnswers = {
  /** The version that it was decided under, id@version. */
  readonly charter: string;
  /** As the panel agreed them. */
  readonly answers: CountedAnswers;
  /** What they reach by the rules of that version; null = none. */
  readonly level: string | null;
};

export type TrialQuestion = {
  readonly trial: Charter;
  /** Every version that a submission was decided under, by id@version. */
  readonly versions: ReadonlyMap<string, Charter>;
  readonly decided: readonly DecidedAnswers[];
};

/** What keeps somebody from the next level, as the charter says it and not as anyone meets it. */
export type Need =
  | { readonly kind: 'overall' | 'coverage'; readonly needs: Threshold }
  | { readonly kind: 'section'; readonly section: string; readonly needs: Threshold }
  | { readonly kind: 'rating'; readonly criterion: string; readonly rating: number }
  | { readonly kind: 'answer'; readonly criterion: string }
  | { readonly kind: 'any-of'; readonly anyOf: AnyOf }
  | { readonly kind: 'precondition'; readonly precondition: Precondition };

export type LevelName = { readonly id: string; readonly label: string };

export type TrialScores =
  | { readonly kind: 'too-few' }
  | {
      readonly kind: 'counted';
      readonly all: number;
      /** By level, the lowest first; null = none. */
      readonly before: readonly Told<LevelName | null>[];
      readonly now: readonly Told<LevelName | null>[];
      /** What keeps most from the next level, the most frequent first. */
      readonly decides: readonly {
        readonly level: string;
        readonly need: Need;
        readonly count: number;
      }[];
    };

/** How all of them stand, and would stand. */
export function scoreTrial({ trial, versions, decided }: TrialQuestion): TrialScores {
  const scored = decided.flatMap(({ charter, answers, level }) => {
    const from = versions.get(charter);
    if (from === undefined) return [];
    return [{ was: level, now: scoreAssessment(trial, carryOver(from, trial, answers).answerSet) }];
  });
  if (scored.length < SMALLEST_TOLD) return { kind: 'too-few' };
  const { levels } = trial;
  const earlier = [...versions.values()].flatMap((version) => version.levels);
  const gone = earlier.filter(({ id }) => !levels.some((level) => level.id === id));
  return {
    kind: 'counted',
    all: rounded(scored.length),
    before: byLevel(
      [...gone, ...levels],
      scored.map(({ was }) => was),
    ),
    now: byLevel(
      levels,
      scored.map(({ now }) => now.level),
    ),
    decides: deciding(
      trial,
      scored.map(({ now }) => now),
    ),
  };
}

function byLevel(
  levels: readonly LevelName[],
  held: readonly (string | null)[],
): readonly Told<LevelName | null>[] {
  const named = new Map(levels.map(({ id, label }) => [id, { id, label }]));
  return toldCells(
    [null, ...named.values()].map((of) => ({
      of,
      count: held.filter((id) => id === (of?.id ?? null)).length,
    })),
  );
}

function deciding({ levels: inOrder }: Charter, scorecards: readonly Scorecard[]) {
  const found = new Map<string, { level: string; need: Need; count: number }>();
  const place = ({ level }: { level: string }) => inOrder.findIndex(({ id }) => id === level);
  for (const { levels } of scorecards) {
    const next = levels.find(({ met }) => !met);
    const asked = inOrder.find(({ id }) => id === next?.id)?.anyOf ?? [];
    const unmet = (next?.conditions ?? []).filter(({ met }) => !met);
    const needs = unmet.flatMap((condition) => needsOf(condition, asked));
    // A floor and a requirement may ask the same of a criterion: of one submission it counts once.
    for (const [key, need] of new Map(needs.map((each) => [JSON.stringify(each), each]))) {
      const level = next?.id ?? '';
      const known = found.get(`${level} ${key}`) ?? { level, need, count: 0 };
      found.set(`${level} ${key}`, { ...known, count: known.count + 1 });
    }
  }
  // In an order that tells no more than the counts as they are told.
  return [...found]
    .toSorted(([one], [other]) => (one < other ? -1 : 1))
    .map(([, each]) => each)
    .filter(({ count }) => mayTell(count, scorecards.length))
    .map((each) => ({ ...each, count: rounded(each.count) }))
    .toSorted((one, other) => other.count - one.count || place(one) - place(other));
}

function needsOf(condition: Condition, asked: readonly AnyOf[]): readonly Need[] {
  switch (condition.kind) {
    case 'overall':
    case 'coverage':
      return [{ kind: condition.kind, needs: condition.needs }];
    case 'section':
      return [{ kind: 'section', section: condition.section, needs: condition.needs }];
    case 'required':
      return [{ kind: 'rating', criterion: condition.criterion, rating: condition.needs }];
    case 'floor':
      return condition.below.map((criterion) => ({
        kind: 'rating',
        criterion,
        rating: condition.needs,
      }));
    case 'any-of':
      // Of the condition itself it depends on what applies how many it takes.
      return asked
        .filter(({ id }) => id === condition.id)
        .map((anyOf) => ({ kind: 'any-of', anyOf }));
    case 'answered':
      return condition.unanswered.map((criterion) => ({ kind: 'answer', criterion }));
    case 'precondition':
      return [{ kind: 'precondition', precondition: condition.precondition }];
    default:
      return condition satisfies never;
  }
}
