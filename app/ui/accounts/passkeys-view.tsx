// One's own passkeys: added on this device, and taken away.
import { PASSKEY } from '#words/accounts/accounts-pages.ts';
import { addressOf } from '#app/addresses.ts';
import {
  type PublicKeyCredentialCreationOptionsJSON,
  startRegistration,
} from '@simplewebauthn/browser';
import type { SubmitEvent } from 'react';
import type { passkeysPage } from '#app/queries/accounts/account-page.ts';
import type { ProofAsked } from '#app/queries/accounts/proof.ts';
import { ErrorSummary, PageTitle, problemsOf } from '#app/ui/kit/error-summary.tsx';
import { TextField } from '#app/ui/kit/fields.tsx';
import { BackLink, Column, Done } from '#app/ui/kit/page.tsx';
import { useKnowsPasskeys } from './knows-passkeys.ts';
import { askedOptions } from './ask-for-passkey.ts';
import { RecoveryCodes } from './recovery-codes.tsx';
import { ProofFields } from './proof-fields.tsx';
import { dayOf } from '#words/kit/time.ts';

type Props = {
  readonly page: {
    readonly passkeys: Awaited<ReturnType<typeof passkeysPage>>;
    readonly proof: ProofAsked;
    readonly done: string | null;
  };
  /** Shown once, when they are made. */
  readonly codes: readonly string[] | null;
  readonly refused: {
    readonly errors: Readonly<Record<string, string>>;
    readonly name: string;
  } | null;
};

export function PasskeysView({ page, codes, refused }: Props) {
  const errors = refused?.errors ?? {};
  if (codes !== null) {
    return (
      <Column>
        <PageTitle title="The passkey is added" />
        <h1 className="nhsuk-heading-l">The passkey is added</h1>
        <RecoveryCodes codes={codes} />
      </Column>
    );
  }
  return (
    <Column>
      <PageTitle title="Passkeys" problems={refused !== null} />
      <BackLink to={addressOf('/account')}>Your account</BackLink>
      <Done what={refused === null ? page.done : null} />
      <ErrorSummary problems={problemsOf(errors)} />
      <h1 className="nhsuk-heading-l">Passkeys</h1>
      <p>
        With a passkey you sign in by the fingerprint, face or PIN of your own device, instead of
        password and code. It stays on the device or in your password manager; we keep only what
        checks it.
      </p>
      <form method="post" noValidate onSubmit={(event) => void register(event)}>
        <Listed passkeys={page.passkeys} />
        <h2 className="nhsuk-heading-m">Add a passkey of this device</h2>
        <TextField
          name="name"
          label="Name"
          hint="So that you know it again, such as ‘Laptop at work’"
          width="two-thirds"
          value={refused?.name ?? ''}
          error={errors['name']}
        />
        <ProofFields proof={page.proof} errors={errors} />
        <input type="hidden" name="new" />
        <Add />
      </form>
    </Column>
  );
}

function Add() {
  const ready = useKnowsPasskeys();
  return ready ? (
    <>
      <p>You are signed out everywhere else, and get a letter about it.</p>
      <button className="nhsuk-button">Add the passkey</button>
      <p role="status" id="passkey-status" />
    </>
  ) : (
    <p>
      This browser cannot make passkeys, or JavaScript is switched off. An{' '}
      <a href={addressOf('/account/second-factor')}>authenticator app</a> works without.
    </p>
  );
}

function Listed({ passkeys }: { readonly passkeys: Props['page']['passkeys'] }) {
  if (passkeys.length === 0) return <p>You have none yet.</p>;
  return (
    <dl className="nhsuk-summary-list">
      {passkeys.map(({ id, name, createdAt, lastUsedAt }) => (
        <div className="nhsuk-summary-list__row" key={id}>
          <dt className="nhsuk-summary-list__key">
            <bdi>{name}</bdi>
          </dt>
          <dd className="nhsuk-summary-list__value">
            Added on {dayOf(createdAt)}.{' '}
            {lastUsedAt === null ? 'Not used yet.' : `Last used on ${dayOf(lastUsedAt)}.`}
          </dd>
          <dd className="nhsuk-summary-list__actions">
            <button
              className="nhsuk-button nhsuk-button--secondary nhsuk-button--small"
              name="remove"
              value={id}
            >
              Remove<span className="nhsuk-u-visually-hidden"> {name}</span>
            </button>
          </dd>
        </div>
      ))}
    </dl>
  );
}

/** Asks the browser for a passkey before the form goes; removing one goes as it is. */
async function register(event: SubmitEvent<HTMLFormElement>): Promise<void> {
  const { submitter } = event.nativeEvent;
  if (submitter instanceof HTMLButtonElement && submitter.name === 'remove') return;
  const form = event.currentTarget;
  // Sent for the second time, with what was made.
  if (form.dataset['made'] !== undefined) return;
  event.preventDefault();
  const status = form.querySelector('#passkey-status');
  try {
    const optionsJSON = await askedOptions<PublicKeyCredentialCreationOptionsJSON>(
      addressOf('/account/passkeys/options'),
      {},
    );
    const made = await startRegistration({ optionsJSON });
    const field = form.elements.namedItem('new');
    if (field instanceof HTMLInputElement) field.value = JSON.stringify(made);
    form.dataset['made'] = '';
    form.requestSubmit();
  } catch (error) {
    // Named recovery: the person closed the dialogue, or the network is gone; the page says so.
    if (!(error instanceof Error)) throw error;
    if (status !== null) status.textContent = PASSKEY.notMade;
  }
}
