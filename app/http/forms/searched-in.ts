// What is looked for in a task list or a plan, as it stands in an address.

const MOST = 200;

/** '' = any; `mine=yes` is how older addresses ask for one's own. */
export function searchedIn({ url }: Pick<Request, 'url'>) {
  const { searchParams } = new URL(url);
  const text = (name: string) => (searchParams.get(name) ?? '').slice(0, MOST);
  const isMine = searchParams.get('mine') === 'yes';
  return { find: text('find'), state: text('state'), person: isMine ? 'me' : text('person') };
}
