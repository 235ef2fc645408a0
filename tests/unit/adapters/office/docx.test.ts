import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readDraft } from '#app/adapters/office/docx-read.ts';
import { writeDraft } from '#app/adapters/office/docx-write.ts';
import { draftChanges, NOTHING_SAID, type Said } from '#app/domain/assessment/draft-changes.ts';
import {
  type DraftCriterion,
  type DraftDocument,
  documentText,
} from '#app/domain/assessment/draft-document.ts';
import { charterOf } from '#tests/support/charter-factory.ts';

const charter = charterOf({
  criteria: [{ id: 'G1' }, { id: 'G2', notApplicable: 'Where there is no second application' }],
});

function criterionOf(id: string, said: Said, version: number): DraftCriterion {
  return {
    id,
    title: 'A named sponsor is accountable',
    question: 'Who answers for mentoring?',
    guidance: 'Name one person.',
    descriptors: [{ label: '0 Absent', text: 'Nobody does.' }],
    wordLimit: 400,
    highest: 4,
    mayNotApply: id === 'G2' ? 'Where there is no second application' : null,
    version,
    ...said,
  };
}

function draftOf(criteria: readonly DraftCriterion[]): DraftDocument {
  return {
    assessmentId: '01a2-b3',
    title: 'Questions and draft',
    organisation: 'Trust & Friends <Ltd>',
    department: 'Tŷ Gŵydd',
    charter: 'Example charter, version 1.0.0',
    notice: 'A proposal.',
    sections: [{ title: 'Governance', summary: 'Who leads.', criteria }],
  };
}

async function readBack(draft: DraftDocument) {
  const read = await readDraft(await writeDraft(draft));
  if (!read.ok) throw new Error(read.problem.code);
  return read.value;
}

const text = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 60 }),
  fc.string({ unit: 'binary', maxLength: 20 }),
  fc
    .array(fc.constantFrom(' ', '\n', '\t', '\r\n', '<&>', ']]>', 'ŵ', 'عائشة', '👩🏽‍⚕️', 'a'), {
      maxLength: 12,
    })
    .map((pieces) => pieces.join('')),
  fc.constantFrom(
    '  leading and trailing  ',
    'Siân: “rwy’n falch”\n\nعائشة قالت: نعم\n',
    '[G2 narrative 9]',
    '<script>&amp;</script>',
  ),
);
const said: fc.Arbitrary<Said> = fc.record({
  claimed: fc.option(fc.integer({ min: 0, max: 4 })),
  notApplicable: fc.constant(null),
  narrative: text,
});

describe('a document that nobody changed', () => {
  test('says what was in it', async () => {
    await fc.assert(
      fc.asyncProperty(text, fc.nat(1_000), async (narrative, version) => {
        const draft = draftOf([criterionOf('G1', { ...NOTHING_SAID, narrative }, version)]);
        const { assessmentId, places } = await readBack(draft);
        expect(assessmentId).toBe('01a2-b3');
        expect(places.filter(({ field }) => field === 'rating')).toHaveLength(1);
        expect(places.find(({ field }) => field === 'narrative')).toEqual({
          criterion: 'G1',
          field: 'narrative',
          version,
          text: documentText(narrative),
        });
      }),
      { numRuns: 150 },
    );
  });

  test('changes nothing, whatever the answers are', async () => {
    await fc.assert(
      fc.asyncProperty(said, said, text, async (first, second, reason) => {
        const notApplicable = reason.trim() === '' ? null : reason;
        const other =
          notApplicable === null || documentText(reason).trim() === ''
            ? second
            : { ...second, claimed: null, notApplicable };
        const answers = new Map([
          ['G1', first],
          ['G2', other],
        ]);
        const { places } = await readBack(
          draftOf([criterionOf('G1', first, 2), criterionOf('G2', other, 0)]),
        );
        const found = draftChanges(places, charter, (id) => {
          const now = { ...(answers.get(id) ?? NOTHING_SAID), version: id === 'G1' ? 2 : 0 };
          return { now, downloaded: now };
        });
        expect(found).toEqual({ changes: [], unchanged: 2, problems: [] });
      }),
      { numRuns: 150 },
    );
  });
});

describe('a document of someone else', () => {
  test.each([
    ['nothing', new Uint8Array()],
    ['text', Buffer.from('not a document')],
  ])('is not read from %s', async (_, bytes) => {
    expect(await readDraft(bytes)).toEqual({ ok: false, problem: { code: 'unreadable' } });
  });
});
