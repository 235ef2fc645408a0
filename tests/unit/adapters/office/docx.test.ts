import { parseXml, XmlElement } from '@rgrove/parse-xml';
import fc from 'fast-check';
import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { bytesIn } from '#app/adapters/backup/byte-source.ts';
import { readDraft } from '#app/adapters/office/docx-read.ts';
import { writeDraft } from '#app/adapters/office/docx-write.ts';
import { fileKind } from '#app/adapters/evidence-files/file-kind.ts';
import { draftChanges, NOTHING_SAID, type Said } from '#app/domain/assessment/draft-changes.ts';
import {
  type DraftCriterion,
  type DraftDocument,
  documentText,
} from '#app/domain/assessment/draft-document.ts';
import { unmarked } from '#app/domain/charter/translation/marked.ts';
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
  fc.string({ unit: 'binary', maxLength: 20 }).map(unmarked),
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
        // What nobody can see is no reason (scoring.md: 'not applicable' has one).
        const seen = reason.replaceAll(/[\p{Default_Ignorable_Code_Point}\u2800]/gu, '');
        const notApplicable = /[\p{L}\p{N}\p{P}\p{S}]/u.test(seen) ? reason : null;
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

function every(element: XmlElement): readonly XmlElement[] {
  return [element, ...childrenOf(element).flatMap(every)];
}

function childrenOf({ children }: XmlElement): readonly XmlElement[] {
  return children.filter((child) => child instanceof XmlElement);
}

/** The elements of a part by their names, by the bytes alone: not read as we read documents. */
function elementsIn(parts: Readonly<Record<string, Uint8Array>>, part: string) {
  const { root } = parseXml(strFromU8(parts[part] ?? new Uint8Array()));
  const all = root === null ? [] : every(root);
  return (name: string) => all.filter((element) => element.name === name);
}

const valueOf = (element: XmlElement | undefined) => element?.attributes['w:val'];

// The order in which [ECMA-376] lists them; Word refuses a document that has another.
const ORDER: Readonly<Record<string, readonly string[]>> = {
  'w:pPr': ['w:pStyle', 'w:keepNext', 'w:bidi', 'w:spacing', 'w:outlineLvl'],
  'w:rPr': ['w:rFonts', 'w:b', 'w:bCs', 'w:color', 'w:sz', 'w:szCs', 'w:rtl', 'w:lang'],
  'w:tblPr': ['w:tblW', 'w:tblInd', 'w:tblBorders', 'w:tblCellMar'],
  'w:tcPr': ['w:tcW', 'w:tcBorders', 'w:shd', 'w:tcMar'],
  'w:style': [
    'w:name',
    'w:basedOn',
    'w:next',
    'w:uiPriority',
    'w:semiHidden',
    'w:unhideWhenUsed',
  ].concat(['w:qFormat', 'w:pPr', 'w:rPr', 'w:tblPr']),
};

describe('the document as a file', async () => {
  const draft = draftOf([
    criterionOf('G1', { ...NOTHING_SAID, narrative: 'عائشة\n\tone <&> two' }, 1),
    criterionOf('G2', NOTHING_SAID, 1),
  ]);
  const bytes = await writeDraft(draft);
  const parts = unzipSync(bytes);
  const inDocument = elementsIn(parts, 'word/document.xml');
  const inStyles = elementsIn(parts, 'word/styles.xml');

  test('is one of the kinds that may be uploaded, and the same bytes every time', async () => {
    const kind = await fileKind(bytesIn(Buffer.from(bytes)), 'draft.docx');
    expect(kind).toMatchObject({ ok: true, value: { id: 'docx' } });
    expect(await writeDraft(draft)).toEqual(bytes);
  });

  test('has every part that it names, and names every part that it has', () => {
    const types = elementsIn(parts, '[Content_Types].xml')('Override');
    const named = types.map(({ attributes }) => attributes['PartName']?.slice(1)).toSorted();
    expect(named).toEqual(
      Object.keys(parts)
        .filter((name) => !name.endsWith('.rels') && name !== '[Content_Types].xml')
        .toSorted(),
    );
    const targets = (part: string, folder: string) =>
      elementsIn(
        parts,
        part,
      )('Relationship').map(({ attributes }) => `${folder}${attributes['Target']}`);
    const related = [
      ...targets('_rels/.rels', ''),
      ...targets('word/_rels/document.xml.rels', 'word/'),
    ];
    expect(related.toSorted()).toEqual(named);
  });

  test('has its headings as headings, and its language', () => {
    const used = inDocument('w:pStyle').map(valueOf);
    expect(used).toEqual([
      'Title',
      'Heading1',
      ...['Heading2', 'Heading3', 'Heading3'],
      ...['Heading2', 'Heading3', 'Heading3'],
    ]);
    const levels = inStyles('w:style')
      .filter(({ attributes }) => attributes['w:styleId']?.startsWith('Heading'))
      .map((style) =>
        ['w:name', 'w:outlineLvl'].map((name) =>
          valueOf(every(style).find((element) => element.name === name)),
        ),
      );
    expect(levels).toEqual([
      ['heading 1', '0'],
      ['heading 2', '1'],
      ['heading 3', '2'],
    ]);
    expect(inStyles('w:lang').map(valueOf)).toEqual(['en-GB']);
    expect(elementsIn(parts, 'docProps/core.xml')('dc:language')[0]?.text).toBe('en-GB');
    expect(elementsIn(parts, 'docProps/core.xml')('dc:title')[0]?.text).toBe('Questions and draft');
  });

  test('marks what runs from right to left, and keeps tabs', () => {
    expect(inDocument('w:bidi')).toHaveLength(1);
    expect(inDocument('w:rtl')).toHaveLength(1);
    expect(inDocument('w:tab')).toHaveLength(1);
    expect(inDocument('w:t').map((element) => element.text)).toContain('one <&> two');
  });

  test('has its elements in the order that word processors ask for', () => {
    for (const elementsOf of [inDocument, inStyles]) {
      for (const [name, order] of Object.entries(ORDER)) {
        for (const element of elementsOf(name)) {
          const places = childrenOf(element).map((child) => order.indexOf(child.name));
          expect(places).not.toContain(-1);
          expect(places).toEqual(places.toSorted((one, other) => one - other));
        }
      }
    }
  });
});

test('what is written in a document never carries the mark of a translated passage', async () => {
  const written: Said = {
    claimed: null,
    notApplicable: null,
    narrative: 'We \u{E0001}meet\u{E0001}.',
  };
  const { places } = await readBack(draftOf([criterionOf('G1', written, 1)]));
  expect(places.map((place) => place.text)).toContain('We meet.');
});
