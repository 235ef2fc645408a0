// The work on each criterion of an assessment, for one reader: whose it is, what it lacks, what is said of it.
import type { CriterionWork, OpenComments, Whose } from '#app/domain/home/reader-standing.ts';
import { plannedWork } from '#app/domain/assessment/criterion-review.ts';
import { allCriteria } from '#app/domain/charter/charter.ts';
import type { Actor } from '#app/domain/policy/actor.ts';
import { WRITERS } from '#app/domain/policy/assessment.ts';
import { evidenceNeeded } from '#app/domain/scoring/evidence-needed.ts';
import type { Cap } from '#app/domain/scoring/scorecard.ts';
import type { AssessmentView } from '#app/doors/assessment-view.ts';
import { isAnsweredByOrganisation } from '#app/doors/of-organisation.ts';
import type { Revisions } from '#app/queries/submission/required-meanwhile.ts';
import { holdersAt } from '#db/repositories/people/roles.ts';
import type { Loaded } from './loaded-for.ts';

type Known = {
  readonly actor: Actor;
  readonly loaded: Pick<Loaded, 'assigned' | 'comments' | 'holders' | 'noted' | 'plans'>;
  readonly revisions: Revisions | null;
};

const NO_COMMENTS: OpenComments = { open: 0, mentions: 0, byOthers: 0 };

/** What applies, in the order of the charter. */
export function criterionWork(view: AssessmentView, known: Known): readonly CriterionWork[] {
  const { charter, progress, scorecard } = view;
  const { actor, loaded, revisions } = known;
  const writers = new Map(
    holdersAt(loaded.holders, { ...view.place, roles: WRITERS }).map(({ id, name }) => [id, name]),
  );
  const assigned = Map.groupBy(
    (loaded.assigned.get(view.id) ?? []).filter(({ userId }) => writers.has(userId)),
    ({ criterion }) => criterion,
  );
  const comments = new Map(
    (loaded.comments.get(view.id) ?? []).map(({ criterion, ...open }) => [criterion, open]),
  );
  const plannedFor = plannedWork(loaded.plans.get(view.id) ?? [], view.rows);
  const scores = new Map(scorecard.criteria.map((score) => [score.id, score]));
  const toReview = new Set(
    view.rows.filter(({ review }) => review !== null).map(({ criterion }) => criterion),
  );
  const isTouched = touchedSince(view, revisions, loaded.noted);
  const applying = allCriteria(charter).filter(
    ({ id }) => progress.criteria.get(id) !== 'does-not-apply',
  );
  return applying.map(({ id, title, minutes }) => {
    const people = (assigned.get(id) ?? []).map(({ userId }) => userId);
    const { dueOn, review: answer } = plannedFor(id);
    return {
      id,
      title,
      minutes,
      state: progress.criteria.get(id) ?? 'not-started',
      review: toReview.has(id),
      whose: isAnsweredByOrganisation(view, id) ? 'organisation' : whoseOf(people, actor),
      isMine: people.includes(actor.id),
      dueOn,
      answer,
      names: [...writers].filter(([writer]) => people.includes(writer)).map(([, name]) => name),
      lift: liftOf(scores.get(id)?.reasons ?? []),
      comments: comments.get(id) ?? NO_COMMENTS,
      required: revisions !== null && revisions.criteria.includes(id) && !isTouched(id),
    };
  });
}

function whoseOf(people: readonly string[], { id }: Actor): Whose {
  if (people.length === 0) return 'nobody';
  return people.includes(id) ? 'own' : 'others';
}

function liftOf(reasons: readonly Cap[]): CriterionWork['lift'] {
  const { items } = evidenceNeeded(reasons);
  if (items > 0) return { items };
  const missing = reasons.find((cap) => cap.kind === 'indicator' && cap.why === 'no-counts');
  return missing?.kind === 'indicator' ? { enter: missing.enter ?? missing.indicator } : null;
}

/** Whether anything of a criterion was saved, attached or noted since the panel required it. */
function touchedSince(
  { rows, evidence }: AssessmentView,
  revisions: Revisions | null,
  noted: ReadonlySet<string>,
): (criterion: string) => boolean {
  if (revisions === null) return () => false;
  const { id, at } = revisions.decision;
  const touched = new Set([
    ...rows.filter(({ updatedAt }) => updatedAt > at).map(({ criterion }) => criterion),
    ...evidence.filter(({ item }) => item.createdAt > at).map(({ item }) => item.criterion),
  ]);
  return (criterion) => touched.has(criterion) || noted.has(`${id} ${criterion}`);
}
