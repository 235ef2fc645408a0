// A draft gets a name, is thrown away, and is brought back within 30 days. What was ever submitted stays;
// what is thrown away is out of every list, and nothing of it is deleted.
import { isRestorable, lastDayToRestore } from '#app/domain/assessment/discarding.ts';
import { draftName, NAME_CHARACTERS } from '#app/domain/assessment/draft-name.ts';
import { sameNamed } from '#app/domain/place-name.ts';
import { londonDay } from '#app/domain/london-day.ts';
import type { Actor } from '#app/domain/policy/actor.ts';
import { mayWithAssessment, visibleAssessments } from '#app/domain/policy/assessment.ts';
import { ok, refused, type Result } from '#app/domain/problem.ts';
import type { Services } from '#app/services.server.ts';
import type { AssessmentRow } from '#db/repositories/assessment/assessments.ts';
import { audit } from '#db/repositories/audit.ts';
import {
  listDiscarded,
  listUnderWay,
  setDiscarded,
  setName,
  setRestored,
} from '#db/repositories/assessment/drafts.ts';
import { loadRenewal } from '#db/repositories/award/renewals.ts';
import { listSubmissions } from '#db/repositories/submission/submissions.ts';
import { decideAgainOnConflict } from '#app/doors/changed-meanwhile.ts';
import { type AccessProblem, openAssessment } from '#app/doors/open-assessment.ts';

export type NameProblem =
  | AccessProblem
  | { readonly code: 'name-too-long'; readonly most: number }
  /** Another one of the department is called so, or has no name either. */
  | { readonly code: 'name-taken' };
export type DiscardProblem = AccessProblem | { readonly code: 'was-submitted' };
export type RestoreProblem =
  | { readonly code: 'not-found' }
  | { readonly code: 'not-allowed' }
  | { readonly code: 'restore-over'; readonly lastDay: string }
  /** The award that it renews is renewed by another one by now. */
  | { readonly code: 'renewal-runs' }
  /** Another one of the department is called so by now, or has no name either. */
  | { readonly code: 'name-taken-meanwhile' };

type Given = { readonly assessmentId: string };

/** The name of the draft from now on; '' = none. */
export async function nameDraft(
  services: Services,
  actor: Actor,
  { assessmentId: id, name: typed }: Given & { readonly name: string },
): Promise<Result<{ name: string }, NameProblem>> {
  const name = draftName(typed);
  if (name === null) return refused({ code: 'name-too-long', most: NAME_CHARACTERS });
  return decideAgainOnConflict(async () => {
    const opened = await openAssessment(services, actor, { id, act: 'name' });
    if (!opened.ok) return opened;
    if (await isNameTaken(services, { ...opened.value.assessment, name })) {
      return refused({ code: 'name-taken' });
    }
    await services.engine.commit([
      setName(id, name),
      audit({
        at: services.clock().toISOString(),
        actor: actor.id,
        event: 'assessment-named',
        organisation: opened.value.assessment.organisationId,
        subject: id,
      }),
    ]);
    return ok({ name });
  });
}

type Named = Pick<AssessmentRow, 'id' | 'departmentId' | 'charter' | 'name'>;

async function isNameTaken({ engine }: Services, { id, departmentId, charter, name }: Named) {
  const [charterId = ''] = charter.split('@');
  const underWay = await listUnderWay(engine.db, { departmentId, charterId });
  const others = underWay.filter((other) => other.id !== id);
  return sameNamed(name, others) !== null;
}

/** The draft, out of every list; the last day on which it can be brought back. */
export async function discardDraft(
  services: Services,
  actor: Actor,
  { assessmentId: id }: Given,
): Promise<Result<{ lastDay: string }, DiscardProblem>> {
  const { engine, clock } = services;
  return decideAgainOnConflict(async () => {
    const opened = await openAssessment(services, actor, { id, act: 'discard' });
    if (!opened.ok) return opened;
    const submissions = await listSubmissions(engine.db, id);
    if (submissions.length > 0) return refused({ code: 'was-submitted' });
    const at = clock().toISOString();
    await engine.commit([
      setDiscarded(opened.value.assessment, { at, actor: actor.id }),
      audit({
        at,
        actor: actor.id,
        event: 'assessment-discarded',
        organisation: opened.value.assessment.organisationId,
        subject: id,
      }),
    ]);
    return ok({ lastDay: lastDayToRestore(londonDay(at)) });
  });
}

/** The draft, back as it was. */
export async function restoreDraft(
  services: Services,
  actor: Actor,
  { assessmentId: id }: Given,
): Promise<Result<{ id: string }, RestoreProblem>> {
  const { engine, clock } = services;
  return decideAgainOnConflict(async () => {
    const discarded = await listDiscarded(engine.db, visibleAssessments(actor));
    const assessment = discarded.find((one) => one.assessment.id === id)?.assessment;
    if (!assessment?.discardedAt) return refused({ code: 'not-found' });
    const { organisationId: organisation, departmentId: department } = assessment;
    if (!mayWithAssessment(actor, 'discard', { organisation, department })) {
      return refused({ code: 'not-allowed' });
    }
    const at = clock().toISOString();
    const day = londonDay(assessment.discardedAt);
    if (!isRestorable(day, londonDay(at))) {
      return refused({ code: 'restore-over', lastDay: lastDayToRestore(day) });
    }
    if (assessment.renews !== null && (await loadRenewal(engine.db, assessment.renews)) !== null) {
      return refused({ code: 'renewal-runs' });
    }
    if (await isNameTaken(services, assessment)) return refused({ code: 'name-taken-meanwhile' });
    await engine.commit([
      setRestored(id, at),
      audit({
        at,
        actor: actor.id,
        event: 'assessment-restored',
        organisation,
        subject: id,
      }),
    ]);
    return ok({ id });
  });
}
