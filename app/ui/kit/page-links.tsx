// The way through a list of several pages.

type Props = {
  /** With or without a query of its own. */
  readonly path: string;
  readonly page: number;
  readonly pages: number;
  /** What the next page holds, such as 'Earlier'. */
  readonly next: string;
  readonly previous: string;
};

export function PageLinks({ path, page, pages, next, previous }: Props) {
  if (pages === 1) return null;
  const to = `${path}${path.includes('?') ? '&' : '?'}page=`;
  return (
    <nav className="app-neighbours" aria-label="Pages">
      {page > 1 ? <a href={`${to}${page - 1}`}>{previous}</a> : <span />}
      <span>
        Page {page} of {pages}
      </span>
      {page < pages ? <a href={`${to}${page + 1}`}>{next}</a> : <span />}
    </nav>
  );
}
