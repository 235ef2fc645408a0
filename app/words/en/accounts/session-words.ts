// How somebody has signed in, in words.

/** By the method that is on record. */
export const SIGN_IN_METHOD: Readonly<Record<string, string>> = {
  password: 'with a password',
  code: 'with a password and a code',
  'recovery-code': 'with a password and a recovery code',
  passkey: 'with a passkey',
  provider: 'at your organisation',
  'provider-two-factors': 'at your organisation, with two factors',
};
