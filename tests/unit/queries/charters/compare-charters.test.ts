import { describe, expect, test } from 'vitest';
import type { Actor } from '#app/domain/policy/actor.ts';
import { comparePage } from '#app/queries/charters/charters-page.ts';
import { causeText, criterionText, levelLines } from '#words/charters/charter-changes.ts';
import { diffCharters } from '#app/domain/charter/diff.ts';
import { charterOf, level } from '#tests/support/charter-factory.ts';
import { personWith, testServices } from '#tests/support/services.ts';

const administrator: Actor = {
  id: 'admin',
  name: 'Bethan Admin',
  email: 'admin@body.example',
  memberships: [{ role: 'charter-administrator', organisation: null, department: null }],
};
const A1 = { id: 'A1', question: 'Who leads it?', descriptors: ['Nobody', 'Somebody'] };
const A2 = { id: 'A2' };
const before = charterOf({
  criteria: [A1, A2],
  levels: [level('low', { overall: '40', requires: { A1: 1 } })],
});
const after = charterOf({
  version: '2.0.0',
  criteria: [
    { ...A1, question: 'Who owns it?', descriptors: ['Nobody', 'Somebody senior'], weight: 2 },
    { id: 'A3' },
  ],
  levels: [level('low', { overall: '50', requires: { A1: 2 } })],
});

/** The two made-up versions, as a library would hold them. */
function library() {
  const version = (charter: typeof before) => ({
    charter,
    translations: new Map(),
    published: true,
    hash: '0',
  });
  const versions = new Map([
    ['one', version(before)],
    ['two', version(after)],
  ]);
  return { library: { versions, refused: [] } };
}

describe('two versions compared', () => {
  test('every difference is said in words, and texts word by word', () => {
    const page = comparePage(library(), administrator, { from: 'one', to: 'two' });
    expect(page?.compared).toMatchObject({
      truthful: true,
      verdict:
        'The changes need a major step (the first number); the version number says a major step (the first number). The number tells the truth.',
      levels: [
        'Label of low, overall score: 40% before, 50% after',
        'Label of low, A1 Title of A1: rating 1 before, rating 2 after',
      ],
      unchanged: 0,
    });
    expect(page?.compared?.criteria).toMatchObject([
      {
        id: 'A1',
        text: 'Changed: question, what each rating means, weight',
        toJudge: true,
        words: [
          {
            what: 'Question',
            changes: [
              { kind: 'kept', text: 'Who ' },
              { kind: 'removed', text: 'leads' },
              { kind: 'added', text: 'owns' },
              { kind: 'kept', text: ' it?' },
            ],
          },
          { what: 'Rating 1' },
        ],
      },
      { id: 'A3', text: 'New', words: [] },
      { id: 'A2', text: 'Removed', words: [] },
    ]);
    expect(page?.compared?.causes).toContainEqual({
      text: 'A criterion is removed: A2',
      needs: 'major',
    });
  });

  test('a number that does not tell the truth is said to be so', () => {
    const sly = { ...after, version: '1.0.1' };
    const given = library();
    given.library.versions.set('two', {
      charter: sly,
      translations: new Map(),
      published: false,
      hash: '0',
    });
    const page = comparePage(given, administrator, { from: 'one', to: 'two' });
    expect(page?.compared?.truthful).toBe(false);
    expect(page?.compared?.verdict).toContain('does not tell the truth');
  });

  test('the versions that are shipped can be compared with each other, both ways', async () => {
    const services = await testServices();
    const names = [...services.library.versions.keys()];
    for (const from of names) {
      for (const to of names) {
        const page = comparePage(services, administrator, { from, to });
        const texts = JSON.stringify(page?.compared);
        expect(texts).not.toContain('undefined');
        if (from === to) expect(page?.compared?.criteria).toEqual([]);
      }
    }
    const same = comparePage(services, administrator, {
      from: 'bme-mentoring@1.0.0',
      to: 'bme-mentoring@2.0.0',
    });
    expect(same?.compared?.truthful).toBe(true);
    expect(same?.compared?.criteria.length).toBeGreaterThan(0);
  });

  test('without two that exist there is only the choice; for others nothing', () => {
    for (const [from, to] of [
      ['', ''],
      ['one', 'three'],
      ['constructor', 'one'],
    ] as const) {
      expect(comparePage(library(), administrator, { from, to })?.compared).toBeNull();
    }
    const lead = personWith('assessment-lead', 'north', null);
    expect(comparePage(library(), lead, { from: 'one', to: 'two' })).toBeNull();
  });

  test('names come from whichever version has them', () => {
    const diff = diffCharters(after, before);
    expect(levelLines({ from: after, to: before }, diff.levels)[1]).toContain('A1 Title of A1');
    expect(diff.criteria.map(criterionText)).toEqual([
      'Changed: question, what each rating means, weight',
      'New',
      'Removed',
    ]);
    expect(causeText({ what: 'order', id: null, needs: 'patch' })).toBe('The order differs');
  });
});
