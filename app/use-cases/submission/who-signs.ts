// Who may sign an assessment, and why somebody with the role may not: they submitted it or wrote most of it,
// or their password was reset within a day.
import { barFor, type SigningBar } from '#app/domain/submission/signing.ts';
import { shareOf } from '#app/domain/submission/two-people.ts';
import { type Actor, SIGNING_ROLES } from '#app/domain/policy/actor.ts';
import type { Services } from '#app/services.server.ts';
import { loadHeldUntil } from '#db/repositories/accounts/account-security.ts';
import { listSavedNarratives } from '#db/repositories/assessment/answer-versions.ts';
import { listPeopleOf } from '#db/repositories/people/roles.ts';
import { listSubmitters } from '#db/repositories/submission/submissions.ts';
import { type OpenAssessment, openAssessment } from '#app/doors/open-assessment.ts';

type Given = Pick<Services, 'engine' | 'library' | 'clock'>;

type Signable = Pick<OpenAssessment, 'assessment'>;

/** Why this person may not sign this assessment; null = they may. */
export async function signingBar(
  given: Given,
  userId: string,
  signable: Signable,
): Promise<SigningBar | null> {
  const bars = await signingBars(given, userId, [signable]);
  return bars.get(signable.assessment.id) ?? null;
}

/** The same of several, by their ids. */
export async function signingBars(
  { engine, clock }: Given,
  userId: string,
  signables: readonly Signable[],
): Promise<ReadonlyMap<string, SigningBar | null>> {
  const { db } = engine;
  const ids = signables.map(({ assessment }) => assessment.id);
  const submitters = await listSubmitters(db, ids);
  const narratives = Map.groupBy(
    await listSavedNarratives(db, ids),
    ({ assessmentId }) => assessmentId,
  );
  const heldUntil = await loadHeldUntil(db, userId, clock());
  const barOf = (id: string) =>
    barFor({
      hasSubmitted: submitters.some(
        ({ assessmentId, submittedBy }) => assessmentId === id && submittedBy === userId,
      ),
      share: shareOf(userId, narratives.get(id) ?? []),
      heldUntil,
    });
  return new Map(ids.map((id) => [id, barOf(id)]));
}

export type Signing = {
  /** Why the one who asks may not; null = they may. */
  readonly bar: SigningBar | null;
  /** The names of the others who may sign now. */
  readonly others: readonly string[];
};

/** Who signs, for somebody with the role; null for everyone else. */
export async function whoSigns(
  services: Given,
  actor: Actor,
  assessmentId: string,
): Promise<Signing | null> {
  const opened = await openAssessment(services, actor, { id: assessmentId, act: 'sign-off' });
  if (!opened.ok) return null;
  const { organisationId: organisation, departmentId: department } = opened.value.assessment;
  const place = { organisation, department };
  const signers = await listPeopleOf(services.engine.db, { ...place, roles: SIGNING_ROLES });
  const others = await Promise.all(
    signers
      .filter(({ id }) => id !== actor.id)
      .map(async ({ id, name }) =>
        (await signingBar(services, id, opened.value)) === null ? [name] : [],
      ),
  );
  return { bar: await signingBar(services, actor.id, opened.value), others: others.flat() };
}
