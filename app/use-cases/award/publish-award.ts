// Puts an award into the register, by an administrator whose name is kept as who approved it; and takes it
// back, with a reason that everyone reads. What is withdrawn stays in the register and says so.
import {
  checkPublish,
  checkWithdraw,
  type PublicationProblem,
} from '#app/domain/award/publication.ts';
import type { Actor } from '#app/domain/policy/actor.ts';
import { type AwardAct, mayWithAwards } from '#app/domain/policy/award.ts';
import { ok, refused, type Result } from '#app/domain/problem.ts';
import type { Services } from '#app/services.server.ts';
import { audit } from '#db/repositories/audit.ts';
import {
  type AwardRow,
  loadAwardByNumber,
  updateAward,
} from '#db/repositories/award/award-rows.ts';
import { hasOpenAppeal, loadDecision, noOpenAppeal } from '#db/repositories/review/decisions.ts';
import type { Write } from '#db/store.ts';
import { type AlteredProblem, isRecordWhole } from '#app/doors/check-record.ts';
import { awardLetters } from './award-letters.ts';
import { decideAgainOnConflict } from '#app/doors/changed-meanwhile.ts';
import { discardUnusedFile } from '#app/use-cases/evidence/discard-unused-file.ts';
import {
  giveOutAwardDocuments,
  type GiveOutProblem,
} from '#app/use-cases/review/give-out-documents.ts';
import { registerWrites } from './register-award.ts';

export type AwardProblem =
  | { readonly code: 'not-allowed' }
  | { readonly code: 'not-found' }
  | PublicationProblem;

export type PublishProblem = AwardProblem | GiveOutProblem | AlteredProblem;

type Given = Pick<Services, 'engine' | 'library' | 'config' | 'clock' | 'newId'>;

/** From now on everyone finds the award. */
export async function publishAward(
  services: Services,
  actor: Actor,
  { number }: { readonly number: string },
): Promise<Result<null, PublishProblem>> {
  return decideAgainOnConflict(async () => {
    const opened = await openAward(services, actor, { number, act: 'publish' });
    if (!opened.ok) return opened;
    const { decisionId } = opened.value;
    const appealOpen = await hasOpenAppeal(services.engine.db, decisionId);
    const checked = checkPublish(opened.value, { appealOpen });
    return checked.ok ? publish(services, actor, opened.value) : checked;
  });
}

// The documents are made before the commit and belong to it: all or nothing. Where someone else was first,
// the change of the award is refused before any row of a document is written, and the files go.
async function publish(
  services: Services,
  actor: Actor,
  award: AwardRow,
): Promise<Result<null, PublishProblem>> {
  const { engine, clock } = services;
  const decision = await loadDecision(engine.db, award.decisionId);
  if (decision === null) return refused({ code: 'not-found' });
  if (!(await isRecordWhole(services, decision.assessmentId))) {
    return refused({ code: 'altered' });
  }
  const at = clock().toISOString();
  const given = await giveOutAwardDocuments(services, { decision, award, actor, at });
  if (!given.ok) return given;
  try {
    await engine.commit([
      noOpenAppeal(award.decisionId),
      updateAward(award, { publishedAt: at, publishedBy: actor.id }),
      ...given.value.writes,
      ...(await registerWrites(services, { ...award, publishedAt: at })),
      ...(await awardLetters(services, award, { what: 'published', at })),
      audit({ ...about(award, actor, at), event: 'award-published' }),
    ]);
    return ok(null);
  } finally {
    for (const { file } of given.value.documents) await discardUnusedFile(services, file.id);
  }
}

/** The award does not hold any longer; its page and its credential say so. */
export async function withdrawAward(
  services: Given,
  actor: Actor,
  { number, reason }: { readonly number: string; readonly reason: string },
): Promise<Result<null, AwardProblem>> {
  return decideAgainOnConflict(async () => {
    const opened = await openAward(services, actor, { number, act: 'withdraw' });
    if (!opened.ok) return opened;
    const award = opened.value;
    const checked = checkWithdraw(award, reason);
    if (!checked.ok) return checked;
    await services.engine.commit(
      await withdrawalWrites(services, { award, actor, reason: checked.value }),
    );
    return ok(null);
  });
}

/** What withdraws an award, for a reason that has been checked. */
export async function withdrawalWrites(
  services: Given,
  { award, actor, reason }: { award: AwardRow; actor: Actor; reason: string },
): Promise<readonly Write[]> {
  const at = services.clock().toISOString();
  return [
    updateAward(award, { withdrawnAt: at, withdrawnBy: actor.id, withdrawnReason: reason }),
    ...(await awardLetters(services, award, { what: 'withdrawn', at })),
    audit({ ...about(award, actor, at), event: 'award-withdrawn' }),
  ];
}

/** The award, for those who may do this with it; awards are no secret to them, so one refusal is enough. */
export async function openAward(
  { engine }: Pick<Services, 'engine'>,
  actor: Actor,
  { number, act }: { readonly number: string; readonly act: AwardAct },
): Promise<Result<AwardRow, { readonly code: 'not-allowed' } | { readonly code: 'not-found' }>> {
  if (!mayWithAwards(actor, act)) return refused({ code: 'not-allowed' });
  const award = await loadAwardByNumber(engine.db, number);
  return award === null ? refused({ code: 'not-found' }) : ok(award);
}

function about(award: AwardRow, actor: Actor, at: string) {
  return {
    at,
    actor: actor.id,
    organisation: award.organisationId,
    subject: award.assessmentId,
    details: { award: award.id, number: award.number },
  };
}
