// Whether an award number is genuine, and what it is worth today. A number that was never given and one
// that is not published are the same: not there.
import type { Services } from '#app/services.server.ts';
import { loadPublished } from '#db/repositories/award/register-rows.ts';
import { registerEntries } from './register-entry.ts';

/** Every number looks like this; whatever people type around it is left out. */
const NUMBER = /MC-?\d{4}-?\d{4,}/;

/** The number in what someone typed, as certificates write it; null where there is none. */
export function numberIn(typed: string): string | null {
  const [found] = NUMBER.exec(typed.toUpperCase().replaceAll(/\s/g, '')) ?? [];
  if (found === undefined) return null;
  const digits = found.replaceAll(/\D/g, '');
  return `MC-${digits.slice(0, 4)}-${digits.slice(4)}`;
}

/** What is to be said of a number; null = not genuine. */
export async function verification(
  { engine: { db }, library }: Pick<Services, 'engine' | 'library'>,
  number: string,
  today: string,
) {
  const award = await loadPublished(db, number);
  if (award === null) return null;
  const [entry] = await registerEntries({ db, library, today }, [award]);
  return entry === undefined ? null : { ...entry, withdrawnReason: award.withdrawnReason };
}

export type Verification = NonNullable<Awaited<ReturnType<typeof verification>>>;
