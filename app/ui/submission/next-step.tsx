// Where an assessment is in its life, and the one thing that this person can do next.
import { STEP_TITLES } from '#words/submission/submission-pages.ts';
import { addressOf } from '#app/addresses.ts';
import type { CheckPage } from '#app/queries/submission/check-page.ts';
import { AskToSign } from './ask-to-sign-part.tsx';
import type { Refused } from '#app/ui/kit/refused.ts';
import { SigningDetail } from './signing-state.tsx';
import { SelectField } from '#app/ui/kit/fields.tsx';
import { dayAndTime, dayText } from '#words/kit/time.ts';

type Props = { readonly page: CheckPage };
type AskedProps = Props & { readonly refused: Refused | null };

export function NextStep({ page, refused }: AskedProps) {
  const round = page.rounds.find(({ id }) => id === page.roundId) ?? null;
  return (
    <section className="app-evidence" aria-labelledby="next">
      <h2 className="nhsuk-heading-m" id="next">
        {STEP_TITLES[page.state]}
      </h2>
      <ol className="nhsuk-list nhsuk-list--number">
        <li>{page.state === 'draft' ? <strong>Draft: answers can be changed</strong> : 'Draft'}</li>
        <li>
          {page.signature === null || page.state === 'draft'
            ? 'The executive sponsor, or a deputy, reads and signs'
            : `Signed by ${page.signature.name}, ${page.signature.role}, on ${dayAndTime(page.signature.signedAt)}`}
        </li>
        <li>
          {page.submitted === null
            ? 'The assessment lead submits'
            : `Submitted as number ${page.submitted.number} on ${dayAndTime(page.submitted.at)}`}
        </li>
      </ol>
      {page.revisionsDueOn === null ? (
        <>
          <Deadline round={round} />
          <Rounds page={page} />
        </>
      ) : (
        <p>
          The panel asked for revisions by <strong>{dayText(page.revisionsDueOn)}</strong>.{' '}
          <a href={addressOf('/assessments/:id/decision', { id: page.id })}>
            Read what it asks for
          </a>
          .
        </p>
      )}
      <SigningDetail signing={page.signing} />
      <AskToSign page={page} refused={refused} />
      {page.state === 'signed-off' && page.signature?.own === true ? (
        <p>You signed it, so somebody else submits it: two people answer for an assessment.</p>
      ) : null}
      <Buttons page={page} />
    </section>
  );
}

type Round = CheckPage['rounds'][number];

function Deadline({ round }: { readonly round: Round | null }) {
  if (round === null) return <p>No round is chosen, so there is no deadline.</p>;
  const { name, state, opensAt, closesAt, extended } = round;
  if (state === 'not-open-yet') {
    return (
      <p>
        {name} opens on {dayAndTime(opensAt)} and closes on {dayAndTime(closesAt)}, London time.
      </p>
    );
  }
  return (
    <p>
      {name} {state === 'open' ? 'closes' : 'closed'} on <strong>{dayAndTime(closesAt)}</strong>,
      London time{extended ? ' (extended for you)' : ''}.
    </p>
  );
}

function Rounds({ page }: Props) {
  if (!page.may.chooseRound) return null;
  if (page.rounds.length === 0) {
    return <p>The awarding body has not opened a round for this charter version yet.</p>;
  }
  return (
    <form method="post">
      <SelectField
        name="round"
        label="Round"
        value={page.roundId ?? onlyOpen(page)}
        options={[
          ...(page.roundId === null ? [{ value: '', label: 'Choose a round' }] : []),
          ...page.rounds.map(({ id, name, state, closesAt }) => ({
            value: id,
            label: `${name}, ${state === 'closed' ? 'closed' : `closes ${dayAndTime(closesAt)}`}`,
          })),
        ]}
      />
      <button className="nhsuk-button nhsuk-button--secondary" name="intent" value="round">
        Choose the round
      </button>
    </form>
  );
}

/** The id of the one round that is open; '' where there are several, or none. */
function onlyOpen({ rounds }: CheckPage): string {
  const open = rounds.filter(({ state }) => state === 'open');
  return open.length === 1 ? (open[0]?.id ?? '') : '';
}

function Buttons({ page }: Props) {
  return (
    <div className="app-button-row">
      {page.may.sign ? (
        <a className="nhsuk-button" href={addressOf('/assessments/:id/sign', { id: page.id })}>
          Read the declaration and sign
        </a>
      ) : null}
      {page.may.submit ? (
        <a className="nhsuk-button" href={addressOf('/assessments/:id/submit', { id: page.id })}>
          Go on to submit
        </a>
      ) : null}
      {page.may.reopen ? (
        <form method="post">
          <p>Reopening takes the signature back: the sponsor signs again afterwards.</p>
          <button className="nhsuk-button nhsuk-button--secondary" name="intent" value="reopen">
            Reopen to change something
          </button>
        </form>
      ) : null}
      {page.submitted === null ? null : (
        <a
          className="nhsuk-button"
          href={addressOf('/assessments/:id/submission', { id: page.id })}
        >
          Read the receipt
        </a>
      )}
    </div>
  );
}
