// What somebody with the link of an invitation sees before they accept it.
import { LABEL } from '#words/kit/labels.ts';
import type { Actor } from '#app/domain/policy/actor.ts';
import { roleText } from '#words/people/role-text.ts';
import { invitationState } from '#app/domain/policy/invitation-state.ts';
import type { Services } from '#app/services.server.ts';
import { findPersonByEmail } from '#db/repositories/accounts/sign-in-rows.ts';
import { loadInvitationByToken } from '#db/repositories/people/invitation-rows.ts';
import { loadProviderOf } from '#db/repositories/accounts/providers.ts';

/** The invitation of the link whose token has this hash; null where there is none. */
export async function invitationPage(
  { engine, clock }: Pick<Services, 'engine' | 'clock'>,
  actor: Actor | null,
  tokenHash: string,
) {
  const found = await loadInvitationByToken(engine.db, tokenHash);
  if (found === null) return null;
  const { invitation, organisation, department, invitedBy } = found;
  const person = await findPersonByEmail(engine.db, invitation.email);
  const provider = await loadProviderOf(engine.db, invitation.organisationId);
  return {
    state: invitationState(invitation, clock().toISOString()),
    place: department === null ? organisation : `${department}, ${organisation}`,
    role: roleText(invitation.role),
    invitedBy: invitedBy ?? LABEL.aColleague,
    expiresAt: invitation.expiresAt,
    next: nextFor(actor, person),
    /** Where the people of the organisation sign in; null = they have passwords. */
    provider:
      provider === null
        ? null
        : { id: provider.id, name: provider.name, required: provider.required },
  };
}

export type InvitationPage = NonNullable<Awaited<ReturnType<typeof invitationPage>>>;

/**
 * What this visitor has to do: make an account, sign in, sign out of an account that it is not for, or
 * only accept. The address itself is told to nobody.
 */
function nextFor(
  actor: Actor | null,
  person: { readonly id: string } | null,
): 'make-account' | 'sign-in' | 'accept' | 'other-account' {
  if (actor === null) return person === null ? 'make-account' : 'sign-in';
  return person?.id === actor.id ? 'accept' : 'other-account';
}
