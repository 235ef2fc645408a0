// What the pages of accounts say outside their markup.

/** Above why nothing came of a visit to a provider, by what it was for. */
export const NOTHING_CAME_OF_IT = {
  'sign-in': 'You are not signed in',
  accept: 'The invitation is not accepted yet',
  link: 'Your account is not linked',
  confirm: 'It is not confirmed',
};

/** Asking for a link by mail. */
export const ASK_FOR_LINK = {
  tooMany: (wait: string) =>
    `Many links were asked for from your network. Wait ${wait}, then try again`,
  noMail: 'This service sends no mail. Ask the person who gave you your account for a link',
};

/** A browser and its system, for its owner to know it by. */
export const BROWSER = {
  unknown: 'An unknown browser',
  on: (browser: string, system: string) => `${browser} on ${system}`,
};

/** Passkeys, as the scripts of their pages say it. */
export const PASSKEY = {
  ready: 'Your passkey is ready. Send the form now.',
  notUsed: 'No passkey was used. Try again.',
  notUsedGoOn: 'No passkey was used. Try again, or go on without one.',
  notMade: 'No passkey was made. Try again, or use another device.',
};

/** Second factors and signing in again. */
export const FACTORS = {
  app: 'an authenticator app',
  onePasskey: 'one passkey',
  passkeys: (number: number) => `${number} passkeys`,
  none: 'None is set up.',
  inUse: (factors: string) => `In use: ${factors}.`,
  codeHint: 'The six digits that your authenticator app shows now, or a recovery code',
  againToSave: 'Sign in again to save what you typed',
  again: 'Sign in again',
};

/** A new address confirmed, from both sides. */
export const ADDRESS = {
  unchanged: 'Nothing was changed',
  changed: 'The address is changed',
  halfDone: 'One half is done',
};

/** Confirmed at an organisation’s provider, in another window. */
export const CONFIRM_AT_PROVIDER = {
  tooLong: 'It has been too long since you signed in there. Begin again in the other window',
  nothing: 'Nothing was confirmed in the last minutes. Begin in the window with the form',
};
