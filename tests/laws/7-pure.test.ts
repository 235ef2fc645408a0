import fc from 'fast-check';
import { expect, test, vi } from 'vitest';
import { carryOver } from '#app/domain/assessment/carried-answers.ts';
import { cheapestPath } from '#app/domain/scoring/cheapest-path.ts';
import { explainLevels } from '#app/domain/scoring/explain.ts';
import { scoreAssessment } from '#app/domain/scoring/score.ts';
import { assessments, ordinary } from '#tests/arbitraries/charters.ts';

/** Runs the work in a world where clock, chance and locale throw. */
function withoutTheWorld<T>(work: () => T): T {
  const refuse = () => {
    throw new Error('scoring looked outside');
  };
  const spies = [
    vi.spyOn(Date, 'now').mockImplementation(refuse),
    vi.spyOn(globalThis, 'Date').mockImplementation(refuse),
    vi.spyOn(Math, 'random').mockImplementation(refuse),
    vi.spyOn(performance, 'now').mockImplementation(refuse),
    vi.spyOn(globalThis, 'fetch').mockImplementation(refuse),
    vi.spyOn(String.prototype, 'localeCompare').mockImplementation(refuse),
    vi.spyOn(Number.prototype, 'toLocaleString').mockImplementation(refuse),
  ];
  try {
    return work();
  } finally {
    for (const spy of spies) spy.mockRestore();
  }
}

function frozen<T>(value: T): T {
  if (typeof value === 'object' && value !== null && !Object.isFrozen(value)) {
    Object.freeze(value);
    Object.values(value).forEach(frozen);
    if (value instanceof Map) [...value.values()].forEach(frozen);
  }
  return value;
}

test('same input, same output: no clock, no chance, no locale, and nothing is changed', () => {
  fc.assert(
    fc.property(assessments(ordinary), ([charter, set]) => {
      const copy = structuredClone({ charter, set });
      frozen(charter);
      frozen(set);
      const everything = () => {
        const card = scoreAssessment(charter, set);
        return {
          card,
          levels: explainLevels(card),
          paths: charter.levels.map(({ id }) =>
            cheapestPath(charter, set, { to: id, pins: new Set() }),
          ),
          moved: carryOver(charter, charter, set),
        };
      };
      const first = withoutTheWorld(everything);
      expect(withoutTheWorld(everything)).toEqual(first);
      expect({ charter, set }).toEqual(copy);
    }),
    { numRuns: 1500 },
  );
});
