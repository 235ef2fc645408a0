// What the whole organisation answers once: an assessment without a department, one for an organisation, a version of
// a charter and a round; and what signed assessments of its departments took over from it.
import { and, asc, desc, eq, inArray, isNull } from 'drizzle-orm';
import { SHARED_COPY, type SharedCopy, storedValue } from '#app/domain/formats/stored-text.ts';
import { ORGANISATION_ITSELF } from '#app/domain/policy/assessment.ts';
import { among } from '#db/repositories/within-scope.ts';
import type { Db, Write } from '#db/store.ts';
import {
  answers,
  assessmentFacts,
  assessments,
  evidence,
  files,
  organisations,
} from '#db/tables.ts';
import { sharedCopies } from '#db/tables-together.ts';
import {
  type AnswerRow,
  type AssessmentRow,
  type EvidenceWithFile,
  type LoadedAssessment,
  selectAnswers,
  selectEvidence,
  selectFacts,
} from './assessments.ts';

/** What an assessment reads of its organisation’s answers. */
export type SharedRows = {
  readonly answers: readonly AnswerRow[];
  readonly evidence: readonly EvidenceWithFile[];
  readonly facts: readonly { readonly fact: string; readonly value: string }[];
};

/** Which set of answers: at most one has all three. */
export type SharedPlace = {
  readonly organisationId: string;
  /** id@version */
  readonly charter: string;
  readonly roundId: string;
};

function selectSets(db: Db) {
  return db
    .select({ assessment: assessments, organisation: organisations.name })
    .from(assessments)
    .innerJoin(organisations, eq(organisations.id, assessments.organisationId));
}

const isSet = isNull(assessments.departmentId);

/** What one organisation answers once, as an assessment; null where these organisations have no such. */
export async function loadShared(
  db: Db,
  organisationIds: readonly string[],
  id: string,
): Promise<LoadedAssessment | null> {
  const [head] = await selectSets(db).where(
    and(isSet, eq(assessments.id, id), inArray(assessments.organisationId, [...organisationIds])),
  );
  if (head === undefined) return null;
  return {
    assessment: ofOrganisation(head.assessment),
    organisation: head.organisation,
    department: '',
    signedAt: null,
    answers: await selectAnswers(db, eq(answers.assessmentId, id)),
    evidence: await selectEvidence(db, eq(evidence.assessmentId, id)),
    facts: await selectFacts(db, eq(assessmentFacts.assessmentId, id)),
    counts: [],
    awards: [],
    actions: [],
  };
}

function ofOrganisation(row: typeof assessments.$inferSelect): AssessmentRow {
  return { ...row, departmentId: ORGANISATION_ITSELF };
}

/** The sets of these organisations, the newest first. */
export async function listSharedOf(db: Db, organisationIds: readonly string[]) {
  const rows = await selectSets(db)
    .where(and(isSet, inArray(assessments.organisationId, [...organisationIds])))
    .orderBy(desc(assessments.createdAt), asc(assessments.id));
  return rows.map(({ assessment, organisation }) => ({
    assessment: ofOrganisation(assessment),
    organisation,
  }));
}

/** The id of the set at a place; null = it is not begun. */
export async function findShared(db: Db, place: SharedPlace): Promise<string | null> {
  const [row] = await db.select({ id: assessments.id }).from(assessments).where(isAt(place));
  return row?.id ?? null;
}

function isAt({ organisationId, charter, roundId }: SharedPlace) {
  return and(
    isSet,
    eq(assessments.organisationId, organisationId),
    eq(assessments.charter, charter),
    eq(assessments.roundId, roundId),
  );
}

/** A new set, unless there is one at its place. */
export function beginShared(row: Omit<typeof assessments.$inferInsert, 'departmentId'>): Write {
  return {
    run: (db) =>
      db
        .insert(assessments)
        .values({ ...row, departmentId: null })
        .onConflictDoNothing()
        .returning({ id: assessments.id }),
  };
}

