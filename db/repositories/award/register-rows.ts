// The register: published awards by number, newest first, and by the words that they are found by. Every
// search reads a bounded number of rows, however many awards there are.
import { and, desc, eq, inArray, isNotNull, type SQL, sql } from 'drizzle-orm';
import type { RegisterPlace } from '#app/domain/award/register-place.ts';
import { endsOf, searchedWords, type Wanted } from '#app/domain/award/register-words.ts';
import { awards, awardWords, registerParts } from '#db/tables-awards.ts';
import type { Db, Write } from '#db/store.ts';
import type { AwardRow } from './award-rows.ts';

export type FoundAwards = {
  readonly awards: readonly PublishedAward[];
  /** null = the end; with too few awards on the page, the search goes on there. */
  readonly next: RegisterPlace | null;
};

export type PublishedAward = AwardRow & { readonly publishedAt: string };

type Place = RegisterPlace;

type Sought = {
  /** What an award must have all of. */
  readonly words: readonly Wanted[];
  readonly after: RegisterPlace | null;
  readonly size: number;
};

/** Awards that are looked at for one page; a rarer search goes on with the next page. */
const MOST_LOOKED_AT = 150;

/** One page of published awards, newest first. */
export async function findAwards(db: Db, sought: Sought): Promise<FoundAwards> {
  const tests = await rarestFirst(db, await testsOf(db, sought.words));
  if (tests === null) return { awards: [], next: null };
  const { found, ended, after } = await look(db, tests, sought);
  const shown = found.slice(0, sought.size);
  const isLast = ended && found.length <= sought.size;
  const last = found.length < sought.size ? after : (shown.at(-1) ?? null);
  return { awards: await inOrder(db, shown), next: isLast ? null : last };
}

// Goes down the newest awards that have the rarest word, as far as the bound, and takes those that have
// the others, too: one more than the page holds says that there are more.
async function look(db: Db, tests: readonly Test[], { after, size }: Sought) {
  const [first, ...others] = tests;
  const driver = first?.kind === 'any-of' ? first.words : null;
  const rest = driver === null ? tests : others;
  const most = rest.length === 0 ? size + 1 : MOST_LOOKED_AT;
  const looked = newest({ words: driver, after, most });
  const found = await db.all<Place>(sql`
    select id, published_at as "publishedAt" from (${looked}) as looked
    ${rest.length === 0 ? sql`` : sql`where ${sql.join(rest.map(alsoHas), sql` and `)}`}
    order by published_at desc, id desc limit ${size + 1}`);
  if (rest.length === 0 || found.length > size) {
    return { found, ended: found.length <= size, after: found.at(-1) ?? after };
  }
  const last = await lastOf(db, looked);
  return { found, ended: last.count < most, after: last.place ?? after };
}

// How many awards were looked at, and the last of them. Instants are all equally long, so its place is the
// least text.
async function lastOf(db: Db, looked: SQL) {
  const [seen] = await db.all<{ count: number; last: string | null }>(sql`
    select count(*) as count, min(published_at || ' ' || id) as last from (${looked}) as looked`);
  const [publishedAt, id] = (seen?.last ?? '').split(' ');
  const place = publishedAt === undefined || id === undefined ? null : { publishedAt, id };
  return { count: seen?.count ?? 0, place };
}

/** A published award by its number; null where there is none, or none that is published. */
export async function loadPublished(db: Db, number: string): Promise<PublishedAward | null> {
  const [row] = await db
    .select()
    .from(awards)
    .where(and(eq(awards.number, number), isNotNull(awards.publishedAt)));
  return row === undefined ? null : (published([row])[0] ?? null);
}

/** The published awards that were withdrawn last, the latest first. */
export async function listLastWithdrawn(db: Db, size: number): Promise<readonly PublishedAward[]> {
  const rows = await db
    .select()
    .from(awards)
    .where(and(isNotNull(awards.withdrawnAt), isNotNull(awards.publishedAt)))
    .orderBy(desc(awards.withdrawnAt), desc(awards.id))
    .limit(size);
  return published(rows);
}

/** The published awards of a department, newest first. */
export async function listPublishedOf(
  db: Db,
  { organisationId, departmentId }: Pick<AwardRow, 'organisationId' | 'departmentId'>,
): Promise<readonly PublishedAward[]> {
  const rows = await db
    .select()
    .from(awards)
    .where(
      and(
        // Found by the organisation, which has an index.
        eq(awards.organisationId, organisationId),
        eq(awards.departmentId, departmentId),
        isNotNull(awards.publishedAt),
      ),
    )
    .orderBy(desc(awards.awardedOn), desc(awards.id));
  return published(rows);
}

/** The published awards of several organisations, in no order. */
export async function listPublishedIn(
  db: Db,
  organisationIds: readonly string[],
): Promise<readonly PublishedAward[]> {
  const rows = await db
    .select()
    .from(awards)
    .where(
      and(inArray(awards.organisationId, [...organisationIds]), isNotNull(awards.publishedAt)),
    );
  return published(rows);
}

/** The values that a filter has in the register, in order; read by hops over the index. */
export async function listMarks(db: Db, name: string): Promise<readonly string[]> {
  const [first, end] = [`${name}:`, `${name};`];
  const hop = sql`select min(word) from award_words where word > `;
  const rows = await db.all<{ word: string }>(sql`
    with recursive marks(word) as (
      select min(word) from award_words where word >= ${first} and word < ${end}
      union all
      select (${hop} marks.word and word < ${end}) from marks where marks.word is not null
    )
    select word from marks where word is not null`);
  return rows.map(({ word }) => word.slice(first.length));
}

