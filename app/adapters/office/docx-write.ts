// The questions and the draft as a Word document: a heading for each section and criterion, what is
// asked, and a framed box under a marked row for each text to write. The same draft gives the same bytes.
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
import { officeFile } from './office-package.ts';
import { documentXml, paragraph, row, runs, SETTINGS, STYLES, table, written } from './word-xml.ts';

/** The bytes of the document. */
export function writeDraft(draft: DraftDocument): Promise<Uint8Array> {
  const blocks = [...opening(draft), ...draft.sections.flatMap(sectionBlocks)];
  return officeFile({
    about: {
      title: documentText(draft.title),
      creator: documentText(draft.organisation),
      description: documentText(draft.charter),
    },
    parts: [
      { name: 'word/document.xml', type: `${WORD}.document.main`, xml: documentXml(blocks) },
      { name: 'word/styles.xml', type: `${WORD}.styles`, xml: STYLES },
      { name: 'word/settings.xml', type: `${WORD}.settings`, xml: SETTINGS },
    ],
    related: [
      ['styles', 'styles.xml'],
      ['settings', 'settings.xml'],
    ],
  });
}

const WORD = 'wordprocessingml';

function opening(draft: DraftDocument): readonly string[] {
  return [
    paragraph(text(draft.title), { style: 'Title' }),
    plain(`${draft.department}, ${draft.organisation}`),
    plain(draft.charter),
    plain(DRAFT_INSTRUCTIONS),
    plain(draft.notice),
    paragraph(text(assessmentMark(draft.assessmentId), 'note')),
  ];
}

function sectionBlocks({ title, summary, criteria }: DraftDocument['sections'][number]) {
  return [
    paragraph(text(title), { style: 'Heading1' }),
    plain(summary),
    ...criteria.flatMap(criterionBlocks),
  ];
}

function criterionBlocks(criterion: DraftCriterion): readonly string[] {
  const { id, title, question, guidance, descriptors, mayNotApply } = criterion;
  return [
    paragraph(text(`${id} ${title}`), { style: 'Heading2' }),
    paragraph(text(question, 'strong'), { after: 120 }),
    plain(guidance),
    paragraph(text(RATINGS_HEADING), { style: 'Heading3' }),
    ...descriptors.map(({ label, text: means }) =>
      paragraph(text(`${label}: `, 'strong') + text(means), { after: 80 }),
    ),
    ...(mayNotApply === null ? [] : [plain(mayNotApplyLine(mayNotApply))]),
    paragraph(text(answerHeading(id)), { style: 'Heading3' }),
    boxes(criterion),
    plain(''),
  ];
}

function boxes(criterion: DraftCriterion): string {
  const { mayNotApply } = criterion;
  return table([
    ...box(criterion, 'rating', ratingInBox(criterion)),
    ...(mayNotApply === null ? [] : box(criterion, 'reason', criterion.notApplicable ?? '')),
    ...box(criterion, 'narrative', criterion.narrative),
  ]);
}

function box(criterion: DraftCriterion, field: DraftField, said: string): readonly string[] {
  const { id, version } = criterion;
  const label = text(`${boxLabel(criterion, field)}  `, 'strong');
  const named = paragraph(label + text(placeMark(id, field, version), 'note'), { keepNext: true });
  return [row(named, 'EEF3F8'), row(written(documentText(said)), 'FFFFFF')];
}

function plain(content: string): string {
  return paragraph(text(content), { after: 120 });
}

function text(content: string, look?: Parameters<typeof runs>[1]): string {
  return runs(documentText(content), look);
}
