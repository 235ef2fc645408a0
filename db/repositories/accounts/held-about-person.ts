// Everything that is held about one person, for themself: their account, and what they have written or done.
import { asc, eq, or } from 'drizzle-orm';
import type { Db } from '#db/store.ts';
import { account, answers, evidence, files, memberships, session, user } from '#db/tables.ts';
import { auditEvents } from '#db/tables-trail.ts';
import {
  accountSecurity,
  addressChanges,
  authenticators,
  factorResets,
  passkeys,
} from '#db/tables-identity.ts';
import {
  interests,
  pastEmployments,
  ratings,
  reviewDrafts,
  seatChanges,
  reviewNotes,
} from '#db/tables-review.ts';
import {
  answerVersions,
  comments,
  invitations,
  outbox,
  reminderStops,
  requirementNotes,
  signatures,
  signRequests,
} from '#db/tables-together.ts';
import { formDrafts } from '#db/tables-work.ts';

/** The account and how it is protected; secrets, and what would open anything, are left out. */
export async function loadOwnAccount(db: Db, { id, email }: { id: string; email: string }) {
  return {
    person: await db.select().from(user).where(eq(user.id, id)),
    signInBy: await db
      .select({ by: account.providerId, since: account.createdAt, changed: account.updatedAt })
      .from(account)
      .where(eq(account.userId, id)),
    security: await db.select().from(accountSecurity).where(eq(accountSecurity.userId, id)),
    authenticator: await db
      .select({ createdAt: authenticators.createdAt, confirmedAt: authenticators.confirmedAt })
      .from(authenticators)
      .where(eq(authenticators.userId, id)),
    passkeys: await db
      .select({
        name: passkeys.name,
        createdAt: passkeys.createdAt,
        lastUsedAt: passkeys.lastUsedAt,
      })
      .from(passkeys)
      .where(eq(passkeys.userId, id)),
    factorResets: await db.select().from(factorResets).where(eq(factorResets.userId, id)),
    addressChanges: await db.select().from(addressChanges).where(eq(addressChanges.userId, id)),
    roles: await db.select().from(memberships).where(eq(memberships.userId, id)),
    sessions: await db
      .select({
        createdAt: session.createdAt,
        usedAt: session.updatedAt,
        browser: session.userAgent,
        method: session.method,
      })
      .from(session)
      .where(eq(session.userId, id)),
    remindersStopped: await db.select().from(reminderStops).where(eq(reminderStops.userId, id)),
    invitations: await db
      .select({
        role: invitations.role,
        createdAt: invitations.createdAt,
        acceptedAt: invitations.acceptedAt,
      })
      .from(invitations)
      .where(eq(invitations.email, email)),
    letters: await db
      .select({ subject: outbox.subject, createdAt: outbox.createdAt, sentAt: outbox.sentAt })
      .from(outbox)
      .where(eq(outbox.recipient, email))
      .orderBy(asc(outbox.createdAt)),
  };
}

/** What the person has written, attached, signed, rated and done. */
export async function loadOwnWork(db: Db, id: string) {
  return {
    answers: await db.select().from(answers).where(eq(answers.updatedBy, id)),
    answerVersions: await db.select().from(answerVersions).where(eq(answerVersions.savedBy, id)),
    comments: await db.select().from(comments).where(eq(comments.createdBy, id)),
    evidence: await db.select().from(evidence).where(eq(evidence.createdBy, id)),
    files: await db
      .select({ name: files.name, size: files.size, createdAt: files.createdAt })
      .from(files)
      .where(eq(files.createdBy, id)),
    signatures: await db.select().from(signatures).where(eq(signatures.userId, id)),
    signRequests: await db
      .select({
        message: signRequests.message,
        askedAt: signRequests.askedAt,
        askedBy: signRequests.askedBy,
        comments: signRequests.comments,
        closedAt: signRequests.closedAt,
        closedBy: signRequests.closedBy,
      })
      .from(signRequests)
      .where(or(eq(signRequests.askedBy, id), eq(signRequests.closedBy, id))),
    requirementNotes: await db
      .select()
      .from(requirementNotes)
      .where(eq(requirementNotes.updatedBy, id)),
    ...(await loadOwnReviewing(db, id)),
    trail: await db
      .select({
        at: auditEvents.at,
        event: auditEvents.event,
        actor: auditEvents.actor,
        subject: auditEvents.subject,
      })
      .from(auditEvents)
      .where(or(eq(auditEvents.actor, id), eq(auditEvents.subject, id)))
      .orderBy(asc(auditEvents.sequence)),
  };
}

/** What the person has done on panels. */
async function loadOwnReviewing(db: Db, id: string) {
  return {
    pastEmployments: await db.select().from(pastEmployments).where(eq(pastEmployments.userId, id)),
    interests: await db.select().from(interests).where(eq(interests.userId, id)),
    ratings: await db.select().from(ratings).where(eq(ratings.userId, id)),
    // What became of a request is told to nobody here: who asked hears of it on the page of the review.
    seatsAskedFor: await db
      .select({
        reviewId: seatChanges.reviewId,
        askedAt: seatChanges.askedAt,
        askedReason: seatChanges.askedReason,
      })
      .from(seatChanges)
      .where(eq(seatChanges.askedBy, id)),
    seatsTaken: await db
      .select({
        reviewId: seatChanges.reviewId,
        seat: seatChanges.seat,
        statistics: seatChanges.statistics,
        replacedAt: seatChanges.replacedAt,
        acceptedAt: seatChanges.acceptedAt,
      })
      .from(seatChanges)
      .where(eq(seatChanges.replacementId, id)),
    formDrafts: await db.select().from(formDrafts).where(eq(formDrafts.userId, id)),
    reviewDrafts: await db.select().from(reviewDrafts).where(eq(reviewDrafts.userId, id)),
    reviewNotes: await db.select().from(reviewNotes).where(eq(reviewNotes.createdBy, id)),
  };
}
