// A new person who accepts an invitation goes to their organisation's provider instead of choosing a password.
// The invitation and what they typed go along in their browser, and are judged before and after.
import { refused, type Result } from '#app/domain/problem.ts';
import type { Services } from '#app/services.server.ts';
import { type AcceptProblem, mayAcceptAt } from './accept-invitation.ts';
import { askProvider, type AskProblem, type Sent } from './ask-provider.ts';
import { knownProvider } from './known-provider.ts';

type Command = {
  readonly token: string;
  readonly provider: string;
  readonly email: string;
  readonly name: string;
};

/** The way to the provider. */
export async function acceptAtProvider(
  services: Services,
  { provider: id, ...typed }: Command,
): Promise<Result<Sent, AcceptProblem | AskProblem>> {
  const provider = await knownProvider(services, id);
  if (provider === null) return refused({ code: 'provider-unknown' });
  const may = await mayAcceptAt(services, provider.organisation, typed);
  if (!may.ok) return may;
  return askProvider(services, { provider: id, purpose: { kind: 'accept', ...typed } });
}
