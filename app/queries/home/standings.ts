// Where assessments stand for one reader, from everything that is on record of them; as many statements for many as
// for one.
import { nextStep } from '#app/domain/home/what-next.ts';
import type { Standing } from '#app/domain/home/reader-standing.ts';
import { takesVersion } from '#app/domain/assessment/round-times.ts';
import { londonDay } from '#app/domain/london-day.ts';
import { type Actor, SIGNING_ROLES } from '#app/domain/policy/actor.ts';
import { asksForRevision, awards as makesAward } from '#app/domain/review/decided-outcome.ts';
import { stateOf } from '#app/domain/submission/life.ts';
import { readinessOf } from '#app/domain/submission/not-ready.ts';
import type { AssessmentView } from '#app/doors/assessment-view.ts';
import { isAskedOfOrganisation } from '#app/doors/of-organisation.ts';
import { signingBars } from '#app/doors/signing-bars.ts';
import type { Services } from '#app/services.server.ts';
import { type Holder, holdersAt } from '#db/repositories/people/roles.ts';
import type { AroundAssessments } from './around-assessments.ts';
import { criterionWork } from './criterion-work.ts';
import { type Asking, type Loaded, loadedFor } from './loaded-for.ts';

type Given = Pick<Services, 'engine' | 'clock'>;

/** Where each stands, in the order of the views. */
export async function standingsOf(
  services: Given,
  actor: Actor,
  asking: Asking,
): Promise<readonly Standing[]> {
  const loaded = await loadedFor(services, actor, asking);
  const now = services.clock().toISOString();
  const drafts = asking.views.map((view) => standingOf(view, { actor, asking, loaded, now }));
  return withSigners(services, drafts, loaded.holders);
}

type Known = {
  readonly actor: Actor;
  readonly asking: Asking;
  readonly loaded: Loaded;
  readonly now: string;
};

/** The standing, as if everybody with the role might sign. */
function standingOf(view: AssessmentView, { actor, asking, loaded, now }: Known): Standing {
  const { id, place, charter, answerSet, scorecard, targetLevel } = view;
  const { around } = asking;
  const revisions = around.revisions.get(id) ?? null;
  const signing = around.signing.get(id) ?? null;
  const signature = loaded.signatures.get(id);
  const actions = view.actions.length;
  const { obstacles } = readinessOf({ charter, answerSet, scorecard, targetLevel, actions });
  const submitted = loaded.submissions.get(id);
  return {
    id,
    label: view.label,
    actor,
    place,
    state: stateOf(view.state),
    today: londonDay(now),
    factsToSay: factsToSay(view),
    criteria: criterionWork(view, { actor, loaded, revisions }),
    obstacles,
    actions,
    asked: askedIn(signing),
    bar: null,
    otherSigners: signersAt(loaded.holders, { actor, place }).length,
    signature: signature === undefined ? null : { userId: signature.userId, name: signature.name },
    revision: revisions === null ? null : { dueOn: revisions.dueOn },
    round: around.deadlines.get(id) ?? null,
    otherRounds: loaded.rounds.filter(
      (round) =>
        takesVersion(round, scorecard.charter) && round.closesAt > now && round.id !== view.roundId,
    ).length,
    hasRival: loaded.rivals.has(id),
    submittedOn: submitted === undefined ? null : londonDay(submitted.submittedAt),
    decided: decidedIn(around.decided.get(id)),
    award: awardIn(around.awards.get(id), loaded),
  };
}

/** The facts that are asked of whoever answers here, where nothing was said of any. */
function factsToSay(view: AssessmentView): number {
  if (view.factsVersion > 0) return 0;
  return view.charter.facts.filter(({ id }) => !isAskedOfOrganisation(view, id)).length;
}

type Maps = AroundAssessments;
type ValueOf<M> = M extends ReadonlyMap<string, infer V> ? V : never;

function askedIn(signing: ValueOf<Maps['signing']> | null): Standing['asked'] {
  if (signing === null || signing.kind === 'signed') return null;
  const { kind, by, at } = signing;
  return { kind, by, at, text: kind === 'waiting' ? signing.message : signing.comments };
}

function decidedIn(last: ValueOf<Maps['decided']> | undefined): Standing['decided'] {
  if (last === undefined) return null;
  const { outcome, isEarlier } = last;
  if (asksForRevision(outcome)) return { outcome: 'revisions', isEarlier };
  return { outcome: makesAward(outcome) ? 'award' : 'none', isEarlier };
}

function awardIn(
  award: ValueOf<Maps['awards']> | undefined,
  { renewals }: Loaded,
): Standing['award'] {
  if (award === undefined) return null;
  const { id, next, opensOn, lastDay, renewability } = award;
  return { next, opensOn, lastDay, renewability, renewal: renewals.get(id) ?? null };
}

type At = Pick<Standing, 'actor' | 'place'>;

function signersAt(holders: readonly Holder[], { actor, place }: At) {
  return holdersAt(holders, { ...place, roles: SIGNING_ROLES }).filter(({ id }) => id !== actor.id);
}

/** Who may sign is asked only where it decides what comes next: it takes every version of every answer. */
async function withSigners(
  services: Given,
  standings: readonly Standing[],
  holders: readonly Holder[],
): Promise<readonly Standing[]> {
  const asked = standings.filter((one) => ['sign', 'ask-to-sign'].includes(nextStep(one).code));
  const people = [
    ...asked.map(({ actor }) => actor.id),
    ...asked.flatMap((one) => signersAt(holders, one).map(({ id }) => id)),
  ];
  const ids = asked.map(({ id }) => id);
  const barOf = await signingBars(services, [...new Set(people)], ids);
  return standings.map((one) =>
    ids.includes(one.id)
      ? {
          ...one,
          bar: barOf(one.actor.id, one.id),
          otherSigners: signersAt(holders, one).filter(
            (person) => barOf(person.id, one.id) === null,
          ).length,
        }
      : one,
  );
}
