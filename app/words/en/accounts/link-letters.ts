// Letters with a link that lets somebody in, or confirms an address, and what is said once it was used.
import type { LetterWords } from '#words/letters/letter.ts';
import { dayAndTime } from '#words/kit/time.ts';

type Link = { readonly url: string; readonly minutes: number };

/** Whoever is named has asked for it; null = nobody knows who. */
export function passwordLinkWords(by: string | null, { url, minutes }: Link): LetterWords {
  return {
    subject: 'Choose the password of your account',
    paragraphs: [
      `${by ?? 'Somebody'} has asked for a link with which you choose the password of your account with the mentoring charter self-assessment.`,
      `The link below works once, for ${minutes} minutes from when it was asked for. Nobody else has it: do not pass it on. Until you use it, the password that you have works as before.`,
    ],
    link: { url, text: 'Choose your password' },
  };
}

export function deviceLinkWords({ url, minutes }: Link): LetterWords {
  return {
    subject: 'Sign in on a new device',
    paragraphs: [
      'Somebody has asked for a link with which the browser that opens it counts as one of yours. There were many tries with wrong passwords for your account, so passwords from other devices are not looked at today.',
      `Open the link on the device on which you want to sign in. It works once, for ${minutes} minutes; you still type your password there. If you did not ask for it, do not open it.`,
    ],
    link: { url, text: 'Sign in on this device' },
  };
}

/** To the address that the account has, and to the one that it is to have. */
export function confirmAddressWords(
  side: 'old' | 'new',
  { email, url }: { readonly email: string; readonly url: string },
): LetterWords {
  return {
    subject: 'Confirm the new address of your account',
    paragraphs: [
      side === 'old'
        ? `Somebody who is signed in to your account wants it to have the address ${email} from now on. Confirm it here, and in the letter to the new address. It works once, for an hour.`
        : 'Somebody wants an account of this service to have this address from now on. Confirm it here; the old address is asked, too. It works once, for an hour.',
      'If you did not expect this letter, do not confirm it: then nothing changes.',
    ],
    link: { url, text: 'Read and confirm' },
  };
}

export function passwordSetWords({
  at,
  help,
}: {
  readonly at: string;
  /** null = no contact is set. */
  readonly help: string | null;
}): LetterWords {
  return {
    subject: 'The password of your account was changed',
    paragraphs: [
      `The password of your account with the mentoring charter self-assessment was changed on ${dayAndTime(at)}, through a link that was made for you. Every device that was signed in has been signed out.`,
      `If this was you, you need not do anything. If it was not, tell ${help ?? 'the person who gave you your account'} at once: somebody else may be able to sign in as you.`,
    ],
    link: null,
  };
}
