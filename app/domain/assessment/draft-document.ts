// The questions and the draft as a document to write in elsewhere: what goes into it, how each place in
// it is named, and what comes back. A place is named by a visible mark in the row above it, because plain
// words survive every word processor; hidden controls and bookmarks do not.

export type DraftCriterion = {
  readonly id: string;
  readonly title: string;
  readonly question: string;
  readonly guidance: string;
  /** 'rating label: descriptor', lowest first. */
  readonly descriptors: readonly { readonly label: string; readonly text: string }[];
  readonly wordLimit: number;
  readonly highest: number;
  /** When 'not applicable' may be chosen; null where it may not. */
  readonly mayNotApply: string | null;
  /** The version of the answer that the document holds; 0 = none yet. */
  readonly version: number;
  readonly claimed: number | null;
  readonly notApplicable: string | null;
  readonly narrative: string;
};

export type DraftDocument = {
  readonly assessmentId: string;
  readonly title: string;
  readonly organisation: string;
  readonly department: string;
  readonly charter: string;
  readonly notice: string;
  readonly sections: readonly {
    readonly title: string;
    readonly summary: string;
    readonly criteria: readonly DraftCriterion[];
  }[];
};

export type DraftField = 'rating' | 'reason' | 'narrative';

/** One place of a document as it was read. */
export type ReadPlace = {
  readonly criterion: string;
  readonly field: DraftField;
  readonly version: number;
  readonly text: string;
};

/** What may stand in a document and not in an answer, which is plain text. */
export type LeftOut = 'picture' | 'footnote' | 'comment' | 'symbol' | 'equation' | 'inserted-file';

/** Text outside the boxes: what we wrote ourselves is among it. */
export type OutsideText = {
  readonly text: string;
  /** The criterion whose box comes before, with no heading between; null = none does. */
  readonly after: string | null;
  /** A row of a table that is no box; a shaded row above a box, without its mark; or a paragraph. */
  readonly kind: 'row' | 'label' | 'paragraph';
};

export type ReadDraft = {
  /** null where the document does not say; it is none of ours. */
  readonly assessmentId: string | null;
  readonly places: readonly ReadPlace[];
  /** What stands beside the boxes, where it was looked at. */
  readonly beside?: Beside;
};

export type Beside = {
  readonly outside: readonly OutsideText[];
  /** In a box of a criterion or after it; null = before every box. */
  readonly things: readonly { readonly after: string | null; readonly what: LeftOut }[];
};

/** What the rating's box says where the criterion does not apply. */
export const NOT_APPLICABLE = 'Not applicable';

/** '[G1 narrative 3]': the mark of a place, at the end of the row above it. */
export function placeMark(criterion: string, field: DraftField, version: number): string {
  return `[${criterion} ${field} ${version}]`;
}

const MARK = /\[([A-Za-z0-9][\w.-]*) (rating|reason|narrative) (\d{1,9})\]\s*$/;

/** A row without the mark at its end. */
export function withoutMark(row: string): string {
  return row.replace(MARK, '');
}

/** The place that a row names; null for any other row. */
export function placeIn(row: string): Omit<ReadPlace, 'text'> | null {
  const [, criterion, field, version] = MARK.exec(row) ?? [];
  if (criterion === undefined || version === undefined) return null;
  if (field !== 'rating' && field !== 'reason' && field !== 'narrative') return null;
  return { criterion, field, version: Number(version) };
}

/** '[assessment …]': which assessment the document belongs to. */
export function assessmentMark(id: string): string {
  return `[assessment ${id}]`;
}

const ASSESSMENT = /\[assessment ([\w-]{1,64})\]/;

/** The assessment that a text names; null where it names none. */
export function assessmentIn(text: string): string | null {
  return ASSESSMENT.exec(text)?.[1] ?? null;
}

/** The text without the name of the assessment. */
export function withoutAssessment(text: string): string {
  return text.replace(ASSESSMENT, '');
}

// Controls and halves of characters, which no document can hold.
const NOT_IN_DOCUMENTS = /[\p{Cc}\p{Cs}\uFFFE\uFFFF]/gu;

/** The text as a document holds it: line breaks of one kind, and no character that XML does not know. */
export function documentText(text: string): string {
  return text
    .replaceAll(/\r\n?/g, '\n')
    .replaceAll(NOT_IN_DOCUMENTS, (sign) => (sign === '\n' || sign === '\t' ? sign : ''));
}
