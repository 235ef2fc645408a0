// What an error of the database or of the file system means for whoever wanted something kept.

/**
 * full = no room left; reserve = too little room for files, texts are still taken; busy = another
 * program holds the database; read-only = nothing may be written; failing = the disk reports errors, or
 * what it gives back is damaged.
 */
export const STORAGE_TROUBLES = ['full', 'reserve', 'busy', 'read-only', 'failing'] as const;
export type StorageTrouble = (typeof STORAGE_TROUBLES)[number];

/** How long a write waits for another program, in ms from one try to the next: 5 s in all. */
export const PATIENCE: readonly number[] = [20, 40, 80, 160, 300, 400, 500, 500, 1000, 1000, 1000];

/** Trouble that was found without an error of its own, or that a library has swallowed. */
export class StorageError extends Error {
  readonly trouble: StorageTrouble;

  constructor(trouble: StorageTrouble) {
    super(`storage: ${trouble}`);
    this.name = 'StorageError';
    this.trouble = trouble;
  }
}

// The first that fits. SQLite's codes: https://www.sqlite.org/rescode.html
const CODES: readonly (readonly [RegExp, StorageTrouble])[] = [
  [/^(?:SQLITE_FULL|SQLITE_IOERR_SHMSIZE|ENOSPC|EDQUOT|EFBIG)$/, 'full'],
  [/^SQLITE_(?:BUSY|LOCKED)/, 'busy'],
  // The file was taken away under the running service.
  [/^SQLITE_READONLY_DBMOVED$/, 'failing'],
  [/^(?:SQLITE_READONLY|SQLITE_CANTOPEN|EROFS$|EACCES$|EPERM$)/, 'read-only'],
  [/^(?:SQLITE_IOERR|SQLITE_CORRUPT|SQLITE_NOTADB|EIO$)/, 'failing'],
];

/** The trouble that an error, or one that caused it, stands for; null for every other error. */
export function storageTrouble(error: unknown): StorageTrouble | null {
  if (!(error instanceof Error)) return null;
  if (error instanceof StorageError) return error.trouble;
  const code = 'code' in error ? String(error.code) : '';
  const found = CODES.find(([known]) => known.test(code));
  return found === undefined ? storageTrouble(error.cause) : found[1];
}
