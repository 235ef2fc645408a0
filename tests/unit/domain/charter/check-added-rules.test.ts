// What a charter of format 2 may not say in rules of evidence and of indicators (scoring.md, What charter format
// 2 adds): each mistake is found where it stands, and alone.
import { expect, test } from 'vitest';
import { checkEvidenceRules } from '#app/domain/charter/checks/check-evidence-rules.ts';
import { checkIndicatorRule } from '#app/domain/charter/checks/check-indicator-rule.ts';
import type { Known } from '#app/domain/charter/checks/known.ts';
import { Place } from '#app/domain/charter/view.ts';

const named = (entries: Readonly<Record<string, object>>) =>
  new Map(Object.entries(entries).map(([id, data]) => [id, new Place('charter.yaml', [], data)]));

const known: Known = {
  highest: 4,
  labels: [],
  sections: new Map(),
  criteria: new Map(),
  indicators: named({
    reach: { kind: 'relative-likelihood' },
    senior: { kind: 'trend' },
    middle: { kind: 'trend' },
  }),
  kinds: named({ testimony: {} }),
  facts: new Map(),
};

const found = (findings: ReturnType<typeof checkIndicatorRule>) =>
  findings.map(({ path, on, code }) => `${path.join('.')} ${on} ${code}`);

const rule = (data: object) =>
  found(checkIndicatorRule(new Place('sections/1.yaml', [], { from: '3', ...data }), known));

const rises = { indicator: 'senior', rises: 'true' };
const share = { indicator: 'senior', atLeastShareOf: 'middle' };

test.each<[string, object]>([
  ['a bound', { indicator: 'reach', min: '0.80' }],
  ['a rise', { ...rises, numeratorNotLower: 'true' }],
  ['a share', share],
  ['one of two', { or: [rises, share] }],
  [
    'evidence in its place',
    { ...share, alternative: { when: ['too-few'], evidence: { minimum: '2', kind: 'testimony' } } },
  ],
])('%s is sound', (_, data) => {
  expect(rule(data)).toEqual([]);
});

test.each<[string, object, readonly string[]]>([
  ['no indicator', {}, [' value missing-key']],
  ['an unknown one', { indicator: 'rech', min: '1' }, ['indicator value unknown-indicator']],
  [
    'an indicator beside or',
    { indicator: 'senior', or: [rises, share] },
    ['indicator key indicator-rule'],
  ],
  ['a bound beside or', { min: '1', or: [rises, share] }, ['min key indicator-rule']],
  [
    'an unknown one under or',
    { or: [rises, { ...share, indicator: 'x' }] },
    ['or.1.indicator value unknown-indicator'],
  ],
  ['a rise of a ratio', { indicator: 'reach', rises: 'true' }, [' value indicator-rule']],
  [
    'a share of a ratio',
    { indicator: 'reach', min: '1', atLeastShareOf: 'middle' },
    [' value indicator-rule'],
  ],
  ['nothing of a trend', { indicator: 'senior' }, [' value indicator-rule']],
  ['a bound of a trend', { ...rises, min: '1' }, [' value indicator-rule']],
  ['two things of a trend at once', { ...rises, ...share }, [' value indicator-rule']],
  [
    'no fewer people without a rise',
    { ...share, numeratorNotLower: 'true' },
    ['numeratorNotLower key indicator-rule'],
  ],
  [
    'a share of itself',
    { ...share, atLeastShareOf: 'senior' },
    ['atLeastShareOf value indicator-rule'],
  ],
  [
    'a share of a ratio',
    { ...share, atLeastShareOf: 'reach' },
    ['atLeastShareOf value indicator-rule'],
  ],
  [
    'a share of nothing',
    { ...share, atLeastShareOf: 'midle' },
    ['atLeastShareOf value unknown-indicator'],
  ],
  ['from above the scale', { ...share, from: '5' }, ['from value bad-rating']],
  [
    'one reason twice',
    { ...share, alternative: { when: ['too-few', 'too-few'], evidence: {} } },
    ['alternative.when.1 value duplicate-id'],
  ],
  [
    'an unknown kind',
    { ...share, alternative: { when: ['too-few'], evidence: { kind: 'paper' } } },
    ['alternative.evidence.kind value unknown-kind'],
  ],
])('%s is not', (_, data, expected) => {
  expect(rule(data)).toEqual(expected);
});

const rules = (data: readonly object[]) =>
  found(checkEvidenceRules(new Place('sections/1.yaml', [], data), known));

test('evidence rules rise within one kind, and within those without one', () => {
  const plain = [
    { from: '2', minimum: '1' },
    { from: '3', minimum: '2' },
  ];
  expect(rules([...plain, { from: '2', minimum: '1', kind: 'testimony' }])).toEqual([]);
  expect(
    rules([
      { from: '2', minimum: '1', kind: 'testimony' },
      ...plain,
      { from: '3', minimum: '1', kind: 'testimony' },
    ]),
  ).toEqual(['3 value evidence-order']);
  expect(rules([{ from: '2', minimum: '1', kind: 'story' }])).toEqual([
    '0.kind value unknown-kind',
  ]);
});
