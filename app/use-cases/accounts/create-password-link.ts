// Makes a one-time link with which a person chooses a password, for whoever runs the service and hands it
// over; earlier links no longer work. Everybody else has it mailed to its owner (mail-password-link.ts).
import { createHash, randomBytes } from 'node:crypto';
import { type By, isOperator, OPERATOR } from '#app/domain/policy/people.ts';
import { ok, refused, type Result } from '#app/domain/problem.ts';
import type { Services } from '#app/services.server.ts';
import { loadPerson } from '#db/repositories/accounts/sign-in-rows.ts';
import { audit } from '#db/repositories/audit.ts';
import {
  expirePasswordLinks,
  insertPasswordLink,
} from '#db/repositories/accounts/password-links.ts';

export const LINK_MINUTES = 60;
const TOKEN_BYTES = 32;

export type PasswordLink = {
  /** 256 random bits for the address of the link; only their hash is stored. */
  readonly token: string;
  /** ISO 8601 UTC. */
  readonly expiresAt: string;
};

export type PasswordLinkProblem = { readonly code: 'not-allowed' } | { readonly code: 'not-found' };

/** The token of the new link, which cannot be read again; for the operator alone. */
export async function createPasswordLink(
  { engine, clock, newId }: Pick<Services, 'engine' | 'clock' | 'newId'>,
  { userId }: { readonly userId: string },
  by: By,
): Promise<Result<PasswordLink, PasswordLinkProblem>> {
  if (!isOperator(by)) return refused({ code: 'not-allowed' });
  if ((await loadPerson(engine.db, userId)) === null) return refused({ code: 'not-found' });
  const token = randomBytes(TOKEN_BYTES).toString('base64url');
  const now = clock();
  const at = now.toISOString();
  const expiresAt = expiryOf(now);
  const id = newId();
  await engine.commit([
    expirePasswordLinks(userId, at),
    insertPasswordLink({
      id,
      tokenHash: linkId(token),
      purpose: 'password',
      userId,
      createdAt: at,
      createdBy: null,
      expiresAt,
      usedAt: null,
    }),
    audit({
      at,
      actor: null,
      event: 'password-link-created',
      organisation: null,
      subject: userId,
      details: { link: id, by: OPERATOR },
    }),
  ]);
  return ok({ token, expiresAt });
}

/** When a link that is made now stops working. */
export function expiryOf(now: Date): string {
  return new Date(now.getTime() + LINK_MINUTES * 60_000).toISOString();
}

/** What is stored of a token. */
export function linkId(token: string): string {
  return createHash('sha256').update(token).digest('hex');
}
