// The link of an account to somebody at a provider, and whether something is whose it should be.
import { ok, refused, type Result } from '#app/domain/problem.ts';
import type { ProviderClaims } from './provider.ts';

/** Whether something belongs to this person; null = it belongs to nobody. */
export function checkOwner<Code extends string>(
  owned: { readonly userId: string } | null,
  person: string,
  code: Code,
): Result<null, { readonly code: Code }> {
  return owned?.userId === person ? ok(null) : refused({ code });
}

type Linked = Pick<ProviderClaims, 'issuer' | 'subject'>;

/** Whether a link is made; false = it is there. With one issuer an account is linked to one person. */
export function checkLinking(
  own: readonly Linked[],
  { issuer, subject }: Linked,
): Result<boolean, { readonly code: 'other-person' }> {
  const there = own.find((link) => link.issuer === issuer);
  if (there === undefined) return ok(true);
  return there.subject === subject ? ok(false) : refused({ code: 'other-person' });
}

export type NotUnlinked =
  /** Nothing else would let them in. */
  | { readonly code: 'last-way-in' }
  /** Their organisation has its people sign in there. */
  | { readonly code: 'link-needed' };

type Unlinking = {
  readonly hasPassword: boolean;
  readonly passkeys: number;
  /** How many links there are, this one included. */
  readonly links: number;
  readonly issuer: string;
  /** The issuer where their organisation has them sign in; null = wherever they like. */
  readonly required: string | null;
};

/** Whether a link may go. */
export function checkUnlinking({
  hasPassword,
  passkeys,
  links,
  issuer,
  required,
}: Unlinking): Result<null, NotUnlinked> {
  if (!hasPassword && links <= 1 && passkeys === 0) return refused({ code: 'last-way-in' });
  return required === issuer ? refused({ code: 'link-needed' }) : ok(null);
}

/** Whether the provider of this organisation (null = the awarding body) may bring somebody into that one. */
export function checkVouching(
  provider: string | null,
  organisation: string,
): Result<null, { readonly code: 'link-taken' }> {
  return provider === organisation ? ok(null) : refused({ code: 'link-taken' });
}
