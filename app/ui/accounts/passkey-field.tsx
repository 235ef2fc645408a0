// Inside a form that asks who somebody is: the browser asks for a passkey, and its answer goes with the form, so
// that nothing typed is lost on the way.
import { PASSKEY } from '#words/accounts/accounts-pages.ts';
import { addressOf } from '#app/addresses.ts';
import {
  type PublicKeyCredentialRequestOptionsJSON,
  startAuthentication,
} from '@simplewebauthn/browser';
import { useRef, useState } from 'react';
import { useKnowsPasskeys } from './knows-passkeys.ts';
import { askedOptions } from './ask-for-passkey.ts';

const READY = PASSKEY.ready;
const CANCELLED = PASSKEY.notUsed;

export function PasskeyField() {
  const field = useRef<HTMLInputElement>(null);
  const known = useKnowsPasskeys();
  const [status, setStatus] = useState('');
  if (!known) return null;
  return (
    <div className="nhsuk-form-group">
      <input type="hidden" name="answer" ref={field} />
      <button
        type="button"
        className="nhsuk-button nhsuk-button--secondary nhsuk-button--small"
        onClick={() => void ask(field.current, setStatus)}
      >
        Use a passkey
      </button>
      <p role="status">{status}</p>
    </div>
  );
}

async function ask(field: HTMLInputElement | null, tell: (status: string) => void): Promise<void> {
  tell('');
  try {
    const optionsJSON = await askedOptions<PublicKeyCredentialRequestOptionsJSON>(
      addressOf('/sign-in/passkey/options'),
      {},
    );
    const answer = await startAuthentication({ optionsJSON });
    if (field !== null) field.value = JSON.stringify(answer);
    tell(READY);
  } catch (error) {
    // Named recovery: the person closed the dialogue, or the network is gone; the page says so.
    if (!(error instanceof Error)) throw error;
    tell(CANCELLED);
  }
}
