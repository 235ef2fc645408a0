// A draft gets a name, is thrown away, and is brought back within 30 days. What was ever submitted stays;
// what is thrown away is out of every list, and nothing of it is deleted.
import {
  checkDiscarding,
  checkRestoring,
  lastDayToRestore,
  type NotRestored,
} from '#app/domain/assessment/discarding.ts';
import {
  checkDraftName,
  checkNameFree,
  type NameTaken,
} from '#app/domain/assessment/draft-name.ts';
import { londonDay } from '#app/domain/london-day.ts';
import type { Actor } from '#app/domain/policy/actor.ts';
import { mayWithAssessment, visibleAssessments } from '#app/domain/policy/assessment.ts';
import { ok, refused, type Result } from '#app/domain/problem.ts';
import type { TextRule } from '#app/domain/written-text.ts';
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

export type NameProblem = AccessProblem | TextRule<'name-too-long'> | NameTaken;
export type DiscardProblem = AccessProblem | { readonly code: 'was-submitted' };
export type RestoreProblem =
  | { readonly code: 'not-found' }
  | { readonly code: 'not-allowed' }
  | NotRestored;

type Given = { readonly assessmentId: string };

/** The name of the draft from now on; '' = none. */
export async function nameDraft(
  services: Services,
  actor: Actor,
  { assessmentId: id, name: typed }: Given & { readonly name: string },
): Promise<Result<{ name: string }, NameProblem>> {
  const checked = checkDraftName(typed);
  if (!checked.ok) return checked;
  const name = checked.value;
  return decideAgainOnConflict(async () => {
    const opened = await openAssessment(services, actor, { id, act: 'name' });
    if (!opened.ok) return opened;
    const free = checkNameFree(name, await othersOf(services, opened.value.assessment));
    if (!free.ok) return free;
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

type Own = Pick<AssessmentRow, 'id' | 'departmentId' | 'charter'>;

/** The others of the department that are under way for its charter. */
async function othersOf({ engine }: Services, { id, departmentId, charter }: Own) {
  const [charterId = ''] = charter.split('@');
  const underWay = await listUnderWay(engine.db, { departmentId, charterId });
  return underWay.filter((other) => other.id !== id);
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
    const unsubmitted = checkDiscarding(await listSubmissions(engine.db, id));
    if (!unsubmitted.ok) return unsubmitted;
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
    const { name, discardedAt, renews } = assessment;
    const renewal = renews === null ? null : await loadRenewal(engine.db, renews);
    const others = await othersOf(services, assessment);
    const restorable = checkRestoring({ name, discardedAt, renewal, others, now: at });
    if (!restorable.ok) return restorable;
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
