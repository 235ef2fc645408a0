// A submission that holds, and a panel that reviews it, written straight into the tables.
import { createHash, randomUUID } from 'node:crypto';
import { insertPerson } from '#db/repositories/accounts/sign-in-rows.ts';
import { audit } from '#db/repositories/audit.ts';
import type { Store } from '#db/store.ts';
import { panelMembers, panels, reviews } from '#db/tables-review.ts';
import { signatures, submissions } from '#db/tables-together.ts';
import { assessments } from '#db/tables.ts';

export type SubmissionParts = {
  readonly organisation?: string;
  readonly department?: string;
  readonly number: number;
  readonly submittedAt: string;
  readonly withdrawnAt?: string;
  readonly roundId?: string;
  readonly assessmentId?: string;
  readonly snapshot?: string;
};

/** The ids of the submission and its assessment. */
export async function addSubmission({ db, commit }: Store, parts: SubmissionParts) {
  const { organisation = 'north', department = 'therapies', submittedAt: at } = parts;
  const [id, signatureId] = [randomUUID(), randomUUID()];
  const assessmentId = parts.assessmentId ?? randomUUID();
  const snapshot = parts.snapshot ?? '{}';
  const sha256 = createHash('sha256').update(snapshot).digest('hex');
  await db
    .insert(assessments)
    .values({
      id: assessmentId,
      organisationId: organisation,
      departmentId: department,
      charter: 'bme-mentoring@1.0.0',
      targetLevel: 'bronze',
      state: 'submitted',
      createdAt: at,
      createdBy: 'lead',
      updatedAt: at,
      version: 1,
    })
    .onConflictDoNothing();
  await db.insert(signatures).values({
    id: signatureId,
    assessmentId,
    userId: 'sponsor',
    name: 'Helen Sponsor',
    statement: 'I have read it.',
    contentSha256: sha256,
    signedAt: at,
  });
  await db.insert(submissions).values({
    id,
    assessmentId,
    roundId: parts.roundId ?? null,
    number: parts.number,
    signatureId,
    snapshot,
    sha256,
    submittedAt: at,
    submittedBy: 'lead',
    withdrawnAt: parts.withdrawnAt ?? null,
  });
  await commit([submittedEvent({ submission: id, assessmentId, organisation, sha256, at })]);
  return { id, assessmentId, organisation };
}

type Submitted = {
  readonly submission: string;
  readonly assessmentId: string;
  readonly organisation: string;
  readonly sha256: string;
  readonly at: string;
};

/** What the trail says of a submission. */
export function submittedEvent({ submission, assessmentId, sha256, at, organisation }: Submitted) {
  return audit({
    at,
    actor: 'lead',
    event: 'assessment-submitted',
    organisation,
    subject: assessmentId,
    details: { submission, sha256 },
  });
}

type Review = {
  readonly submission: Awaited<ReturnType<typeof addSubmission>>;
  readonly at: string;
  readonly discussionOpenedAt?: string;
  readonly closedAt?: string;
  /** Names, with their seats; a person of this name is made where there is none. */
  readonly members: Readonly<Record<string, string>>;
};

/** The id of an open review before a panel of its own. */
export async function addReview(store: Store, review: Review): Promise<string> {
  const { db } = store;
  const { submission, at, members } = review;
  const [panelId, id] = [randomUUID(), randomUUID()];
  await db
    .insert(panels)
    .values({ id: panelId, name: 'Panel two', createdAt: at, createdBy: 'admin', version: 1 });
  for (const [name, seat] of Object.entries(members)) {
    const known = await db.query.user.findFirst({ where: (row, { eq }) => eq(row.id, name) });
    if (known === undefined) {
      const email = `${name}@panel.example`;
      await store.commit([insertPerson({ id: name, name, email }, at)]);
    }
    await db.insert(panelMembers).values({
      id: randomUUID(),
      panelId,
      userId: name,
      seat,
      statistics: seat === 'reviewer',
      createdAt: at,
      createdBy: 'admin',
    });
  }
  await db.insert(reviews).values({
    id,
    panelId,
    submissionId: submission.id,
    assessmentId: submission.assessmentId,
    organisationId: submission.organisation,
    purpose: 'submission',
    openedAt: at,
    openedBy: 'admin',
    discussionOpenedAt: review.discussionOpenedAt ?? null,
    closedAt: review.closedAt ?? null,
    version: 1,
  });
  return id;
}
