// Where a page of the register ends, as an address carries it: the time and the id of its last award.

export type RegisterPlace = { readonly publishedAt: string; readonly id: string };

/** The place as text for an address; nobody but placeOf reads it. */
export function placeText({ publishedAt, id }: RegisterPlace): string {
  return `${publishedAt}~${id}`;
}

/** The place in such a text; null where it is none. */
export function placeOf(text: string): RegisterPlace | null {
  const [, publishedAt, id] =
    /^(\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z)~([\w-]{1,64})$/.exec(text) ?? [];
  return publishedAt === undefined || id === undefined ? null : { publishedAt, id };
}
