// Once a minute the heads of all chains that have grown go into the installation's chain, so that its own
// head stands for the whole trail; that one is written to the log and to a file outside the database.
// Several servers may do so at once: heads that are there twice say the same twice.
import { type Head, headText, INSTALLATION, numberIn } from '#app/domain/audit/event.ts';
import type { Services } from '#app/services.server.ts';
import {
  audit,
  type AuditRow,
  type ChangedHeads,
  listChangedHeads,
  loadHead,
  loadNewest,
} from '#db/repositories/audit.ts';
import type { Write } from '#db/store.ts';

/** More are told in several events, so that none grows without bound. */
const MOST_IN_ONE = 200;

type Given = Pick<Services, 'engine' | 'clock' | 'trailHeads' | 'log'>;

/** How many chains had grown. */
export async function noteHeads(services: Given): Promise<{ readonly chains: number }> {
  const { engine, clock, trailHeads, log } = services;
  const newest = await loadNewest(engine.db, 'audit-heads');
  const at = clock().toISOString();
  const changed = await listChangedHeads(engine.db, newest === null ? 0 : seenBy(newest));
  const writes = headsWrites(changed, at);
  if (writes.length > 0) await engine.commit(writes);
  const head = await loadHead(engine.db, INSTALLATION);
  const known = await trailHeads.newest();
  if (head !== null && head.seal !== known?.seal) {
    log('audit-head', { head: headText(head) });
    await trailHeads.add(head, at);
  }
  return { chains: changed.heads.length };
}

/** What tells these heads in the installation’s chain. */
export function headsWrites({ heads, seen }: ChangedHeads, at: string): readonly Write[] {
  return inEvents(heads, { at, event: 'audit-heads', seen });
}

/** Heads in as many events of one kind as hold them. */
export function inEvents(
  heads: readonly Head[],
  { at, event, seen }: { readonly at: string; readonly event: string; readonly seen: number },
): readonly Write[] {
  const writes: Write[] = [];
  for (let from = 0; from < heads.length; from += MOST_IN_ONE) {
    const some = heads.slice(from, from + MOST_IN_ONE);
    const details = { chains: some.length, seen, heads: some.map(headText).join('\n') };
    const about = { actor: null, organisation: null, subject: null };
    writes.push(audit({ ...about, at, event, details }));
  }
  return writes;
}

/** As far as which event heads were read; what was written while they were noted comes after it. */
function seenBy({ sequence, details }: AuditRow): number {
  return numberIn(details, 'seen') || sequence;
}
