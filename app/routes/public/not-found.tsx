// Every address that no other route has: the page that says so, in the frame of whoever is signed in.
import { notFound } from '#app/http/door/require.ts';

export const policy = 'public';

export function loader(): never {
  throw notFound();
}

export function action(): never {
  throw notFound();
}

export default function NotFound() {
  return null;
}
