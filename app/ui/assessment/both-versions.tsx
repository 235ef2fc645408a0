// Two people changed the same answer: both versions side by side, and the choice is the reader's.
import { LABEL } from '#words/kit/labels.ts';
import { addressOf } from '#app/addresses.ts';
import { tickedIn } from '#app/domain/assessment/tick-field.ts';
import { isNoneTicked, type Ticked, tickedRating, tickedUpTo } from '#app/domain/charter/ticked.ts';
import type { CriterionPage } from '#app/queries/assessment/criterion-page.ts';
import type { Answered, SavedMeanwhile } from './answer-form.tsx';
import { STATEMENTS, tickedTexts } from '#words/kit/statement-words.ts';
import { BothTexts } from '#app/ui/kit/typing/both-texts.tsx';
import { dayAndTime } from '#words/kit/time.ts';

type Props = {
  readonly page: CriterionPage;
  readonly saved: SavedMeanwhile;
  readonly typed: Answered['typed'];
};

export function Conflict({ page, saved, typed }: Props) {
  const { criterion } = page;
  const ratingText = (rating: string) =>
    criterion.ratings.find((one) => String(one.rating) === rating)?.label ??
    (rating === 'not-applicable' ? LABEL.notApplicable : LABEL.noRating);
  const theirs = saved.notApplicable === null ? String(saved.claimed ?? '') : 'not-applicable';
  const statements = criterion.ratings.map((rating) => rating.statements);
  const { upTo } = typed;
  const ticked =
    upTo === undefined ? tickedIn(Object.keys(typed)) : tickedUpTo({ statements }, Number(upTo));
  const own = () =>
    isNoneTicked(ticked) && typed['none'] === undefined
      ? ''
      : String(tickedRating({ statements }, ticked));
  const yourRating =
    page.statements === null || typed['rating'] !== undefined ? (typed['rating'] ?? '') : own();
  const yours = typed['rating'] === 'not-applicable' ? 'justification' : 'narrative';
  return (
    <BothTexts
      title="This answer was changed while you were writing"
      by={
        <>
          <bdi>{saved.savedBy ?? 'A colleague'}</bdi> saved it on {dayAndTime(saved.updatedAt)}.
        </>
      }
      saved={[
        { label: 'Rating', text: ratingText(theirs) },
        ...ticksIn(page, page.statements?.ticked ?? {}),
        { label: 'Text', text: saved.notApplicable ?? saved.narrative },
      ]}
      yours={[
        { label: 'Rating', text: ratingText(yourRating) },
        ...ticksIn(page, ticked),
        { label: 'Text', text: typed[yours] ?? '' },
      ]}
      here={addressOf('/assessments/:id/criteria/:criterion', {
        id: page.id,
        criterion: criterion.id,
      })}
    />
  );
}

/** The statements that are ticked, a line each; nothing where the charter asks for none. */
function ticksIn({ criterion, statements }: CriterionPage, ticked: Ticked) {
  if (statements === null) return [];
  const texts = tickedTexts(criterion.ratings, ticked).map(({ text }) => text);
  return [{ label: STATEMENTS.ticked, text: texts.join('\n') }];
}
