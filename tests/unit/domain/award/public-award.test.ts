import path from 'node:path';
import { expect, test } from 'vitest';
import { loadCharterLibrary } from '#app/adapters/charter-files/charter-library.ts';
import { publicAward } from '#app/domain/award/public-award.ts';
import { PRIVATE, PUBLIC, decisionRecord } from '#tests/support/award-record.ts';

const library = await loadCharterLibrary(
  path.resolve(import.meta.dirname, '../../../../charter-criteria'),
);
const charter = library.versions.get('bme-mentoring@1.0.0')?.charter;
if (charter === undefined) throw new Error('no charter');
const RECORD = decisionRecord(charter);

test('the record holds every canary, and what is public of it holds none', () => {
  const whole = JSON.stringify(RECORD);
  const shown = JSON.stringify(publicAward(RECORD));
  for (const canary of Object.values(PRIVATE)) {
    expect(whole).toContain(canary);
    expect(shown).not.toContain(canary);
  }
});

test('narratives, ratings, commendations and the plan are public', () => {
  const shown = publicAward(RECORD);
  expect(shown.summary).toBe(PUBLIC.summary);
  expect(shown.criteria.map(({ rating }) => rating)).toEqual(RECORD.criteria.map(() => 3));
  expect(shown.criteria[0]).toMatchObject({
    commendation: PUBLIC.commendation,
    narrative: expect.stringContaining(PUBLIC.narrative),
  });
  expect(shown.plan.map(({ objective }) => objective)).toEqual([PUBLIC.objective]);
});

test('the name of an owner is removed wherever else the plan says it', () => {
  const content = {
    ...RECORD.content,
    actions: [
      {
        objective: 'Ask Ffion Marchetti to lead',
        owner: 'Ffion Marchetti, Head of Learning',
        responsible: 'Tom; Oya Brandt-Lewis',
        steps: ['Oya Brandt-Lewis and Tom write to the Head of Learning.'],
      },
    ],
  };
  expect(publicAward({ ...RECORD, content }).plan[0]).toMatchObject({
    objective: 'Ask [name removed] to lead',
    // One word alone may be any word, and a post is no name.
    steps: ['[name removed] and Tom write to the Head of Learning.'],
  });
});
