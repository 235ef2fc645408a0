// The register: published awards by number, newest first, and by the words that they are found by. Every
// search reads a bounded number of rows, however many awards there are.
import { and, desc, eq, inArray, isNotNull, type SQL, sql } from 'drizzle-orm';
import type { RegisterPlace } from '#app/domain/award/register-place.ts';
import { type DecisionRecord, readDecisionRecord } from '#app/domain/review/decision-record.ts';
import { awards, awardWords } from '#db/tables-awards.ts';
import { decisions } from '#db/tables-review.ts';
import type { Db, Write } from '#db/store.ts';
import type { AwardRow } from './awards.ts';

export type FoundAwards = {
  readonly awards: readonly PublishedAward[];
  /** null = the end; with too few awards on the page, the search goes on there. */
  readonly next: RegisterPlace | null;
};

export type PublishedAward = AwardRow & { readonly publishedAt: string };

type Place = RegisterPlace;

type Sought = {
  /** What an award must have all of. */
  readonly words: readonly string[];
  readonly after: RegisterPlace | null;
  readonly size: number;
};

/** Awards that are looked at for one page; a rarer search goes on with the next page. */
const MOST_LOOKED_AT = 150;

/** One page of published awards, newest first. */
export async function findAwards(db: Db, sought: Sought): Promise<FoundAwards> {
  const words = await rarestFirst(db, sought.words);
  if (words === null) return { awards: [], next: null };
  const { found, ended, after } = await look(db, words, sought);
  const shown = found.slice(0, sought.size);
  const isLast = ended && found.length <= sought.size;
  const last = found.length < sought.size ? after : (shown.at(-1) ?? null);
  return { awards: await inOrder(db, shown), next: isLast ? null : last };
}

// Goes down the newest awards that have the rarest word, as far as the bound, and takes those that have
// the others, too: one more than the page holds says that there are more.
async function look(db: Db, words: readonly string[], { after, size }: Sought) {
  const [driver, ...rest] = words;
  const most = rest.length === 0 ? size + 1 : MOST_LOOKED_AT;
  const looked = newest({ word: driver, after, most });
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

/** What was decided on, for one award. */
export async function loadDecisionRecord(db: Db, decisionId: string): Promise<DecisionRecord> {
  const [row] = await db
    .select({ record: decisions.record })
    .from(decisions)
    .where(eq(decisions.id, decisionId));
  const record = readDecisionRecord(row?.record ?? 'null');
  return record;
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

/** From now on the award is found by these words and no others. */
export function replaceWords(
  { id, publishedAt }: { readonly id: string; readonly publishedAt: string },
  words: readonly string[],
): readonly Write[] {
  const rows = words.map((word) => ({ id: `${word} ${id}`, word, awardId: id, publishedAt }));
  return [
    {
      run: (db) =>
        db.delete(awardWords).where(eq(awardWords.awardId, id)).returning({ id: awardWords.id }),
    },
    {
      expect: rows.length,
      run: (db) => db.insert(awardWords).values(rows).returning({ id: awardWords.id }),
    },
  ];
}

// The words from the rarest on, as far as counting a few of each can tell; null = one is never there.
async function rarestFirst(db: Db, words: readonly string[]): Promise<readonly string[] | null> {
  if (words.length < 2) return words;
  const counted = [];
  for (const word of words) {
    const [row] = await db.all<{ n: number }>(
      sql`select count(*) as n from (select 1 from award_words where word = ${word} limit ${MOST_LOOKED_AT + 1})`,
    );
    if (row === undefined || row.n === 0) return null;
    counted.push({ word, n: row.n });
  }
  return counted.toSorted((one, other) => one.n - other.n).map(({ word }) => word);
}

type Looked = {
  readonly word: string | undefined;
  readonly after: Place | null;
  readonly most: number;
};

function newest({ word, after, most }: Looked): SQL {
  return word === undefined
    ? sql`select id, published_at from awards
        where published_at is not null ${beyond(after, sql`id`)}
        order by published_at desc, id desc limit ${most}`
    : sql`select award_id as id, published_at from award_words
        where word = ${word} ${beyond(after, sql`award_id`)}
        order by published_at desc, award_id desc limit ${most}`;
}

function beyond(after: Place | null, id: SQL): SQL {
  return after === null
    ? sql``
    : sql`and (published_at, ${id}) < (${after.publishedAt}, ${after.id})`;
}

function alsoHas(word: string): SQL {
  return sql`exists (select 1 from award_words as other where other.id = ${`${word} `} || looked.id)`;
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
