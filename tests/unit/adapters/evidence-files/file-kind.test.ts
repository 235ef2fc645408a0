import { mkdtempSync, readdirSync } from 'node:fs';
import { randomUUIDv7 } from 'node:crypto';
import os from 'node:os';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { openEvidenceFiles } from '#app/adapters/evidence-files/evidence-files.ts';
import { fileKind } from '#app/adapters/evidence-files/file-kind.ts';
import { ACCEPTED_EXTENSIONS } from '#app/domain/evidence/file-kinds.ts';
import { nameForKind } from '#app/domain/evidence/file-name.ts';
import { ABUSIVE, ACCEPTED } from '#tests/support/upload-corpus.ts';
import { pieces } from '#tests/support/uploads.ts';

const folder = mkdtempSync(path.join(os.tmpdir(), 'kinds-'));
const files = openEvidenceFiles(folder, randomUUIDv7);

async function kindOf(name: string, content: Buffer) {
  return files.receive(pieces(content), (bytes) => fileKind(bytes, name));
}

describe('SEC-58 SEC-59 SEC-60 SEC-61 SEC-62 the kind of a file is told from its content', () => {
  test.each(ACCEPTED)('%s is kept', async (name, content, keptAs, mediaType) => {
    const received = await kindOf(name, content);
    if (!received.ok) throw new Error(JSON.stringify(received.problem));
    expect(received.value.found.mediaType).toBe(mediaType);
    expect(nameForKind(name, received.value.found)).toBe(keptAs);
  });

  test.each(ABUSIVE)('%s is refused, saying what is accepted', async (_, name, content, reason) => {
    const before = readdirSync(folder).length;
    expect(await kindOf(name, content)).toEqual({
      ok: false,
      problem: { code: 'kind-not-accepted', reason, accepted: ACCEPTED_EXTENSIONS },
    });
    expect(readdirSync(folder)).toHaveLength(before);
  });

  test('every file of the corpus is judged within a moment', async () => {
    const started = performance.now();
    for (const [, name, content] of ABUSIVE) await kindOf(name, content);
    expect(performance.now() - started).toBeLessThan(4_000);
  });
});
