// Says which round an assessment is meant for, so that its deadline shows and reminders go out.
import { stateOf } from '#app/domain/submission/life.ts';
import { checkRoundChoice } from '#app/domain/submission/submitting.ts';
import type { Actor } from '#app/domain/policy/actor.ts';
import { ok, type Result } from '#app/domain/problem.ts';
import type { Services } from '#app/services.server.ts';
import { audit } from '#db/repositories/audit.ts';
import { loadRound, setRound } from '#db/repositories/administration/round-rows.ts';
import { type AccessProblem, openAssessment } from '#app/doors/open-assessment.ts';

export type ChooseRoundProblem = AccessProblem | { readonly code: 'no-such-round' };

/** The round chosen; only one that takes its version of the charter, and none once it is submitted. */
export async function chooseRound(
  services: Services,
  actor: Actor,
  { assessmentId, roundId }: { readonly assessmentId: string; readonly roundId: string },
): Promise<Result<{ roundId: string }, ChooseRoundProblem>> {
  const { engine, clock } = services;
  const opened = await openAssessment(services, actor, { id: assessmentId, act: 'choose-round' });
  if (!opened.ok) return opened;
  const { assessment, ofOrganisation } = opened.value;
  const { charter } = assessment;
  const state = stateOf(assessment.state);
  const facts = { state, charter, isBound: ofOrganisation !== null };
  const round = checkRoundChoice(facts, await loadRound(engine.db, roundId));
  if (!round.ok) return round;
  const at = clock().toISOString();
  await engine.commit([
    setRound(assessmentId, roundId),
    audit({
      at,
      actor: actor.id,
      event: 'round-chosen',
      organisation: assessment.organisationId,
      subject: assessmentId,
      details: { round: roundId },
    }),
  ]);
  return ok({ roundId });
}
