// The meeting of a panel: the chair opens the discussion once enough have sealed, members add notes, the
// chair writes down what is agreed.
import { tidy } from '#app/domain/field-problem.ts';
import { findCriterion } from '#app/domain/charter/charter.ts';
import type { Actor } from '#app/domain/policy/actor.ts';
import { ok, refused, type Result } from '#app/domain/problem.ts';
import { type DraftRead, type DraftTexts, ownPlace } from '#app/domain/review/meeting-draft.ts';
import {
  checkRating,
  type Choice,
  isComplete,
  type RatingProblem,
} from '#app/domain/review/rating-given.ts';
import { isAwaited } from '#app/domain/review/standing.ts';
import type { Services } from '#app/services.server.ts';
import { audit } from '#db/repositories/audit.ts';
import { insertNote, saveConsensus } from '#db/repositories/review/rating-rows.ts';
import { updateReview } from '#db/repositories/review/review-rows.ts';
import { decideAgainOnConflict } from '#app/doors/changed-meanwhile.ts';
import { type DraftMeanwhile, giveAndLeave } from './keep-review-draft.ts';
import { answersAtDiscussion, discussionLetters } from './review-letters.ts';
import {
  decidersIn,
  type EnteredReview,
  enterReview,
  membersOf,
  type ReviewAccessProblem,
} from '#app/doors/enter-review.ts';

const NOTE_CHARACTERS = 4000;
const FEEDBACK_CHARACTERS = 2000;

export type OpenDiscussionProblem =
  | ReviewAccessProblem
  | { readonly code: 'too-few-sealed'; readonly needs: number }
  /** Someone who rates has not sealed, and their time is not over; who it is, a chair is not told. */
  | { readonly code: 'still-rating'; readonly until: string | null };

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
    const over = review.ratingsDueAt !== null && review.ratingsDueAt <= at;
    if (members.some(({ standing }) => isAwaited(standing)) && !over) {
      return refused({ code: 'still-rating', until: review.ratingsDueAt });
    }
    const has = decidersIn(members).length;
    const needs = charter.awarding.quorum;
    if (has < needs) return refused({ code: 'too-few-sealed', needs });
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

export type NoteProblem =
  | ReviewAccessProblem
  | DraftMeanwhile
  | { readonly code: 'no-such-criterion' }
  | { readonly code: 'note-wrong'; readonly most: number };

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
  if (findCriterion(charter, criterion) === undefined) {
    return refused({ code: 'no-such-criterion' });
  }
  const text = tidy(typed);
  if (text === '' || text.length > NOTE_CHARACTERS) {
    return refused({ code: 'note-wrong', most: NOTE_CHARACTERS });
  }
  const id = newId();
  const at = clock().toISOString();
  const own = ownPlace(entered.value, actor, criterion);
  const left = form && { read: form.read, texts: { ...form.texts, text: '' } };
  const given = await giveAndLeave(services, { own, left, at }, [
    insertNote({ id, reviewId, criterion, text, createdAt: at, createdBy: actor.id }),
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

export type AgreeCommand = {
  readonly reviewId: string;
  readonly criterion: string;
  readonly choice: Choice;
  readonly reason: string;
  readonly commendation: string;
  readonly recommendation: string;
  readonly requirement: string;
  /** The version that the form was filled in on; 0 = nothing was there. */
  readonly readVersion: number;
  /** The draft that the form was filled in on, and the note in it that is not given yet. */
  readonly draft?: { readonly read: number; readonly text: string };
};

export type AgreeProblem =
  | ReviewAccessProblem
  | RatingProblem
  | { readonly code: 'not-complete' }
  | { readonly code: 'feedback-too-long'; readonly most: number }
  | DraftMeanwhile;

/** Writes down what the panel agreed for one criterion, with its feedback. */
export async function agreeCriterion(
  services: Services,
  actor: Actor,
  command: AgreeCommand,
): Promise<Result<{ criterion: string }, AgreeProblem>> {
  const { reviewId, criterion } = command;
  const entered = await enterReview(services, actor, { id: reviewId, act: 'agree' });
  if (!entered.ok) return entered;
  const { charter, submitted } = entered.value;
  const checked = checkRating(charter, submitted.answerSet.answers.get(criterion), command);
  if (!checked.ok) return checked;
  if (!isComplete(checked.value)) return refused({ code: 'not-complete' });
  const feedback = {
    commendation: tidy(command.commendation),
    recommendation: tidy(command.recommendation),
    requirement: tidy(command.requirement),
  };
  if (Object.values(feedback).some((text) => text.length > FEEDBACK_CHARACTERS)) {
    return refused({ code: 'feedback-too-long', most: FEEDBACK_CHARACTERS });
  }
  const { rating, reason } = checked.value;
  return writeAgreed(services, actor, {
    entered: entered.value,
    command,
    agreed: { rating, reason, ...feedback },
  });
}

type Agreed = {
  readonly entered: EnteredReview;
  readonly command: AgreeCommand;
  readonly agreed: Pick<
    AgreeCommand,
    'reason' | 'commendation' | 'recommendation' | 'requirement'
  > & {
    readonly rating: number | null;
  };
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
