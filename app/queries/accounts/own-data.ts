// What is held about a person, for themself to take away (UK GDPR, Articles 15 and 20).
import type { Actor } from '#app/domain/policy/actor.ts';
import type { Services } from '#app/services.server.ts';
import { loadOwnAccount, loadOwnWork } from '#db/repositories/accounts/held-about-person.ts';

/** Everything, by kind; no secret of theirs, and nothing that somebody else has written. */
export async function ownData({ engine, clock }: Pick<Services, 'engine' | 'clock'>, actor: Actor) {
  return {
    format: 'mentoring-charter/own-data/1',
    madeAt: clock().toISOString(),
    account: await loadOwnAccount(engine.db, actor),
    work: await loadOwnWork(engine.db, actor.id),
  };
}
