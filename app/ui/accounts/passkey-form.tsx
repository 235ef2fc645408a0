// A button that asks the browser for a passkey and sends its answer as an ordinary form. It is there only where
// the browser knows passkeys and scripts run; every page that has it can do without.
import { PASSKEY } from '#words/accounts/accounts-pages.ts';
import { addressOf } from '#app/addresses.ts';
import {
  type PublicKeyCredentialRequestOptionsJSON,
  startAuthentication,
} from '@simplewebauthn/browser';
import { type RefObject, useRef, useState } from 'react';
import { HiddenFields } from '#app/ui/kit/fields.tsx';
import { useKnowsPasskeys } from './knows-passkeys.ts';
import { askedOptions } from './ask-for-passkey.ts';

type Props = {
  readonly label: string;
  readonly next: string;
  readonly carried?: readonly (readonly [string, string])[];
  /** Where the answer goes. */
  readonly action?: string;
};

const CANCELLED = PASSKEY.notUsedGoOn;

export function PasskeyForm({
  label,
  next,
  carried = [],
  action = addressOf('/sign-in/passkey'),
}: Props) {
  const form = useRef<HTMLFormElement>(null);
  const ready = useKnowsPasskeys();
  const [problem, setProblem] = useState('');
  if (!ready) return null;
  return (
    <form method="post" action={action} ref={form}>
      <input type="hidden" name="next" value={next} />
      <input type="hidden" name="answer" />
      <HiddenFields fields={carried} />
      <button
        type="button"
        className="nhsuk-button nhsuk-button--secondary"
        onClick={() => void answer(form, setProblem)}
      >
        {label}
      </button>
      <p role="status">{problem}</p>
    </form>
  );
}

async function answer(
  form: RefObject<HTMLFormElement | null>,
  tell: (problem: string) => void,
): Promise<void> {
  tell('');
  try {
    const optionsJSON = await askedOptions<PublicKeyCredentialRequestOptionsJSON>(
      addressOf('/sign-in/passkey/options'),
      {},
    );
    const given = await startAuthentication({ optionsJSON });
    send(form.current, given);
  } catch (error) {
    // Named recovery: the person closed the dialogue, or the network is gone; the page says so.
    if (!(error instanceof Error)) throw error;
    tell(CANCELLED);
  }
}

function send(form: HTMLFormElement | null, given: object): void {
  const field = form?.elements.namedItem('answer');
  if (field instanceof HTMLInputElement) field.value = JSON.stringify(given);
  form?.requestSubmit();
}
