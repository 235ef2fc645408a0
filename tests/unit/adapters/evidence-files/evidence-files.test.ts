import { createHash, randomUUIDv7 } from 'node:crypto';
import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  rmSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import {
  type EvidenceFiles,
  openEvidenceFiles,
} from '#app/adapters/evidence-files/evidence-files.ts';
import { isDiskFull } from '#app/adapters/backup/file-errors.ts';
import { EVIDENCE_LIMITS } from '#app/domain/limits.ts';
import { ok, refused } from '#app/domain/problem.ts';
import { pieces } from '#tests/support/uploads.ts';

const anything = async () => ok('anything');
const NONE = '00000000-0000-7000-8000-000000000000';

function store(): { folder: string; files: EvidenceFiles } {
  const folder = path.join(mkdtempSync(path.join(os.tmpdir(), 'store-')), 'files');
  return { folder, files: openEvidenceFiles(folder, randomUUIDv7) };
}

async function kept(files: EvidenceFiles, text: string) {
  const received = await files.receive(pieces(text), anything);
  if (!received.ok) throw new Error('not kept');
  return received.value;
}

/** So many pieces of a megabyte; says how many were taken. */
function megabytes(count: number) {
  const taken = { pieces: 0 };
  async function* content() {
    for (; taken.pieces < count; taken.pieces += 1) yield Buffer.alloc(1024 * 1024, taken.pieces);
  }
  return { content: content(), taken };
}

describe('storing a file', () => {
  test('it lies under its id alone, with its size and hash', async () => {
    const { folder, files } = store();
    const received = await files.receive(pieces('one ', 'two'), async (bytes) => {
      expect(readdirSync(folder)).toEqual([expect.stringMatching(/^[0-9a-f-]{36}\.part$/)]);
      expect((await bytes.read(4, 100)).toString()).toBe('two');
      return ok('text');
    });
    const sha256 = createHash('sha256').update('one two').digest('hex');
    expect(received).toMatchObject({ ok: true, value: { size: 7, sha256, found: 'text' } });
    expect(readdirSync(folder)).toEqual([received.ok && received.value.id]);
  });

  test('a file of exactly 25 MB is kept, one of 26 is not, and stops being read', async () => {
    const { folder, files } = store();
    expect(await files.receive(megabytes(25).content, anything)).toMatchObject({ ok: true });
    const { content, taken } = megabytes(26_000);
    expect(await files.receive(content, anything)).toEqual({
      ok: false,
      problem: { code: 'too-large', most: EVIDENCE_LIMITS.fileBytes },
    });
    expect(taken.pieces).toBeLessThan(30);
    expect(readdirSync(folder)).toHaveLength(1);
  });

  test('memory stays flat', async () => {
    const { files } = store();
    const before = process.memoryUsage().rss;
    let most = 0;
    async function* watched() {
      for await (const piece of megabytes(25).content) {
        most = Math.max(most, process.memoryUsage().rss);
        yield piece;
      }
    }
    const twenty = await Promise.all(
      Array.from({ length: 20 }, () => files.receive(watched(), anything)),
    );
    expect(twenty.every((received) => received.ok)).toBe(true);
    expect(most - before).toBeLessThan(256 * 1024 * 1024);
  });

  test.each([
    ['is empty', pieces(), anything, { code: 'empty-file' }],
    ['is refused', pieces('x'), async () => refused({ code: 'no' }), { code: 'no' }],
  ])('nothing is left where the file %s', async (_, content, inspect, problem) => {
    const { folder, files } = store();
    expect(await files.receive(content, inspect)).toEqual({ ok: false, problem });
    expect(readdirSync(folder)).toEqual([]);
  });

  test.each([
    ['the content breaks off', ['x', null], anything],
    ['the inspection fails', ['x'], () => Promise.reject(new Error('broken'))],
  ] as const)('nothing is left where %s', async (_, parts, inspect) => {
    const { folder, files } = store();
    async function* content() {
      for (const part of parts) {
        if (part === null) throw new Error('broken');
        yield Buffer.from(part);
      }
    }
    await expect(files.receive(content(), inspect)).rejects.toThrow('broken');
    expect(readdirSync(folder)).toEqual([]);
  });

  test('SEC-57 an id that is none never becomes a path', async () => {
    const { files } = store();
    for (const id of [
      '../charter.db',
      `${NONE}/x`,
      `${NONE}\n`,
      '',
      '.',
      NONE.toUpperCase().replace('0', 'G'),
    ]) {
      await expect(async () => files.remove(id)).rejects.toThrow(RangeError);
      await expect(async () => files.read({ id, size: 1, sha256: '' })).rejects.toThrow(RangeError);
    }
  });

  test.each([
    ['ENOSPC', true],
    ['EDQUOT', true],
    ['EACCES', false],
  ])('%s says that the disk is full: %s', (code, full) => {
    expect(isDiskFull(Object.assign(new Error(code), { code }))).toBe(full);
    expect(isDiskFull(code)).toBe(false);
  });

  test('a full disk is told, not thrown', async () => {
    const { folder, files } = store();
    const full = Object.assign(new Error('no space'), { code: 'ENOSPC' });
    const received = await files.receive(pieces('x'), () => Promise.reject(full));
    expect(received).toEqual({ ok: false, problem: { code: 'storage-full' } });
    expect(readdirSync(folder)).toEqual([]);
  });
});

