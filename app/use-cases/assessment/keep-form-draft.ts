// What somebody types in a form of an assessment is kept for them until they give it, or throw it away.
import { allCriteria } from '#app/domain/charter/charter.ts';
import {
  actAt,
  draftTexts,
  type FormTexts,
  hasRoomForDraft,
  isPlace,
  type TooManyDrafts,
} from '#app/domain/policy/form-draft.ts';
import type { Actor } from '#app/domain/policy/actor.ts';
import { ok, refused, type Result } from '#app/domain/problem.ts';
import {
  type AccessProblem,
  type OpenAssessment,
  openAssessment,
} from '#app/doors/open-assessment.ts';
import type { Services } from '#app/services.server.ts';
import {
  countFormDrafts,
  deleteFormDraft,
  deleteFormDraftsBefore,
  loadFormDraft,
  saveFormDraft,
} from '#db/repositories/assessment/form-drafts.ts';
import { Conflict } from '#db/store.ts';

export type FormDraftCommand = {
  readonly assessmentId: string;
  readonly place: string;
  readonly texts: FormTexts;
  /** The version of the draft that was on the page; 0 = none was. */
  readonly readVersion: number;
};

export type FormDraftProblem =
  | AccessProblem
  | { readonly code: 'form-draft-too-long' | 'form-draft-empty' }
  | TooManyDrafts
  /** Another window of theirs was faster. */
  | { readonly code: 'draft-changed' };

/** The version that is kept. */
export async function keepFormDraft(
  services: Services,
  actor: Actor,
  { assessmentId, place, texts: sent, readVersion }: FormDraftCommand,
): Promise<Result<{ version: number }, FormDraftProblem>> {
  const act = actAt(place);
  if (act === null) return refused({ code: 'not-found' });
  const opened = await openAssessment(services, actor, { id: assessmentId, act });
  if (!opened.ok) return opened;
  const texts = draftTexts(sent);
  if (!texts.ok) return texts;
  const at = { userId: actor.id, assessmentId, place };
  const json = JSON.stringify(texts.value);
  const there = await loadFormDraft(services.engine.db, at);
  // What stays of an action that is gone is still its writer’s.
  if (there === null) {
    if (!isPlace(place, placesIn(opened.value))) return refused({ code: 'not-found' });
    const room = hasRoomForDraft(await countFormDrafts(services.engine.db, at));
    if (!room.ok) return room;
  }
  // Sent twice, or from two windows that hold the same.
  if (there?.texts === json) return ok({ version: there.version });
  const row = {
    ...at,
    id: services.newId(),
    texts: json,
    updatedAt: services.clock().toISOString(),
  };
  try {
    await services.engine.commit([saveFormDraft(row, readVersion)]);
    return ok({ version: readVersion + 1 });
  } catch (error) {
    if (!(error instanceof Conflict)) throw error;
    return refused({ code: 'draft-changed' });
  }
}

function placesIn({ charter, actions }: OpenAssessment) {
  return {
    criteria: new Set(allCriteria(charter).map(({ id }) => id)),
    actions: new Set(actions.map(({ id }) => id)),
  };
}

/** Takes a draft away: it was given, or is not wanted. It is its writer’s own, whatever else they may do now. */
export async function dropFormDraft(
  { engine }: Pick<Services, 'engine'>,
  { id: userId }: Actor,
  { assessmentId, place }: Pick<FormDraftCommand, 'assessmentId' | 'place'>,
): Promise<void> {
  await engine.commit([deleteFormDraft({ userId, assessmentId, place })]);
}

const DAY = 24 * 60 * 60 * 1000;
const KEPT_DAYS = 90;

/** Takes away the drafts that nobody has touched for 90 days; since when. */
export async function forgetOldDrafts({
  engine,
  clock,
}: Pick<Services, 'engine' | 'clock'>): Promise<{ before: string }> {
  const before = new Date(clock().getTime() - KEPT_DAYS * DAY).toISOString();
  await engine.commit([deleteFormDraftsBefore(before)]);
  return { before };
}
