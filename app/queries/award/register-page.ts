// The register of awards, for anyone: a page of it, and what it can be filtered by.
import { type RegisterFilter, wantedWords } from '#app/domain/award/register-words.ts';
import type { RegisterPlace } from '#app/domain/award/register-place.ts';
import type { Services } from '#app/services.server.ts';
import { findAwards, listMarks } from '#db/repositories/award/register-rows.ts';
import { type RegisterEntry, registerEntries } from './register-entry.ts';

type Given = Pick<Services, 'engine' | 'library'>;

export type RegisterSearch = {
  readonly filter: RegisterFilter;
  readonly after: RegisterPlace | null;
  readonly size: number;
  /** The day in London. */
  readonly today: string;
};

export type FoundEntries = {
  readonly entries: readonly RegisterEntry[];
  /** Where the next page begins; null = this is the last one. */
  readonly next: RegisterPlace | null;
};

/** The published awards that the filter finds, newest first. */
export async function findEntries(
  { engine: { db }, library }: Given,
  { filter, after, size, today }: RegisterSearch,
): Promise<FoundEntries> {
  const found = await findAwards(db, { words: wantedWords(filter), after, size });
  return { entries: await registerEntries({ db, library, today }, found.awards), next: found.next };
}

type Choice = { readonly value: string; readonly label: string };

/** A page of the register with the choices of its filters. */
export async function registerPage(given: Given, search: RegisterSearch) {
  const { db } = given.engine;
  const charters = await listMarks(db, 'charter');
  const levels = await listMarks(db, 'level');
  const years = await listMarks(db, 'year');
  return {
    ...(await findEntries(given, search)),
    filter: search.filter,
    isFirst: search.after === null,
    choices: {
      charters: charters.map((id): Choice => ({ value: id, label: charterTitle(given, id) })),
      levels: levels.map((id): Choice => ({ value: id, label: levelLabel(given, id) })),
      years: years.toReversed().map((year): Choice => ({ value: year, label: year })),
    },
  };
}

export type RegisterPage = Awaited<ReturnType<typeof registerPage>>;

function charterTitle({ library }: Given, id: string): string {
  const versions = [...library.versions.values()].filter(({ charter }) => charter.id === id);
  return versions.at(-1)?.charter.title ?? id;
}

function levelLabel({ library }: Given, id: string): string {
  const levels = [...library.versions.values()].flatMap(({ charter }) => charter.levels);
  return levels.find((level) => level.id === id)?.label ?? id;
}
