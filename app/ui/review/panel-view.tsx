// One panel: who sits on it, what it lacks, which submissions are before it and how far members are.
import { SEATS } from '#words/review/review-pages.ts';
import { addressOf } from '#app/addresses.ts';
import { seatText } from '#words/review/seat-text.ts';
import type { PanelPage } from '#app/queries/review/panels-page.ts';
import { ErrorSummary, PageTitle, problemsOf } from '#app/ui/kit/error-summary.tsx';
import { Choices, SelectField } from '#app/ui/kit/fields.tsx';
import { MomentField } from '#app/ui/kit/moment-field.tsx';
import { BackLink, Column, Done } from '#app/ui/kit/page.tsx';
import type { Refused } from '#app/ui/kit/refused.ts';
import { gapText } from '#words/review/gap-text.ts';
import { beforePanelText } from '#words/review/review-words.ts';
import { dayAndTime } from '#words/kit/time.ts';

type Props = {
  readonly page: PanelPage & { readonly done: string | null };
  readonly refused: Refused | null;
};

const SEAT_CHOICES = [
  { value: 'reviewer', label: SEATS.reviewer },
  { value: 'chair', label: SEATS.chair },
  { value: 'observer', label: SEATS.observer },
] as const;

export function PanelView({ page, refused }: Props) {
  return (
    <>
      <PageTitle title={page.name} problems={refused !== null} />
      <BackLink to={addressOf('/admin/panels')}>Panels</BackLink>
      <Column>
        <ErrorSummary problems={problemsOf(refused?.errors ?? {})} />
        <Done what={refused === null ? page.done : null} />
        <h1 className="nhsuk-heading-l">{page.name}</h1>
        {page.gaps.length === 0 ? null : (
          <div className="nhsuk-inset-text">
            <p>The panel is not complete: {page.gaps.map(gapText).join('; ')}.</p>
          </div>
        )}
        <Members page={page} />
        <AddMember page={page} refused={refused} />
        <Reviews page={page} />
        <AddSubmission page={page} refused={refused} />
      </Column>
    </>
  );
}

function Members({ page: { members } }: Pick<Props, 'page'>) {
  return (
    <section aria-labelledby="members">
      <h2 className="nhsuk-heading-m" id="members">
        Members
      </h2>
      {members.length === 0 ? <p>Nobody sits on it yet.</p> : null}
      {members.map((member) => (
        <div className="app-evidence" key={member.id}>
          <p className="nhsuk-u-margin-bottom-2">
            <strong>
              <bdi>{member.name}</bdi>
            </strong>
            , {seatText(member)}
            {member.sits ? null : '. No longer a panel member'}
            {member.begun ? '. Has begun a review, and so stays.' : null}
          </p>
          {member.begun ? null : <Removal {...member} />}
        </div>
      ))}
    </section>
  );
}

function Removal({ id, name }: { readonly id: string; readonly name: string }) {
  return (
    <form method="post">
      <input type="hidden" name="intent" value="unseat" />
      <button
        className="nhsuk-button nhsuk-button--secondary nhsuk-button--small nhsuk-u-margin-bottom-0"
        name="person"
        value={id}
      >
        Remove<span className="nhsuk-u-visually-hidden"> {name}</span>
      </button>
    </form>
  );
}

function AddMember({ page, refused }: Props) {
  if (page.candidates.length === 0) {
    return <p>Everyone with a panel role sits on this panel. Add people under Administration.</p>;
  }
  const typed = refused?.typed ?? {};
  return (
    <form method="post" noValidate>
      <h3 className="nhsuk-heading-s">Add a member</h3>
      <input type="hidden" name="intent" value="seat" />
      <SelectField
        name="person"
        label="Person"
        options={page.candidates}
        value={typed['person']}
        error={refused?.errors['person']}
      />
      <Choices
        name="seat"
        kind="radio"
        size="s"
        label="Seat"
        options={SEAT_CHOICES}
        chosen={[typed['seat'] ?? 'reviewer']}
        error={refused?.errors['seat']}
      />
      <Choices
        name="statistics"
        kind="checkbox"
        size="s"
        label="Statistics"
        options={[{ value: 'yes', label: 'Qualified to read statistics' }]}
        chosen={typed['statistics'] === undefined ? [] : [typed['statistics']]}
      />
      <button className="nhsuk-button nhsuk-button--secondary">Add to the panel</button>
    </form>
  );
}

function Reviews({ page }: Pick<Props, 'page'>) {
  return (
    <section aria-labelledby="reviews">
      <h2 className="nhsuk-heading-m" id="reviews">
        Submissions before the panel
      </h2>
      {page.reviews.length === 0 ? <p>There is none yet.</p> : null}
      {page.reviews.map((review) => (
        <div className="app-evidence" key={review.id}>
          <h3 className="nhsuk-heading-s">
            {review.department}, {review.organisation}
          </h3>
          <p>
            {beforePanelText(review.number, review.purpose, review.phase)}
            {review.ratingsDueAt === null
              ? ''
              : ` Ratings due by ${dayAndTime(review.ratingsDueAt)}, London time.`}
          </p>
          <ul className="nhsuk-list nhsuk-list--bullet">
            {review.members.map(({ id, name, text }) => (
              <li key={id}>
                <bdi>{name}</bdi> {text}
              </li>
            ))}
          </ul>
          {review.phase === 'rating' ? (
            <p>
              <a
                href={addressOf('/admin/panels/:panel/reviews/:review', {
                  panel: page.id,
                  review: review.id,
                })}
              >
                Move the date or give a seat to somebody else
                <span className="nhsuk-u-visually-hidden">: {review.department}</span>
              </a>
            </p>
          ) : null}
          {review.phase === 'closed' ? (
            <details className="nhsuk-details">
              <summary className="nhsuk-details__summary">
                <span className="nhsuk-details__summary-text">
                  The record is wrong
                  <span className="nhsuk-u-visually-hidden"> of {review.department}</span>
                </span>
              </summary>
              <form method="post" className="nhsuk-details__text">
                <p>
                  The record stays as it is. The chair can record another one, with the reason, that
                  takes its place.
                </p>
                <input type="hidden" name="intent" value="reopen" />
                <button
                  className="nhsuk-button nhsuk-button--warning"
                  name="review"
                  value={review.id}
                >
                  Open the discussion again
                </button>
              </form>
            </details>
          ) : null}
        </div>
      ))}
    </section>
  );
}

function AddSubmission({ page, refused }: Props) {
  if (page.submissions.length === 0) return <p>No submission is waiting for a panel.</p>;
  const typed = refused?.typed ?? {};
  return (
    <form method="post" noValidate>
      <h3 className="nhsuk-heading-s">Put a submission before the panel</h3>
      <input type="hidden" name="intent" value="submission" />
      <SelectField
        name="submission"
        label="Submission"
        options={page.submissions}
        value={typed['submission']}
        error={refused?.errors['submission']}
      />
      <MomentField
        name="due"
        label="Ratings due by (optional)"
        typed={typed}
        error={refused?.errors['due']}
      />
      <button className="nhsuk-button">Put it before the panel</button>
    </form>
  );
}
