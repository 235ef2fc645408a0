// Words for what can stand in the way of signing in, of proving once more who one is, and of changing one's
// own account.
import type { OwnAccountProblem } from '#app/use-cases/accounts/own-account-problem.ts';
import type { ConfirmProblem } from '#app/use-cases/accounts/confirm-identity.ts';
import type { ResetProblem } from '#app/use-cases/accounts/reset-factor.ts';
import type { SignInProblem } from '#app/use-cases/accounts/sign-in.ts';
import type { PasskeySignInProblem } from '#app/use-cases/accounts/sign-in-passkey.ts';
import type { SecondStepProblem } from '#app/use-cases/accounts/sign-in-second-step.ts';

type IdentityProblem =
  SignInProblem | SecondStepProblem | PasskeySignInProblem | ConfirmProblem | OwnAccountProblem;

/** The problem as a sentence, without a full stop. */
export function identityProblemText(problem: IdentityProblem): string {
  switch (problem.code) {
    case 'provider-required':
      return `Your organisation has its people sign in at ${problem.name}. Use the button “Sign in with ${problem.name}”`;
    case 'wrong':
      return 'The email address or the password is not right';
    case 'busy':
      return `Very many people are signing in at this moment, so your password was not looked at and nothing was changed. Wait ${problem.seconds} seconds, then try again`;
    case 'wait':
      return `There were too many failed attempts. Wait ${waitText(problem.seconds)}, then try again`;
    case 'too-many-tries':
      return 'There were very many failed attempts for this address today, so passwords from devices that we do not know are not looked at. Let us send you a link that makes this device known';
    case 'password-wrong':
      return 'The password is not right';
    case 'code-wrong':
      return 'The code is not right, or was used before. Wait for the next one in your app';
    case 'first-step-over':
      return 'It has been too long since you typed your password. Type it again';
    case 'passkey-wrong':
      return 'The passkey was not accepted. Try again, or type your password instead';
    case 'confirm-first':
      return 'Confirm that it is you with your passkey, or where your organisation lets you sign in. Without it, type your password and a recovery code';
    default:
      return accountProblemText(problem);
  }
}

function accountProblemText(problem: OwnAccountProblem): string {
  switch (problem.code) {
    case 'factor-there':
      return 'An authenticator is in use already. Remove it before you set up another';
    case 'no-factor':
      return 'There is no second factor to change';
    case 'name-taken':
      return 'Somebody here has this name already. Add something by which people tell you apart';
    case 'no-mail':
      return 'This service sends no mail, so the addresses cannot be asked. Nothing was changed. Tell the person who runs the service';
    case 'nothing-to-confirm':
      return 'Begin again: this key was replaced or has been confirmed already';
    case 'factor-needed':
      return 'Your role needs a second factor. Set up the other one before you remove this one';
    case 'passkey-not-made':
      return 'No passkey was added, because the answer of your browser was not accepted. Try again, or use another device';
    case 'passkey-known':
      return 'This passkey is there already';
    case 'too-many-passkeys':
      return `An account has at most ${problem.most} passkeys. Remove one first`;
    case 'name-wrong':
      return `Enter a name of at most ${problem.most} characters`;
    case 'address-wrong':
      return 'Enter an email address such as name@example.org, another than the one that you have';
    case 'link-over':
      return 'This link was used, has expired, or is not whole. Begin again on the page of your account';
    default:
      return problem satisfies never;
  }
}

/** Why a second factor is not taken away. */
export function resetProblemText(
  problem: Exclude<ResetProblem, { readonly code: 'not-found' | 'not-allowed' }>,
): string {
  switch (problem.code) {
    case 'no-mail':
      return 'No mail server is set, so its owner cannot be told. Nothing was changed. Whoever runs the service takes it away with the command charter admin reset-factor';
    case 'no-factor':
      return 'There is no second factor to take away';
    case 'reset-waits':
      return 'It is asked for already, and waits until its day is over';
    case 'own-factor':
      return 'Nobody takes away their own second factor this way. Ask another administrator';
    case 'reason-wrong':
      return `Say why, in at most ${problem.most} characters`;
    default:
      return problem satisfies never;
  }
}

/** A wait in words. */
export function waitText(seconds: number): string {
  if (seconds < 60) return seconds === 1 ? '1 second' : `${seconds} seconds`;
  const minutes = Math.ceil(seconds / 60);
  return minutes === 1 ? '1 minute' : `${minutes} minutes`;
}
