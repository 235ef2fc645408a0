// What of a document that comes back goes into no answer: boxes that were not found, text outside them, a
// box that is there twice, and what is no text. Everything of it is named; nothing of it is guessed at.
import { allCriteria, type Charter } from '#app/domain/charter/charter.ts';
import {
  type Beside,
  type DraftField,
  type ReadDraft,
  withoutAssessment,
} from './draft-document.ts';
import { isNotApplicable } from './draft-changes.ts';
import { answerHeading, comparable } from './draft-lines.ts';

export type DraftLeftOut = {
  /** Criteria that the document shows, and the boxes of them that were not found. */
  readonly lost: readonly { readonly criterion: string; readonly fields: readonly DraftField[] }[];
  /** Criteria that are not in the document at all. */
  readonly absent: readonly string[];
  /** A second box of the same place, whose text is another. */
  readonly twice: readonly { readonly criterion: string; readonly field: DraftField }[];
  /** Criteria with a reason why they do not apply, and a rating that says otherwise. */
  readonly reasons: readonly string[];
  /** Texts that stand in no box. `after` = right after the box of that criterion. */
  readonly outside: readonly { readonly after: string | null; readonly text: string }[];
  readonly things: Beside['things'];
};

/** What is left out, against the charter and the lines that we write ourselves. */
export function draftLeftOut(
  read: ReadDraft,
  charter: Charter,
  lines: ReadonlySet<string>,
): DraftLeftOut {
  const { outside, things } = read.beside ?? { outside: [], things: [] };
  const texts = outside.map(({ text }) => comparable(text));
  const named = new Map<string, Set<DraftField>>();
  for (const { criterion, field } of read.places) {
    named.set(criterion, (named.get(criterion) ?? new Set()).add(field));
  }
  const missing = allCriteria(charter).flatMap(({ id, notApplicable }) => {
    const all: readonly DraftField[] = [
      'rating',
      ...(notApplicable === null ? [] : (['reason'] as const)),
      'narrative',
    ];
    const fields = all.filter((field) => named.get(id)?.has(field) !== true);
    return fields.length === 0 ? [] : [{ criterion: id, fields }];
  });
  const isShown = (id: string) =>
    named.has(id) || texts.some((text) => text.startsWith(`${id} `) || text === answerHeading(id));
  return {
    lost: missing.filter(({ criterion }) => isShown(criterion)),
    absent: missing.flatMap(({ criterion }) => (isShown(criterion) ? [] : [criterion])),
    twice: twiceIn(read),
    reasons: read.places
      .filter(({ field, text }) => field === 'reason' && text.trim() !== '')
      .map(({ criterion }) => criterion)
      .filter((criterion) => {
        const rating = read.places.find(
          (one) => one.criterion === criterion && one.field === 'rating',
        );
        return rating !== undefined && !isNotApplicable(rating.text);
      }),
    outside: outsideIn(outside, lines),
    things,
  };
}

function twiceIn({ places }: ReadDraft): DraftLeftOut['twice'] {
  const firsts = new Map<string, string>();
  return places.filter(({ criterion, field, text }) => {
    const key = `${criterion} ${field}`;
    const first = firsts.get(key);
    if (first === undefined) firsts.set(key, text);
    return first !== undefined && first !== text;
  });
}

// A document of an earlier version of the charter has other lines of ours: there only what stands right
// after a box is somebody's for certain.
function outsideIn(
  outside: Beside['outside'],
  lines: ReadonlySet<string>,
): DraftLeftOut['outside'] {
  const strange = outside
    .map((one) => ({ ...one, text: withoutAssessment(one.text) }))
    .filter(({ text }) => comparable(text) !== '' && !lines.has(comparable(text)));
  const known = outside.length - strange.length > strange.length;
  return strange
    .filter(({ after, kind }) => known || (after !== null && kind !== 'label'))
    .map(({ after, text }) => ({ after, text }));
}
