// The charters and answers that the benchmarks time: always the same ones, from a fixed sequence.
import type { CountedAnswers } from '#app/domain/scoring/answer.ts';
import type { Charter } from '#app/domain/charter/charter.ts';
import { answer, answersOf, charterOf, evidence, level } from '#tests/support/charter-factory.ts';

/** Numbers that look random, the same in every run. */
export function sequence(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return Math.floor((state / 2_147_483_648) * below);
  };
}

export type Shape = {
  readonly criteria: number;
  readonly sections: number;
  readonly highest: number;
  readonly weight: number;
  readonly effort: number;
  /** Counts of 'so many of these at the highest rating', shared between the two upper levels. */
  readonly anyOf?: readonly number[];
};

/** A charter of this shape with three levels; weights and efforts from 1 to the given number. */
export function charterOfShape(shape: Shape, next: (below: number) => number): Charter {
  const { highest } = shape;
  const anyOf = (shape.anyOf ?? []).map((count, index) => ({
    id: `any-${index}`,
    rating: highest,
    count,
    of: anyCriteria(shape, index),
  }));
  const floor = anyOf.length > 0 ? 1 : 0;
  return charterOf({
    highest,
    criteria: Array.from({ length: shape.criteria }, (_, index) => ({
      id: `c${index}`,
      section: `s${Math.floor((index * shape.sections) / shape.criteria)}`,
      weight: 1 + next(shape.weight),
      effort: Array.from({ length: highest }, () => 1 + next(shape.effort)),
      evidenceRules: [
        { from: 2, minimum: 1 },
        { from: highest, minimum: 2 },
      ],
    })),
    levels: [
      level('low', { overall: '40', section: '25', coverage: '80' }),
      level('middle', {
        overall: '62.5',
        section: '45',
        requires: { c0: 2, c1: 2 },
        floor,
        anyOf: anyOf.slice(4),
      }),
      level('high', {
        overall: '80',
        section: '66.67',
        requires: { c0: 3 },
        coverage: '100',
        anyOf: anyOf.slice(0, 4),
      }),
    ],
  });
}

/** Two criteria of three, others for each condition. */
function anyCriteria({ criteria }: Shape, index: number): readonly string[] {
  const ids = Array.from({ length: criteria }, (_, place) => `c${place}`);
  return ids.filter((_, place) => (place + index) % 3 > 0);
}

/** Low claims to most criteria, with some evidence. */
export function answersTo(charter: Charter, next: (below: number) => number): CountedAnswers {
  const ids = charter.sections.flatMap(({ criteria }) => criteria.map(({ id }) => id));
  return answersOf(
    Object.fromEntries(
      ids
        .filter(() => next(10) > 0)
        .map((id) => {
          const claimed = next(charter.scale.length);
          return [id, answer({ claimed, evidence: evidence(next(3)) })];
        }),
    ),
  );
}
