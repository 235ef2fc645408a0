// What is looked for in a task list, as it stands in an address.
import type { TaskQuery } from '#app/domain/assessment/find-tasks.ts';

const MOST = 200;

/** '' = any; `mine=yes` is how older addresses ask for one's own. */
export function taskQueryIn({ url }: Pick<Request, 'url'>): TaskQuery {
  const { searchParams } = new URL(url);
  const text = (name: string) => (searchParams.get(name) ?? '').slice(0, MOST);
  const isMine = searchParams.get('mine') === 'yes';
  return { find: text('find'), state: text('state'), person: isMine ? 'me' : text('person') };
}