describe('reading a file', () => {
  test('gives what was stored', async () => {
    const { files } = store();
    const text = 'Siân '.repeat(50_000);
    const read = await files.read(await kept(files, text));
    if (!read.ok) throw new Error(read.problem.code);
    expect(await new Response(read.value).text()).toBe(text);
  });

  test('an answer that nobody reads keeps no file open', async () => {
    const { files } = store();
    const row = await kept(files, 'x'.repeat(200_000));
    const open = () => readdirSync('/proc/self/fd').length;
    const before = process.platform === 'linux' ? open() : 0;
    for (let time = 0; time < 50; time += 1) {
      const read = await files.read(row);
      if (read.ok && time % 2 === 0) {
        const reader = read.value.getReader();
        await reader.read();
        await reader.cancel();
      }
    }
    if (process.platform === 'linux') expect(open()).toBeLessThan(before + 5);
  });

  test('says that it is missing, or altered', async () => {
    const { folder, files } = store();
    const row = await kept(files, 'minutes');
    writeFileSync(path.join(folder, row.id), 'minuteS');
    expect(await files.read(row)).toEqual({ ok: false, problem: { code: 'file-altered' } });
    writeFileSync(path.join(folder, row.id), 'minutes and more');
    expect(await files.read(row)).toEqual({ ok: false, problem: { code: 'file-altered' } });
    rmSync(path.join(folder, row.id));
    expect(await files.read(row)).toEqual({ ok: false, problem: { code: 'file-missing' } });
    symlinkSync('/etc/passwd', path.join(folder, row.id));
    expect(await files.read(row)).toEqual({ ok: false, problem: { code: 'file-missing' } });
  });
});

