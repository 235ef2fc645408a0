// Events that have no seal yet get one: those from before trails were sealed, at the first start, and those
// of a command that had no key. That they were sealed later is in the trail itself.
import { TRAIL_LOG } from '#words/administration/trail-text.ts';
import {
  type Head,
  headText,
  INSTALLATION,
  sealedText,
  textIn,
  type TrailEvent,
} from '#app/domain/audit/event.ts';
import type { Services } from '#app/services.server.ts';
import {
  audit,
  listUnsealed,
  loadFirstSealed,
  loadAt,
  loadHead,
  loadNewest,
  sealEvents,
} from '#db/repositories/audit.ts';
import type { Write } from '#db/store.ts';

type Given = Pick<Services, 'engine' | 'clock' | 'trailSeal' | 'trailHeads' | 'log'>;

/** What a start does for the trail before anything else is written. */
export async function openTrail(services: Given): Promise<void> {
  await compareWithKnown(services);
  await sealEarlierEvents(services);
  await noteKey(services);
}

/** So many events are read, and sealed by one statement, at a time; all of them are committed as one. */
const MOST_AT_ONCE = 2000;

/** Seals what has no seal; how many events that were. */
export async function sealEarlierEvents(services: Given): Promise<number> {
  const { engine, clock, log } = services;
  const heads = new Map<string, Head | null>();
  const writes: Write[] = [];
  const range = { first: 0, last: Number.MIN_SAFE_INTEGER, events: 0 };
  for (;;) {
    const some = await listUnsealed(engine.db, { after: range.last, most: MOST_AT_ONCE });
    const [first] = some;
    if (first === undefined) break;
    if (range.events === 0) range.first = first.row.sequence;
    writes.push(sealEvents(await sealed(services, some, heads)));
    range.last = some.at(-1)?.row.sequence ?? range.last;
    range.events += some.length;
  }
  if (range.events === 0) return 0;
  const after = await sealedBefore(services, range);
  const told = { events: range.events, first: range.first, after };
  const at = clock().toISOString();
  const event = { actor: null, event: 'audit-events-sealed', organisation: null, subject: null };
  await engine.commit([...writes, audit({ ...event, at, details: told })]);
  log(after === 0 ? 'audit-events-sealed' : 'audit-events-sealed-later', told);
  return range.events;
}

type Unsealed = Awaited<ReturnType<typeof listUnsealed>>;

/** The events with their places and seals; `heads` goes on from one list to the next. */
async function sealed(
  { engine, trailSeal }: Given,
  unsealed: Unsealed,
  heads: Map<string, Head | null>,
): Promise<readonly TrailEvent[]> {
  const events: TrailEvent[] = [];
  for (const { row, chain } of unsealed) {
    const before = heads.get(chain) ?? (await loadHead(engine.db, chain));
    const position = (before?.position ?? 0) + 1;
    const placed = { ...row, chain, position, previous: before?.seal ?? '' };
    const seal = trailSeal.seal(sealedText(placed));
    heads.set(chain, { chain, position, seal });
    events.push({ ...placed, seal });
  }
  return events;
}

/**
 * The place that the installation's chain had reached when events without a seal came in; 0 = they are from
 * before anything was sealed.
 */
async function sealedBefore(
  { engine, trailHeads }: Given,
  { first, last }: { readonly first: number; readonly last: number },
): Promise<number> {
  const known = await trailHeads.newest();
  const sealedFirst = await loadFirstSealed(engine.db);
  const isBefore = first > 0 && last < (sealedFirst?.sequence ?? Infinity);
  if (known === null && isBefore) return 0;
  const head = await loadHead(engine.db, INSTALLATION);
  return Math.max(head?.position ?? 1, known?.position ?? 1);
}

/** Another key than the newest event's is told in the trail, once. */
async function noteKey({ engine, clock, trailSeal, log }: Given): Promise<void> {
  const head = await loadHead(engine.db, INSTALLATION);
  if (head === null) return;
  const [from = ''] = head.seal.split('.');
  if (from === trailSeal.keyId) return;
  const newest = await loadNewest(engine.db, 'audit-key-changed');
  if (newest !== null && textIn(newest.details, 'to') === trailSeal.keyId) return;
  const verdict = trailSeal.check('', head.seal);
  const at = clock().toISOString();
  const event = { at, actor: null, event: 'audit-key-changed', organisation: null, subject: null };
  await engine.commit([audit({ ...event, details: { from, to: trailSeal.keyId } })]);
  log('audit-key-changed', {
    from,
    to: trailSeal.keyId,
    because: verdict === 'unknown-key' ? TRAIL_LOG.keyLost : TRAIL_LOG.keyKnown,
  });
}

/** A database that is older than the head known outside it, or another one, is told of loudly. */
async function compareWithKnown({ engine, trailHeads, log }: Given): Promise<void> {
  const known = await trailHeads.newest();
  if (known === null) return;
  const event = await loadAt(engine.db, known);
  if (event?.seal === known.seal) return;
  const head = await loadHead(engine.db, known.chain);
  log('audit-head-missing', {
    known: headText(known),
    found: head === null ? '' : headText(head),
    because: TRAIL_LOG.headMissing,
  });
}
