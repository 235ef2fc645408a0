import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Answer, CountedAnswers } from '#app/domain/scoring/answer.ts';
import { allCriteria, type Charter, type Level } from '#app/domain/charter/charter.ts';
import { sameValue } from '#app/domain/charter/same-value.ts';
import { cheapestPath, type CheapestPath } from '#app/domain/scoring/cheapest-path.ts';
import { indicatorsOf } from '#app/domain/charter/rule-checks.ts';
import { scoreAssessment } from '#app/domain/scoring/score.ts';
import { assessments, demanding, ordinary, small, type Size } from '#tests/arbitraries/charters.ts';
import { bruteForce } from '#tests/support/brute-force-path.ts';
import { answer, evidence } from '#tests/support/charter-factory.ts';

function questions(size: Size) {
  return assessments(size).chain(([charter, set]) =>
    fc.record({
      charter: fc.constant(charter),
      set: fc.constant(set),
      target: fc.integer({ min: 0, max: charter.levels.length - 1 }),
      pins: fc.oneof(
        fc.constant(new Set<string>()),
        fc
          .subarray(allCriteria(charter).map(({ id }) => id))
          .map((ids) => new Set(ids.slice(0, 2))),
      ),
    }),
  );
}

function ask(charter: Charter, set: CountedAnswers, target: number, pins: ReadonlySet<string>) {
  return cheapestPath(charter, set, { to: charter.levels[target]?.id ?? '', pins });
}

const ofEveryKind = ['testimony', 'figure'].flatMap((kind) =>
  evidence(9).map((item) => ({ ...item, file: `${kind}-${item.file}`, kind })),
);

/** The answers once every step is taken, with evidence enough, and the rest of the path answered. */
function applied(
  set: CountedAnswers,
  path: CheapestPath,
  levels: readonly Level[],
): CountedAnswers {
  const asked = levels.flatMap(({ preconditions }) => preconditions);
  const years = Math.max(0, ...asked.map((each) => (each.kind === 'held' ? each.years : 0)));
  const facts = new Map(set.facts);
  const held = new Map(set.held);
  for (const fact of path.enterFacts ?? []) {
    if (fact === 'heldSince') held.set('level-1', years);
    else facts.set(fact, 'true');
  }
  const answers = new Map<string, Answer>(set.answers);
  const said = (id: string): Answer => ({ ...(answers.get(id) ?? answer()), notApplicable: null });
  for (const { criterion, to } of path.steps) {
    answers.set(criterion, { ...said(criterion), claimed: to, evidence: ofEveryKind });
  }
  for (const id of path.alsoAnswer) answers.set(id, { ...said(id), claimed: 0 });
  return { ...set, answers, facts, held };
}

test.each([
  ['of format 1 mostly', small, 4000],
  ['with floors and so many of some criteria', demanding, 6000],
] as const)(
  '%s, the cheapest path is the one that trying every combination prefers',
  (_, size, numRuns) => {
    const seen = { 'already-met': 0, reachable: 0, unreachable: 0, 'not-found': 0 };
    fc.assert(
      fc.property(questions(size), ({ charter, set, target, pins }) => {
        const path = ask(charter, set, target, pins);
        seen[path.status] += 1;
        const question = { charter, set, levels: target + 1, pins };
        const best = bruteForce({ ...question, missingHolds: true });
        expect(path.status === 'unreachable').toBe(best === null);
        if (best === null) return;
        const ids = allCriteria(charter).map(({ id }) => id);
        expect(path.steps.map(({ criterion, to }) => [criterion, to])).toEqual(
          best.positions.map((position, index) => [ids[position], best.ratings[index]]),
        );
        expect(path.total).toBe(best.effort);
        if (path.status !== 'reachable') return;
        const hopeful = bruteForce({ ...question, missingHolds: false });
        expect(path.enterCounts.length > 0).toBe(hopeful !== null && hopeful.effort < best.effort);
      }),
      { numRuns },
    );
    const { 'not-found': notFound, ...others } = seen;
    expect(notFound).toBe(0);
    expect(Math.min(...Object.values(others))).toBeGreaterThan(100);
  },
);

