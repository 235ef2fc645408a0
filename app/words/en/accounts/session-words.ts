// How somebody has signed in, in words.
import { type SignInWay, signInWay } from '#app/domain/policy/proof.ts';

const WAYS: Readonly<Record<SignInWay, string>> = {
  password: 'with a password',
  code: 'with a password and a code',
  'recovery-code': 'with a password and a recovery code',
  passkey: 'with a passkey',
  provider: 'at your organisation',
  'provider-two-factors': 'at your organisation, with two factors',
};

/** By the method that is on record. */
export function signInText(method: string): string {
  const way = signInWay(method);
  return way === null ? '' : WAYS[way];
}
