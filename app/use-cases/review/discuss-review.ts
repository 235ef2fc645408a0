// The meeting of a panel: the chair opens the discussion once enough have sealed, members add notes, the
// chair writes down what is agreed.
import type { Actor } from '#app/domain/policy/actor.ts';
import { ok, type Result } from '#app/domain/problem.ts';
import { type DraftRead, type DraftTexts, ownPlace } from '#app/domain/review/meeting-draft.ts';
import {
  type Agreed as AgreedTexts,
  checkAgreement,
  checkNote,
  checkOpening,
  type GivenAgreement,
  type NotAgreed,
  type NotNoted,
  type NotOpened,
} from '#app/domain/review/meeting.ts';
import type { Services } from '#app/services.server.ts';
import { audit } from '#db/repositories/audit.ts';
import { insertNote, saveConsensus } from '#db/repositories/review/rating-rows.ts';
import { updateReview } from '#db/repositories/review/review-rows.ts';
import { decideAgainOnConflict } from '#app/doors/changed-meanwhile.ts';
import type { DraftMeanwhile } from '#app/domain/review/meeting-draft.ts';
import { giveAndLeave } from './keep-review-draft.ts';
import { answersAtDiscussion, discussionLetters } from './review-letters.ts';
import {
  decidersIn,
  type EnteredReview,
  enterReview,
  membersOf,
  type ReviewAccessProblem,
} from '#app/doors/enter-review.ts';

export type OpenDiscussionProblem = ReviewAccessProblem | NotOpened;

/** From here on those who have sealed see all ratings, and nobody rates any more. */
export async function openDiscussion(
  services: Services,
  actor: Actor,
  { reviewId }: { readonly reviewId: string },
): Promise<Result<{ id: string }, OpenDiscussionProblem>> {
  const { engine, clock } = services;
  return decideAgainOnConflict(async () => {
    const entered = await enterReview(services, actor, { id: reviewId, act: 'open-discussion' });
    if (!entered.ok) return entered;
    const { review, charter } = entered.value;
    const members = await membersOf(engine.db, entered.value);
    const at = clock().toISOString();
    const checked = checkOpening(charter, {
      standings: members.map(({ standing }) => standing),
      has: decidersIn(members).length,
      ratingsDueAt: review.ratingsDueAt,
      now: at,
    });
    if (!checked.ok) return checked;
    const opened = { reviewId, department: entered.value.department, members };
    await engine.commit([
      updateReview(review, { discussionOpenedAt: at }),
      ...discussionLetters(services, opened),
      ...(await answersAtDiscussion(services, opened)),
      audit({
        at,
        actor: actor.id,
        event: 'discussion-opened',
        organisation: review.organisationId,
        subject: reviewId,
      }),
    ]);
    return ok({ id: reviewId });
  });
}

export type NoteCommand = {
  readonly reviewId: string;
  readonly criterion: string;
  readonly text: string;
  /** The form that the note stood in, whose other texts stay a draft; none where there was none. */
  readonly form?: DraftForm;
};

/** A form of the meeting: its texts, and what it was filled in on. */
export type DraftForm = { readonly texts: DraftTexts; readonly read: DraftRead };

export type NoteProblem = ReviewAccessProblem | DraftMeanwhile | NotNoted;

/** The id of a new note in the discussion of a criterion. */
export async function addReviewNote(
  services: Services,
  actor: Actor,
  { reviewId, criterion, text: typed, form }: NoteCommand,
): Promise<Result<{ id: string }, NoteProblem>> {
  const { clock, newId } = services;
  const entered = await enterReview(services, actor, { id: reviewId, act: 'discuss' });
  if (!entered.ok) return entered;
  const { charter, review } = entered.value;
  const text = checkNote(charter, { criterion, text: typed });
  if (!text.ok) return text;
  const id = newId();
  const at = clock().toISOString();
  const own = ownPlace(entered.value, actor, criterion);
  const left = form && { read: form.read, texts: { ...form.texts, text: '' } };
  const given = await giveAndLeave(services, { own, left, at }, [
    insertNote({ id, reviewId, criterion, text: text.value, createdAt: at, createdBy: actor.id }),
    audit({
      at,
      actor: actor.id,
      event: 'review-note-added',
      organisation: review.organisationId,
      subject: reviewId,
      details: { criterion },
    }),
  ]);
  return given.ok ? ok({ id }) : given;
}

export type AgreeCommand = GivenAgreement & {
  readonly reviewId: string;
  /** The version that the form was filled in on; 0 = nothing was there. */
  readonly readVersion: number;
  /** The draft that the form was filled in on, and the note in it that is not given yet. */
  readonly draft?: { readonly read: number; readonly text: string };
};

export type AgreeProblem = ReviewAccessProblem | NotAgreed | DraftMeanwhile;

/** Writes down what the panel agreed for one criterion, with its feedback. */
export async function agreeCriterion(
  services: Services,
  actor: Actor,
  command: AgreeCommand,
): Promise<Result<{ criterion: string }, AgreeProblem>> {
  const entered = await enterReview(services, actor, { id: command.reviewId, act: 'agree' });
  if (!entered.ok) return entered;
  const { charter, submitted } = entered.value;
  const agreed = checkAgreement(charter, submitted.answerSet, command);
  if (!agreed.ok) return agreed;
  return writeAgreed(services, actor, { entered: entered.value, command, agreed: agreed.value });
}

type Agreed = {
  readonly entered: EnteredReview;
  readonly command: AgreeCommand;
  readonly agreed: AgreedTexts;
};

async function writeAgreed(
  services: Services,
  actor: Actor,
  { entered, command, agreed }: Agreed,
): Promise<Result<{ criterion: string }, AgreeProblem>> {
  const { clock, newId } = services;
  const { reviewId, criterion, readVersion, draft } = command;
  const at = clock().toISOString();
  const row = { id: newId(), reviewId, criterion, ...agreed, updatedAt: at, updatedBy: actor.id };
  const own = ownPlace(entered, actor, criterion);
  const left = draft && {
    read: { draft: draft.read, agreed: readVersion },
    texts: draft.text === '' ? {} : { text: draft.text },
  };
  const given = await giveAndLeave(services, { own, left, at }, [
    saveConsensus(row, readVersion),
    audit({
      at,
      actor: actor.id,
      event: 'consensus-agreed',
      organisation: entered.review.organisationId,
      subject: reviewId,
      details: { criterion, rating: agreed.rating },
    }),
  ]);
  return given.ok ? ok({ criterion }) : given;
}
