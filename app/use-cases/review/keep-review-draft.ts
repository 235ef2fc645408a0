// What a member of a panel types in the meeting is kept as a draft until they give it: a note, what is
// agreed, the decision. A draft counts for nothing, and nobody else reads it.
import type { Actor } from '#app/domain/policy/actor.ts';
import { ok, refused, type Result } from '#app/domain/problem.ts';
import {
  actIn,
  checkPlace,
  checkRead,
  DECISION,
  decideDraft,
  type DraftMeanwhile,
  draftMeanwhile,
  type DraftRead,
  type DraftTexts,
  draftOf,
  notGiven,
  type OwnPlace,
  ownPlace,
} from '#app/domain/review/meeting-draft.ts';
import type { Services } from '#app/services.server.ts';
import { audit } from '#db/repositories/audit.ts';
import {
  saveReviewDraft,
  type StandingDraft,
  standingDraft,
} from '#db/repositories/review/review-drafts.ts';
import { Conflict, type Write } from '#db/store.ts';
import { enterReview, type ReviewAccessProblem } from '#app/doors/enter-review.ts';

export type KeepDraftCommand = {
  readonly reviewId: string;
  readonly place: string;
  readonly texts: DraftTexts;
  readonly read: DraftRead;
};

export type KeepDraftProblem =
  | ReviewAccessProblem
  | { readonly code: 'no-such-criterion' }
  | DraftMeanwhile;

/** The version of the draft that is kept. What is kept already is not written again. */
export async function keepReviewDraft(
  services: Services,
  actor: Actor,
  { reviewId, place, texts, read }: KeepDraftCommand,
): Promise<Result<{ version: number }, KeepDraftProblem>> {
  const { engine, clock } = services;
  const entered = await enterReview(services, actor, { id: reviewId, act: actIn(place) });
  if (!entered.ok) return entered;
  const there = checkPlace(entered.value.charter, place);
  if (!there.ok) return there;
  const own = ownPlace(entered.value, actor, place);
  const standing = await standingDraft(engine.db, own);
  const left = decideDraft(standing, { texts, read });
  if (!left.ok) return left;
  if (left.value === null) return ok({ version: standing.now.draft });
  const at = clock().toISOString();
  try {
    await engine.commit([
      ...draftWrites(services, { own, standing, left: left.value, at }),
      audit({
        at,
        actor: actor.id,
        event: 'review-draft-kept',
        organisation: entered.value.review.organisationId,
        subject: reviewId,
        details: place === DECISION ? {} : { criterion: place },
      }),
    ]);
    return ok({ version: read.draft + 1 });
  } catch (error) {
    // Named recovery: another window of the same person was faster.
    if (!(error instanceof Conflict)) throw error;
    return refused(draftMeanwhile(await standingDraft(engine.db, own)));
  }
}

type Given = {
  readonly own: OwnPlace;
  readonly standing: StandingDraft;
  /** What is not given yet; empty = nothing. */
  readonly left: DraftTexts;
  readonly at: string;
};

/** The writes that leave these texts as the draft; none where nothing was there and nothing is left. */
function draftWrites(
  { newId }: Pick<Services, 'newId'>,
  { own: { reviewId, userId, place }, standing, left, at }: Given,
): readonly Write[] {
  if (standing.id === null && Object.keys(left).length === 0) return [];
  const row = {
    reviewId,
    userId,
    place,
    id: standing.id ?? newId(),
    texts: JSON.stringify(draftOf(left)),
    updatedAt: at,
  };
  return [saveReviewDraft(row, standing.now.draft)];
}

type Giving = {
  readonly own: OwnPlace;
  /** The form that this was given from, with what stays of it; undefined = the draft is left as it is. */
  readonly left: { readonly texts: DraftTexts; readonly read: DraftRead } | undefined;
  readonly at: string;
};

/** Commits what somebody gives, and leaves as their draft what stood beside it in the form. */
export async function giveAndLeave(
  services: Pick<Services, 'engine' | 'newId'>,
  { own, left: form, at }: Giving,
  writes: readonly Write[],
): Promise<Result<null, DraftMeanwhile>> {
  const { engine } = services;
  const standing = await standingDraft(engine.db, own);
  const asRead = checkRead(standing, form?.read ?? {});
  if (!asRead.ok) return asRead;
  const left = form && notGiven(form.texts, standing.agreed);
  const leaving = left === undefined ? [] : draftWrites(services, { own, standing, left, at });
  try {
    await engine.commit([...writes, ...leaving]);
    return ok(null);
  } catch (error) {
    // Named recovery: another window of the same person, or another chair, was faster.
    if (!(error instanceof Conflict)) throw error;
    return refused(draftMeanwhile(await standingDraft(engine.db, own)));
  }
}

type Emptying = Pick<Giving, 'own' | 'at'> & {
  /** The version of the draft that the form was filled in on; undefined = it came without one. */
  readonly read: number | undefined;
};

/** The writes that empty a draft as it is given; refused where another window has changed it meanwhile. */
export async function emptiedDraft(
  services: Pick<Services, 'engine' | 'newId'>,
  { own, at, read }: Emptying,
): Promise<Result<readonly Write[], DraftMeanwhile>> {
  const standing = await standingDraft(services.engine.db, own);
  const asRead = checkRead(standing, { draft: read });
  if (!asRead.ok) return asRead;
  return ok(draftWrites(services, { own, standing, left: {}, at }));
}
