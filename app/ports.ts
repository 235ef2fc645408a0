// What use cases are given from outside: time and ids. Both are replaced in tests.

export type Clock = () => Date;
/** A new id, UUID v7: sortable by time, 74 random bits. */
export type NewId = () => string;
