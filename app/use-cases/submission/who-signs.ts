// Who may sign an assessment, and why somebody with the role may not.
import type { SigningBar } from '#app/domain/submission/signing.ts';
import { type Actor, SIGNING_ROLES } from '#app/domain/policy/actor.ts';
import type { Services } from '#app/services.server.ts';
import { listPeopleOf } from '#db/repositories/people/roles.ts';
import { type OpenAssessment, openAssessment } from '#app/doors/open-assessment.ts';
import { signingBars } from '#app/doors/signing-bars.ts';

type Given = Pick<Services, 'engine' | 'library' | 'clock'>;

type Signable = Pick<OpenAssessment, 'assessment'>;

/** Why this person may not sign this assessment; null = they may. */
export async function signingBar(
  given: Given,
  userId: string,
  signable: Signable,
): Promise<SigningBar | null> {
  const barOf = await signingBars(given, [userId], [signable.assessment.id]);
  return barOf(userId, signable.assessment.id);
}

/** Whether this person may sign an assessment, and everybody else with the role who may sign it now. */
export async function otherSigners(given: Given, actor: Actor, opened: Signable) {
  const { id, organisationId: organisation, departmentId: department } = opened.assessment;
  const people = await listPeopleOf(given.engine.db, {
    organisation,
    department,
    roles: SIGNING_ROLES,
  });
  const ids = [actor.id, ...people.map((person) => person.id)];
  const barOf = await signingBars(given, ids, [id]);
  return {
    bar: barOf(actor.id, id),
    others: people.filter((person) => person.id !== actor.id && barOf(person.id, id) === null),
  };
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
  const { bar, others } = await otherSigners(services, actor, opened.value);
  return { bar, others: others.map(({ name }) => name) };
}
