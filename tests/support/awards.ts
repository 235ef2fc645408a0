// An award with everything that it stands on: place, assessment, signature, submission, panel, review and
// decision, written straight into the tables, in transactions that wait for those of a running service.
// Say what matters; the rest is filled in.
import { createHash, randomUUIDv7 } from 'node:crypto';
import { Readable } from 'node:stream';
import { eq } from 'drizzle-orm';
import { lastValidDay } from '#app/domain/award/award.ts';
import { type Charter, charterName } from '#app/domain/charter/charter.ts';
import type { DecisionRecord } from '#app/domain/formats/decision-record.ts';
import { canonicalJson, type SnapshotContent } from '#app/domain/formats/snapshot.ts';
import { ok } from '#app/domain/problem.ts';
import type { EvidenceFiles } from '#app/adapters/evidence-files/evidence-files.ts';
import type { CharterLibrary } from '#app/adapters/charter-files/charter-library.ts';
import { awards, decisionDocuments } from '#db/tables-awards.ts';
import { decisions, panels, reviews } from '#db/tables-review.ts';
import { assessments, departments, files, organisations } from '#db/tables.ts';
import { signatures, submissions } from '#db/tables-together.ts';
import { audit } from '#db/repositories/audit.ts';
import { submittedEvent } from './submission-before-panel.ts';
import { insertAward } from '#db/repositories/award/award-rows.ts';
import { registerWrites } from '#app/use-cases/award/register-award.ts';
import type { Store } from '#db/store.ts';
import { decisionRecord, type RecordParts } from './award-record.ts';

const AT = '2027-03-01T09:00:00.000Z';

type Given = { readonly engine: Store; readonly library: Pick<CharterLibrary, 'versions'> };

export type AwardParts = {
  /** Ids; a place that is not there yet is made, with the name 'Trust ID' and the id. */
  readonly organisation?: string;
  readonly department?: string;
  readonly organisationName?: string;
  readonly departmentName?: string;
  readonly odsCode?: string;
  readonly charter?: string;
  readonly level?: string;
  readonly awardedOn?: string;
  readonly validUntil?: string;
  readonly graceUntil?: string;
  /** null = not published; a time = in the register since then, with its words. */
  readonly publishedAt?: string | null;
  readonly withdrawn?: { readonly at: string; readonly reason: string };
  readonly renews?: string;
  readonly record?: RecordParts;
};

/** The new award and what it stands on. */
export async function addAward({ engine, library }: Given, parts: AwardParts = {}) {
  const { organisation = 'north', department = 'therapies' } = parts;
  const charter = charterIn(library, parts.charter ?? 'bme-mentoring@1.0.0');
  const names = await placeFor(engine, parts);
  const level = parts.level ?? charter.levels[0]?.id ?? '';
  const record = decisionRecord(charter, { ...names, level, ...parts.record });
  const stands = await standsOn(engine, { organisation, department, record });
  const awardedOn = parts.awardedOn ?? '2027-03-01';
  const publishedAt = parts.publishedAt === undefined ? AT : parts.publishedAt;
  const id = randomUUIDv7();
  await engine.commit([
    insertAward({
      id,
      organisationId: organisation,
      departmentId: department,
      ...names,
      charter: charterName(charter),
      level,
      decisionId: stands.decisionId,
      submissionId: stands.submissionId,
      assessmentId: stands.assessmentId,
      awardedOn,
      validUntil: parts.validUntil ?? lastValidDay(awardedOn, charter.awarding.years),
      graceUntil: parts.graceUntil ?? null,
      publishedAt,
      publishedBy: publishedAt === null ? null : 'administrator',
      withdrawnAt: parts.withdrawn?.at ?? null,
      withdrawnBy: parts.withdrawn === undefined ? null : 'administrator',
      withdrawnReason: parts.withdrawn?.reason ?? null,
      renews: parts.renews ?? null,
      createdAt: AT,
    }),
  ]);
  const [row] = await engine.db.select().from(awards).where(eq(awards.id, id));
  if (row === undefined) throw new Error('the award is not there');
  if (publishedAt !== null) {
    await engine.commit(await registerWrites({ engine, library }, { ...row, publishedAt }));
  }
  return { id, number: row.number, record, award: row, ...stands };
}

/** A document of the decision, kept in the store; it reads '%PDF KIND'. */
export async function addDocument(
  { engine, files: store }: Given & { readonly files: EvidenceFiles },
  decisionId: string,
  kind: string,
): Promise<void> {
  const content = Readable.from([Buffer.from(`%PDF ${kind}`)]);
  const kept = await store.receive(content, async () => ok(null));
  if (!kept.ok) throw new Error('the document was not stored');
  const { id, size, sha256 } = kept.value;
  const [award] = await engine.db.select().from(awards).where(eq(awards.decisionId, decisionId));
  const file = {
    id,
    organisationId: award?.organisationId ?? '',
    name: `${kind}.pdf`,
    mediaType: 'application/pdf',
    size,
    sha256,
    createdAt: AT,
    createdBy: 'administrator',
  };
  const document = { id: randomUUIDv7(), decisionId, kind, fileId: id, createdAt: AT };
  await engine.commit([
    { run: (to) => to.insert(files).values(file).returning() },
    { run: (to) => to.insert(decisionDocuments).values(document).returning() },
  ]);
}

