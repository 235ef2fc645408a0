// What use cases are given from outside: time and ids. Both are replaced in tests.

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
