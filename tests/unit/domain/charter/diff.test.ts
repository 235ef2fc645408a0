import { describe, expect, test } from 'vitest';
import type { Charter } from '#app/domain/charter/charter.ts';
import { diffCharters } from '#app/domain/charter/diff.ts';
import {
  charterOf,
  level,
  ratioOf,
  relativeLikelihood,
  threshold,
  trend,
  type CharterParts,
  type CriterionParts,
} from '#tests/support/charter-factory.ts';

const A1 = {
  id: 'A1',
  question: 'What?',
  title: 'First',
  descriptors: ['none', 'some'],
} satisfies CriterionParts;
const A2 = {
  id: 'A2',
  indicatorRules: [{ indicator: 'ratio', from: 2, min: ratioOf('0.80') }],
} satisfies CriterionParts;
const levels = [level('low', { overall: '40', section: '20', requires: { A1: 1 } })];
const indicators = [relativeLikelihood('ratio', 10)];
const before = charterOf({ criteria: [A1, A2], levels, indicators });

function changedTo(parts: Partial<CharterParts>, also: Partial<Charter> = {}) {
  const version = parts.version ?? '2.0.0';
  const after = charterOf({ criteria: [A1, A2], levels, indicators, ...parts, version });
  return diffCharters(before, { ...after, ...also });
}

const withA1 = (parts: Partial<CriterionParts>) =>
  changedTo({ criteria: [{ ...A1, ...parts }, A2] });

test('a version that differs in nothing needs no new number', () => {
  const diff = changedTo({ version: '1.0.0' });
  expect(diff).toMatchObject({ needs: 'none', declared: 'none', truthful: true, causes: [] });
  expect(diff.criteria.map(({ kind }) => kind)).toEqual(['unchanged', 'unchanged']);
});

test('a title, guidance, rationale or wanted evidence is wording, so a patch', () => {
  const rationale = { why: 'Because.', sources: [{ source: 'study' }] };
  for (const part of [
    { title: 'Other' },
    { guidance: 'Other' },
    { rationale },
    { evidenceWanted: ['Other'] },
  ]) {
    const diff = withA1(part);
    expect(diff.criteria[0]).toMatchObject({ id: 'A1', kind: 'wording', origin: 'same' });
    expect(diff.needs).toBe('patch');
  }
});

test('a question, a descriptor or anything that scoring reads changes the criterion: minor', () => {
  const parts: readonly (readonly [string, Partial<CriterionParts>])[] = [
    ['question', { question: 'Other?' }],
    ['descriptors', { descriptors: ['none', 'more'] }],
    ['weight', { weight: 2 }],
    ['effort', { effort: [2, 2, 2, 2] }],
    ['evidence-rules', { evidenceRules: [{ from: 2, minimum: 1 }] }],
    ['indicator-rules', { indicatorRules: A2.indicatorRules }],
    ['not-applicable', { notApplicable: null }],
  ];
  for (const [name, part] of parts) {
    const diff = withA1(part);
    expect(diff.criteria[0]).toMatchObject({ kind: 'changed', parts: { changed: [name] } });
    expect(diff.needs).toBe('minor');
  }
});

test('a criterion moved to another section is changed', () => {
  expect(withA1({ section: 'B' }).criteria[0]).toMatchObject({
    kind: 'changed',
    parts: { changed: ['section'] },
  });
});

test('a number that scoring does not read is more than wording, but no answer needs review', () => {
  const diff = withA1({ minutes: 45 });
  expect(diff.criteria[0]).toMatchObject({ kind: 'wording', parts: { numbers: ['minutes'] } });
  expect(diff.needs).toBe('minor');
});

test('whether a changed question or descriptor means something else is left to a reader', () => {
  expect(withA1({ question: 'Other?' }).toJudge).toEqual(['A1']);
  expect(withA1({ weight: 2 }).toJudge).toEqual([]);
});

test('an added criterion is minor, a removed one major', () => {
  const added = changedTo({ criteria: [A1, A2, { id: 'A3' }] });
  expect(added.criteria[2]).toMatchObject({ id: 'A3', kind: 'added', from: [] });
  expect(added.needs).toBe('minor');
  const removed = changedTo({ criteria: [A1] });
  expect(removed.criteria[1]).toMatchObject({ id: 'A2', kind: 'removed', origin: 'none' });
  expect(removed.needs).toBe('major');
});

test('a rename is minor, a split and a merge are major', () => {
  const renamed = changedTo({ criteria: [{ ...A1, id: 'N1', replaces: ['A1'] }, A2] });
  expect(renamed.criteria).toHaveLength(2);
  expect(renamed.criteria[0]).toMatchObject({ kind: 'wording', origin: 'rename', from: ['A1'] });
  expect(renamed.needs).toBe('minor');
  const part = (id: string) => ({ ...A1, id, replaces: ['A1'] });
  const split = changedTo({ criteria: [part('N1'), part('N2'), A2] });
  expect(split.criteria.map(({ origin }) => origin)).toEqual(['split', 'split', 'same']);
  expect(split.needs).toBe('major');
  const merged = changedTo({ criteria: [{ id: 'N1', replaces: ['A2', 'A1'] }] });
  expect(merged.criteria).toHaveLength(1);
  expect(merged.criteria[0]).toMatchObject({ origin: 'merge', from: ['A1', 'A2'] });
  expect(merged.needs).toBe('major');
});

