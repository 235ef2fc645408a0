// Every address that no other route has: the page that says so, in the frame of whoever is signed in.
import type { Door } from '#app/http/door/door.ts';
import { notFound } from '#app/http/door/require.ts';

export const door = { policy: 'public' } satisfies Door;

export function loader(): never {
  throw notFound();
}

export function action(): never {
  throw notFound();
}

export default function NotFound() {
  return null;
}
