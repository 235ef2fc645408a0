// What is wrong with a password.
import { ok, refused, type Result } from '#app/domain/problem.ts';

/** Why a password would be guessed soon: the plain reasons that people can do something about. */
export type Weakness =
  | 'repeat'
  | 'keyboard'
  | 'run'
  | 'date'
  | 'common'
  /** The name of the place, or what is done here. */
  | 'place'
  /** The person's own name or address. */
  | 'personal'
  /** Too few words, or such as often stand together. */
  | 'words';

export type WrongLength =
  | { readonly code: 'password-too-short'; readonly least: number }
  | { readonly code: 'password-too-long'; readonly most: number };

/**
 * Whether a password is long enough in characters; and not too long, counted as the sign-in library counts, in
 * UTF-16 code units, so that no password is set that it would refuse.
 */
export function checkPasswordLength(
  password: string,
  { least, most }: { readonly least: number; readonly most: number },
): Result<null, WrongLength> {
  if ([...password].length < least) return refused({ code: 'password-too-short', least });
  return password.length > most ? refused({ code: 'password-too-long', most }) : ok(null);
}

/** It would be guessed soon, for these reasons. */
export type Guessable = {
  readonly code: 'password-guessable';
  readonly because: readonly Weakness[];
};

/** Whether nothing speaks against a password. */
export function checkGuessable(because: readonly Weakness[]): Result<null, Guessable> {
  return because.length > 0 ? refused({ code: 'password-guessable', because }) : ok(null);
}
