// Once a minute the heads of all chains that have grown go into the installation's chain, so that its own
// head stands for the whole trail; that one is written to the log and to a file outside the database.
// Several servers may do so at once: heads that are there twice say the same twice.
import { type Head, headText, INSTALLATION } from '#app/domain/audit/event.ts';
import type { Services } from '#app/services.server.ts';
import { audit, listChangedHeads, loadHead, loadNewest } from '#db/repositories/audit.ts';
import type { Write } from '#db/store.ts';

/** More are told in several events, so that none grows without bound. */
const MOST_IN_ONE = 200;

type Given = Pick<Services, 'engine' | 'clock' | 'trailHeads' | 'log'>;

/** How many chains had grown. */
export async function noteHeads(services: Given): Promise<{ readonly chains: number }> {
  const { engine, clock, trailHeads, log } = services;
  const newest = await loadNewest(engine.db, 'audit-heads');
  const changed = await listChangedHeads(engine.db, newest?.sequence ?? 0);
  const at = clock().toISOString();
  const writes: Write[] = [];
  for (let from = 0; from < changed.length; from += MOST_IN_ONE) {
    writes.push(headsEvent(changed.slice(from, from + MOST_IN_ONE), at));
  }
  if (writes.length > 0) await engine.commit(writes);
  const head = await loadHead(engine.db, INSTALLATION);
  const known = await trailHeads.newest();
  if (head !== null && head.seal !== known?.seal) {
    log('audit-head', { head: headText(head) });
    await trailHeads.add(head, at);
  }
  return { chains: changed.length };
}

function headsEvent(heads: readonly Head[], at: string): Write {
  return audit({
    at,
    actor: null,
    event: 'audit-heads',
    organisation: null,
    subject: null,
    details: { chains: heads.length, heads: heads.map(headText).join('\n') },
  });
}
