import { randomUUIDv7 } from 'node:crypto';
import { chmodSync, mkdtempSync, readdirSync, readFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  type EvidenceFiles,
  openEvidenceFiles,
} from '#app/adapters/evidence-files/evidence-files.ts';
import { EVIDENCE_LIMITS } from '#app/domain/limits.ts';
import { fileKind } from '#app/adapters/evidence-files/file-kind.ts';
import { readUpload } from '#app/http/forms/read-upload.ts';
import { arriving, BOUNDARY, type FormPart, multipart, upload } from '#tests/support/multipart.ts';
import { ABUSIVE, PDF } from '#tests/support/upload-corpus.ts';

const folder = mkdtempSync(path.join(os.tmpdir(), 'uploads-'));
const files = openEvidenceFiles(folder, randomUUIDv7);
const pdf: FormPart = { name: 'file', filename: 'plan.pdf', content: PDF };
const title: FormPart = { name: 'title', content: 'Siân’s minutes' };
const tooLarge = { code: 'too-large', most: EVIDENCE_LIMITS.fileBytes };

/** Reads the request and expects that nothing of it is left. */
async function refusal(request: Request) {
  const before = readdirSync(folder);
  const result = await readUpload(request, { files, judgeFile: fileKind });
  expect(readdirSync(folder)).toEqual(before);
  return result.ok ? result.value : result.problem;
}

function head(disposition: string): Buffer {
  return Buffer.from(`--${BOUNDARY}\r\nContent-Disposition: ${disposition}\r\n\r\n`);
}

/** A file of so many megabytes that says how many pieces were taken. */
function* large(megabytes: number, taken = { pieces: 0 }) {
  yield head('form-data; name="file"; filename="a.txt"');
  for (let piece = 0; piece < megabytes; piece += 1) {
    taken.pieces += 1;
    yield Buffer.alloc(1024 * 1024, 'a');
  }
  yield Buffer.from(`\r\n--${BOUNDARY}--\r\n`);
}

describe('reading an upload', () => {
  test.each([1, 7, 100_000])('texts and a file arrive in pieces of %i bytes', async (piece) => {
    const result = await readUpload(upload(multipart([title, pdf, title]), { piece }), {
      files,
      judgeFile: fileKind,
    });
    if (!result.ok) throw new Error(result.problem.code);
    const { fields, file } = result.value;
    expect([...fields]).toEqual([
      ['title', 'Siân’s minutes'],
      ['title', 'Siân’s minutes'],
    ]);
    expect(file).toMatchObject({
      name: 'plan.pdf',
      mediaType: 'application/pdf',
      size: PDF.length,
    });
    expect(readFileSync(path.join(folder, file?.id ?? ''))).toEqual(PDF);
  });

  test.each<[string, readonly FormPart[]]>([
    ['no file was chosen', [title, { name: 'file', filename: '', content: '' }]],
    ['there is no file field', [title]],
  ])('where %s the texts come back alone', async (_, parts) => {
    const result = await readUpload(upload(multipart(parts)), { files, judgeFile: fileKind });
    expect(result).toMatchObject({ ok: true, value: { file: null } });
    expect(result.ok && result.value.fields.get('title')).toBe('Siân’s minutes');
  });

  test.each([
    ['C:\\\\Users\\\\x\\\\plan.pdf', 'plan.pdf'],
    ['Q1\\Q2 plan.pdf', 'Q1-Q2 plan.pdf'],
    ['../../../charter.db', 'charter.db.pdf'],
    ['Siân\u202Efdp.exe', 'Siânfdp.exe.pdf'],
    ['CON.pdf', '_CON.pdf'],
    ['a\0b.pdf', 'ab.pdf'],
    ['%00%0d%0a.pdf', '%00%0d%0a.pdf'],
    ['', 'file.pdf'],
    ['..', 'file.pdf'],
    [`${'x'.repeat(500)}.pdf`, `${'x'.repeat(146)}.pdf`],
  ])('a file named %j is kept as %j', async (filename, name) => {
    const result = await readUpload(upload(multipart([{ ...pdf, filename }])), {
      files,
      judgeFile: fileKind,
    });
    expect(result).toMatchObject({ ok: true, value: { file: { name } } });
  });

  test('the name in filename* wins over nothing, and is decoded', async () => {
    const body = Buffer.concat([
      head(`form-data; name="file"; filename*=UTF-8''Si%C3%A2n%2F..%2Fx.pdf`),
      PDF,
      Buffer.from(`\r\n--${BOUNDARY}--\r\n`),
    ]);
    const result = await readUpload(upload(body), { files, judgeFile: fileKind });
    expect(result).toMatchObject({ ok: true, value: { file: { name: 'x.pdf' } } });
  });

  test.each(ABUSIVE)('%s leaves nothing', async (_, filename, content, reason) => {
    const request = upload(multipart([title, { name: 'file', filename, content }]), {
      piece: 65_536,
    });
    expect(await refusal(request)).toMatchObject({ code: 'kind-not-accepted', reason });
  });
});

