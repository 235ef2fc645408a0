import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { assessmentView } from '#app/doors/assessment-view.ts';
import {
  draftDocument,
  draftPage,
  type DraftPreview,
} from '#app/queries/assessment/make-draft-document.ts';
import { startedAssessment } from '#tests/support/started-assessment.ts';
import { worked } from '#tests/support/worked.ts';

const MAIN = 'word/document.xml';

const begun = await startedAssessment();
const view = await assessmentView(begun.services, begun.lead, begun.id);
if (view === null) throw new Error('no assessment');
const document = draftDocument(view);
const fresh = unzipSync(worked(await begun.services.office.writeDraft(document, null)));
const XML = strFromU8(fresh[MAIN] ?? new Uint8Array());

type Parts = Readonly<Record<string, Uint8Array>>;

async function preview(xml: string, parts: Parts = fresh, main = MAIN): Promise<DraftPreview> {
  const bytes = zipSync({ ...parts, [main]: strToU8(xml) });
  const read = worked(await begun.services.office.readDraft(bytes, null));
  if (view === null) throw new Error('no assessment');
  return worked(await draftPage(begun.services, view, read));
}

const paragraph = (text: string) => `<w:p><w:r><w:t>${text}</w:t></w:r></w:p>`;
const BOX = /(\[G1 narrative 0\].*?<\/w:tr><w:tr>.*?<\/w:tcPr>)(.*?)(<\/w:tc><\/w:tr><\/w:tbl>)/s;
/** The document with this in the narrative's box of G1. */
const withBox = (inside: string, xml = XML) => {
  if (!BOX.test(xml)) throw new Error('no box');
  return xml.replace(BOX, (_, before: string, _old, end: string) => before + inside + end);
};
const WRITTEN = withBox(paragraph('Siân leads.'));

