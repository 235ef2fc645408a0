// Who may take a seat on a panel, and leave it: one person has one seat, and a panel one chair.
import { ok, refused, type Result } from '#app/domain/problem.ts';
import type { Seat } from './panel-size.ts';

/** Somebody with a role that panels need. */
export type Candidate = { readonly id: string; readonly role: string };

/** Whether one of the candidates may sit there; the chair's seat is only for somebody with that role. */
export function maySit(
  candidates: readonly Candidate[],
  { userId, chairs }: { readonly userId: string; readonly chairs: boolean },
): boolean {
  return candidates.some(({ id, role }) => id === userId && (!chairs || role === 'panel-chair'));
}

export type NotSeated =
  | { readonly code: 'sits-already' }
  | { readonly code: 'chair-already' }
  /** Not somebody with the role that this seat needs. */
  | { readonly code: 'no-candidate' };

type Seating = {
  readonly userId: string;
  readonly seat: Seat;
  readonly members: readonly {
    readonly userId: string;
    readonly seat: string;
    /** Whether they hold a role that panels need, now. */
    readonly sits: boolean;
  }[];
  readonly candidates: readonly Candidate[];
};

/** Whether somebody may take a seat; that of a chair who lost the role is free. */
export function checkSeating({
  userId,
  seat,
  members,
  candidates,
}: Seating): Result<null, NotSeated> {
  if (members.some((one) => one.userId === userId)) return refused({ code: 'sits-already' });
  const chairs = seat === 'chair';
  if (chairs && members.some((one) => one.seat === 'chair' && one.sits)) {
    return refused({ code: 'chair-already' });
  }
  return maySit(candidates, { userId, chairs }) ? ok(null) : refused({ code: 'no-candidate' });
}

export type NotUnseated =
  | { readonly code: 'not-found' }
  /** They have declared interests in a review, so what they did stays with the panel. */
  | { readonly code: 'has-begun' };

/** Whether a member may leave the panel. */
export function checkUnseating(
  userId: string,
  panel: {
    readonly members: readonly { readonly userId: string }[];
    readonly begun: ReadonlySet<string>;
  },
): Result<null, NotUnseated> {
  if (!panel.members.some((one) => one.userId === userId)) return refused({ code: 'not-found' });
  return panel.begun.has(userId) ? refused({ code: 'has-begun' }) : ok(null);
}
