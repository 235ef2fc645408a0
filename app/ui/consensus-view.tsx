// One criterion in the meeting: what everyone gave and why, notes, and what is agreed.
import type { ConsensusPage } from '#app/queries/discussion-page.ts';
import { ErrorSummary, PageTitle, problemsOf } from './error-summary.tsx';
import { FeedbackTexts } from './feedback-texts.tsx';
import { Choices, TextArea } from './fields.tsx';
import { Neighbours } from './neighbours.tsx';
import { BackLink, Column, Done } from './page.tsx';
import type { Refused } from './person-fields.tsx';
import { ratingOptions } from './rating-view.tsx';
import { Submitted } from './submitted-view.tsx';
import { dayAndTime } from './time.ts';

type Props = {
  readonly page: ConsensusPage & { readonly done: string | null };
  readonly refused: Refused | null;
};

export function ConsensusView({ page, refused }: Props) {
  const { criterion } = page;
  return (
    <>
      <PageTitle title={`Discussion of ${criterion.id}`} problems={refused !== null} />
      <BackLink to={`/reviews/${page.id}/discussion`}>Discussion</BackLink>
      <Column>
        <ErrorSummary problems={problemsOf(refused?.errors ?? {})} />
        <Done what={refused === null ? page.done : null} />
        <h1 className="nhsuk-heading-l">
          <span className="nhsuk-caption-l">
            {page.department}, criterion {page.position}
          </span>
          {criterion.id} {criterion.title}
        </h1>
        <p className="nhsuk-lede-text">{criterion.question}</p>
        <Ratings page={page} />
        <details className="nhsuk-details">
          <summary className="nhsuk-details__summary">
            <span className="nhsuk-details__summary-text">What was submitted</span>
          </summary>
          <div className="nhsuk-details__text">
            <Submitted page={page} />
          </div>
        </details>
        <Notes page={page} refused={refused} />
        {page.mayAgree ? <AgreeForm page={page} refused={refused} /> : <Agreed page={page} />}
        <Neighbours
          base={`/reviews/${page.id}/discussion`}
          before={page.before}
          after={page.after}
        />
      </Column>
    </>
  );
}

function Ratings({ page }: Pick<Props, 'page'>) {
  return (
    <section aria-labelledby="ratings">
      <h2 className="nhsuk-heading-m" id="ratings">
        Independent ratings
      </h2>
      <p>Claimed: {page.claim.notApplicable === null ? page.claim.claimed : 'Not applicable'}.</p>
      {page.ratings.map(({ id, name, rating, reason }) => (
        <div className="app-evidence" key={id}>
          <h3 className="nhsuk-heading-s">
            <bdi>{name}</bdi>: {rating}
          </h3>
          <p className="app-narrative">{reason}</p>
        </div>
      ))}
    </section>
  );
}

function Notes({ page, refused }: Props) {
  return (
    <section aria-labelledby="notes">
      <h2 className="nhsuk-heading-m" id="notes">
        Notes of the discussion
      </h2>
      {page.notes.length === 0 ? <p>There are none yet.</p> : null}
      {page.notes.map(({ id, name, text, at }) => (
        <div className="app-evidence" key={id}>
          <p className="app-narrative">{text}</p>
          <p className="nhsuk-body-s">
            <bdi>{name}</bdi>, {dayAndTime(at)}
          </p>
        </div>
      ))}
      {page.mayDiscuss ? (
        <form method="post" noValidate>
          <input type="hidden" name="intent" value="note" />
          <TextArea
            name="text"
            label="Add a note"
            rows={3}
            value={refused?.typed['text']}
            error={refused?.errors['text']}
          />
          <button className="nhsuk-button nhsuk-button--secondary">Add the note</button>
        </form>
      ) : null}
    </section>
  );
}

function AgreeForm({ page, refused }: Props) {
  const typed = refused?.typed['intent'] === 'agree' ? refused.typed : {};
  const errors = refused?.errors ?? {};
  const { agreed } = page;
  const choice = typed['choice'] ?? agreed.choice;
  const text = (name: 'reason' | 'commendation' | 'recommendation' | 'requirement') => ({
    name,
    value: typed[name] ?? agreed[name],
    error: errors[name],
    rows: 3,
  });
  return (
    <form method="post" noValidate>
      <h2 className="nhsuk-heading-m">What the panel agrees</h2>
      <input type="hidden" name="intent" value="agree" />
      <input type="hidden" name="version" value={typed['version'] ?? agreed.version} />
      <Choices
        name="choice"
        kind="radio"
        size="s"
        label="Agreed rating"
        options={ratingOptions(page)}
        chosen={choice === '' ? [] : [choice]}
        error={errors['choice']}
      />
      <TextArea {...text('reason')} label="Reason" hint="The department reads it" />
      <TextArea
        {...text('commendation')}
        label="Commendation (optional)"
        hint="What is done well"
      />
      <TextArea
        {...text('recommendation')}
        label="Recommendation (optional)"
        hint="What would help, and is not asked for"
      />
      <TextArea
        {...text('requirement')}
        label="Requirement (optional)"
        hint="What must change before the level can be awarded"
      />
      {page.after === null ? null : (
        <button className="nhsuk-button nhsuk-u-margin-right-3" name="next" value={page.after.id}>
          Save and go to {page.after.id}
        </button>
      )}
      <button className="nhsuk-button nhsuk-button--secondary">Save and go to the list</button>
    </form>
  );
}

function Agreed({ page: { agreed } }: Pick<Props, 'page'>) {
  if (agreed.text === null) return <p>Nothing is agreed for it yet. The chair writes it down.</p>;
  return (
    <section className="app-evidence" aria-labelledby="agreed">
      <h2 className="nhsuk-heading-m" id="agreed">
        Agreed: {agreed.text}
      </h2>
      <FeedbackTexts given={agreed} />
    </section>
  );
}
