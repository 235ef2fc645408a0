// What can be read of a charter's files even while parts of them are wrong, so that the rules across
// files (check-charter.ts) report their findings in the same run as the mistakes of shape.
import type { z } from 'zod';
import type { Path } from './finding.ts';

/** One YAML file as plain data: text, lists, keys with values. */
export type FileData = { readonly file: string; readonly data: unknown };

/** A place in a file, read leniently: what is missing or of the wrong shape reads as nothing. */
export class Place {
  readonly file: string;
  readonly path: Path;
  readonly data: unknown;

  constructor(file: string, path: Path, data: unknown) {
    this.file = file;
    this.path = path;
    this.data = data;
  }

  get present(): boolean {
    return this.data !== undefined;
  }

  at(key: string): Place {
    const { data } = this;
    const value: unknown =
      typeof data === 'object' && data !== null && !Array.isArray(data) && Object.hasOwn(data, key)
        ? Reflect.get(data, key)
        : undefined;
    return new Place(this.file, [...this.path, key], value);
  }

  items(): readonly Place[] {
    if (!Array.isArray(this.data)) return [];
    return this.data.map(
      (value: unknown, index) => new Place(this.file, [...this.path, index], value),
    );
  }

  entries(): readonly (readonly [string, Place])[] {
    const { data } = this;
    if (typeof data !== 'object' || data === null || Array.isArray(data)) return [];
    return Object.keys(data).map((key) => [key, this.at(key)] as const);
  }

  /** The value where it has the right shape; null where it is absent or wrong (and reported elsewhere). */
  read<T extends z.ZodType>(schema: T): z.output<T> | null {
    const result = schema.safeParse(this.data);
    return result.success ? result.data : null;
  }
}