/** From now on the award is found by these words, and by every part of them, and by no others. */
export function replaceWords(
  { id, publishedAt }: { readonly id: string; readonly publishedAt: string },
  words: readonly string[],
): readonly Write[] {
  const rows = words.map((word) => ({ id: `${word} ${id}`, word, awardId: id, publishedAt }));
  const parts = searchedWords(words).flatMap((word) =>
    endsOf(word).map((suffix) => ({ id: `${suffix} ${word}`, suffix, word })),
  );
  return [
    {
      run: (db) =>
        db.delete(awardWords).where(eq(awardWords.awardId, id)).returning({ id: awardWords.id }),
    },
    {
      expect: rows.length,
      run: (db) => db.insert(awardWords).values(rows).returning({ id: awardWords.id }),
    },
    {
      run: (db) =>
        db
          .insert(registerParts)
          .values(parts)
          .onConflictDoNothing()
          .returning({ id: registerParts.id }),
    },
  ];
}

/** What is asked of an award: one of some words, or, where too many words have the part, a word with it. */
type Test =
  | { readonly kind: 'any-of'; readonly words: readonly string[] }
  | { readonly kind: 'common'; readonly mark: string; readonly part: string };

/** A part that more words have than this is asked of each award instead of being looked up. */
const MOST_WORDS_OF_A_PART = 40;
/** Ends of words that are read for one part. */
const MOST_ENDS = 200;
// The last of all characters: behind it no text with the same beginning.
const LAST = '\u{10FFFF}';

async function testsOf(db: Db, wanted: readonly Wanted[]): Promise<readonly Test[]> {
  const tests: Test[] = [];
  for (const one of wanted) {
    tests.push(
      one.kind === 'whole' ? { kind: 'any-of', words: [one.word] } : await testOf(db, one),
    );
  }
  return tests;
}

async function testOf(db: Db, { mark, part }: Extract<Wanted, { kind: 'part' }>): Promise<Test> {
  const ends = await db.all<{ word: string }>(sql`
    select word from register_parts
    where suffix >= ${part} and suffix < ${part + LAST} limit ${MOST_ENDS}`);
  const words = [...new Set(ends.map(({ word }) => mark + word))];
  const isCommon = ends.length === MOST_ENDS || words.length > MOST_WORDS_OF_A_PART;
  return isCommon ? { kind: 'common', mark, part } : { kind: 'any-of', words };
}

// From the rarest on, as far as counting a few of each can tell; null = one is never there.
async function rarestFirst(db: Db, tests: readonly Test[]): Promise<readonly Test[] | null> {
  if (tests.some((test) => test.kind === 'any-of' && test.words.length === 0)) return null;
  if (tests.length < 2) return tests;
  const counted = [];
  for (const test of tests) {
    const n = test.kind === 'common' ? Infinity : await countUpTo(db, test.words);
    if (n === 0) return null;
    counted.push({ test, n });
  }
  return counted.toSorted((one, other) => one.n - other.n).map(({ test }) => test);
}

async function countUpTo(db: Db, words: readonly string[]): Promise<number> {
  const [row] = await db.all<{ n: number }>(
    sql`select count(*) as n from (select 1 from award_words where word in ${words} limit ${MOST_LOOKED_AT + 1})`,
  );
  return row?.n ?? 0;
}

type Looked = {
  /** null = every published award. */
  readonly words: readonly string[] | null;
  readonly after: Place | null;
  readonly most: number;
};

// For several words the newest of each, so that no more than these are read however many awards have them.
function newest({ words, after, most }: Looked): SQL {
  if (words === null) {
    return sql`select id, published_at from awards
        where published_at is not null ${beyond(after, sql`id`)}
        order by published_at desc, id desc limit ${most}`;
  }
  const each = words.map(
    (word) => sql`select * from (select award_id as id, published_at from award_words
        where word = ${word} ${beyond(after, sql`award_id`)}
        order by published_at desc, award_id desc limit ${most})`,
  );
  return sql`select id, published_at from (${sql.join(each, sql` union `)})
        order by published_at desc, id desc limit ${most}`;
}

function beyond(after: Place | null, id: SQL): SQL {
  return after === null
    ? sql``
    : sql`and (published_at, ${id}) < (${after.publishedAt}, ${after.id})`;
}

// Marks of filters have a colon and ids a hyphen, and no word has either.
function alsoHas(test: Test): SQL {
  if (test.kind === 'any-of') {
    const ids = test.words.map((word) => sql`${`${word} `} || looked.id`);
    return sql`exists (select 1 from award_words as other where other.id in (${sql.join(ids, sql`, `)}))`;
  }
  const { mark, part } = test;
  const behind = sql`substr(other.word, ${mark.length + 1})`;
  return sql`exists (select 1 from award_words as other where other.award_id = looked.id
      and substr(other.word, 1, ${mark.length}) = ${mark} and instr(${behind}, ':') = 0 and instr(${behind}, '-') = 0
      and instr(${behind}, ${part}) > 0)`;
}

async function inOrder(db: Db, places: readonly Place[]): Promise<readonly PublishedAward[]> {
  const ids = places.map(({ id }) => id);
  const rows = published(await db.select().from(awards).where(inArray(awards.id, ids)));
  const byId = new Map(rows.map((row) => [row.id, row]));
  return ids.flatMap((id) => byId.get(id) ?? []);
}

function published(rows: readonly AwardRow[]): readonly PublishedAward[] {
  return rows.flatMap(({ publishedAt, ...row }) =>
    publishedAt === null ? [] : [{ ...row, publishedAt }],
  );
}