describe('an upload that is refused leaves nothing', () => {
  test.each([
    ['a form of another type', { type: 'application/x-www-form-urlencoded' }, 'not-multipart'],
    ['JSON', { type: 'application/json' }, 'not-multipart'],
    ['no type', { type: '' }, 'not-multipart'],
    ['no boundary', { type: 'multipart/form-data' }, 'malformed'],
    ['another boundary', { type: 'multipart/form-data; boundary=other' }, 'malformed'],
  ])('%s', async (_, given, code) => {
    expect(await refusal(upload(multipart([title, pdf]), given))).toEqual({ code });
  });

  const whole = multipart([title, pdf, { name: 'link', content: '' }]);
  const close = Buffer.from(`\r\n--${BOUNDARY}--\r\n`);
  const field = (name: string, content = 'x') => ({ name, content });
  test.each<[string, Buffer, object]>([
    ['an empty body', Buffer.alloc(0), { code: 'malformed' }],
    ['no final boundary', whole.subarray(0, -10), { code: 'malformed' }],
    ['broken off in the file', whole.subarray(0, 250), { code: 'malformed' }],
    ['broken off in a header', whole.subarray(0, 50), { code: 'malformed' }],
    ['a file of no bytes', multipart([{ ...pdf, content: '' }]), { code: 'empty-file' }],
    ['two files', multipart([pdf, pdf]), { code: 'too-many-parts', most: 21 }],
    [
      '21 fields',
      multipart(Array.from({ length: 21 }, () => field('a'))),
      { code: 'too-many-parts', most: 21 },
    ],
    [
      'a million fields',
      Buffer.concat(
        Array.from({ length: 100 }, () =>
          multipart(Array.from({ length: 100 }, () => field('a'))).subarray(0, -14),
        ),
      ),
      { code: 'too-many-parts', most: 21 },
    ],
    [
      'a field of 20,001 bytes',
      multipart([pdf, field('title', 'x'.repeat(100_001))]),
      { code: 'field-too-long', field: 'title', most: 100_000 },
    ],
    ['a field name of 101 bytes', multipart([pdf, field('x'.repeat(101))]), { code: 'malformed' }],
    ['a field name of 1 MB', multipart([pdf, field('x'.repeat(1_000_000))]), { code: 'malformed' }],
    ['a field without a name', multipart([pdf, field('')]), { code: 'malformed' }],
    [
      'a file without a name of its field',
      Buffer.concat([head('form-data; filename="a.pdf"'), PDF, close]),
      { code: 'malformed' },
    ],
  ])('%s', async (_, body, problem) => {
    expect(await refusal(upload(body, { piece: 65_536 }))).toEqual(problem);
  });

  test('a field of 100,000 bytes and twenty fields are kept', async () => {
    const parts = Array.from({ length: 20 }, () => field('a', 'x'.repeat(100_000)));
    expect(
      await readUpload(upload(multipart(parts)), { files, judgeFile: fileKind }),
    ).toMatchObject({ ok: true });
  });

  test.each([
    ['a bare line feed in the file name', 'form-data; name="file"; filename="a\nb.pdf"'],
    ['a header without a name', 'form-data'],
    ['another disposition', 'attachment; name="file"; filename="a.pdf"'],
  ])('%s: the part never becomes a file', async (_, disposition) => {
    const result = await refusal(upload(Buffer.concat([head(disposition), PDF, close])));
    expect(result).toSatisfy(
      (found: object) => 'code' in found || ('file' in found && found.file === null),
    );
  });

  test.each([
    ['a line break in the file name', 'a\r\nX-Y: z.pdf', 'a.pdf'],
    ['a header of 100 kB', `${'x'.repeat(100_000)}.pdf`, `${'x'.repeat(146)}.pdf`],
  ])('%s: what is kept has a harmless name', async (_, filename, name) => {
    const body = Buffer.concat([
      head(`form-data; name="file"; filename="${filename}"`),
      PDF,
      close,
    ]);
    const result = await readUpload(upload(body), { files, judgeFile: fileKind });
    expect(result).toMatchObject({ ok: true, value: { file: { name } } });
  });

  test('26 MB are refused while they arrive', async () => {
    const taken = { pieces: 0 };
    expect(await refusal(upload(arriving(large(26, taken))))).toEqual(tooLarge);
  });

  test('10 GB are neither stored nor read to their end', async () => {
    const taken = { pieces: 0 };
    expect(await refusal(upload(arriving(large(10_000, taken))))).toEqual(tooLarge);
    expect(taken.pieces).toBeLessThan(110);
  });

  test('a body that says that it is too large never begins a file', async () => {
    const watched: EvidenceFiles = {
      ...files,
      receive: () => Promise.reject(new Error('a file was begun')),
    };
    const request = upload(multipart([pdf]), { length: 30_000_000 });
    expect(await readUpload(request, { files: watched, judgeFile: fileKind })).toEqual({
      ok: false,
      problem: tooLarge,
    });
  });

  test('a preamble or an epilogue without end is cut off', async () => {
    function* preamble() {
      for (let piece = 0; piece < 200; piece += 1) yield Buffer.alloc(1024 * 1024, 'a');
    }
    function* epilogue() {
      yield multipart([pdf]);
      yield* preamble();
    }
    expect(await refusal(upload(arriving(preamble())))).toEqual(tooLarge);
    expect(await refusal(upload(arriving(epilogue())))).toEqual(tooLarge);
  });

  test.each([0, 30, 200, 260, multipart([title, pdf]).length - 1])(
    'a client that goes away after %i bytes',
    async (bytes) => {
      const sent = multipart([title, pdf]).subarray(0, bytes);
      const gone = new Error('the client is gone');
      expect(await refusal(upload(arriving([sent, gone])))).toEqual({ code: 'aborted' });
    },
  );

  test('a client that goes away in the middle of 20 MB', async () => {
    function* content() {
      yield* [...large(20)].slice(0, -1);
      yield new Error('the client is gone');
    }
    expect(await refusal(upload(arriving(content())))).toEqual({ code: 'aborted' });
  });

  test.each<[string, Uint8Array | Error, object]>([
    [
      'the form after it is refused',
      multipart(Array.from({ length: 21 }, () => field('a'))),
      { code: 'too-many-parts', most: 21 },
    ],
    ['the client goes away after it', new Error('gone'), { code: 'aborted' }],
    ['the form ends without its boundary', Buffer.from('x'), { code: 'malformed' }],
  ])('a file that was stored already goes again where %s', async (_, rest, problem) => {
    const before = readdirSync(folder);
    const isStored = () =>
      readdirSync(folder).some((name) => !before.includes(name) && !name.endsWith('.part'));
    async function* body() {
      yield Buffer.concat([multipart([pdf]).subarray(0, -4), Buffer.from('\r\n')]);
      while (!isStored()) await new Promise((resolve) => setTimeout(resolve, 1));
      yield rest;
    }
    expect(await refusal(upload(arriving(body())))).toEqual(problem);
  });

  test('mutated bodies are read or refused, and never leave half a file', async () => {
    const body = multipart([title, pdf, { name: 'link', content: 'https://example.org' }]);
    const edits = fc.array(
      fc.tuple(
        fc.nat(body.length - 1),
        fc.nat(12),
        fc.oneof(
          fc.uint8Array({ maxLength: 6 }),
          fc.constant(Buffer.from(`\r\n--${BOUNDARY}\r\n`)),
        ),
      ),
      { minLength: 1, maxLength: 4 },
    );
    await fc.assert(
      fc.asyncProperty(edits, fc.integer({ min: 1, max: 200 }), async (changes, piece) => {
        const mutated = changes.reduce(
          (bytes, [at, length, inserted]) =>
            Buffer.concat([bytes.subarray(0, at), inserted, bytes.subarray(at + length)]),
          body,
        );
        const before = readdirSync(folder).length;
        const result = await readUpload(upload(mutated, { piece }), { files, judgeFile: fileKind });
        const kept = result.ok && result.value.file !== null ? 1 : 0;
        expect(readdirSync(folder)).toHaveLength(before + kept);
        if (result.ok && result.value.file) await files.remove(result.value.file.id);
      }),
      { numRuns: 1_000 },
    );
  });

  test('a failure of the disk is thrown, not called the person’s mistake', async () => {
    const broken: EvidenceFiles = {
      ...files,
      receive: () => Promise.reject(new Error('input/output error')),
    };
    await expect(
      readUpload(upload(multipart([title, pdf])), { files: broken, judgeFile: fileKind }),
    ).rejects.toThrow('input/output error');
  });

  test('a folder that cannot be written fails loudly', async () => {
    const locked = mkdtempSync(path.join(os.tmpdir(), 'locked-'));
    const store = openEvidenceFiles(path.join(locked, 'files'), randomUUIDv7);
    chmodSync(path.join(locked, 'files'), 0o500);
    // The administrator of the machine may write everywhere.
    if (process.getuid?.() !== 0) {
      await expect(
        readUpload(upload(multipart([pdf])), { files: store, judgeFile: fileKind }),
      ).rejects.toThrow('EACCES');
    }
    chmodSync(path.join(locked, 'files'), 0o700);
  });
});