test('every threshold and required rating that differs is given before and after: minor', () => {
  const diff = changedTo({
    levels: [level('low', { overall: '45.5', sections: { A: '30' }, section: '20.0' })],
  });
  expect(diff.levels).toEqual([
    {
      id: 'low',
      kind: 'changed',
      moved: false,
      numbers: [
        { kind: 'overall', before: threshold('40'), after: threshold('45.5') },
        { kind: 'section-override', section: 'A', before: null, after: threshold('30') },
        { kind: 'required', criterion: 'A1', before: 1, after: null },
      ],
    },
  ]);
  expect(diff.needs).toBe('minor');
});

test('an added level, a removed one and another order of levels are minor', () => {
  const high = level('high', { overall: '80' });
  const added = changedTo({ levels: [...levels, high] });
  expect(added.levels.map(({ kind }) => kind)).toEqual(['unchanged', 'added']);
  const two = charterOf({ criteria: [A1, A2], levels: [...levels, high], indicators });
  const removed = diffCharters(two, before);
  expect(removed.levels.map(({ kind }) => kind)).toEqual(['unchanged', 'removed']);
  const swapped = diffCharters(two, { ...two, levels: two.levels.toReversed() });
  expect(swapped.levels.map(({ kind, moved }) => [kind, moved])).toEqual([
    ['changed', true],
    ['changed', true],
  ]);
  expect([added.needs, removed.needs, swapped.needs]).toEqual(['minor', 'minor', 'minor']);
});

test('a level that is only reworded is a patch', () => {
  const [low] = levels;
  const diff = changedTo({ levels: low ? [{ ...low, means: 'Other' }] : [] });
  expect(diff.levels[0]?.kind).toBe('wording');
  expect(diff.needs).toBe('patch');
});

test('another number of ratings or another label is major, another meaning minor', () => {
  const scale = before.scale.map((rating) => ({ ...rating, meaning: 'Other' }));
  expect(changedTo({ highest: 5 })).toMatchObject({ needs: 'major', scale: { kind: 'changed' } });
  expect(changedTo({}, { scale })).toMatchObject({ needs: 'minor', scale: { kind: 'wording' } });
  const labels = before.scale.map((rating) => ({ ...rating, label: `New ${rating.label}` }));
  expect(changedTo({}, { scale: labels }).needs).toBe('major');
});

test('the definition of an indicator changes the criteria with a rule on it', () => {
  const diff = changedTo({ indicators: [relativeLikelihood('ratio', 20)] });
  expect(diff.indicators).toEqual([{ id: 'ratio', kind: 'changed' }]);
  expect(diff.criteria[1]).toMatchObject({
    kind: 'changed',
    parts: { changed: ['indicator-definition'] },
  });
  expect(diff.criteria[0]?.kind).toBe('unchanged');
  expect(diff.needs).toBe('minor');
});

test('an indicator of another kind is major, a retitled one a patch', () => {
  expect(changedTo({ indicators: [trend('ratio', 10)] })).toMatchObject({
    needs: 'major',
    indicators: [{ id: 'ratio', kind: 'replaced' }],
  });
  const retitled = { ...relativeLikelihood('ratio', 10), title: 'Other' };
  expect(changedTo({ indicators: [retitled] }).needs).toBe('patch');
});

test('texts of the charter and its sections, and another order of criteria, are a patch', () => {
  const titled = changedTo({}, { title: 'Other' });
  const [section] = before.sections;
  const summed = changedTo({}, { sections: section ? [{ ...section, summary: 'Other' }] : [] });
  const ordered = changedTo({ criteria: [A2, A1] });
  expect([titled, summed, ordered].map(({ causes }) => causes)).toEqual([
    [{ needs: 'patch', what: 'charter-wording', id: null }],
    [{ needs: 'patch', what: 'section-wording', id: 'A' }],
    [{ needs: 'patch', what: 'order', id: null }],
  ]);
});

test('a version number tells the truth when its step is at least the one needed', () => {
  const minorChange = { criteria: [{ ...A1, weight: 2 }, A2] };
  const verdicts = ['1.0.0', '1.0.1', '1.1.0', '2.0.0', '0.9.0'].map((version) => {
    const { declared, truthful } = changedTo({ ...minorChange, version });
    return [version, declared, truthful];
  });
  expect(verdicts).toEqual([
    ['1.0.0', 'none', false],
    ['1.0.1', 'patch', false],
    ['1.1.0', 'minor', true],
    ['2.0.0', 'major', true],
    ['0.9.0', 'lower', false],
  ]);
});

