// How the charters of format 2 read: every criterion at an age of 13, and no sentence too long to follow; and of
// the mentoring charter, that it is no more work than a department can do.
import { describe, expect, test } from 'vitest';
import { allCriteria, type Criterion } from '#app/domain/charter/charter.ts';
import type { Variant } from '#app/domain/charter/variant.ts';
import { mentoringCharter } from '#tests/support/mentoring-charter.ts';
import { gradeOf, sentencesOf, syllablesOf, wordsOf } from '#tests/support/reading-ease.ts';
import { RUNNING_EXAMPLE, shippedCharter } from '#tests/support/shipped-charter.ts';

const criteria = allCriteria(await mentoringCharter());
const example = allCriteria(await shippedCharter(RUNNING_EXAMPLE));

function textsOf(criterion: Criterion): readonly string[] {
  const actions = criterion.suggestedActions.flatMap((action) =>
    action === null ? [] : [action.objective, ...action.steps, action.measure],
  );
  const { examples, notApplicable } = criterion;
  return [
    criterion.title,
    criterion.question,
    criterion.guidance,
    criterion.rationale.why,
    criterion.descriptors[0] ?? '',
    ...criterion.statements.flat(),
    ...criterion.evidenceWanted,
    ...actions,
    ...(notApplicable === null ? [] : [notApplicable]),
    ...(examples === null ? [] : Object.values(examples).flatMap(({ text, why }) => [text, why])),
    ...criterion.variants.flatMap(variantTexts),
  ];
}

function variantTexts(variant: Variant): readonly string[] {
  const { title = '', question = '', guidance = '', notApplicable: none = '' } = variant;
  const actions = Object.values(variant.suggestedActions ?? {}).flatMap(
    ({ objective = '', steps = [], measure = '' }) => [objective, ...steps, measure],
  );
  return [
    ...[title, question, guidance, none, ...Object.values(variant.descriptors ?? {})],
    ...Object.values(variant.statements ?? {}).flat(),
    ...(variant.wanted ?? []),
    ...actions,
  ];
}

test.each([
  ['trust', 1],
  ['mentor', 2],
  ['department', 3],
  ['named', 1],
  ['needed', 2],
  ['charities', 3],
  ['table', 2],
])('%s has %i syllables', (word, syllables) => {
  expect(syllablesOf(word)).toBe(syllables);
});

// Ten words of ten syllables in two sentences: 0.39 × 5 + 11.8 × 1 - 15.59 = -1.84.
test('the grade is that of the formula', () => {
  expect(gradeOf(['The cat sat on mats. It then had a nap.'])).toBeCloseTo(-1.84, 2);
});

test.each([...criteria, ...example].map((criterion) => [criterion.id, criterion] as const))(
  '%s reads at grade 8 or below, no sentence over 25 words',
  (_, criterion) => {
    const texts = textsOf(criterion);
    expect(gradeOf(texts)).toBeLessThanOrEqual(8);
    const long = sentencesOf(texts).filter((sentence) => wordsOf(sentence).length > 25);
    expect(long).toEqual([]);
  },
);

describe('bme-mentoring 2.0.0', () => {
  test('what a department writes is at most 10,000 words in 16 hours', () => {
    const own = criteria.filter(({ scope }) => scope === 'department');
    const sum = (of: (criterion: Criterion) => number) =>
      own.reduce((total, criterion) => total + of(criterion), 0);
    expect(own.length).toBeGreaterThan(30);
    expect(sum(({ wordLimit }) => wordLimit)).toBeLessThanOrEqual(10_000);
    expect(sum(({ minutes }) => minutes)).toBeLessThanOrEqual(16 * 60);
  });

  test('no owner has more than a quarter of the suggested actions', () => {
    const owners = criteria.flatMap(({ suggestedActions }) =>
      suggestedActions.flatMap((action) => action?.owner ?? []),
    );
    const most = Math.max(
      ...[...new Set(owners)].map((owner) => owners.filter((each) => each === owner).length),
    );
    expect(most / owners.length).toBeLessThanOrEqual(0.25);
  });

  test('all 42 findings of the research are named', () => {
    const cited = criteria.flatMap(({ rationale }) =>
      rationale.sources.flatMap(({ findings = [] }) => findings),
    );
    expect([...new Set(cited)].toSorted((one, other) => one - other)).toEqual(
      Array.from({ length: 42 }, (_, index) => index + 1),
    );
  });
});