describe('a document that comes back', () => {
  test('untouched leaves nothing out', async () => {
    expect(await preview(XML)).toMatchObject({ changes: [], leftOut: null });
  });

  test('is read under whatever name its relations give, and in any case', async () => {
    const { [MAIN]: _main, '_rels/.rels': rels = new Uint8Array(), ...rest } = fresh;
    const renamed = strToU8(strFromU8(rels).replace('word/document.xml', '/Word/Document2.xml'));
    const found = await preview(WRITTEN, { ...rest, '_rels/.rels': renamed }, 'word/document2.xml');
    expect(found).toMatchObject({ changes: [{ criterion: 'G1' }], leftOut: null });
  });

  test.each([
    ['deleted', ''],
    ['translated', '[G1 narración 0]'],
    ['written with a no-break space', '[G1\u00A0narrative 0]'],
    ['written after', '[G1 narrative 0] see below'],
    ['put in other brackets', '(G1 narrative 0)'],
  ])('with a mark %s names the box and what stands in it', async (_, mark) => {
    const found = await preview(WRITTEN.replace('[G1 narrative 0]', mark));
    expect(found.changes).toEqual([]);
    expect(found.leftOut?.lost).toEqual([{ criterion: 'G1', fields: ['narrative'] }]);
    expect(found.leftOut?.outside).toContainEqual({ after: 'G1', text: 'Siân leads.' });
  });

  test('with every mark gone names every box', async () => {
    const found = await preview(XML.replaceAll(/\[[A-Z]\d+ (?:rating|reason|narrative) 0\]/g, ''));
    const criteria = document.sections.flatMap((section) => section.criteria);
    expect(found.leftOut?.lost.map(({ criterion }) => criterion)).toEqual(
      criteria.map(({ id }) => id),
    );
  });

  test('with a box deleted under its mark does not take the next row for it', async () => {
    const rating = /(\[G1 rating 0\].*?<\/w:tr>)<w:tr>.*?<\/w:tr>/s;
    const found = await preview(WRITTEN.replace(rating, '$1'));
    expect(found.leftOut).toMatchObject({ lost: [{ criterion: 'G1', fields: ['rating'] }] });
    expect(found.changes).toMatchObject([{ criterion: 'G1' }]);
    const last = await preview(
      XML.replace(/(\[G1 narrative 0\].*?<\/w:tr>)<w:tr>.*?<\/w:tr>/s, '$1'),
    );
    expect(last).toMatchObject({
      changes: [],
      leftOut: { lost: [{ criterion: 'G1', fields: ['narrative'] }] },
    });
  });

  test.each([
    ['below its frame', '$1$2$3', paragraph('We lead.')],
    [
      'in a table below it',
      '$1$2$3',
      `<w:tbl><w:tr><w:tc>${paragraph('We lead.')}</w:tc></w:tr></w:tbl>`,
    ],
  ])('with text %s names the text', async (_, kept, more) => {
    const found = await preview(XML.replace(BOX, kept + more));
    expect(found.changes).toEqual([]);
    expect(found.leftOut?.outside).toEqual([{ after: 'G1', text: 'We lead.' }]);
  });

  test('with text anywhere else names that too', async () => {
    const found = await preview(
      XML.replace('Your answer to G1', 'Your answer to G1 is that we lead').replace(
        /Your rating, 0 to \d/,
        'Your rating, we think 3',
      ),
    );
    expect(found.leftOut?.outside.map(({ text }) => text.trim())).toEqual([
      'Your answer to G1 is that we lead',
      expect.stringContaining('Your rating, we think 3'),
    ]);
  });

  test('with a box that was split names its second half', async () => {
    const half = `</w:tc></w:tr><w:tr><w:tc>${paragraph('Second half.')}`;
    const found = await preview(withBox(paragraph('First half.') + half));
    expect(found.changes).toMatchObject([{ narrative: { proposed: 'First half.' } }]);
    expect(found.leftOut?.outside).toEqual([{ after: 'G1', text: 'Second half.' }]);
  });

  test('with a table split above the box finds the box still', async () => {
    const split = WRITTEN.replace(/(\[G1 narrative 0\].*?<\/w:tr>)/s, `$1</w:tbl><w:p/><w:tbl>`);
    expect(await preview(split)).toMatchObject({ changes: [{ criterion: 'G1' }], leftOut: null });
  });

  test.each([
    ['picture', '<w:r><w:drawing><pic:pic xmlns:pic="p"/></w:drawing></w:r>'],
    ['picture', '<w:r><w:pict><v:imagedata xmlns:v="v"/></w:pict></w:r>'],
    ['picture', '<w:r><w:drawing><w14:contentPart xmlns:w14="i" r:id="rId9"/></w:drawing></w:r>'],
    ['picture', '<w:r><w:drawing><wps:wsp xmlns:wps="s"><wps:spPr/></wps:wsp></w:drawing></w:r>'],
    ['footnote', '<w:r><w:footnoteReference w:id="2"/></w:r>'],
    ['footnote', '<w:r><w:endnoteReference w:id="2"/></w:r>'],
    ['comment', '<w:r><w:commentReference w:id="2"/></w:r>'],
    ['symbol', '<w:r><w:sym w:font="Wingdings" w:char="F0FC"/></w:r>'],
    ['equation', '<m:oMath xmlns:m="m"><m:r><m:t>x</m:t></m:r></m:oMath>'],
  ])('with a %s in a box names it, and reads the text around it', async (what, xml) => {
    const inside = `<w:p><w:r><w:t>Siân </w:t></w:r>${xml}<w:r><w:t>leads.</w:t></w:r></w:p>`;
    const found = await preview(withBox(inside));
    expect(found.changes).toMatchObject([{ narrative: { proposed: 'Siân leads.' } }]);
    expect(found.leftOut?.things).toEqual([{ after: 'G1', what }]);
  });

  test('with tracked changes, text boxes and tables in a box reads what is shown', async () => {
    const inside = `<w:p><w:del><w:r><w:delText>Nobody</w:delText></w:r></w:del><w:ins><w:r><w:t>Siân</w:t></w:r></w:ins></w:p><w:tbl><w:tr><w:tc>${paragraph('Year')}</w:tc><w:tc>${paragraph('2027')}</w:tc></w:tr></w:tbl><w:p/>`;
    expect(await preview(withBox(inside))).toMatchObject({
      changes: [{ narrative: { proposed: 'Siân\nYear\n2027\n' } }],
      leftOut: null,
    });
  });

  test('with a text box that was drawn in a box reads its text and names no picture', async () => {
    const drawn = `<w:drawing><wps:wsp xmlns:wps="s"><wps:txbx><w:txbxContent>${paragraph('Siân leads.')}</w:txbxContent></wps:txbx></wps:wsp></w:drawing>`;
    const found = await preview(withBox(`<w:p><w:r>${drawn}</w:r></w:p>`));
    expect(found.leftOut).toBeNull();
    expect(found.changes).toMatchObject([
      { narrative: { proposed: expect.stringContaining('Siân leads.') } },
    ]);
  });

  test('with text at the head of its pages names it', async () => {
    const rels = 'word/_rels/document.xml.rels';
    const head = `<w:hdr>${paragraph('Draft of Siân')}</w:hdr>`;
    const relation = `<Relationship Id="h1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/header" Target="header1.xml"/></Relationships>`;
    const parts = {
      ...fresh,
      [rels]: strToU8(
        strFromU8(fresh[rels] ?? new Uint8Array()).replace('</Relationships>', relation),
      ),
      'word/header1.xml': strToU8(head),
    };
    const found = await preview(XML, parts);
    expect(found.leftOut?.outside).toEqual([{ after: null, text: 'Draft of Siân' }]);
  });

  test('with a reason and a rating says that the reason is left out', async () => {
    const criterion = document.sections
      .flatMap(({ criteria }) => criteria)
      .find(({ mayNotApply }) => mayNotApply !== null)?.id;
    const write = (field: string, text: string, xml: string) =>
      xml.replace(
        new RegExp(
          `(\\[${criterion} ${field} 0\\].*?</w:tr><w:tr>.*?</w:tcPr>)(.*?)(</w:tc>)`,
          's',
        ),
        `$1${paragraph(text)}$3`,
      );
    const both = write('reason', 'We have none.', write('rating', '2', XML));
    expect((await preview(both)).leftOut?.reasons).toEqual([criterion]);
    const none = write('reason', 'We have none.', write('rating', 'N/A', XML));
    expect(await preview(none)).toMatchObject({ changes: [{ criterion }], leftOut: null });
  });

  test('with a box twice reads the first and names the other', async () => {
    const table =
      /<w:tbl>(?:(?!<\/w:tbl>).)*\[G1 narrative 0\].*?<\/w:tbl>/s.exec(WRITTEN)?.[0] ?? '';
    const found = await preview(
      WRITTEN.replace(table, `${table}<w:p/>${table.replace('Siân', 'Nia')}`),
    );
    expect(found.changes).toMatchObject([{ narrative: { proposed: 'Siân leads.' } }]);
    expect(found.leftOut?.twice).toEqual([{ criterion: 'G1', field: 'narrative' }]);
  });

  test('without some criteria says that they are left alone', async () => {
    const from = XML.indexOf('<w:p><w:pPr><w:pStyle w:val="Heading1"/>');
    const second = XML.indexOf('<w:p><w:pPr><w:pStyle w:val="Heading1"/>', from + 10);
    const end = XML.lastIndexOf('<w:sectPr>');
    const found = await preview(XML.slice(0, second) + XML.slice(end));
    const [first, ...others] = document.sections;
    expect(first?.criteria.length).toBeGreaterThan(0);
    expect(found.leftOut).toMatchObject({
      lost: [],
      absent: others.flatMap(({ criteria }) => criteria.map(({ id }) => id)),
    });
  });

  test('property: a word typed anywhere is in a change, or is named', async () => {
    const places = [...XML.matchAll(/<w:t(?: [^>]*)?>|<\/w:t>|<w:p>/g)].map(
      ({ 0: tag, index }) => ({
        at: index + (tag === '</w:t>' ? 0 : tag.length),
        word: tag === '<w:p>' ? '<w:r><w:t>Zanzibar</w:t></w:r>' : 'Zanzibar',
      }),
    );
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...places), async ({ at, word }) => {
        const found = await preview(XML.slice(0, at) + word + XML.slice(at));
        const { changes, leftOut, problems } = found;
        // A rating that makes no sense, and a reason without its rating, are told of by their criterion.
        const isNamed =
          JSON.stringify([changes, leftOut]).includes('Zanzibar') ||
          problems.length === 1 ||
          leftOut?.reasons.length === 1;
        expect(isNamed, XML.slice(at - 200, at)).toBe(true);
      }),
      { numRuns: 60 },
    );
  });

  test.each(['2 or 3', '2.5', '3/4', '2–3'])(
    'with the rating %s asks which is meant',
    async (text) => {
      const box = /(\[G1 rating 0\].*?<\/w:tr><w:tr>.*?<\/w:tcPr>)(.*?)(<\/w:tc>)/s;
      const found = await preview(XML.replace(box, `$1${paragraph(text)}$3`));
      expect(found).toMatchObject({
        changes: [],
        problems: [{ criterion: 'G1', code: 'rating-unclear' }],
      });
    },
  );
});
