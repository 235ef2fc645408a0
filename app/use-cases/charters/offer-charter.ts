// Retires a published charter version with a reason, and offers it again. Publishing one is a reviewed
// change in the repository and not done here.
import { checkOffer, type NotOffered } from '#app/domain/charter/offer.ts';
import { type ToConfirm, unconfirmed } from '#app/domain/confirmation.ts';
import { REASON } from '#app/domain/limits.ts';
import type { Actor } from '#app/domain/policy/actor.ts';
import { mayAdminister } from '#app/domain/policy/administration.ts';
import { ok, refused, type Result } from '#app/domain/problem.ts';
import { mustWrite, type TextRule } from '#app/domain/written-text.ts';
import type { Services } from '#app/services.server.ts';
import { audit } from '#db/repositories/audit.ts';
import {
  deleteRetired,
  insertRetired,
  isRetired,
  listUnsubmittedOn,
} from '#db/repositories/charters/retired-charters.ts';
import type { Db, Write } from '#db/store.ts';
import { decideAgainOnConflict } from '#app/doors/changed-meanwhile.ts';

type Given = Pick<Services, 'engine' | 'library' | 'clock'>;

export type OfferProblem =
  | { readonly code: 'not-allowed' }
  | { readonly code: 'not-found' }
  | NotOffered
  | TextRule<'reason-wrong'>
  | ToConfirm;

export type RetireCommand = {
  readonly charter: string;
  readonly reason: string;
  /** What its confirmation page gave back; '' = it was not shown yet. */
  readonly confirmed: string;
};

/**
 * Nobody starts this version any more; what runs on it goes on. It is confirmed first. Retiring twice is once.
 */
export async function retireCharter(
  services: Given,
  actor: Actor,
  { charter, reason, confirmed }: RetireCommand,
): Promise<Result<null, OfferProblem>> {
  if (!mayAdminister(actor, 'offer-charters')) return refused({ code: 'not-allowed' });
  const why = mustWrite(REASON, reason);
  if (!why.ok) return why;
  const row = { id: charter, retiredBy: actor.id, reason: why.value, confirmed };
  return change(services, actor, { charter, to: 'retired', row });
}

/** Departments may start this version again. Offering twice is once. */
export async function offerAgain(
  services: Given,
  actor: Actor,
  { charter }: { readonly charter: string },
): Promise<Result<null, OfferProblem>> {
  return change(services, actor, { charter, to: 'offered' });
}

type Change =
  | { readonly charter: string; readonly to: 'offered' }
  | {
      readonly charter: string;
      readonly to: 'retired';
      readonly row: {
        readonly id: string;
        readonly retiredBy: string;
        readonly reason: string;
        readonly confirmed: string;
      };
    };

async function change(
  { engine, library, clock }: Given,
  actor: Actor,
  wanted: Change,
): Promise<Result<null, OfferProblem>> {
  if (!mayAdminister(actor, 'offer-charters')) return refused({ code: 'not-allowed' });
  const version = library.versions.get(wanted.charter);
  if (version === undefined) return refused({ code: 'not-found' });
  return decideAgainOnConflict(async () => {
    const retired = await isRetired(engine.db, wanted.charter);
    const changes = checkOffer({ published: version.published, retired }, wanted.to);
    if (!changes.ok) return changes;
    if (!changes.value) return ok(null);
    const at = clock().toISOString();
    const made = await changeOf(engine.db, wanted, at);
    if (!made.ok) return made;
    await engine.commit([
      made.value,
      audit({
        at,
        actor: actor.id,
        event: `charter-${wanted.to}`,
        organisation: null,
        subject: wanted.charter,
      }),
    ]);
    return ok(null);
  });
}

async function changeOf(db: Db, wanted: Change, at: string): Promise<Result<Write, ToConfirm>> {
  if (wanted.to === 'offered') return ok(deleteRetired(wanted.charter));
  const { confirmed, ...row } = wanted.row;
  const affects = (await listUnsubmittedOn(db, wanted.charter)).map(({ id }) => id);
  const asked = unconfirmed({ confirmed, affects: [wanted.charter, ...affects], twice: false });
  return asked ?? ok(insertRetired({ ...row, retiredAt: at }));
}
