import { describe, expect, test } from 'vitest';
import { PATIENCE, StorageError, storageTrouble } from '#app/domain/storage-trouble.ts';

function withCode(code: string): Error {
  return Object.assign(new Error('x'), { code });
}

describe('an error of the storage', () => {
  test.each([
    ['SQLITE_FULL', 'full'],
    ['ENOSPC', 'full'],
    ['EDQUOT', 'full'],
    ['EFBIG', 'full'],
    ['SQLITE_IOERR_SHMSIZE', 'full'],
    ['SQLITE_BUSY', 'busy'],
    ['SQLITE_BUSY_SNAPSHOT', 'busy'],
    ['SQLITE_READONLY', 'read-only'],
    ['SQLITE_CANTOPEN', 'read-only'],
    ['EROFS', 'read-only'],
    ['EACCES', 'read-only'],
    ['SQLITE_READONLY_DBMOVED', 'failing'],
    ['SQLITE_IOERR_FSYNC', 'failing'],
    ['SQLITE_CORRUPT_INDEX', 'failing'],
    ['SQLITE_NOTADB', 'failing'],
    ['EIO', 'failing'],
  ])('with the code %s is trouble: %s', (code, trouble) => {
    expect(storageTrouble(withCode(code))).toBe(trouble);
    expect(storageTrouble(new Error('in a query', { cause: withCode(code) }))).toBe(trouble);
  });

  test.each(['SQLITE_CONSTRAINT_UNIQUE', 'SQLITE_ERROR', 'ENOENT', 'EPIPE', 'ECONNRESET'])(
    'with the code %s is none',
    (code) => expect(storageTrouble(withCode(code))).toBeNull(),
  );

  test('that is none at all is none', () => {
    for (const other of [null, 'full', 7, {}, new Error('ENOSPC')]) {
      expect(storageTrouble(other)).toBeNull();
    }
    expect(storageTrouble(new StorageError('reserve'))).toBe('reserve');
  });
});

test('REL-22 a write waits five seconds for another program', () => {
  expect(PATIENCE.reduce((all, wait) => all + wait, 0)).toBe(5000);
});
