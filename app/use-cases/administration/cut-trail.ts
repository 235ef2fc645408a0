// Old events of the trail are cut off when their time is over. What is left begins at a checkpoint under the
// key, so that the rest can be verified as before; the newest event of each chain stays, because the next
// is linked to it. Where every chain ends is told anew, because what told it before is cut off as well.
// Events that vouch for a submission or a decision stay for ever, and the trail says which those are.
import { checkCut, type CutProblem } from '#app/domain/audit/cut.ts';
import { type Checkpoint, checkpointText, textIn } from '#app/domain/audit/event.ts';
import { ok, type Result } from '#app/domain/problem.ts';
import type { Services } from '#app/services.server.ts';
import {
  audit,
  cutChain,
  listChangedHeads,
  listCuts,
  listKeys,
  listVouching,
  loadAt,
  loadNewest,
} from '#db/repositories/audit.ts';
import type { Db, Write } from '#db/store.ts';
import { headsWrites, inEvents } from './note-heads.ts';

export type CutReport = { readonly events: number; readonly chains: number };

type Given = Pick<Services, 'engine' | 'clock' | 'trailSeal'>;

/** Cuts off what is from before an instant. */
export async function cutTrail(
  { engine, clock, trailSeal }: Given,
  before: string,
): Promise<Result<CutReport, CutProblem>> {
  const cutAt = clock().toISOString();
  const cuts = await listCuts(engine.db, before);
  const writes: Write[] = [];
  let events = 0;
  for (const { chain, position, events: count } of cuts) {
    const last = await loadAt(engine.db, { chain, position });
    if (last?.seal == null) continue;
    const unsealed = { chain, position, eventSeal: last.seal, before, cutAt };
    const checkpoint: Checkpoint = {
      ...unsealed,
      seal: trailSeal.seal(checkpointText(unsealed)),
    };
    writes.push(...cutChain(checkpoint, count));
    events += count;
  }
  const cut = checkCut(events);
  if (!cut.ok) return cut;
  const replaced = await replacedKeys(engine.db, trailSeal.keyId);
  const told = { before, events, chains: cuts.length, replaced };
  const event = { at: cutAt, actor: null, event: 'audit-cut', organisation: null, subject: null };
  // 0 = of every chain: one that has not grown for long would otherwise be told of by nothing.
  const all = await listChangedHeads(engine.db, 0);
  const { seen } = all;
  writes.push(...headsWrites(all, cutAt));
  const kept = await listVouching(engine.db);
  writes.push(...inEvents(kept, { at: cutAt, event: 'audit-kept', seen }));
  await engine.commit([...writes, audit({ ...event, details: told })]);
  return ok({ events, chains: cuts.length });
}

/** The names of the keys that seal nothing any more: what shows that is cut off, now or earlier. */
async function replacedKeys(db: Db, present: string): Promise<string> {
  const earlier = await loadNewest(db, 'audit-cut');
  const known = earlier === null ? [] : textIn(earlier.details, 'replaced').split(' ');
  const all = new Set([...known, ...(await listKeys(db))]);
  return [...all].filter((name) => name !== '' && name !== present).join(' ');
}