/** What these sets hold, by their ids. */
export async function listSharedRows(
  db: Db,
  ids: readonly string[],
): Promise<ReadonlyMap<string, SharedRows>> {
  const said = byAssessment(await selectAnswers(db, among(db, answers.assessmentId, ids)));
  const shown = Map.groupBy(
    await selectEvidence(db, among(db, evidence.assessmentId, ids)),
    ({ item }) => item.assessmentId,
  );
  const known = byAssessment(await selectFacts(db, among(db, assessmentFacts.assessmentId, ids)));
  return new Map(
    ids.map((id) => [
      id,
      { answers: said.get(id) ?? [], evidence: shown.get(id) ?? [], facts: known.get(id) ?? [] },
    ]),
  );
}

function byAssessment<R extends { readonly assessmentId: string }>(rows: readonly R[]) {
  return Map.groupBy(rows, ({ assessmentId }) => assessmentId);
}

/** Keeps what an assessment takes over as it is signed. */
export function keepSharedCopy(assessmentId: string, rows: SharedRows, at: string): Write {
  const kept: SharedCopy = {
    answers: rows.answers.map((row) => ({ ...row, statements: ticksIn(row) })),
    evidence: rows.evidence.map(({ item }) => item),
    facts: rows.facts.map(({ fact, value }) => ({ fact, value })),
  };
  const content = JSON.stringify(kept);
  return {
    expect: 1,
    run: (db) =>
      db
        .insert(sharedCopies)
        .values({ assessmentId, content, copiedAt: at })
        .onConflictDoUpdate({ target: sharedCopies.assessmentId, set: { content, copiedAt: at } })
        .returning({ id: sharedCopies.assessmentId }),
  };
}

function ticksIn({ statements }: AnswerRow) {
  if (statements === null) return null;
  return Object.fromEntries(Object.entries(statements).map(([rating, at]) => [rating, [...at]]));
}

/** Lets go what an assessment took over: it is a draft again, and reads what the organisation says now. */
export function dropSharedCopy(assessmentId: string): Write {
  return {
    run: (db) =>
      db
        .delete(sharedCopies)
        .where(eq(sharedCopies.assessmentId, assessmentId))
        .returning({ id: sharedCopies.assessmentId }),
  };
}

/** What these assessments took over when they were signed, with what became of the files since. */
export async function listSharedCopies(
  db: Db,
  assessmentIds: readonly string[],
): Promise<ReadonlyMap<string, SharedRows>> {
  const rows = await db
    .select()
    .from(sharedCopies)
    .where(inArray(sharedCopies.assessmentId, [...assessmentIds]));
  const kept = rows.map(({ assessmentId, content }): readonly [string, SharedCopy] => [
    assessmentId,
    storedValue(SHARED_COPY, content, { column: 'shared_copies.content', id: assessmentId }),
  ]);
  const ids = kept.flatMap(([, { evidence: items }]) =>
    items.flatMap(({ fileId }) => fileId ?? []),
  );
  const found = await db
    .select()
    .from(files)
    .where(inArray(files.id, [...new Set(ids)]));
  const byId = new Map(found.map((file) => [file.id, file]));
  return new Map(
    kept.map(([id, copied]) => [
      id,
      { ...copied, evidence: copied.evidence.map((item) => withFile(item, byId)) },
    ]),
  );
}

type FileRow = typeof files.$inferSelect;

const NO_FILE = {
  file: null,
  fileSize: null,
  fileSha256: null,
  mediaType: null,
  scan: null,
  erasedAt: null,
  erasedReason: null,
};

function withFile(
  item: SharedCopy['evidence'][number],
  byId: ReadonlyMap<string, FileRow>,
): EvidenceWithFile {
  const found = byId.get(item.fileId ?? '');
  if (found === undefined) return { item, ...NO_FILE };
  const { name, size, sha256, mediaType, scan, erasedAt, erasedReason } = found;
  return {
    item,
    file: name,
    fileSize: size,
    fileSha256: sha256,
    mediaType,
    scan,
    erasedAt,
    erasedReason,
  };
}
