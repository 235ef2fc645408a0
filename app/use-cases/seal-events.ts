// Events that have no seal yet get one: those from before trails were sealed, at the first start, and those
// of a command that had no key. That they were sealed later is in the trail itself.
import { type Head, headText, INSTALLATION, sealedText, textIn } from '#app/domain/audit/event.ts';
import type { Services } from '#app/services.server.ts';
import {
  audit,
  listUnsealed,
  loadFirstSealed,
  loadAt,
  loadHead,
  loadNewest,
  sealEvent,
} from '#db/repositories/audit.ts';
import type { Write } from '#db/store.ts';

type Given = Pick<Services, 'engine' | 'clock' | 'trailSeal' | 'trailHeads' | 'log'>;

/** What a start does for the trail before anything else is written. */
export async function openTrail(services: Given): Promise<void> {
  await compareWithKnown(services);
  await sealEarlierEvents(services);
  await noteKey(services);
}

/** Seals what has no seal; how many events that were. */
export async function sealEarlierEvents(services: Given): Promise<number> {
  const { engine, clock, trailSeal, log } = services;
  const unsealed = await listUnsealed(engine.db);
  const [first] = unsealed;
  if (first === undefined) return 0;
  const heads = new Map<string, Head | null>();
  const writes: Write[] = [];
  for (const { row, chain } of unsealed) {
    const before = heads.get(chain) ?? (await loadHead(engine.db, chain));
    const position = (before?.position ?? 0) + 1;
    const placed = { ...row, chain, position, previous: before?.seal ?? '' };
    const seal = trailSeal.seal(sealedText(placed));
    heads.set(chain, { chain, position, seal });
    writes.push(sealEvent({ ...placed, seal }));
  }
  const after = await sealedBefore(services, unsealed);
  const told = { events: unsealed.length, first: first.row.sequence, after };
  const at = clock().toISOString();
  const event = {
    at,
    actor: null,
    event: 'audit-events-sealed',
    organisation: null,
    subject: null,
  };
  await engine.commit([...writes, audit({ ...event, details: told })]);
  log(after === 0 ? 'audit-events-sealed' : 'audit-events-sealed-later', told);
  return unsealed.length;
}

type Unsealed = Awaited<ReturnType<typeof listUnsealed>>;

/**
 * The place that the installation's chain had reached when events without a seal came in; 0 = they are from
 * before anything was sealed.
 */
async function sealedBefore({ engine, trailHeads }: Given, unsealed: Unsealed): Promise<number> {
  const known = await trailHeads.newest();
  const sealed = await loadFirstSealed(engine.db);
  const sequences = unsealed.map(({ row }) => row.sequence);
  const isBefore = sequences.every((one) => one > 0 && one < (sealed?.sequence ?? Infinity));
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
    because:
      verdict === 'unknown-key'
        ? 'The earlier key is not given, so what it sealed cannot be checked, and submissions of that time do not open. Set AUDIT_OLD_KEYS to the earlier AUDIT_KEY or SESSION_SECRET; only where nobody has it any more, name it in AUDIT_LOST_KEYS.'
        : 'The earlier key is given, so what it sealed is still checked.',
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
    because:
      'The database does not hold the newest head of its trail that is known outside it. After a restore of a backup this is so. Otherwise events were removed, or the database was replaced: charter admin audit verify tells more.',
  });
}
