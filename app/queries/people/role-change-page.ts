// What somebody reads who follows the link of a letter about a lead whom the awarding body wants to invite.
import type { Services } from '#app/services.server.ts';
import { loadRoleChange } from '#db/repositories/people/role-changes.ts';

/** The change with this id; null where there is none. */
export async function roleChangePage({ engine }: Pick<Services, 'engine'>, id: string) {
  const found = await loadRoleChange(engine.db, id);
  if (found === null) return null;
  const { change, organisation, department, askedBy } = found;
  const { appliedAt, cancelledAt, email, reason, effectiveAt } = change;
  return {
    state: stateOf({ appliedAt, cancelledAt }),
    change: { id, email, reason, effectiveAt, department, askedBy },
    organisation,
  };
}

export type RoleChangePage = NonNullable<Awaited<ReturnType<typeof roleChangePage>>>;

function stateOf(dates: {
  readonly appliedAt: string | null;
  readonly cancelledAt: string | null;
}) {
  if (dates.cancelledAt !== null) return 'stopped';
  return dates.appliedAt === null ? 'waiting' : 'invited';
}