test('version numbers are compared as numbers, not as text', () => {
  const older = { ...before, version: '1.9.0' };
  expect(diffCharters(older, { ...before, version: '1.10.0' }).declared).toBe('minor');
});

test('another charter is never a truthful next version', () => {
  expect(changedTo({}, { id: 'other' })).toMatchObject({ needs: 'major', truthful: false });
});

test('every condition of format 2 that differs is named, before and after; another order is none', () => {
  const anyOf = { id: 'some', rating: 3, count: 1, of: ['A1', 'A2'], minimumLeft: 1 };
  const lowest = { overall: '40', section: '20', requires: { A1: 1 } };
  const older = charterOf({
    criteria: [A1, A2],
    indicators,
    levels: [level('low', { ...lowest, floor: 1, anyOf: [anyOf], answered: ['A1', 'A2'] })],
  });
  const same = { ...lowest, floor: 1, anyOf: [{ ...anyOf, of: ['A2', 'A1'] }] };
  const to = (parts: Parameters<typeof level>[1]) =>
    diffCharters(older, { ...older, version: '1.1.0', levels: [level('low', parts)] });
  expect(to({ ...same, answered: ['A2', 'A1'] }).levels[0]?.kind).toBe('unchanged');
  const changed = to({ ...lowest, floors: { A: 2 }, anyOf: [{ ...anyOf, count: 2 }] });
  expect(changed.levels[0]?.numbers).toEqual([
    { kind: 'floor', section: null, before: 1, after: null },
    { kind: 'floor', section: 'A', before: null, after: 2 },
    { kind: 'any-of', id: 'some', before: anyOf, after: { ...anyOf, count: 2 } },
    { kind: 'answered', before: ['A1', 'A2'], after: null },
  ]);
  expect(changed.causes).toEqual([{ needs: 'minor', what: 'level', id: 'low' }]);
});

describe('what format 2 adds', () => {
  const nation = {
    id: 'nation',
    kind: 'choice' as const,
    question: 'Where?',
    guidance: '',
    options: [{ id: 'england', label: 'England' }],
  };
  const kind = { id: 'testimony', label: 'Testimony', means: 'What people say.' };
  const older = charterOf({
    criteria: [A1, A2],
    levels,
    indicators,
    facts: [nation],
    kinds: [kind],
  });
  const causes = (also: Partial<Charter>) =>
    diffCharters(older, { ...older, version: '1.1.0', ...also }).causes.map(
      ({ needs, what, id }) => `${needs} ${what} ${id}`,
    );
  const withCriterion = (parts: Partial<CriterionParts>) => ({
    sections: charterOf({ criteria: [{ ...A1, ...parts }, A2] }).sections,
  });

  test.each<[string, Partial<Charter>, readonly string[]]>([
    ['cumulative on', { cumulative: true }, ['major cumulative null']],
    ['a kind gone', { kinds: [] }, ['minor evidence-kind testimony']],
    [
      'a kind in other words',
      { kinds: [{ ...kind, means: 'x' }] },
      ['patch evidence-kind-wording testimony'],
    ],
    ['a fact gone', { facts: [] }, ['minor fact nation']],
    [
      'a fact with another option',
      { facts: [{ ...nation, options: [{ id: 'wales', label: 'Wales' }] }] },
      ['minor fact nation'],
    ],
    [
      'a fact in other words',
      { facts: [{ ...nation, question: 'In which?' }] },
      ['patch fact-wording nation'],
    ],
    ['a word explained', { glossary: [{ term: 'ally', means: 'x' }] }, ['patch explanations null']],
    [
      'another scope',
      withCriterion({ scope: 'organisation' }),
      ['minor criterion-changed A1', 'major criterion-scope A1'],
    ],
    [
      'where it applies',
      withCriterion({ appliesWhen: { kind: 'is', fact: 'nation', value: 'x' } }),
      ['minor criterion-changed A1'],
    ],
    [
      'no reason asked',
      withCriterion({ notApplicableReason: 'none' }),
      ['minor criterion-changed A1'],
    ],
    ['no narrative asked', withCriterion({ narrative: 'optional' }), ['minor criterion-number A1']],
    [
      'other statements',
      withCriterion({ statements: [[], ['some']] }),
      ['minor criterion-changed A1'],
    ],
    [
      'an example',
      withCriterion({ examples: { good: { text: 'a', why: 'b' }, weak: { text: 'a', why: 'b' } } }),
      ['patch criterion-wording A1'],
    ],
    [
      'a precondition',
      {
        levels: [
          level('low', {
            overall: '40',
            section: '20',
            requires: { A1: 1 },
            preconditions: [{ kind: 'held', level: 'x', years: 1 }],
          }),
        ],
      },
      ['minor level low'],
    ],
  ])('%s', (_, also, expected) => {
    expect(causes(also)).toEqual(expected);
  });
});
