// Conditions on facts, three-valued (scoring.md, What charter format 2 adds, Facts and `appliesWhen`), and the
// words that follow from them.
import { describe, expect, test } from 'vitest';
import { type Condition, factsIn, holds } from '#app/domain/charter/facts.ts';
import { inWordsFor } from '#app/domain/charter/in-words-for.ts';
import { cheapestPath } from '#app/domain/scoring/cheapest-path.ts';
import { fullYears } from '#app/domain/scoring/precondition.ts';
import { scoreAssessment } from '#app/domain/scoring/score.ts';
import { answersOf, charterOf, level } from '#tests/support/charter-factory.ts';

const wales: Condition = { kind: 'is', fact: 'nation', value: 'wales' };
const ten: Condition = { kind: 'at-least', fact: 'posts', value: 10 };
const known = (facts: Readonly<Record<string, string>>) => new Map(Object.entries(facts));

describe('a condition', () => {
  test.each<[string, Condition, Readonly<Record<string, string>>, boolean | null]>([
    ['is', wales, { nation: 'wales' }, true],
    ['is not', wales, { nation: 'england' }, false],
    ['unknown', wales, {}, null],
    [
      'one of',
      { kind: 'in', fact: 'nation', values: ['england', 'wales'] },
      { nation: 'wales' },
      true,
    ],
    ['at least', ten, { posts: '10' }, true],
    ['fewer', ten, { posts: '9' }, false],
    ['not unknown is unknown', { kind: 'not', of: wales }, {}, null],
    ['not', { kind: 'not', of: wales }, { nation: 'england' }, true],
    ['all, one false', { kind: 'all', of: [wales, ten] }, { posts: '1' }, false],
    ['all, one unknown', { kind: 'all', of: [wales, ten] }, { posts: '10' }, null],
    ['any, one true', { kind: 'any', of: [wales, ten] }, { posts: '10' }, true],
    ['any, one unknown', { kind: 'any', of: [wales, ten] }, { posts: '1' }, null],
    ['any, all false', { kind: 'any', of: [wales, ten] }, { posts: '1', nation: 'england' }, false],
  ])('%s', (_, condition, facts, expected) => {
    expect(holds(condition, known(facts))).toBe(expected);
  });

  test('names the facts that it reads, each once', () => {
    expect(factsIn({ kind: 'all', of: [wales, { kind: 'not', of: wales }, ten] })).toEqual([
      'nation',
      'posts',
    ]);
  });
});

const charter = charterOf({
  format: 2,
  criteria: [
    { id: 'A1' },
    { id: 'A2', appliesWhen: ten, variants: [{ when: wales, title: 'Yng Nghymru' }] },
  ],
  levels: [
    level('low', { overall: '50' }),
    level('high', {
      overall: '75',
      preconditions: [
        { kind: 'held', level: 'low', years: 2 },
        { kind: 'fact', fact: 'completedCycle', is: true },
      ],
    }),
  ],
});
const claims = answersOf({ A1: 4, A2: 0 });
const scored = (facts: Readonly<Record<string, string>>) =>
  scoreAssessment(charter, { ...claims, facts: known(facts) });

describe('a criterion that applies only where a fact is so', () => {
  test('is out of every score where it is not, with the fact as reason', () => {
    const card = scored({ posts: '9' });
    expect(card.overall).toEqual({ points: 4, available: 4 });
    expect(card.criteria[1]).toMatchObject({
      applicable: false,
      claimed: null,
      ruledOutBy: ['posts'],
    });
    expect(card.unanswered).toEqual([]);
  });

  test('applies where it is so, and where nothing is known', () => {
    for (const facts of [{ posts: '10' }, {}]) {
      expect(scored(facts).overall).toEqual({ points: 4, available: 8 });
    }
  });
});

test('a variant changes words where its condition is true, and nothing where it is unknown', () => {
  const title = (facts: Readonly<Record<string, string>>) =>
    inWordsFor(charter, known(facts)).sections[0]?.criteria[1]?.title;
  expect(title({ nation: 'wales' })).toBe('Yng Nghymru');
  expect([title({}), title({ nation: 'england' })]).toEqual(['Title of A2', 'Title of A2']);
});

test('a justification is needed for not applicable, unless the criterion asks for none', () => {
  const of = (notApplicableReason: 'required' | 'none') =>
    scoreAssessment(
      charterOf({ criteria: [{ id: 'A1', notApplicableReason }] }),
      answersOf({ A1: ' ' }),
    ).criteria[0]?.applicable;
  expect([of('required'), of('none')]).toEqual([true, false]);
});

describe('preconditions', () => {
  const full = answersOf({ A1: 4, A2: 4 });
  const all = { facts: known({ completedCycle: 'true' }), held: new Map([['low', 2]]) };

  test('a level counts with them, and with those below it', () => {
    expect(scoreAssessment(charter, { ...full, ...all }).level).toBe('high');
    expect(scoreAssessment(charter, { ...full, ...all, held: new Map([['low', 1]]) }).level).toBe(
      'low',
    );
  });

  test('what is unknown is not met and says so', () => {
    const high = scoreAssessment(charter, full).levels[1];
    expect(high).toMatchObject({
      met: false,
      conditions: [
        { kind: 'overall', met: true },
        { kind: 'precondition', met: false, state: 'unknown', years: null, short: 2 },
        { kind: 'precondition', met: false, state: 'unknown', years: null, short: 0 },
      ],
    });
  });

  test('a way lists the facts to enter and supposes them; what is not so is the reason that there is none', () => {
    const way = (known_: object) =>
      cheapestPath(charter, { ...full, ...known_ }, { to: 'high', pins: new Set() });
    expect(way({})).toMatchObject({
      status: 'reachable',
      steps: [],
      enterFacts: ['heldSince', 'completedCycle'],
      after: { level: 'high' },
    });
    expect(way({ ...all, facts: known({ completedCycle: 'false' }) })).toMatchObject({
      status: 'unreachable',
      reasons: [{ kind: 'precondition', level: 'high', precondition: { fact: 'completedCycle' } }],
      after: { level: 'low' },
    });
    expect(way(all).status).toBe('already-met');
  });

  test.each([
    ['2024-11-28', '2026-11-28', 2],
    ['2024-11-29', '2026-11-28', 1],
    ['2024-02-29', '2025-02-28', 0],
    ['2024-02-29', '2025-03-01', 1],
    ['2027-01-01', '2026-11-28', 0],
  ])('from %s to %s are %i full years', (since, until, years) => {
    expect(fullYears(since, until)).toBe(years);
  });
});
