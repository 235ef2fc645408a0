// One page of a long list.

export type Paged<T> = {
  readonly items: readonly T[];
  /** 1 and up. */
  readonly page: number;
  readonly pages: number;
};

type Wanted = { readonly page: number; readonly size: number };

/** Which page of so many items is shown, and how many come before it; a page beyond the last is the last. */
export function placeOfPage(found: number, { page, size }: Wanted) {
  const pages = Math.max(1, Math.ceil(found / size));
  const wanted = Number.isInteger(page) ? page : 1;
  const shown = Math.min(Math.max(wanted, 1), pages);
  return { page: shown, pages, from: (shown - 1) * size };
}

/** The items of a page; a page beyond the last is the last. */
export function pageOf<T>(all: readonly T[], wanted: Wanted): Paged<T> {
  const { from, ...place } = placeOfPage(all.length, wanted);
  return { items: all.slice(from, from + wanted.size), ...place };
}
