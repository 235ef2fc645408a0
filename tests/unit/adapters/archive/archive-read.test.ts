// Archives that come from elsewhere: what is no archive of ours is refused before anything of it is used.
import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { buffer } from 'node:stream/consumers';
import { afterAll, describe, expect, test } from 'vitest';
import { ZipFile } from 'yazl';
import { openArchive } from '#app/adapters/archive/archive-read.ts';

const folder = mkdtempSync(path.join(os.tmpdir(), 'archive-read-'));
afterAll(() => rmSync(folder, { recursive: true }));

const TEXT = 'a,b\n1,2\n';
const NAME = 'evidence/G1/t.csv';
const sha256 = createHash('sha256').update(TEXT).digest('hex');
const MANIFEST = { format: 1, about: {}, files: [{ path: NAME, size: TEXT.length, sha256 }] };

type Made = { readonly zip64?: boolean; readonly manifest?: object; readonly text?: string };

async function made({ zip64 = false, manifest = MANIFEST, text = TEXT }: Made = {}) {
  const zip = new ZipFile();
  const options = { forceZip64Format: zip64, compressionLevel: 0 };
  zip.addBuffer(Buffer.from(text), NAME, options);
  zip.addBuffer(Buffer.from(JSON.stringify(manifest)), 'manifest.json', options);
  zip.end({ forceZip64Format: zip64, comment: '' });
  return buffer(zip.outputStream);
}

async function opened(bytes: Buffer) {
  const file = path.join(folder, 'given.zip');
  writeFileSync(file, bytes);
  const archive = await openArchive(file);
  return archive.bytes(NAME).finally(() => archive.close());
}

/** Where the record of the directory that names the first file begins. */
const recordIn = (bytes: Buffer) => bytes.indexOf(Buffer.from([0x50, 0x4b, 1, 2]));

describe('an archive of ours', () => {
  test.each([false, true])('is read, and with numbers of 64 bits as well (%s)', async (zip64) => {
    expect(String(await opened(await made({ zip64 })))).toBe(TEXT);
  });
});

describe('is refused', () => {
  test.each<[string, (bytes: Buffer) => Buffer, RegExp]>([
    ['an empty file', () => Buffer.alloc(0), /is no archive, or is damaged/],
    ['a text', () => Buffer.from('a,b'), /is no archive, or is damaged/],
    ['one that was cut', (bytes) => bytes.subarray(0, -30), /is no archive, or is damaged/],
    [
      'one with bytes hidden before its end',
      (bytes) => Buffer.concat([bytes.subarray(0, -22), Buffer.from('x'), bytes.subarray(-22)]),
      /is no archive, or is damaged/,
    ],
    [
      'one with an encrypted entry',
      (bytes) => (bytes.writeUInt16LE(0x801, recordIn(bytes) + 8), bytes),
      /it is encrypted/,
    ],
    [
      'one with a link',
      (bytes) => (bytes.writeUInt32LE(0o120777 * 0x10000, recordIn(bytes) + 38), bytes),
      /no archive of ours/,
    ],
    [
      'one with a way out of its folder',
      (bytes) =>
        Buffer.from(bytes.toString('latin1').replaceAll(NAME, '../x/bc/a/t.csv!!'), 'latin1'),
      /no archive of ours/,
    ],
    [
      'one whose entries share their bytes',
      (bytes) => (
        bytes.writeUInt32LE(200, recordIn(bytes) + 20),
        bytes.writeUInt32LE(200, recordIn(bytes) + 24),
        bytes
      ),
      /no archive of ours/,
    ],
    [
      'one with a file that unpacks to more than any of ours',
      (bytes) => (
        bytes.writeUInt16LE(8, recordIn(bytes) + 10),
        bytes.writeUInt32LE(60 * 1024 * 1024, recordIn(bytes) + 24),
        bytes
      ),
      /is larger than any file of ours/,
    ],
  ])('%s', async (_, change, reason) => {
    await expect(opened(change(await made()))).rejects.toThrow(reason);
  });

  test('one whose records of large numbers do not fit', async () => {
    const bytes = await made({ zip64: true });
    const locator = bytes.length - 22 - 20;
    bytes.writeUInt32LE(bytes.readUInt32LE(locator + 8) - 1, locator + 8);
    await expect(opened(bytes)).rejects.toThrow(/is no archive, or is damaged/);
  });

  test('one without a manifest of ours, or with a file that is not what it says', async () => {
    await expect(opened(await made({ manifest: { format: 1 } }))).rejects.toThrow(/manifest/);
    await expect(opened(await made({ manifest: { format: 9 } }))).rejects.toThrow(
      /a later one made/,
    );
    await expect(opened(await made({ text: 'a,b\n9,9\n' }))).rejects.toThrow(/was changed/);
  });
});
