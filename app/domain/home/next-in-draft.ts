// What comes next while the answers can be changed: for who signs, who leads, who writes, who reads.
import type { NamedCriterion, NextStep } from './next-steps.ts';
import { type CriterionWork, mayNow, type Standing, type Whose } from './reader-standing.ts';

/** The next step with a draft. */
export function inDraft(standing: Standing): NextStep {
  const own = asSigner(standing);
  if (own?.code === 'sign') return own;
  const { revision, today } = standing;
  if (revision !== null && today > revision.dueOn && mayNow(standing, 'answer')) {
    return { code: 'revisions-over', dueOn: revision.dueOn };
  }
  if (mayNow(standing, 'ask-to-sign')) return asLead(standing);
  if (mayNow(standing, 'answer')) return asContributor(standing);
  return own ?? waitForTeam(standing);
}

/** What somebody with the role does about a request; null = there is none, or they have no such role. */
function asSigner(standing: Standing): NextStep | null {
  const { asked, bar } = standing;
  if (asked?.kind !== 'waiting' || !mayNow(standing, 'sign-off')) return null;
  if (bar !== null) return { code: 'others-sign' };
  return { code: 'sign', by: asked.by, at: asked.at };
}

function waitForTeam({ criteria }: Standing): NextStep {
  const ready = criteria.filter(({ state }) => state === 'ready').length;
  return { code: 'wait-for-team', ready, all: criteria.length };
}

function asLead(standing: Standing): NextStep {
  const { asked } = standing;
  if (asked?.kind === 'waiting') {
    return { code: 'wait-for-signature', by: asked.by, at: asked.at };
  }
  if (asked?.kind === 'sent-back') return { code: 'read-sent-back', by: asked.by, at: asked.at };
  return writing(standing, ['own', 'nobody']) ?? others(standing) ?? towardsSubmission(standing);
}

function asContributor(standing: Standing): NextStep {
  const { asked, criteria } = standing;
  const hasOwn = criteria.some(({ whose }) => whose === 'own');
  const work = writing(standing, hasOwn ? ['own'] : ['nobody']);
  if (work !== null) return work;
  if (asked?.kind === 'waiting') {
    return { code: 'wait-for-signature', by: asked.by, at: asked.at };
  }
  return hasOwn ? ownWritten(criteria) : waitForTeam(standing);
}

/** Their own are written: what still holds one of them back is a figure that nobody can write. */
function ownWritten(criteria: readonly CriterionWork[]): NextStep {
  const unready = criteria.filter(({ state }) => state !== 'ready');
  const capped = unready.find(({ whose }) => whose === 'own');
  return capped === undefined
    ? { code: 'own-ready', left: unready.length }
    : { code: 'see-cap', criterion: named(capped) };
}

/** What is to be written by whoever reads it, of criteria that are theirs or nobody's; null = nothing is left. */
function writing(standing: Standing, whose: readonly Whose[]): NextStep | null {
  if (standing.factsToSay > 0) return { code: 'say-facts', count: standing.factsToSay };
  const mine = whose.flatMap((one) => standing.criteria.filter((work) => work.whose === one));
  return (
    firstOf(mine, (work) => revising(work, standing)) ??
    firstOf(mine, (work) => answering(work, standing)) ??
    firstOf(mine, supporting) ??
    firstOf(mine, discussing)
  );
}

function firstOf(
  criteria: readonly CriterionWork[],
  step: (work: CriterionWork) => NextStep | null,
): NextStep | null {
  for (const work of criteria) {
    const found = step(work);
    if (found !== null) return found;
  }
  return null;
}

function named({ id, title }: CriterionWork): NamedCriterion {
  return { id, title };
}

function revising(work: CriterionWork, { revision }: Standing): NextStep | null {
  return work.required && revision !== null
    ? { code: 'revise-criterion', criterion: named(work), dueOn: revision.dueOn }
    : null;
}

/** What stands in the way of a signature comes with what says so; all else with the state of the work. */
function answering(work: CriterionWork, { obstacles }: Standing): NextStep | null {
  const criterion = named(work);
  if (work.state === 'not-started') return { code: 'answer', criterion, minutes: work.minutes };
  if (work.review) return { code: 'look-again', criterion };
  const obstacle = obstacles.find((one) => 'criterion' in one && one.criterion === work.id);
  if (obstacle?.code === 'narrative-over-limit') {
    return { code: 'shorten', criterion, words: obstacle.words, limit: obstacle.limit };
  }
  if (obstacle?.code === 'not-confirmed') return { code: 'confirm', criterion };
  return work.state === 'in-progress' ? { code: 'finish-answer', criterion } : null;
}

function supporting(work: CriterionWork): NextStep | null {
  const { lift } = work;
  if (work.state !== 'needs-evidence' || lift === null) return null;
  const criterion = named(work);
  return 'items' in lift
    ? { code: 'attach-evidence', criterion, items: lift.items }
    : { code: 'enter-counts', criterion, indicator: lift.enter };
}

function discussing(work: CriterionWork): NextStep | null {
  const { open } = work.comments;
  return open > 0 ? { code: 'answer-comments', criterion: named(work), count: open } : null;
}

/** What others have been asked to write and is not ready; null = nothing. */
function others({ criteria }: Standing): NextStep | null {
  const left = criteria.filter(
    ({ whose, state }) =>
      whose === 'others' && (state === 'not-started' || state === 'in-progress'),
  );
  const names = [...new Set(left.flatMap((work) => work.names))];
  return left.length === 0 ? null : { code: 'see-others', count: left.length, names };
}

function towardsSubmission(standing: Standing): NextStep {
  const { actions, obstacles, round, revision, otherRounds, otherSigners } = standing;
  if (actions === 0) return { code: 'add-action' };
  if (obstacles.length > 0) return { code: 'put-right', count: obstacles.length };
  const needsRound = revision === null && (round === null || round.state === 'closed');
  if (needsRound && otherRounds > 0) return { code: 'choose-round' };
  if (needsRound && round !== null) return { code: 'round-closed', at: round.closesAt };
  return otherSigners === 0 ? { code: 'find-signer' } : { code: 'ask-to-sign' };
}
