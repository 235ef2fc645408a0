// A move to a newer version of a charter, as JSON.
import type { Move } from '#app/domain/assessment/move-assessment.ts';
import type { Standing } from '#app/domain/assessment/carried-answers.ts';
import { scoreResult } from '#app/domain/scoring/results.ts';

/** The move with the answers left out: they are in the file. */
export function moveResults({ carried, unlinked, targetDropped, toConfirm }: Move) {
  const standing = ({ overall, level }: Standing) => ({ overall: scoreResult(overall), level });
  return {
    from: carried.diff.from,
    to: carried.diff.to,
    criteria: carried.criteria.map(({ id, outcome, from, answer }) => ({
      id,
      outcome,
      from: from.map(({ criterion }) => criterion),
      answered: answer !== null,
    })),
    removed: carried.removed.map(({ criterion, answer }) => ({
      id: criterion,
      answered: answer !== null,
    })),
    countsLeft: carried.countsLeft,
    unlinked,
    targetDropped,
    ...(toConfirm.length === 0 ? {} : { notConfirmed: toConfirm }),
    before: standing(carried.before),
    after: standing(carried.after),
  };
}
