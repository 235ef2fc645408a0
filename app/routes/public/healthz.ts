import type { Door } from '#app/http/door/door.ts';

export const door = { policy: 'public' } satisfies Door;

// The process answers: no database, no disk, no secrets (catalogue REL-25).
export function loader() {
  return new Response('ok\n', { headers: { 'Content-Type': 'text/plain; charset=utf-8' } });
}
