// Two people changed the same answer: both versions side by side, and the choice is the reader's.
import type { CriterionPage } from '#app/queries/criterion-page.ts';
import type { Answered, SavedMeanwhile } from './answer-form.tsx';
import { dayAndTime } from './time.ts';

type Props = {
  readonly page: CriterionPage;
  readonly saved: SavedMeanwhile;
  readonly typed: Answered['typed'];
};

export function Conflict({ page, saved, typed }: Props) {
  const { criterion } = page;
  const ratingText = (rating: string) =>
    criterion.ratings.find((one) => String(one.rating) === rating)?.label ??
    (rating === 'not-applicable' ? 'Not applicable' : 'No rating');
  const theirs = saved.notApplicable === null ? String(saved.claimed ?? '') : 'not-applicable';
  return (
    <div className="nhsuk-warning-callout" role="alert">
      <h2 className="nhsuk-warning-callout__label" id="conflict">
        <span className="nhsuk-u-visually-hidden">Important: </span>
        Someone else changed this answer while you were writing
      </h2>
      <p>
        <bdi>{saved.savedBy ?? 'A colleague'}</bdi> saved it on {dayAndTime(saved.updatedAt)}.
        Nothing is lost: both versions are below, and yours is not saved yet.
      </p>
      <div className="app-compare">
        <div>
          <h3 className="nhsuk-heading-s">Saved now</h3>
          <p>{ratingText(theirs)}</p>
          <p className="app-narrative">{saved.notApplicable ?? saved.narrative}</p>
        </div>
        <div>
          <h3 className="nhsuk-heading-s">Yours</h3>
          <p>{ratingText(typed['rating'] ?? '')}</p>
          <p className="app-narrative">{typed['narrative'] ?? ''}</p>
        </div>
      </div>
      <p>
        The form below holds yours. Change it as you like, bring over what you want to keep of the
        other, and save it: it then replaces what is saved now.
      </p>
      <p>
        <a href={`/assessments/${page.id}/criteria/${criterion.id}`}>
          Keep what is saved now, and drop mine
        </a>
      </p>
    </div>
  );
}
