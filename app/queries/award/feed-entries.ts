// What changed last in the register: awards that were published, and awards that were withdrawn.
import { withdrawnText } from '#words/award/stage-text.ts';
import { EVERYTHING, wantedWords } from '#app/domain/award/register-words.ts';
import { londonDay } from '#app/domain/london-day.ts';
import type { Services } from '#app/services.server.ts';
import {
  findAwards,
  listLastWithdrawn,
  type PublishedAward,
} from '#db/repositories/award/register-rows.ts';
import { registerEntries } from './register-entry.ts';

type Asked = {
  readonly size: number;
  /** The day in London. */
  readonly today: string;
};

/** The entries that changed last, the latest first, each with when, and with what became of it in words. */
export async function feedEntries(
  { engine: { db }, library }: Pick<Services, 'engine' | 'library'>,
  { size, today }: Asked,
) {
  const newest = await findAwards(db, { words: wantedWords(EVERYTHING), after: null, size });
  const withdrawn = await listLastWithdrawn(db, size);
  const all = new Map([...newest.awards, ...withdrawn].map((award) => [award.id, award]));
  const latest = [...all.values()]
    .map((award) => ({ award, updatedAt: updatedAt(award) }))
    .toSorted((one, other) => later(one, other))
    .slice(0, size);
  const awards = latest.map(({ award }) => award);
  const entries = await registerEntries({ db, library, today }, awards);
  const byNumber = new Map(entries.map((entry) => [entry.number, entry]));
  return latest.flatMap(({ award, updatedAt: at }) => {
    const entry = byNumber.get(award.number);
    return entry === undefined ? [] : [{ ...entry, updatedAt: at, withdrawal: withdrawal(award) }];
  });
}

export type FeedEntry = Awaited<ReturnType<typeof feedEntries>>[number];

type Dated = { readonly award: PublishedAward; readonly updatedAt: string };

// Two at the same instant stand in the order of the register: newest first.
function later(one: Dated, other: Dated): number {
  if (one.updatedAt !== other.updatedAt) return one.updatedAt < other.updatedAt ? 1 : -1;
  return one.award.id < other.award.id ? 1 : -1;
}

function updatedAt({ publishedAt, withdrawnAt }: PublishedAward): string {
  return withdrawnAt !== null && withdrawnAt > publishedAt ? withdrawnAt : publishedAt;
}

function withdrawal({ withdrawnAt, withdrawnReason }: PublishedAward): string | null {
  if (withdrawnAt === null) return null;
  return withdrawnText(londonDay(withdrawnAt), withdrawnReason ?? '');
}
