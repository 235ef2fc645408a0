// A lead of the whole organisation begins to answer, once for a round, what the charter asks of the organisation.
import { checkBeginning, type NotBegun } from '#app/domain/assessment/organisation-answers.ts';
import type { Actor } from '#app/domain/policy/actor.ts';
import { mayWithAssessment, ORGANISATION_ITSELF } from '#app/domain/policy/assessment.ts';
import { ok, refused, type Result } from '#app/domain/problem.ts';
import type { AccessProblem } from '#app/doors/open-assessment.ts';
import type { Services } from '#app/services.server.ts';
import { audit } from '#db/repositories/audit.ts';
import { loadRound } from '#db/repositories/administration/round-rows.ts';
import {
  beginShared,
  findShared,
  type SharedPlace,
} from '#db/repositories/assessment/shared-rows.ts';

export type BeginProblem = AccessProblem | NotBegun;

/** The id of the set of answers, whether it was begun now or before. */
export async function beginOrganisationAnswers(
  { engine, library, clock, newId }: Services,
  actor: Actor,
  place: SharedPlace,
): Promise<Result<{ id: string }, BeginProblem>> {
  const { organisationId: organisation, charter, roundId } = place;
  const itself = { organisation, department: ORGANISATION_ITSELF };
  if (!mayWithAssessment(actor, 'read', itself)) return refused({ code: 'not-found' });
  if (!mayWithAssessment(actor, 'answer', itself)) return refused({ code: 'not-allowed' });
  const asked = { name: charter, charter: library.versions.get(charter)?.charter };
  const checked = checkBeginning(await loadRound(engine.db, roundId), asked);
  if (!checked.ok) return checked;
  const there = await findShared(engine.db, place);
  if (there !== null) return ok({ id: there });
  const id = newId();
  const at = clock().toISOString();
  await engine.commit([
    beginShared({
      id,
      ...place,
      targetLevel: '',
      createdAt: at,
      createdBy: actor.id,
      updatedAt: at,
      version: 1,
    }),
    audit({
      at,
      actor: actor.id,
      event: 'organisation-answers-begun',
      organisation,
      subject: id,
      details: { round: roundId, charter },
    }),
  ]);
  // Where somebody else began in the same moment, theirs is the set.
  return ok({ id: (await findShared(engine.db, place)) ?? id });
}
