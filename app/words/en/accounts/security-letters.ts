// Letters to the owner of an account, whenever something about it changes.
import type { LetterWords } from '#words/letters/letter.ts';

const NOT_YOU =
  'If that was not you, choose another password at once with the link “Forgotten password” on the page where you sign in, and tell the person who gave you your account.';

/** What the owner is told; how to go on if it was not them follows. */
export type SecurityWords = { readonly subject: string; readonly sentences: readonly string[] };

export function securityWords({ subject, sentences }: SecurityWords, url: string): LetterWords {
  return {
    subject,
    paragraphs: [...sentences, NOT_YOU],
    link: { url, text: 'Look at your account' },
  };
}

export function nameChanged(name: string, before: string): SecurityWords {
  return {
    subject: 'The name of your account was changed',
    sentences: [`Your account has the name ${name} from now on. It was ${before}.`],
  };
}

export const PASSWORD_CHANGED: SecurityWords = {
  subject: 'The password of your account was changed',
  sentences: ['The password of your account was changed on the page of the account.'],
};

export function addressChanged(email: string): SecurityWords {
  return {
    subject: 'The address of your account was changed',
    sentences: [`Your account has the address ${email} from now on.`],
  };
}

export const FAILURES: SecurityWords = {
  subject: 'Somebody tries to sign in to your account',
  sentences: [
    'Ten times today somebody has typed a wrong password for your account, on a device on which you have not signed in before. They did not get in, and you need not do anything: where you have signed in before, you sign in as always.',
    'On a new device you may be asked to use a link that we send you. If your password is short, or used elsewhere, choose another.',
  ],
};

export const CODES_TRIED: SecurityWords = {
  subject: 'Somebody has your password and tries codes',
  sentences: [
    'Today somebody has given your password, on a device on which you have not signed in before, and then ten wrong codes. They did not get in. Choose another password now: the one that you have is known to somebody.',
  ],
};

export function recoveryCodeUsed(first: 'password' | 'provider', left: number): SecurityWords {
  return {
    subject: 'A recovery code of your account was used',
    sentences: [
      `Somebody has signed in to your account with ${first === 'password' ? 'your password' : 'the sign-in of your organisation'} and a recovery code. ${left} codes are left.`,
    ],
  };
}

const FACTOR = {
  'authenticator-added': 'An authenticator app was set up for your account.',
  'authenticator-removed': 'The authenticator app of your account was removed.',
  'recovery-codes-renewed':
    'New recovery codes were made for your account. The old ones no longer work.',
  'passkey-added': 'A passkey was added to your account.',
  'passkey-removed': 'A passkey of your account was removed.',
};

/** The event that is on record. */
export type FactorChange = keyof typeof FACTOR;

export function factorChangedWords(what: FactorChange): SecurityWords {
  return { subject: 'The second factor of your account was changed', sentences: [FACTOR[what]] };
}

export function factorWillGo(by: string, reason: string): SecurityWords {
  return {
    subject: 'The second factor of your account will be taken away',
    sentences: [
      `${by}, a charter administrator, has asked that the second factor of your account be taken away in a day, because the device is lost. The reason given: ${reason}`,
      'If you have not lost it, sign in and press “Keep my second factor” on the page of your account: then nothing changes.',
    ],
  };
}

export const FACTOR_GONE: SecurityWords = {
  subject: 'The second factor of your account was taken away',
  sentences: [
    'The second factor of your account was taken away, and you were signed out everywhere. Sign in with your password and set up another.',
  ],
};

const PROVIDER = {
  'provider-linked': (name: string) => `From now on you can sign in to your account at ${name}.`,
  'provider-unlinked': (name: string) => `Nobody can sign in to your account at ${name} any more.`,
};

/** The event that is on record. */
export type ProviderChange = keyof typeof PROVIDER;

export function providerChanged(what: ProviderChange, name: string): SecurityWords {
  return {
    subject: 'The ways to sign in to your account have changed',
    sentences: [PROVIDER[what](name)],
  };
}
