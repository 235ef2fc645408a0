// What a way to a level supposes of its preconditions: what is unknown is entered as the level needs it, and what
// is not so keeps it out of reach. Source: scoring.md, What charter format 2 adds, Cheapest way.
import type { Charter } from '#app/domain/charter/charter.ts';
import type { Precondition } from '#app/domain/charter/facts.ts';
import type { AnswerSet } from '#app/domain/scoring/answer.ts';
import { factBehind, preconditionState } from '#app/domain/scoring/precondition.ts';
import type { Reason } from './blocked.ts';
import { levelsUpTo } from './goal.ts';

export type Supposed = {
  /** The answers with what is unknown up to the target as its levels need it. */
  readonly supposed: AnswerSet;
  /** The facts to enter for that, each once. */
  readonly enterFacts: readonly string[];
  /** Preconditions that are not so. */
  readonly against: readonly Reason[];
};

/** What the way to the level `to` supposes. */
export function supposeFacts(charter: Charter, answerSet: AnswerSet, to: string): Supposed {
  const asked = levelsUpTo(charter, to).flatMap(({ id: level, preconditions }) =>
    preconditions.map((precondition) => ({
      level,
      precondition,
      ...preconditionState(precondition, answerSet),
    })),
  );
  const unknown = asked
    .filter(({ state }) => state === 'unknown')
    .map(({ precondition }) => precondition);
  return {
    supposed: unknown.length === 0 ? answerSet : asNeeded(answerSet, unknown),
    enterFacts: [...new Set(unknown.map(factBehind))],
    against: asked
      .filter(({ state }) => state === 'no')
      .map(({ level, precondition }) => ({ kind: 'precondition', level, precondition })),
  };
}

function asNeeded(answerSet: AnswerSet, unknown: readonly Precondition[]): AnswerSet {
  const facts = new Map(answerSet.facts);
  const held = new Map(answerSet.held);
  for (const precondition of unknown) {
    if (precondition.kind === 'fact') facts.set(precondition.fact, String(precondition.is));
    else {
      const { level, years } = precondition;
      held.set(level, Math.max(years, held.get(level) ?? 0));
    }
  }
  return { ...answerSet, facts, held };
}