test('by a date, and in the fewest months, it is what trying every combination prefers', () => {
  const seen = { reachable: 0, date: 0, slower: 0 };
  fc.assert(
    fc.property(
      questions(demanding),
      fc.integer({ min: 0, max: 5 }),
      ({ charter: own, set, target, pins }, monthsLeft) => {
        const charter = { ...own, format: 2 as const };
        const to = charter.levels[target]?.id ?? '';
        const question = { charter, set, levels: target + 1, pins, missingHolds: true };
        const within = (months: number) => bruteForce({ ...question, months });
        const path = cheapestPath(charter, set, { to, pins, monthsLeft });
        const best = within(monthsLeft);
        if (path.reasons.some(({ kind }) => kind === 'precondition')) return;
        expect([path.status === 'unreachable', path.total]).toEqual([
          best === null,
          best?.effort ?? 0,
        ]);
        if (path.reasons.some(({ kind }) => kind === 'date')) seen.date += 1;
        const soonest = cheapestPath(charter, set, { to, pins, fewest: 'months' });
        if (soonest.status !== 'reachable' || soonest.months === undefined) return;
        seen.reachable += 1;
        expect(soonest.total).toBe(within(soonest.months)?.effort);
        if (soonest.months > 0) expect(within(soonest.months - 1)).toBeNull();
        const plain = cheapestPath(charter, set, { to, pins });
        if ((plain.months ?? 0) > soonest.months) seen.slower += 1;
      },
    ),
    { numRuns: 4000 },
  );
  expect(Math.min(...Object.values(seen))).toBeGreaterThan(10);
});

test('the cheapest path, applied, meets the target and gives the score and level it names', () => {
  fc.assert(
    fc.property(questions(ordinary), ({ charter, set, target, pins }) => {
      const path = ask(charter, set, target, pins);
      const before = scoreAssessment(charter, set);
      const after = scoreAssessment(
        charter,
        applied(set, path, charter.levels.slice(0, target + 1)),
      );
      expect(path.after).toEqual({ overall: after.overall, level: after.level });
      const met = after.levels.slice(0, target + 1).every((level) => level.met);
      expect(met).toBe(path.status !== 'unreachable');
      expect(path.steps.some(({ criterion }) => pins.has(criterion))).toBe(false);
      for (const { criterion, from, to } of path.steps) {
        expect(to).toBeGreaterThan(from);
        expect(before.criteria.find(({ id }) => id === criterion)?.supported).toBe(from);
      }
    }),
    { numRuns: 5000 },
  );
});

test('only as many criteria are also answered as coverage needs, the earliest first', () => {
  fc.assert(
    fc.property(questions(ordinary), ({ charter, set, target, pins }) => {
      const path = ask(charter, set, target, pins);
      if (path.alsoAnswer.length === 0) return;
      const upTo = charter.levels.slice(0, target + 1);
      const fewer = scoreAssessment(
        charter,
        applied(set, { ...path, alsoAnswer: path.alsoAnswer.slice(1) }, upTo),
      );
      expect(fewer.levels.slice(0, target + 1).every((level) => level.met)).toBe(false);
      const raised = new Set(path.steps.map(({ criterion }) => criterion));
      const open = scoreAssessment(charter, set).unanswered.filter((id) => !raised.has(id));
      const levels = charter.levels.slice(0, target + 1);
      const isNamed = (id: string) => levels.some(({ answered }) => answered.includes(id));
      const inOrder = [...open.filter(isNamed), ...open.filter((id) => !isNamed(id))];
      expect(path.alsoAnswer).toEqual(inOrder.slice(0, path.alsoAnswer.length));
    }),
    { numRuns: 5000 },
  );
});

test('without the pins and indicator rules that it names, an unreachable level is reachable', () => {
  fc.assert(
    fc.property(questions(ordinary), ({ charter, set, target, pins }) => {
      const path = ask(charter, set, target, pins);
      if (path.status !== 'unreachable') return;
      const tooFew = path.reasons.flatMap((reason) =>
        reason.kind === 'too-few-left' ? reason.anyOf : [],
      );
      const levels = charter.levels.map((level) => ({
        ...level,
        anyOf: level.anyOf.filter(({ id }) => !tooFew.includes(id)),
        preconditions: level.preconditions.filter(
          (precondition) =>
            !path.reasons.some(
              (reason) =>
                reason.kind === 'precondition' && sameValue(reason.precondition, precondition),
            ),
        ),
      }));
      const nothing = path.reasons.some(({ kind }) => kind === 'nothing-applicable');
      expect(nothing).toBe(scoreAssessment(charter, set).applicable === 0);
      if (nothing) return;
      const named = (kind: string, criterion: string, indicator?: string) =>
        path.reasons.some(
          (reason) =>
            reason.kind === kind &&
            'criterion' in reason &&
            reason.criterion === criterion &&
            (reason.kind !== 'indicator' || reason.indicator === indicator),
        ) ||
        (kind === 'indicator' &&
          path.enterCounts.some((e) => e.criterion === criterion && e.indicator === indicator));
      const sections = charter.sections.map((section) => ({
        ...section,
        criteria: section.criteria.map((criterion) => ({
          ...criterion,
          indicatorRules: criterion.indicatorRules.filter(
            (rule) => !indicatorsOf(rule).some((id) => named('indicator', criterion.id, id)),
          ),
        })),
      }));
      const unpinned = new Set([...pins].filter((id) => !named('pin', id)));
      const freed = ask({ ...charter, sections, levels }, set, target, unpinned);
      expect(freed.status).not.toBe('unreachable');
    }),
    { numRuns: 5000 },
  );
});