type Stands = {
  readonly organisation: string;
  readonly department: string;
  readonly record: DecisionRecord;
};

/** An assessment that was submitted, reviewed and decided as the record says. */
async function standsOn({ db, commit }: Store, { organisation, department, record }: Stands) {
  const [assessmentId, signatureId, submissionId, panelId, reviewId, decisionId] = ids();
  const place = { organisationId: organisation, assessmentId };
  const earlier = await db.select({ number: submissions.number }).from(submissions);
  const submitted: SnapshotContent = {
    format: 1,
    assessment: assessmentId,
    charter: { name: record.charter, sha256: 'a'.repeat(64) },
    content: record.content,
    evidence: [],
    results: record.results,
  };
  const snapshot = canonicalJson(submitted);
  const sha256 = createHash('sha256').update(snapshot).digest('hex');
  const text = JSON.stringify(record);
  await commit([
    {
      run: (to) =>
        to
          .insert(assessments)
          .values({
            id: assessmentId,
            organisationId: organisation,
            departmentId: department,
            charter: record.charter,
            targetLevel: record.targetLevel,
            state: 'submitted',
            createdAt: AT,
            createdBy: 'lead',
            updatedAt: AT,
            version: 1,
          })
          .returning(),
    },
    {
      run: (to) =>
        to
          .insert(signatures)
          .values({
            id: signatureId,
            assessmentId,
            userId: 'sponsor',
            name: 'Helen Sponsor',
            statement: 'I have read it.',
            contentSha256: sha256,
            signedAt: AT,
          })
          .returning(),
    },
    {
      run: (to) =>
        to
          .insert(submissions)
          .values({
            id: submissionId,
            assessmentId,
            number: earlier.length + 1,
            signatureId,
            snapshot,
            sha256,
            submittedAt: AT,
            submittedBy: 'lead',
          })
          .returning(),
    },
    {
      run: (to) =>
        to
          .insert(panels)
          .values({ id: panelId, name: 'Panel one', createdAt: AT, createdBy: 'admin', version: 1 })
          .returning(),
    },
    {
      run: (to) =>
        to
          .insert(reviews)
          .values({
            ...place,
            id: reviewId,
            panelId,
            submissionId,
            purpose: record.purpose,
            openedAt: AT,
            openedBy: 'admin',
            discussionOpenedAt: AT,
            closedAt: AT,
            version: 1,
          })
          .returning(),
    },
    {
      run: (to) =>
        to
          .insert(decisions)
          .values({
            ...place,
            id: decisionId,
            reviewId,
            submissionId,
            outcome: record.outcome,
            level: record.level,
            record: text,
            sha256: createHash('sha256').update(text).digest('hex'),
            decidedAt: AT,
            decidedBy: 'chair',
          })
          .returning(),
    },
    submittedEvent({ submission: submissionId, assessmentId, organisation, sha256, at: AT }),
    audit({
      at: AT,
      actor: 'chair',
      event: 'decision-recorded',
      organisation,
      subject: assessmentId,
      details: { decision: decisionId, sha256: createHash('sha256').update(text).digest('hex') },
    }),
  ]);
  return { assessmentId, submissionId, panelId, reviewId, decisionId };
}

function ids(): [string, string, string, string, string, string] {
  return [
    randomUUIDv7(),
    randomUUIDv7(),
    randomUUIDv7(),
    randomUUIDv7(),
    randomUUIDv7(),
    randomUUIDv7(),
  ];
}

async function placeFor({ db, commit }: Store, parts: AwardParts) {
  const { organisation = 'north', department = 'therapies' } = parts;
  const place = {
    id: organisation,
    name: parts.organisationName ?? `Trust ${organisation}`,
    odsCode: parts.odsCode ?? null,
    createdAt: AT,
  };
  const unit = {
    id: department,
    organisationId: organisation,
    name: parts.departmentName ?? department,
    createdAt: AT,
  };
  await commit([
    { run: (to) => to.insert(organisations).values(place).onConflictDoNothing().returning() },
    { run: (to) => to.insert(departments).values(unit).onConflictDoNothing().returning() },
  ]);
  const [held] = await db.select().from(organisations).where(eq(organisations.id, organisation));
  const [part] = await db.select().from(departments).where(eq(departments.id, department));
  return { organisation: held?.name ?? place.name, department: part?.name ?? unit.name };
}

function charterIn({ versions }: Given['library'], name: string): Charter {
  const found = versions.get(name);
  if (found === undefined) throw new Error(`there is no charter ${name}`);
  return found.charter;
}
