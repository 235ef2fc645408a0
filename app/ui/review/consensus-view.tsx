// One criterion in the meeting: what everyone gave and why, notes, and what is agreed.
import { addressOf } from '#app/addresses.ts';
import type { ReactNode } from 'react';
import type { ConsensusPage } from '#app/queries/review/discussion-page.ts';
import { unsavedMark } from '#app/ui/assessment/saved-form.tsx';
import { differenceText } from '#words/review/review-words.ts';
import { CriterionHead } from '#app/ui/assessment/criterion-head.tsx';
import { ErrorSummary, PageTitle, problemsOf } from '#app/ui/kit/error-summary.tsx';
import { ON_CRITERION } from '#words/review/panel-feedback-words.ts';
import { LABEL } from '#words/kit/labels.ts';
import { AgreeFields, DraftStatus } from './agree-fields.tsx';
import { DataTable } from '#app/ui/kit/data-table.tsx';
import { MeetingConflict } from './meeting-conflict.tsx';
import { type MeetingProps, type MeetingRefused, textsIn } from './meeting-form.ts';
import { TickedList } from '#app/ui/charters/statement-lists.tsx';
import { FeedbackTexts } from './feedback-texts.tsx';
import { TextArea } from '#app/ui/kit/fields.tsx';
import { DecidedBefore } from './decided-before.tsx';
import { Judged } from './judged-plan.tsx';
import { Neighbours } from '#app/ui/kit/neighbours.tsx';
import { BackLink, Column, Done } from '#app/ui/kit/page.tsx';
import { Submitted } from './submitted-view.tsx';
import { dayAndTime } from '#words/kit/time.ts';

type Props = MeetingProps & { readonly page: { readonly done: string | null } };

export function ConsensusView({ page, refused }: Props) {
  const { criterion } = page;
  return (
    <>
      <PageTitle title={`Discussion of ${criterion.id}`} problems={refused !== null} />
      <BackLink to={addressOf('/reviews/:review/discussion', { review: page.id })}>
        Discussion
      </BackLink>
      <Column>
        <ErrorSummary problems={problemsOf(refused?.errors ?? {})} />
        <Done what={refused === null ? page.done : null} />
        <CriterionHead place={page.department} position={page.position} criterion={criterion} />
        {page.claim.ruledOut === null ? null : <p>{page.claim.ruledOut}</p>}
        <Ratings page={page} />
        {page.whoTicked === null ? null : <DataTable table={page.whoTicked} />}
        <DecidedBefore before={page.decidedBefore} />
        <details className="nhsuk-details">
          <summary className="nhsuk-details__summary">
            <span className="nhsuk-details__summary-text">What was submitted</span>
          </summary>
          <div className="nhsuk-details__text">
            <Submitted page={page} />
            <Judged judged={page.judged} />
          </div>
        </details>
        <MeetingConflict page={page} refused={refused} />
        <MeetingForm page={page} refused={refused}>
          <Notes page={page} refused={refused} />
          {page.mayAgree ? <AgreeFields page={page} refused={refused} /> : null}
        </MeetingForm>
        {page.mayAgree || page.claim.ruledOut !== null ? null : <Agreed page={page} />}
        <Neighbours
          toCriterion={(id) =>
            addressOf('/reviews/:review/discussion/:criterion', { review: page.id, criterion: id })
          }
          before={page.before}
          after={page.after}
        />
      </Column>
    </>
  );
}

function Ratings({ page }: Pick<Props, 'page'>) {
  const applies = page.claim.notApplicable === null && page.claim.ruledOut === null;
  return (
    <section aria-labelledby="ratings">
      <h2 className="nhsuk-heading-m" id="ratings">
        Independent ratings
      </h2>
      <p>
        Claimed: {applies ? page.claim.claimed : LABEL.notApplicable}. Supported:{' '}
        {applies ? page.claim.supported : LABEL.notApplicable}. Difference:{' '}
        {differenceText(page.difference).toLowerCase()}.
      </p>
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

const MEETING = 'meeting';

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
      {page.mayDiscuss ? <NoteFields page={page} refused={refused} /> : null}
    </section>
  );
}

/** One form holds all that is typed here, so that a button for one text takes the others along. */
function MeetingForm({ page, refused, children }: Props & { readonly children: ReactNode }) {
  if (!page.mayDiscuss) return children;
  const read = refused?.conflict?.now ?? readIn(page, refused);
  return (
    <form
      method="post"
      noValidate
      id={MEETING}
      aria-label="The meeting"
      data-autosave={addressOf('/reviews/:review/discussion/:criterion/autosave', {
        review: page.id,
        criterion: page.criterion.id,
      })}
      data-version-field="draft"
      data-unsaved={unsavedMark(refused)}
    >
      <input type="hidden" name="version" value={read.agreed} />
      <input type="hidden" name="draft" value={read.draft} />
      {/* The key ‘Enter’ on a rating chooses the first button of a form, which is to be this one. */}
      {page.mayAgree ? (
        <button name="intent" value="agree" hidden>
          Save
        </button>
      ) : null}
      {children}
    </form>
  );
}

/** What the form is filled in on: after a refusal still what it was. */
function readIn({ draft }: ConsensusPage, refused: MeetingRefused | null) {
  const { version, draft: mine } = refused?.typed ?? {};
  return { agreed: version ?? draft.read.agreed, draft: mine ?? draft.read.draft };
}

function NoteFields({ page, refused }: Props) {
  return (
    <>
      <TextArea
        name="text"
        label="Add a note"
        rows={3}
        value={textsIn({ page, refused })['text']}
        error={refused?.errors['text']}
      />
      {page.mayAgree ? null : <DraftStatus page={page} refused={refused} />}
      <button className="nhsuk-button nhsuk-button--secondary" name="intent" value="note">
        Add the note
      </button>
    </>
  );
}

function Agreed({ page: { agreed } }: Pick<Props, 'page'>) {
  if (agreed.text === null) return <p>Nothing is agreed for it yet. The chair writes it down.</p>;
  return (
    <section className="app-evidence" aria-labelledby="agreed">
      <h2 className="nhsuk-heading-m" id="agreed">
        Agreed: {agreed.text}
      </h2>
      <TickedList shown={agreed.statements} level="h3" title={ON_CRITERION.foundTrue} />
      <FeedbackTexts given={agreed} />
    </section>
  );
}