describe('removing and sweeping', () => {
  test('a file is gone once; gone already is as good', async () => {
    const { folder, files } = store();
    const { id } = await kept(files, 'x');
    expect(await files.remove(id)).toBe(true);
    expect(readdirSync(folder)).toEqual([]);
    expect(await files.remove(id)).toBe(true);
  });

  const NOW = new Date('2027-03-02T09:00:00Z');
  const DAY = 24 * 60 * 60 * 1000;
  const NOTHING = { temporary: 0, quarantined: 0, returned: 0, expired: 0, left: [] };

  /** A folder of files that are older than a day, or younger where they are `fresh`. */
  function folderWith({ rows = 0, orphans = 0, fresh = 0 }) {
    const { folder, files } = store();
    const ids: readonly string[] = Array.from({ length: rows + orphans + fresh }, () =>
      String(randomUUIDv7()),
    ).toSorted();
    const seconds = NOW.getTime() / 1000 - (24 * 60 * 60 + 1);
    const put = (name: string, at: number) => {
      writeFileSync(path.join(folder, name), 'x');
      utimesSync(path.join(folder, name), at, at);
    };
    ids.forEach((id, index) => put(id, index < rows + orphans ? seconds : seconds + 2));
    const withRow = new Set(ids.slice(0, rows));
    const known = async (asked: readonly string[]) => {
      expect(asked.length).toBeLessThanOrEqual(500);
      return new Set(asked.filter((id) => withRow.has(id)));
    };
    const sweep = (days = 0) => files.sweep({ now: new Date(NOW.getTime() + days * DAY), known });
    const there = () => readdirSync(folder, { recursive: true }).map(String).toSorted();
    return { folder, files, put, withRow, sweep, there, seconds, without: ids.slice(rows) };
  }

  test('old temporary files go, whatever else lies there stays', async () => {
    const { put, sweep, there, seconds, without } = folderWith({ fresh: 1 });
    const [fresh = ''] = without;
    put(`${randomUUIDv7()}.part`, seconds);
    put(`${fresh}.part`, seconds + 2);
    put('notes.txt', seconds);
    put('x.part', seconds);
    expect(await sweep()).toEqual({ ...NOTHING, temporary: 1 });
    expect(there()).toEqual([fresh, `${fresh}.part`, 'notes.txt', 'x.part'].toSorted());
  });

  test('REL-18 a file without a row moves to the quarantine of the day, and goes after 30 days', async () => {
    const { sweep, there, without, withRow } = folderWith({ rows: 1200, orphans: 20, fresh: 3 });
    const orphans = without.slice(0, 20);
    expect(await sweep()).toEqual({ ...NOTHING, quarantined: 20 });
    const moved = there().filter((name) => name.startsWith('quarantine/2027-03-02/'));
    expect(moved).toEqual(orphans.map((id) => `quarantine/2027-03-02/${id}`));
    expect(await sweep(0)).toEqual(NOTHING);
    // The three that were fresh are a day older by now.
    expect(await sweep(30)).toEqual({ ...NOTHING, quarantined: 3 });
    expect(there()).toEqual(expect.arrayContaining(moved));
    expect(await sweep(31)).toEqual({ ...NOTHING, expired: 20 });
    expect(there().filter((name) => name.includes('2027-03-02'))).toEqual([]);
    expect(there().filter((name) => withRow.has(name))).toHaveLength(1200);
  });

  test('a file of the quarantine whose row is there again goes back to its place', async () => {
    const { sweep, there, without, withRow } = folderWith({ rows: 100, orphans: 2 });
    const [back = '', gone = ''] = without;
    expect(await sweep()).toEqual({ ...NOTHING, quarantined: 2 });
    withRow.add(back);
    expect(await sweep(31)).toEqual({ ...NOTHING, returned: 1, expired: 1 });
    expect(there()).toContain(back);
    expect(there().some((name) => name.includes(gone))).toBe(false);
  });

  test.each([
    ['21 files of 5,000', { rows: 4979, orphans: 21 }],
    ['3 files of 100', { rows: 97, orphans: 3 }],
    ['every file', { rows: 0, orphans: 2 }],
  ])(
    'REL-08 %s without a row: the database is what is wrong, and nothing moves',
    async (_, given) => {
      const { sweep, there, without } = folderWith(given);
      const before = there();
      const swept = await sweep();
      expect({ ...swept, left: swept.left.toSorted() }).toEqual({ ...NOTHING, left: without });
      expect(there()).toEqual(before);
    },
  );

  test('where the sweep stops, nothing of the quarantine goes for good', async () => {
    const { folder, put, sweep, there, seconds } = folderWith({ rows: 0, orphans: 3 });
    mkdirSync(path.join(folder, 'quarantine/2026-10-01'), { recursive: true });
    put(`quarantine/2026-10-01/${randomUUIDv7()}`, seconds);
    const before = there();
    expect(await sweep()).toMatchObject({ expired: 0, quarantined: 0 });
    expect(there()).toEqual(before);
  });

  test.each([
    ['2 files of 100', { rows: 98, orphans: 2 }, 2],
    ['1 file of 10', { rows: 9, orphans: 1 }, 1],
  ])('%s without a row are left over from uploads, and move', async (_, given, quarantined) => {
    expect(await folderWith(given).sweep()).toEqual({ ...NOTHING, quarantined });
  });
});
