// The questions and the draft as a Word document: a heading for each section and criterion, what is
// asked, and a framed box under a marked row for each text to write.
import {
  BorderStyle,
  Document,
  HeadingLevel,
  Packer,
  Paragraph,
  ShadingType,
  Tab,
  Table,
  TableCell,
  TableRow,
  TextRun,
  WidthType,
} from 'docx';
import {
  assessmentMark,
  type DraftCriterion,
  type DraftDocument,
  type DraftField,
  documentText,
  placeMark,
} from '#app/domain/assessment/draft-document.ts';
import { ratingInBox } from '#app/domain/assessment/draft-changes.ts';
import {
  answerHeading,
  boxLabel,
  DRAFT_INSTRUCTIONS,
  mayNotApplyLine,
  RATINGS_HEADING,
} from '#app/domain/assessment/draft-lines.ts';

const WIDTH = 9_000;
const RIGHT_TO_LEFT = /^\P{L}*[\p{Script=Arabic}\p{Script=Hebrew}]/u;

/** The bytes of the document. */
export async function writeDraft(draft: DraftDocument): Promise<Uint8Array> {
  const document = new Document({
    title: documentText(draft.title),
    description: documentText(draft.charter),
    creator: documentText(draft.organisation),
    styles: {
      default: {
        document: { run: { font: 'Arial', size: 22, language: { value: 'en-GB' } } },
        title: { run: { font: 'Arial', size: 44, bold: true, color: '0B2A4A' } },
        heading1: heading(32, 480),
        heading2: heading(26, 360),
        heading3: heading(22, 200),
      },
    },
    sections: [{ children: [...opening(draft), ...draft.sections.flatMap(sectionBlocks)] }],
  });
  return new Uint8Array(await Packer.toBuffer(document));
}

function heading(size: number, before: number) {
  return {
    run: { font: 'Arial', size, bold: true, color: '0B2A4A' },
    paragraph: { spacing: { before, after: 120 }, keepNext: true },
  };
}

type Block = Paragraph | Table;

function opening(draft: DraftDocument): readonly Block[] {
  return [
    new Paragraph({ heading: HeadingLevel.TITLE, children: runs(draft.title) }),
    plain(`${draft.department}, ${draft.organisation}`),
    plain(draft.charter),
    plain(DRAFT_INSTRUCTIONS),
    plain(draft.notice),
    small(assessmentMark(draft.assessmentId)),
  ];
}

function sectionBlocks({ title, summary, criteria }: DraftDocument['sections'][number]) {
  return [
    new Paragraph({ heading: HeadingLevel.HEADING_1, children: runs(title) }),
    plain(summary),
    ...criteria.flatMap(criterionBlocks),
  ];
}

function criterionBlocks(criterion: DraftCriterion): readonly Block[] {
  const { id, title, question, guidance, descriptors, mayNotApply } = criterion;
  return [
    new Paragraph({ heading: HeadingLevel.HEADING_2, children: runs(`${id} ${title}`) }),
    new Paragraph({ spacing: { after: 120 }, children: runs(question, { bold: true }) }),
    plain(guidance),
    new Paragraph({ heading: HeadingLevel.HEADING_3, children: runs(RATINGS_HEADING) }),
    ...descriptors.map(
      ({ label, text }) =>
        new Paragraph({
          spacing: { after: 80 },
          children: [...runs(`${label}: `, { bold: true }), ...runs(text)],
        }),
    ),
    ...(mayNotApply === null ? [] : [plain(mayNotApplyLine(mayNotApply))]),
    new Paragraph({ heading: HeadingLevel.HEADING_3, children: runs(answerHeading(id)) }),
    boxes(criterion),
    plain(''),
  ];
}

function boxes(criterion: DraftCriterion): Table {
  const { mayNotApply } = criterion;
  return new Table({
    width: { size: WIDTH, type: WidthType.DXA },
    columnWidths: [WIDTH],
    rows: [
      ...box(criterion, 'rating', ratingInBox(criterion)),
      ...(mayNotApply === null ? [] : box(criterion, 'reason', criterion.notApplicable ?? '')),
      ...box(criterion, 'narrative', criterion.narrative),
    ],
  });
}

function box(criterion: DraftCriterion, field: DraftField, text: string): readonly TableRow[] {
  const { id, version } = criterion;
  const named = new Paragraph({
    keepNext: true,
    children: [
      ...runs(`${boxLabel(criterion, field)}  `, { bold: true }),
      ...runs(placeMark(id, field, version), { color: '4C6272', size: 16 }),
    ],
  });
  const lines = documentText(text)
    .split('\n')
    .map(
      (line) => new Paragraph({ bidirectional: RIGHT_TO_LEFT.test(line), children: runs(line) }),
    );
  return [row(named, 'EEF3F8'), row(lines, 'FFFFFF')];
}

function row(content: Paragraph | readonly Paragraph[], fill: string): TableRow {
  const border = { style: BorderStyle.SINGLE, size: 6, color: '4C6272' };
  return new TableRow({
    children: [
      new TableCell({
        width: { size: WIDTH, type: WidthType.DXA },
        shading: { type: ShadingType.CLEAR, fill, color: 'auto' },
        borders: { top: border, bottom: border, left: border, right: border },
        margins: { top: 60, bottom: 60, left: 100, right: 100 },
        children: Array.isArray(content) ? [...content] : [content],
      }),
    ],
  });
}

type Look = { readonly bold?: boolean; readonly color?: string; readonly size?: number };

/** The text in runs; a tab is an element of its own, or programs take it for a space. */
function runs(text: string, look: Look = {}): TextRun[] {
  const pieces = documentText(text).split('\t');
  return pieces.map(
    (piece, index) =>
      new TextRun({
        ...look,
        ...(RIGHT_TO_LEFT.test(piece) ? { rightToLeft: true } : {}),
        children: index === 0 ? [piece] : [new Tab(), piece],
      }),
  );
}

function plain(text: string): Paragraph {
  return new Paragraph({ spacing: { after: 120 }, children: runs(text) });
}

function small(text: string): Paragraph {
  return new Paragraph({ children: runs(text, { color: '4C6272', size: 16 }) });
}
