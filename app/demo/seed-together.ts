// What the people of a demo assessment arrange and say beside the answers: who writes what, comments with
// the letters that they cause, an invitation that is open.
import type { Actor } from '#app/domain/policy/actor.ts';
import type { Services } from '#app/services.server.ts';
import { assignCriteria } from '#app/use-cases/assessment/assign-criteria.ts';
import { commentOnCriterion } from '#app/use-cases/assessment/comment-on-criterion.ts';
import { invitePerson } from '#app/use-cases/people/invite-person.ts';
import type { DemoAssessment } from './content.ts';

type Given = {
  readonly assessment: Pick<DemoAssessment, 'lead' | 'assigned' | 'comments' | 'invitations'>;
  readonly assessmentId: string;
  readonly place: { readonly organisation: string; readonly department: string };
  readonly person: (email: string) => Actor;
};

/** Throws where something is refused. */
export async function addTogether(services: Services, given: Given): Promise<void> {
  const { assessment, assessmentId, place, person } = given;
  const lead = person(assessment.lead);
  for (const { person: email, criteria } of assessment.assigned) {
    const command = { assessmentId, person: person(email).id, criteria };
    assertDone(await assignCriteria(services, lead, command));
  }
  for (const { person: email, criterion, text } of assessment.comments) {
    const command = { assessmentId, criterion, text, mentions: [] };
    assertDone(await commentOnCriterion(services, person(email), command));
  }
  for (const { email, role } of assessment.invitations) {
    assertDone(await invitePerson(services, lead, { email, membership: { role, ...place } }));
  }
}

function assertDone(result: { readonly ok: boolean; readonly problem?: object }): void {
  if (!result.ok) throw new Error(`the demo could not be made: ${JSON.stringify(result.problem)}`);
}
