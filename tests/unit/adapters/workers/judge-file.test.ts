// Files that act by themselves are refused with what to remove, honest ones are kept; both are looked
// through by the processes that the service uses, within their limits.
import { randomUUIDv7 } from 'node:crypto';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { bytesIn } from '#app/adapters/backup/byte-source.ts';
import { openEvidenceFiles } from '#app/adapters/evidence-files/evidence-files.ts';
import { isRemote } from '#app/adapters/office/remote-address.ts';
import { kindNotAccepted } from '#app/domain/evidence/file-kinds.ts';
import { problemText } from '#words/problem-text.ts';
import { fileJudge } from '#app/adapters/workers/judge-file.ts';
import { openWork } from '#app/adapters/workers/work.ts';
import { ACTING, HONEST, manyCells } from '#tests/support/acting-files.ts';
import { ACCEPTED } from '#tests/support/upload-corpus.ts';
import { pieces } from '#tests/support/uploads.ts';

const folder = mkdtempSync(path.join(os.tmpdir(), 'judged-'));
const files = openEvidenceFiles(folder, randomUUIDv7);
const work = openWork(() => {});
const judgeFile = fileJudge(work);

afterAll(() => {
  work.close();
  rmSync(folder, { recursive: true });
});

async function judged(name: string, content: Buffer) {
  return files.receive(pieces(content), (bytes) => judgeFile(bytes, name));
}

describe('is refused, and nothing of it stays', () => {
  test.each(ACTING)('%s', async (_what, name, content, reason) => {
    const before = readdirSync(folder).length;
    expect(await judged(name, content)).toEqual({ ok: false, problem: kindNotAccepted(reason) });
    expect(readdirSync(folder)).toHaveLength(before);
  });

  test('with a sentence that says what to do', () => {
    for (const reason of new Set(ACTING.map(([, , , one]) => one))) {
      expect(problemText(kindNotAccepted(reason)), reason).toMatch(
        /\b(?:Save|save|choose that|Delete|Remove|Break|Print)\b/,
      );
    }
  });
});

describe('is kept', () => {
  test.each(HONEST)('%s', async (_what, name, content) => {
    expect(await judged(name, content)).toMatchObject({ ok: true });
  });

  test.each(ACCEPTED)('%s', async (name, content) => {
    expect(await judged(name, content)).toMatchObject({ ok: true });
  });
});

test('a name says nothing about the inside', async () => {
  const [, , script] = ACTING.find(([what]) => what === 'a script on opening') ?? [];
  for (const name of ['a.docx', 'a.txt', 'a', 'Siân.png']) {
    expect(await judged(name, script ?? Buffer.alloc(0))).toMatchObject({ ok: false });
  }
});

test('24 MB of pictures in a PDF are looked through', async () => {
  const [, , pictures = Buffer.alloc(0)] =
    HONEST.find(([what]) => /with pictures/.test(what)) ?? [];
  const large = Buffer.concat([pictures, ...Array.from({ length: 11 }, () => pictures)]);
  expect(await judged('large.pdf', large)).toMatchObject({ ok: true });
}, 30_000);

test('49 MB of cells in a workbook are looked through', async () => {
  expect(await judged('large.xlsx', manyCells(1_800_000, 'SUM(A1:A9)'))).toMatchObject({
    ok: true,
  });
  const dde = manyCells(1_800_000, "SUM(cmd&#124;'/c calc'!A0)");
  expect(await judged('large.xlsx', dde)).toEqual({ ok: false, problem: kindNotAccepted('dde') });
}, 60_000);

test('a file that is only in memory is not let through unseen', async () => {
  const [, , honest = Buffer.alloc(0)] = HONEST[0] ?? [];
  await expect(judgeFile(bytesIn(honest), 'a.docx')).rejects.toThrow(RangeError);
});

test.each([
  ['https://a.example/b', true],
  ['\\\\server\\share', true],
  ['\\/server/share', true],
  ['file://server/a', true],
  ['file:\\\\\\\\server\\a', true],
  ['webdav://a/b', true],
  ['\u200Bhttps://a.example', true],
  ['C:\\a', false],
  ['c:/a', false],
  ['file:///C|/a', false],
  ['a/b.png', false],
  ['mailto:a@example.org', false],
  ['100% sure.docx', false],
  ['', false],
])('%s is remote: %s', (address, remote) => {
  expect(isRemote(address)).toBe(remote);
});
