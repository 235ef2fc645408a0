// Words for what can stand in the way of proving who one is.
import { told, type Told } from '#app/words/told.ts';
import { waitText } from '#words/kit/general.ts';

type Seconds = { readonly seconds: number };

export const PROOF = {
  busy: ({ seconds }: Seconds) =>
    `Very many people are signing in at this moment, so your password was not looked at and nothing was changed. Wait ${seconds} seconds, then try again`,
  wait: ({ seconds }: Seconds) =>
    `There were too many failed attempts. Wait ${waitText(seconds)}, then try again`,
  'too-many-tries':
    'There were very many failed attempts for this address today, so passwords from devices that we do not know are not looked at. Let us send you a link that makes this device known',
  'password-wrong': 'The password is not right',
  'code-wrong': 'The code is not right, or was used before. Wait for the next one in your app',
  'passkey-wrong': 'The passkey was not accepted. Try again, or type your password instead',
  'confirm-first':
    'Confirm that it is you with your passkey, or where your organisation lets you sign in. Without it, type your password and a recovery code',
};

const SIGN_IN = {
  ...PROOF,
  'provider-required': ({ name }: { readonly name: string }) =>
    `Your organisation has its people sign in at ${name}. Use the button “Sign in with ${name}”`,
  wrong: 'The email address or the password is not right',
  'first-step-over': 'It has been too long since you typed your password. Type it again',
};

const OWN_ACCOUNT = {
  'factor-there': 'An authenticator is in use already. Remove it before you set up another',
  'no-factor': 'There is no second factor to change',
  'name-taken': 'Somebody here has this name already. Add something by which people tell you apart',
  'no-mail':
    'This service sends no mail, so the addresses cannot be asked. Nothing was changed. Tell the person who runs the service',
  'nothing-to-confirm': 'Begin again: this key was replaced or has been confirmed already',
  'factor-needed':
    'Your role needs a second factor. Set up the other one before you remove this one',
  'passkey-not-made':
    'No passkey was added, because the answer of your browser was not accepted. Try again, or use another device',
  'passkey-known': 'This passkey is there already',
  'too-many-passkeys': ({ most }: { readonly most: number }) =>
    `An account has at most ${most} passkeys. Remove one first`,
  'name-wrong': ({ most }: { readonly most: number }) =>
    `Enter a name of at most ${most} characters`,
  'address-wrong':
    'Enter an email address such as name@example.org, another than the one that you have',
  'link-over':
    'This link was used, has expired, or is not whole. Begin again on the page of your account',
};

const IDENTITY = { ...SIGN_IN, ...OWN_ACCOUNT };

/** What stands in the way of signing in, of a proof, or of changing one's own account; no full stop. */
export function identityProblemText(problem: Told<typeof IDENTITY>): string {
  return told(IDENTITY, problem);
}

const RESET = {
  'no-mail':
    'No mail server is set, so its owner cannot be told. Nothing was changed. Whoever runs the service takes it away with the command charter admin reset-factor',
  'no-factor': 'There is no second factor to take away',
  'reset-waits': 'It is asked for already, and waits until its day is over',
  'own-factor': 'Nobody takes away their own second factor this way. Ask another administrator',
  'reason-wrong': ({ most }: { readonly most: number }) => `Say why, in at most ${most} characters`,
};

/** Why a second factor is not taken away. */
export function resetProblemText(problem: Told<typeof RESET>): string {
  return told(RESET, problem);
}
