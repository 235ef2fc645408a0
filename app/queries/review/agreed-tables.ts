// What a panel decides on, as two tables: what the department claims, what its evidence supports, and what
// the panel agreed; by section as scores, and by criterion as ratings.
import { AGREED } from '#words/review/review-pages.ts';
import { LABEL } from '#words/kit/labels.ts';
import { allCriteria, type Charter } from '#app/domain/charter/charter.ts';
import type { Agreed } from '#app/domain/review/consensus-score.ts';
import type { Scorecard } from '#app/domain/scoring/scorecard.ts';
import type { TableCell, TableModel } from '#reports/chart-model.ts';
import { whereWeStand } from '#reports/where-we-stand-model.ts';
import { ratingText } from '#words/kit/wording.ts';
import { ratedText } from '#words/review/rated-text.ts';
import { claimText, supportedText } from './review-page.ts';
import type { EnteredReview } from '#app/doors/enter-review.ts';

type Scores = {
  /** What the department claims. */
  readonly own: Scorecard;
  /** What the panel agreed, once it agreed everything. */
  readonly agreed: Scorecard | null;
};

/** Every section and the whole with its three scores, beside the lines of the levels. */
export function sectionsTable(charter: Charter, { own, agreed }: Scores): TableModel {
  const table = whereWeStand(charter, own, { target: null }).table;
  const panel = agreed && whereWeStand(charter, agreed, { target: null }).table;
  const [section, claimed, supported, ...lines] = table.columns;
  const share = Math.floor(64 / (lines.length + 3));
  const numbers = [claimed, supported, { title: LABEL.agreed, align: 'end' as const }, ...lines];
  return {
    caption: AGREED.scoresOfSections,
    columns: [
      { title: section?.title ?? '', share: 100 - share * numbers.length, align: 'start' },
      ...numbers.map((column) => ({ title: column?.title ?? '', share, align: 'end' as const })),
    ],
    rows: table.rows.map(([title = '', one = '', other = '', ...rest], index) => [
      title,
      one,
      typeof other === 'string' ? other : other.text,
      panel?.rows[index]?.[2] ?? LABEL.notYet,
      ...rest,
    ]),
  };
}

/** Every criterion with what is claimed, supported and agreed. */
export function criteriaTable(
  entered: Pick<EnteredReview, 'charter' | 'submitted'>,
  { own, scored, agreed }: { own: Scorecard; scored: Scorecard; agreed: Agreed },
): TableModel {
  const { charter } = entered;
  const score = ({ criteria }: Scorecard, id: string) => criteria.find((one) => one.id === id);
  return {
    caption: AGREED.ratingsOfCriteria,
    columns: [
      { title: LABEL.criterion, share: 40, align: 'start' },
      { title: LABEL.claimed, share: 20, align: 'start' },
      { title: LABEL.supported, share: 20, align: 'start' },
      { title: LABEL.agreed, share: 20, align: 'start' },
    ],
    rows: allCriteria(charter).map(({ id, title }) => [
      `${id} ${title}`,
      claimText(entered, id),
      supportedText(charter, score(own, id)),
      score(scored, id)?.ruledOutBy === undefined
        ? agreedCell(charter, agreed.get(id), score(scored, id)?.supported ?? 0)
        : LABEL.notApplicable,
    ]),
  };
}

/** What is agreed; and what it counts as, where evidence or indicators support less of it. */
function agreedCell(
  charter: Charter,
  rating: number | null | undefined,
  counts: number,
): TableCell {
  if (rating === undefined) return LABEL.notYet;
  const text = ratedText(charter, { rating, notApplicable: rating === null }) ?? '';
  const capped = rating !== null && counts < rating;
  return {
    text: capped ? AGREED.countsAs(text, ratingText(charter, counts)) : text,
    strong: true,
  };
}
