// The parts of a document with answers, in words.
import type { DraftField, LeftOut } from '#app/domain/assessment/draft-document.ts';

/** The boxes of an answer. */
export const DRAFT_FIELD: Readonly<Record<DraftField, string>> = {
  rating: 'rating',
  reason: 'reason why it does not apply',
  narrative: 'narrative',
};

/** What a document may hold and no answer can. */
export const LEFT_OUT: Readonly<Record<LeftOut, string>> = {
  picture: 'pictures',
  footnote: 'footnotes',
  comment: 'comments',
  symbol: 'symbols (of fonts such as Wingdings)',
  equation: 'equations',
  'inserted-file': 'inserted files',
};
