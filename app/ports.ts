// What use cases are given from outside: time, ids, stored files. Time and ids are replaced in tests.

export type Clock = () => Date;
/** A new id, UUID v7: sortable by time, 74 random bits. */
export type NewId = () => string;

/** What the demo's start page tells: whom to sign in as. null in every other mode. */
export type DemoGuide = {
  readonly password: string;
  readonly people: readonly {
    readonly name: string;
    readonly email: string;
    readonly about: string;
    readonly roles: string;
  }[];
};

/** Why a stored file cannot be read. */
export type ReadProblem = { readonly code: 'file-missing' } | { readonly code: 'file-altered' };

/** An uploaded file that the store holds and no row points to yet. */
export type StoredFile = {
  readonly id: string;
  /** The name to show and to download under; never a path. */
  readonly name: string;
  /** From the content, never from the browser. */
  readonly mediaType: string;
  readonly size: number;
  readonly sha256: string;
};
