// Starts the renewal of an award: a new assessment of the same department for the same level, on a version
// of the charter that is offered. Starting twice is one renewal.
import { onlyOpenRound } from '#app/domain/assessment/round-times.ts';
import { countingAward } from '#app/domain/award/award.ts';
import { checkRenewal, type NotRenewed } from '#app/domain/award/renewal.ts';
import { londonDay } from '#app/domain/london-day.ts';
import type { Actor } from '#app/domain/policy/actor.ts';
import { ok, refused, type Result } from '#app/domain/problem.ts';
import type { Services } from '#app/services.server.ts';
import { insertAssessment } from '#db/repositories/assessment/assessments.ts';
import { audit } from '#db/repositories/audit.ts';
import { listAwardsOf } from '#db/repositories/award/award-rows.ts';
import { listRounds } from '#db/repositories/administration/round-rows.ts';
import { loadRenewal, noRenewalYet } from '#db/repositories/award/renewals.ts';
import { isRetired } from '#db/repositories/charters/retired-charters.ts';
import { type AlteredProblem, areAwardsWhole } from '#app/doors/check-record.ts';
import { decideAgainOnConflict } from '#app/doors/changed-meanwhile.ts';
import { type AccessProblem, openAssessment } from '#app/doors/open-assessment.ts';

export type StartRenewalCommand = {
  /** The assessment that the award was made for. */
  readonly assessmentId: string;
  /** id@version */
  readonly charter: string;
};

export type StartRenewalProblem = AccessProblem | AlteredProblem | NotRenewed;

/** The id of the renewal: of the one started now, or of the one that runs already. */
export async function startRenewal(
  services: Services,
  actor: Actor,
  command: StartRenewalCommand,
): Promise<Result<{ id: string }, StartRenewalProblem>> {
  return decideAgainOnConflict(() => start(services, actor, command));
}

async function start(
  services: Services,
  actor: Actor,
  { assessmentId, charter }: StartRenewalCommand,
): Promise<Result<{ id: string }, StartRenewalProblem>> {
  const { engine, library, clock, newId } = services;
  const opened = await openAssessment(services, actor, { id: assessmentId, act: 'renew' });
  if (!opened.ok) return opened;
  if (!(await areAwardsWhole(services, assessmentId))) return refused({ code: 'altered' });
  const awards = await listAwardsOf(engine.db, assessmentId);
  const award = countingAward(awards);
  if (award === undefined) return refused({ code: 'not-found' });
  const running = await loadRenewal(engine.db, award.id);
  if (running !== null) return ok({ id: running });
  const at = clock().toISOString();
  const checked = checkRenewal(award, {
    version: library.versions.get(charter),
    isRetired: await isRetired(engine.db, charter),
    today: londonDay(at),
  });
  if (!checked.ok) return checked;
  const id = newId();
  const { organisationId, departmentId } = opened.value.assessment;
  const round = onlyOpenRound(await listRounds(engine.db), { charter, now: at });
  await engine.commit([
    noRenewalYet(award.id),
    insertAssessment({
      id,
      organisationId,
      departmentId,
      charter,
      targetLevel: award.level,
      renews: award.id,
      roundId: round?.id ?? null,
      createdAt: at,
      createdBy: actor.id,
      updatedAt: at,
      version: 1,
    }),
    audit({
      at,
      actor: actor.id,
      event: 'renewal-started',
      organisation: organisationId,
      subject: id,
      details: { award: award.id },
    }),
  ]);
  return ok({ id });
}
