// What somebody may call themself: a name that can be read, and is not that of somebody beside them.
import { ok, refused, type Result } from '#app/domain/problem.ts';
import type { TextRule } from '#app/domain/written-text.ts';

const MOST_CHARACTERS = 200;

/** The name as it is kept; null where it is none: no letter, too long, or with characters that nobody sees. */
function readableName(typed: string): string | null {
  const name = typed.normalize('NFC').replaceAll(/\s+/g, ' ').trim();
  const isName = /\p{L}/u.test(name) && !/\p{C}/u.test(name) && name.length <= MOST_CHARACTERS;
  return isName ? name : null;
}

export type NameTaken = { readonly code: 'name-taken' };

/** The name of somebody where nobody beside them is called so. */
function checkUnlike(name: string, beside: readonly string[]): Result<string, NameTaken> {
  return beside.some((one) => isSameName(one, name)) ? refused({ code: 'name-taken' }) : ok(name);
}

/** Another name for oneself, as it is kept. */
export function checkOwnName(
  typed: string,
  beside: readonly string[],
): Result<string, TextRule<'name-wrong'> | NameTaken> {
  const name = readableName(typed);
  return name === null
    ? refused({ code: 'name-wrong', most: MOST_CHARACTERS })
    : checkUnlike(name, beside);
}

export type NotTheInvited =
  /** It is for another address. */
  | { readonly code: 'other-address' }
  | { readonly code: 'name-missing' }
  /** Somebody in the organisation is called so already. */
  | NameTaken;

type Invited = {
  /** Addresses as they are compared. */
  readonly email: string;
  readonly invited: string;
  readonly name: string;
  readonly beside: readonly string[];
};

/** The name of a new person who accepts an invitation to their own address. */
export function checkNewPerson({
  email,
  invited,
  name: typed,
  beside,
}: Invited): Result<string, NotTheInvited> {
  if (email !== invited) return refused({ code: 'other-address' });
  const name = readableName(typed);
  return name === null ? refused({ code: 'name-missing' }) : checkUnlike(name, beside);
}

/** Whether two names are the same to whoever reads them: whatever the accents, capitals and spaces. */
function isSameName(one: string, other: string): boolean {
  return folded(one) === folded(other);
}

function folded(name: string): string {
  return name
    .normalize('NFKD')
    .replaceAll(/[\p{M}\p{C}\p{P}\s]/gu, '')
    .toLowerCase();
}
