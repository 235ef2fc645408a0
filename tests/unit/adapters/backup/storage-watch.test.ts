import { describe, expect, test } from 'vitest';
import { createStorageWatch } from '#app/adapters/backup/storage-watch.ts';
import { watchedFiles } from '#app/adapters/evidence-files/watched-files.ts';
import { openEvidenceFiles } from '#app/adapters/evidence-files/evidence-files.ts';
import { StorageError } from '#app/domain/storage-trouble.ts';
import { ok, refused } from '#app/domain/problem.ts';
import { temporaryFolder } from '#tests/support/command.ts';

function watch() {
  const events: string[] = [];
  return { events, storage: createStorageWatch((event) => void events.push(event)) };
}

describe('how the storage does', () => {
  test('is kept until something is written, and told once', () => {
    const { events, storage } = watch();
    for (const _ of [1, 2, 3]) storage.note(new StorageError('full'));
    expect(storage.standing()).toBe('full');
    storage.wrote();
    storage.wrote();
    expect(storage.standing()).toBeNull();
    expect(events).toEqual(['storage-trouble', 'storage-works-again']);
  });

  test('REL-09 a failing disk is not forgotten', () => {
    const { storage } = watch();
    storage.note(new StorageError('failing'));
    storage.wrote();
    storage.note(new StorageError('full'));
    expect(storage.standing()).toBe('failing');
  });

  test('what passes by itself, and other errors, are no standing trouble', () => {
    const { events, storage } = watch();
    for (const error of [new StorageError('busy'), new StorageError('reserve'), new Error('x')]) {
      storage.note(error);
    }
    expect([storage.standing(), events]).toEqual([null, []]);
  });
});

describe('the request that met trouble', () => {
  test('knows it, whatever swallowed the error, and no other request does', async () => {
    const { storage } = watch();
    const swallowing = storage.during(async () => {
      await Promise.resolve();
      storage.note(new StorageError('full'));
      return 'an answer all the same';
    });
    const other = storage.during(async () => 'well');
    expect([(await swallowing).trouble, (await other).trouble]).toEqual(['full', null]);
  });

  test('has it thrown where it insists', async () => {
    const { storage } = watch();
    const outer = await storage.during(() =>
      storage.insist(async () => storage.note(new StorageError('full'))),
    );
    expect(outer).toMatchObject({ trouble: 'full', settled: { status: 'rejected' } });
  });
});

describe('the store of files', () => {
  const content = async function* (): AsyncGenerator<Uint8Array> {
    yield new Uint8Array(10);
  };
  const id = '01a21cfe-5011-7587-a7f3-d9923bf2b82e';

  test('takes none below the reserve, and reads none of it', async () => {
    const { storage } = watch();
    const files = watchedFiles(
      openEvidenceFiles(temporaryFolder(), () => id),
      storage,
      async () => true,
    );
    const { settled, trouble } = await storage.during(() =>
      files.receive(content(), async () => ok('looked at')),
    );
    expect([settled, trouble]).toEqual([
      { status: 'fulfilled', value: refused({ code: 'storage-full' }) },
      'reserve',
    ]);
  });

  test('tells of a disk that became full on the way', async () => {
    const { storage } = watch();
    const files = watchedFiles(
      openEvidenceFiles(temporaryFolder(), () => id),
      storage,
      async () => false,
    );
    const full = () => Promise.reject(Object.assign(new Error('full'), { code: 'ENOSPC' }));
    const { trouble } = await storage.during(() => files.receive(content(), full));
    expect([trouble, storage.standing()]).toEqual(['full', 'full']);
  });
});
