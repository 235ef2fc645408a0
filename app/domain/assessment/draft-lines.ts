// Everything that we write into a draft document ourselves, beside the answers: so that what somebody typed
// outside the boxes is told from it when the document comes back.
import {
  type DraftCriterion,
  type DraftDocument,
  type DraftField,
  documentText,
  placeIn,
} from './draft-document.ts';

export const DRAFT_INSTRUCTIONS =
  'Write in the framed boxes and nowhere else. Leave the shaded rows as they are: the mark at their end tells which answer the box below belongs to. Then bring the document back on the page of documents; you see every difference before you accept it.';

export const RATINGS_HEADING = 'What each rating means';

export function answerHeading(id: string): string {
  return `Your answer to ${id}`;
}

export function mayNotApplyLine(when: string): string {
  return `It may not apply to you: ${when}`;
}

const LABELS: Readonly<Record<DraftField, string>> = {
  rating: 'Your rating, 0 to ',
  reason: 'Only if it does not apply: why',
  narrative: 'Your narrative, at most ',
};

/** What the shaded row above a box says before its mark. */
export function boxLabel(
  { highest, wordLimit, mayNotApply }: DraftCriterion,
  field: DraftField,
): string {
  switch (field) {
    case 'rating':
      return `${LABELS.rating}${highest}${mayNotApply === null ? '' : ', or ‘Not applicable’'}`;
    case 'reason':
      return LABELS.reason;
    case 'narrative':
      return `${LABELS.narrative}${wordLimit} words`;
    default:
      return field satisfies never;
  }
}

/** Whether a row is a shaded one of ours, and no text that happens to end with a mark. */
export function isLabelRow(row: string): boolean {
  const place = placeIn(row);
  return place !== null && row.trimStart().startsWith(LABELS[place.field]);
}

/** As texts are compared: word processors change spaces and compose letters. */
export function comparable(text: string): string {
  return documentText(text).normalize('NFC').replaceAll(/\s+/g, ' ').trim();
}

/** All lines of the document outside its boxes, comparable; those of a criterion come with its labels. */
export function draftLines(draft: DraftDocument): ReadonlySet<string> {
  const { title, organisation, department, charter, notice, sections } = draft;
  const lines = [
    title,
    `${department}, ${organisation}`,
    charter,
    DRAFT_INSTRUCTIONS,
    notice,
    ...sections.flatMap((section) => [
      section.title,
      section.summary,
      ...section.criteria.flatMap(criterionLines),
    ]),
  ];
  return new Set(lines.map(comparable));
}

function criterionLines(criterion: DraftCriterion): readonly string[] {
  const { id, title, question, guidance, descriptors, mayNotApply } = criterion;
  return [
    `${id} ${title}`,
    question,
    guidance,
    RATINGS_HEADING,
    ...descriptors.map(({ label, text }) => `${label}: ${text}`),
    ...(mayNotApply === null ? [] : [mayNotApplyLine(mayNotApply)]),
    answerHeading(id),
    ...(['rating', 'reason', 'narrative'] as const).map((field) => boxLabel(criterion, field)),
  ];
}
