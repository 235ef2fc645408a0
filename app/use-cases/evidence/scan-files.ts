// Has files looked at by the virus scanner, those that wait and those that were here before it. While it
// does not answer, they go on waiting. What was clean is looked at again, because scanners learn. An infected one stays here: whoever sent it, and the leads, are told.
import { NOT_SCANNED, SCANNER_DOWN } from '#words/evidence/scan-words.ts';
import { addressOf } from '#app/addresses.ts';
import { letterOf } from '#words/letters/letter.ts';
import { isScannerDown, scanOrder } from '#app/domain/evidence/file-scan.ts';
import type { ScanFile, ScanResult } from '#app/ports.ts';
import type { Services } from '#app/services.server.ts';
import { loadPerson } from '#db/repositories/accounts/sign-in-rows.ts';
import { audit } from '#db/repositories/audit.ts';
import type { FileRow } from '#db/repositories/evidence/evidence-rows.ts';
import {
  listNotInfected,
  listPlacesOfFile,
  listScannedBefore,
  listUnscanned,
  setClean,
  setInfected,
} from '#db/repositories/evidence/file-scans.ts';
import { queueLetter } from '#db/repositories/letters/outbox-rows.ts';
import { listPeopleOf } from '#db/repositories/people/roles.ts';
import type { Write } from '#db/store.ts';
import { infectedWords } from '#words/evidence/evidence-letters.ts';

type Given = Pick<Services, 'engine' | 'files' | 'clock' | 'newId' | 'config' | 'log' | 'scanFile'>;

export type Scanned = { readonly clean: number; readonly infected: number; readonly left: number };

/** Scans what waits, again and again; between turns it remembers what failed and what was said of it. */
export function fileScans() {
  const memory: Memory = { failed: new Set(), said: new Set(), down: false };
  return async (services: Given, stop?: AbortSignal): Promise<Scanned> => {
    const { scanFile, engine } = services;
    const done = { clean: 0, infected: 0 };
    if (scanFile === null) return { ...done, left: 0 };
    const rows = await listUnscanned(engine.db);
    const order = [...scanOrder(rows, memory.failed), ...(await againIn(services, memory))];
    const waiting = new Set(rows.map(({ id }) => id));
    const infected = new Set<string>();
    let misses = 0;
    for (const row of order) {
      if (stop?.aborted === true) break;
      // A copy of one that was found just now: that finding counts for it, too.
      if (infected.has(row.sha256)) {
        waiting.delete(row.id);
        continue;
      }
      const result = await scanned(services, scanFile, row);
      misses = result.verdict === 'unavailable' ? misses + 1 : 0;
      const isDone = await note(services, { memory, row, result });
      if (isDone !== null) {
        done[isDone] += 1;
        waiting.delete(row.id);
      }
      if (isDone === 'infected') infected.add(row.sha256);
      const isDown = isScannerDown(misses, { isLast: row === order.at(-1) });
      if (isDown && result.verdict === 'unavailable') {
        sayDown(services, memory, { reason: result.reason, waiting: rows.length });
        break;
      }
    }
    return { ...done, left: waiting.size };
  };
}

/** What was clean so long ago is looked at again, so many in a turn that new files wait for none of them long. */
const AGAIN_AFTER = 7 * 24 * 60 * 60 * 1000;
const AGAIN_MOST = 20;

async function againIn({ engine, clock }: Given, { failed, said }: Memory) {
  const before = new Date(clock().getTime() - AGAIN_AFTER).toISOString();
  // Those that gave no answer are left out, so that they take nobody's turn.
  const most = AGAIN_MOST + failed.size + said.size;
  const rows = await listScannedBefore(engine.db, before, most);
  return rows.filter(({ id }) => !failed.has(id) && !said.has(id)).slice(0, AGAIN_MOST);
}

type Memory = {
  /** Files on which the scanner gave no answer. */
  readonly failed: Set<string>;
  /** Files that the log tells of already. */
  readonly said: Set<string>;
  down: boolean;
};

function sayDown(
  { log }: Given,
  memory: Memory,
  facts: { readonly reason: string; readonly waiting: number },
): void {
  if (!memory.down) log('scanner-down', { ...facts, meaning: SCANNER_DOWN });
  memory.down = true;
}

/** Keeps what the scanner said; which of the two it was, or null where the file goes on waiting. */
async function note(
  services: Given,
  {
    memory,
    row,
    result,
  }: { readonly memory: Memory; readonly row: FileRow; readonly result: Outcome },
): Promise<'clean' | 'infected' | null> {
  const { log, engine } = services;
  const { verdict } = result;
  if (verdict === 'unavailable') {
    memory.failed.add(row.id);
    return null;
  }
  if (memory.down && verdict !== 'unreadable') {
    memory.down = false;
    // They may have failed because of it.
    memory.failed.clear();
    log('scanner-back', {});
  }
  if (verdict === 'clean' || verdict === 'infected') {
    await engine.commit(await writesFor(services, row, result));
    if (verdict === 'infected') log('file-infected', { file: row.id, found: result.found });
    memory.failed.delete(row.id);
    return verdict;
  }
  if (!memory.said.has(row.id))
    log('file-not-scanned', { file: row.id, reason: NOT_SCANNED[verdict] });
  memory.said.add(row.id);
  return null;
}

type Outcome = ScanResult | { readonly verdict: 'unreadable' };

async function scanned({ files }: Given, scanFile: ScanFile, row: FileRow): Promise<Outcome> {
  const content = await files.hold(row);
  return content.ok ? scanFile(content.value) : { verdict: 'unreadable' };
}

type Verdict = Extract<ScanResult, { readonly verdict: 'clean' | 'infected' }>;

async function writesFor(
  services: Given,
  row: FileRow,
  { verdict }: Verdict,
): Promise<readonly Write[]> {
  const at = services.clock().toISOString();
  if (verdict === 'clean') return [setClean(row.id, at)];
  const writes: Write[] = [setInfected(row.sha256, at)];
  for (const twin of await listNotInfected(services.engine.db, row.sha256)) {
    writes.push(
      ...(await letters(services, twin, at)),
      audit({
        at,
        actor: null,
        event: 'file-infected',
        organisation: twin.organisationId,
        subject: twin.id,
        details: { sha256: twin.sha256 },
      }),
    );
  }
  return writes;
}

/** To whoever sent the file and to the leads of every department where it is evidence, one to each. */
async function letters(
  { engine, config, newId }: Given,
  row: FileRow,
  at: string,
): Promise<readonly Write[]> {
  const places = await listPlacesOfFile(engine.db, row.id);
  const people = new Map<string, { readonly email: string; readonly link: string | null }>();
  const [first] = places;
  const sender = await loadPerson(engine.db, row.createdBy);
  if (sender !== null) people.set(sender.id, { email: sender.email, link: pageOf(config, first) });
  for (const place of places) {
    const leads = await listPeopleOf(engine.db, { ...place, roles: ['assessment-lead'] });
    for (const { id, email } of leads) {
      if (!people.has(id)) people.set(id, { email, link: pageOf(config, place) });
    }
  }
  return [...people].map(([id, { email, link }]) =>
    queueLetter(
      newId(),
      letterOf({
        key: `infected ${row.id} ${id}`,
        recipient: email,
        ...infectedWords(link),
      }),
      at,
    ),
  );
}

type Place = { readonly assessment: string; readonly criterion: string };

function pageOf({ origin }: Services['config'], place: Place | undefined): string | null {
  return place === undefined
    ? null
    : `${origin}${addressOf('/assessments/:id/criteria/:criterion', { id: place.assessment, criterion: place.criterion })}`;
}
