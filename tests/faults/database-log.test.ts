// The database's own log cut off or damaged anywhere, as a power cut or a bad disk leaves it: what opens
// is everything up to some commit, whole and in order, and all that lay before the damage (REL-03).
import { copyFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { expect, test } from 'vitest';
import { openEngine } from '#db/engine.sqlite.ts';
import { insertOrganisation } from '#db/repositories/people/roles.ts';
import { LONG } from '#tests/support/fault-rounds.ts';
import { randomly } from '#tests/support/randomly.ts';

const MIGRATIONS = path.resolve(import.meta.dirname, '../../db/migrations/sqlite');
const COMMITS = 60;
const CUTS = LONG ? 2000 : 60;

type Ended = {
  readonly file: string;
  /** The length of the log after each commit that was acknowledged. */
  readonly lengths: readonly number[];
};

/** A service that was ended right after its last commit. */
async function ended(): Promise<Ended> {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'charter-log-'));
  const engine = openEngine(path.join(folder, 'running.db'), MIGRATIONS);
  engine.connection.pragma('wal_checkpoint(TRUNCATE)');
  const lengths: number[] = [];
  for (let turn = 0; turn < COMMITS; turn += 1) {
    // Of different lengths, so that a commit is one page or several.
    const name = `Trust ${turn} ${'Llŷr '.repeat((turn % 7) * 300)}`;
    await engine.commit([
      insertOrganisation({ id: `a${turn}`, name, createdAt: '2027' }),
      insertOrganisation({ id: `b${turn}`, name, createdAt: '2027' }),
    ]);
    lengths.push(readFileSync(path.join(folder, 'running.db-wal')).length);
  }
  const file = path.join(folder, 'charter.db');
  for (const end of ['', '-wal']) {
    copyFileSync(path.join(folder, `running.db${end}`), `${file}${end}`);
  }
  engine.close();
  return { file, lengths };
}

test('REL-03 a log that is cut off or damaged loses what came after, and nothing before', async () => {
  const { file, lengths } = await ended();
  const random = randomly(20_270_303);
  const log = readFileSync(`${file}-wal`);
  const found = new Set<number>();
  for (let cut = 0; cut < CUTS; cut += 1) {
    const at = Math.floor(random() * log.length);
    const folder = mkdtempSync(path.join(os.tmpdir(), 'charter-cut-'));
    const copy = path.join(folder, 'charter.db');
    copyFileSync(file, copy);
    writeFileSync(`${copy}-wal`, cut % 2 === 0 ? log.subarray(0, at) : flipped(log, at));
    const kept = commitsIn(copy);
    // Frames before the damage are whole. A damaged byte may lie where nobody looks at it.
    const before = lengths.filter((length) => length <= at).length;
    expect(kept).toBeGreaterThanOrEqual(at < 32 ? 0 : before);
    if (cut % 2 === 0) expect(kept).toBe(at < 32 ? 0 : before);
    found.add(kept);
    rmSync(folder, { recursive: true });
  }
  expect(found.size).toBeGreaterThan(10);
  expect(commitsIn(file)).toBe(COMMITS);
});

function flipped(log: Buffer, at: number): Buffer {
  const damaged = Buffer.from(log);
  damaged[at] = (damaged[at] ?? 0) ^ 0x10;
  return damaged;
}

/** How many commits are there; throws where one is half, or one is missing before a later one. */
function commitsIn(file: string): number {
  const engine = openEngine(file, MIGRATIONS);
  const ids = engine.connection
    .prepare<[], string>('select id from organisations order by rowid')
    .pluck()
    .all();
  expect(engine.connection.pragma('integrity_check', { simple: true })).toBe('ok');
  engine.close();
  const expected = Array.from({ length: ids.length / 2 }, (_, turn) => [`a${turn}`, `b${turn}`]);
  expect(ids).toEqual(expected.flat());
  return expected.length;
}
