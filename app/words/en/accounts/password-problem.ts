// Words for what can stand in the way of a new password, and of the link that lets one choose it.
import type { Weakness } from '#app/domain/policy/password-weakness.ts';
import { told, type Told } from '#app/words/told.ts';
import { LANGUAGE } from '#words/language.ts';
import { PROOF } from './proof-problem.ts';

const WEAKNESS_TEXT: Readonly<Record<Weakness, string>> = {
  repeat: 'it repeats itself',
  keyboard: 'it follows keys that lie side by side',
  run: 'it counts or goes through the alphabet',
  date: 'it holds a date or a year',
  common: 'it holds a password that very many people use',
  place: 'it holds the name of this place or what is done here',
  personal: 'it holds your name or address',
  words: 'it holds too few words, or words that often stand together',
};

const LIST = new Intl.ListFormat(LANGUAGE);

export const PASSWORD = {
  'password-too-short': ({ least }: { readonly least: number }) =>
    `Your password must have at least ${least} characters`,
  'password-too-long': ({ most }: { readonly most: number }) =>
    `Your password must have ${most} characters or fewer`,
  'password-guessable': ({ because }: { readonly because: readonly Weakness[] }) =>
    `This password is easy to guess: ${LIST.format(because.map((weakness) => WEAKNESS_TEXT[weakness]))}. Put three or four words together that have nothing to do with each other, with you or with your work`,
};

export const PASSWORD_LINK = {
  'link-unknown': 'This link is not right. Copy it whole, or ask for a new one',
  'link-used': 'This link has been used already. Sign in, or ask for a new link',
  'link-expired': 'This link has expired. Ask for a new one',
};

const OWN_PASSWORD = { ...PROOF, ...PASSWORD };

/** What stands in the way of choosing another password for oneself, without a full stop. */
export function ownPasswordProblemText(problem: Told<typeof OWN_PASSWORD>): string {
  return told(OWN_PASSWORD, problem);
}
