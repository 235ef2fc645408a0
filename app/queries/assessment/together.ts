// Who works on an assessment and what they say to each other, beside the answers themselves.
import { type Actor, ORGANISATION_ROLES } from '#app/domain/policy/actor.ts';
import { isOpenFor, mayWithAssessment, WRITERS } from '#app/domain/policy/assessment.ts';
import { stateOf } from '#app/domain/submission/life.ts';
import type { AssessmentView } from '#app/doors/assessment-view.ts';
import { plannedWork, stepsFrom } from '#app/domain/assessment/criterion-review.ts';
import { listCriterionPlans } from '#db/repositories/assessment/criterion-plans.ts';
import type { Services } from '#app/services.server.ts';
import { listAssignments } from '#db/repositories/assessment/assignments.ts';
import { countOpenComments, listComments } from '#db/repositories/assessment/comment-rows.ts';
import { loadNames } from '#db/repositories/people/names.ts';
import { listPeopleOf } from '#db/repositories/people/roles.ts';

type Given = Pick<Services, 'engine'>;

/** What the task list shows beside each criterion: whose it is, and open comments. */
export async function togetherOf({ engine }: Given, actor: Actor, view: AssessmentView) {
  const [assigned, open] = [
    await listAssignments(engine.db, view.id),
    await countOpenComments(engine.db, view.id),
  ];
  const writers = new Set((await writersOf({ engine }, view)).map(({ id }) => id));
  const current = assigned.filter(({ userId }) => writers.has(userId));
  const savers = await saversIn({ engine }, view);
  const plannedFor = plannedWork(await listCriterionPlans(engine.db, view.id), view.rows);
  return {
    /** By when it is to be written, YYYY-MM-DD; null = by no day of its own. */
    dueOn: (criterion: string) => plannedFor(criterion).dueOn,
    /** How its review stands; null = it is being written. */
    review: (criterion: string) => plannedFor(criterion).review,
    /** Who saved the answer last, of what the whole organisation answers; null = nobody, or it is a department’s. */
    savedBy: (criterion: string) => savers.get(criterion) ?? null,
    names: (criterion: string) =>
      current.filter((one) => one.criterion === criterion).map(({ name }) => name),
    openComments: (criterion: string) => open.get(criterion) ?? 0,
    mine: new Set(
      current.filter(({ userId }) => userId === actor.id).map(({ criterion }) => criterion),
    ),
  };
}

/** By criterion who saved it last: nobody is asked to write what the whole organisation answers. */
async function saversIn(
  { engine }: Given,
  { isOfOrganisation, rows }: AssessmentView,
): Promise<ReadonlyMap<string, string>> {
  if (!isOfOrganisation) return new Map();
  const names = await loadNames(
    engine.db,
    rows.map(({ updatedBy }) => updatedBy),
  );
  return new Map(
    rows.flatMap(({ criterion, updatedBy }) => {
      const name = names.get(updatedBy);
      return name === undefined ? [] : [[criterion, name] as const];
    }),
  );
}

/** The people who may write the answers of this assessment, by name. */
async function writersOf({ engine }: Given, { place }: Pick<AssessmentView, 'place'>) {
  return listPeopleOf(engine.db, { ...place, roles: WRITERS });
}

/** Who writes one criterion, and the comments on it. */
export async function criterionTogether(
  { engine }: Given,
  actor: Actor,
  { view, criterion }: { readonly view: AssessmentView; readonly criterion: string },
) {
  const { place } = view;
  const state = stateOf(view.state);
  const writers = await writersOf({ engine }, view);
  const assigned = new Set(
    (await listAssignments(engine.db, view.id))
      .filter((one) => one.criterion === criterion)
      .map(({ userId }) => userId),
  );
  const readers = await listPeopleOf(engine.db, { ...place, roles: ORGANISATION_ROLES });
  const names = new Map(readers.map(({ id, name }) => [id, name]));
  const mayComment = isOpenFor('comment', state) && mayWithAssessment(actor, 'comment', place);
  const mayResolveAll = mayWithAssessment(actor, 'resolve-comments', place);
  const rows = await listComments(engine.db, { assessmentId: view.id, criterion });
  const mayAssign = isOpenFor('assign', state) && mayWithAssessment(actor, 'assign', place);
  return {
    mayAssign,
    work: await workOn({ engine }, view, { criterion, mayAssign }),
    writers: writers.map(({ id, name }) => ({ id, name, assigned: assigned.has(id) })),
    mayComment,
    /** Whom a comment may mention. */
    readers: readers.filter(({ id }) => id !== actor.id).map(({ id, name }) => ({ id, name })),
    comments: rows.map(({ comment, by, resolvedBy }) => ({
      id: comment.id,
      text: comment.text,
      by,
      at: comment.createdAt,
      mentions: comment.mentions.flatMap((id) => names.get(id) ?? []),
      resolved: comment.resolvedAt === null ? null : { at: comment.resolvedAt, by: resolvedBy },
      mayResolve: mayComment && (mayResolveAll || comment.createdBy === actor.id),
    })),
  };
}

/** By when one criterion is to be written, how its review stands, and what can be said of it. */
async function workOn(
  { engine }: Given,
  view: AssessmentView,
  { criterion, mayAssign }: { readonly criterion: string; readonly mayAssign: boolean },
) {
  const plans = await listCriterionPlans(engine.db, view.id);
  const { dueOn, version, review } = plannedWork(plans, view.rows)(criterion);
  return {
    dueOn,
    review,
    /** The version of the answer that it is said of. */
    version,
    /** What the reader may say of it. */
    steps: stepsFrom({
      review,
      isWriter: view.mayAnswer,
      isLead: mayAssign,
      isReady: view.progress.criteria.get(criterion) === 'ready',
      isBegun: version > 0,
    }),
  };
}

export type CriterionTogether = Awaited<ReturnType<typeof criterionTogether>>;
export type ShownComment = CriterionTogether['comments'][number];
