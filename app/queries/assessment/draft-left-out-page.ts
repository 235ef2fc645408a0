// What of a document goes into no answer, as a page names it.
import { type Charter, findCriterion } from '#app/domain/charter/charter.ts';
import type { DraftLeftOut } from '#app/domain/assessment/draft-left-out.ts';
import { shortValue } from '#app/domain/field-problem.ts';

/** So many texts outside the boxes are shown; the others are counted. */
const MOST_TEXTS = 20;
/** Enough to see a word at the end of the longest guidance, and to copy an answer out. */
const MOST_SHOWN = 5_000;

/** What is left out; null where nothing is. Criteria that were taken out on purpose come with it. */
export function leftOutPage(
  { lost, absent, twice, reasons, outside, things }: DraftLeftOut,
  charter: Charter,
) {
  const known = (id: string | null) =>
    id !== null && findCriterion(charter, id) === undefined ? shortValue(id) : id;
  const lists = [lost, absent, twice, reasons, outside, things];
  if (lists.every((list) => list.length === 0)) return null;
  return {
    lost,
    absent,
    twice: twice.map(({ criterion, field }) => ({ criterion: known(criterion) ?? '', field })),
    reasons: reasons.filter((id) => findCriterion(charter, id) !== undefined),
    outside: outside
      .slice(0, MOST_TEXTS)
      .map(({ after, text }) => ({ after: known(after), text: shown(text) })),
    moreOutside: Math.max(0, outside.length - MOST_TEXTS),
    things: things
      .slice(0, MOST_TEXTS * 10)
      .map(({ after, what }) => ({ after: known(after), what })),
  };
}

export type LeftOutPage = NonNullable<ReturnType<typeof leftOutPage>>;

function shown(text: string): string {
  return text.length > MOST_SHOWN ? `${text.slice(0, MOST_SHOWN)}…` : text;
}
