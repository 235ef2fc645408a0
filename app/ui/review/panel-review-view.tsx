// One review for an administrator: the date for ratings, how far members are, and seats to give to others.
import { addressOf } from '#app/addresses.ts';
import type { PanelReviewPage } from '#app/queries/review/panel-review-page.ts';
import { ErrorSummary, PageTitle, problemsOf } from '#app/ui/kit/error-summary.tsx';
import { Choices, SelectField, TextArea } from '#app/ui/kit/fields.tsx';
import { MomentField } from '#app/ui/kit/moment-field.tsx';
import { BackLink, Column, Done } from '#app/ui/kit/page.tsx';
import type { Refused } from '#app/ui/kit/refused.ts';
import { dayAndTime } from '#words/kit/time.ts';

type Props = {
  readonly page: PanelReviewPage & { readonly done: string | null };
  readonly refused: Refused | null;
};

export function PanelReviewView({ page, refused }: Props) {
  return (
    <>
      <PageTitle title={`Review: ${page.department}`} problems={refused !== null} />
      <BackLink to={addressOf('/admin/panels/:panel', { panel: page.panel.id })}>
        {page.panel.name}
      </BackLink>
      <Column>
        <ErrorSummary problems={problemsOf(refused?.errors ?? {})} />
        <Done what={refused === null ? page.done : null} />
        <h1 className="nhsuk-heading-l">
          <span className="nhsuk-caption-l">
            Submission {page.number}, {page.organisation}
          </span>
          {page.department}
        </h1>
        <Members page={page} />
        <Requests page={page} />
        {page.phase === 'rating' ? (
          <>
            <RatingsDate page={page} refused={refused} />
            <Replace page={page} refused={refused} />
          </>
        ) : (
          <p>Nobody rates any more, so no date is set and nobody is replaced.</p>
        )}
      </Column>
    </>
  );
}

function Members({ page }: Pick<Props, 'page'>) {
  return (
    <section aria-labelledby="members">
      <h2 className="nhsuk-heading-m" id="members">
        How far members are
      </h2>
      <p>Do not tell the chair or other members: who has sealed is for administrators alone.</p>
      <ul className="nhsuk-list nhsuk-list--bullet">
        {page.members.map(({ id, name, text }) => (
          <li key={id}>
            <bdi>{name}</bdi> {text}
          </li>
        ))}
      </ul>
    </section>
  );
}

function Requests({ page: { requests } }: Pick<Props, 'page'>) {
  if (requests.length === 0) return null;
  return (
    <section aria-labelledby="requests">
      <h2 className="nhsuk-heading-m" id="requests">
        What the chair asks
      </h2>
      {requests.map(({ id, name, askedAt, reason, state }) => (
        <div className="app-evidence" key={id}>
          <p>
            To replace <bdi>{name}</bdi>, asked on {dayAndTime(askedAt)}:
          </p>
          <p className="app-narrative">{reason}</p>
          <p>{state}</p>
        </div>
      ))}
    </section>
  );
}

function RatingsDate({ page, refused }: Props) {
  const typed = refused?.typed ?? {};
  const errors = refused?.errors ?? {};
  const due = page.ratingsDueAt;
  return (
    <form method="post" noValidate>
      <h2 className="nhsuk-heading-m">The date for ratings</h2>
      <p>
        {due === null
          ? 'No date is set.'
          : `Ratings ${page.over ? 'were' : 'are'} due by ${dayAndTime(due)}, London time.`}
      </p>
      <input type="hidden" name="intent" value="date" />
      <MomentField name="date" label="New date" typed={typed} error={errors['date']} />
      <TextArea
        name="why"
        label="Why"
        hint="Every member who takes part gets it in a letter. Do not say in it who has sealed."
        rows={3}
        value={typed['why']}
        error={errors['why']}
      />
      <button className="nhsuk-button nhsuk-button--secondary">
        {due === null ? 'Set the date' : 'Move the date'}
      </button>
    </form>
  );
}

function Replace({ page, refused }: Props) {
  const typed = refused?.typed ?? {};
  const errors = refused?.errors ?? {};
  return (
    <section aria-labelledby="replace">
      <h2 className="nhsuk-heading-m" id="replace">
        Give a seat to somebody else
      </h2>
      <p>
        A member who has not sealed can be replaced once the date for ratings has passed, and one
        who takes no part at any time. Their ratings stay out of the review, and nobody else reads
        them.
      </p>
      {page.replaceable.length === 0 ? <p>Nobody can be replaced now.</p> : null}
      {page.replaceable.length > 0 && page.candidates.length === 0 ? (
        <p>Everyone with a panel role sits in this review. Add people under Administration.</p>
      ) : null}
      {page.replaceable.length === 0 || page.candidates.length === 0 ? null : (
        <form method="post" noValidate>
          <input type="hidden" name="intent" value="replace" />
          <SelectField
            name="member"
            label="Who goes"
            options={[{ value: '', label: 'Choose a member' }, ...page.replaceable]}
            value={typed['member']}
            error={errors['member']}
          />
          <SelectField
            name="person"
            label="Who takes the seat in this review"
            options={[{ value: '', label: 'Choose a person' }, ...page.candidates]}
            value={typed['person']}
            error={errors['person']}
          />
          <Choices
            name="statistics"
            kind="checkbox"
            size="s"
            label="Statistics"
            options={[{ value: 'yes', label: 'Qualified to read statistics' }]}
            chosen={typed['statistics'] === undefined ? [] : [typed['statistics']]}
            error={errors['statistics']}
          />
          <TextArea
            name="reason"
            label="Reason"
            hint="The member who goes and the other administrators read it"
            rows={3}
            value={typed['reason']}
            error={errors['reason']}
          />
          <button className="nhsuk-button nhsuk-button--secondary">Give the seat</button>
        </form>
      )}
    </section>
  );
}
