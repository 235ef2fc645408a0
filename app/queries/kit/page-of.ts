// One page of a long list.

export type Paged<T> = {
  readonly items: readonly T[];
  /** 1 and up. */
  readonly page: number;
  readonly pages: number;
};

/** The items of a page; a page beyond the last is the last. */
export function pageOf<T>(
  all: readonly T[],
  { page, size }: { readonly page: number; readonly size: number },
): Paged<T> {
  const pages = Math.max(1, Math.ceil(all.length / size));
  const wanted = Number.isInteger(page) ? page : 1;
  const shown = Math.min(Math.max(wanted, 1), pages);
  return { items: all.slice((shown - 1) * size, shown * size), page: shown, pages };
}
