// What stands between an assessment and its signature, and what is worth knowing before it, in words.
import type { Charter } from '#app/domain/charter/charter.ts';
import type { Obstacle, Remark } from '#app/domain/submission/not-ready.ts';
import { criterionName, levelText, ratingText } from '#words/kit/wording.ts';

/** What stops a signature, and the criterion that it is about; null = none. */
export function obstacleText(
  charter: Charter,
  obstacle: Obstacle,
): { text: string; criterion: string | null } {
  switch (obstacle.code) {
    case 'nothing-answered':
      return { text: 'No criterion is answered yet.', criterion: null };
    case 'narrative-over-limit':
      return {
        text: `${criterionName(charter, obstacle.criterion)}: ${obstacle.words} words, and at most ${obstacle.limit} can be submitted.`,
        criterion: obstacle.criterion,
      };
    case 'not-confirmed':
      return {
        text: `${criterionName(charter, obstacle.criterion)}: rating ${ratingText(charter, obstacle.claimed)} is not confirmed one by one. Tick its statements.`,
        criterion: obstacle.criterion,
      };
    default:
      return obstacle satisfies never;
  }
}

/** What a reader should know before signing. */
export function remarkText(charter: Charter, remark: Remark): string {
  switch (remark.code) {
    case 'unanswered':
      return `Not answered, so counted as rating 0: ${remark.criteria.length === 1 ? 'one criterion' : `${remark.criteria.length} criteria`}.`;
    case 'no-narrative':
      return `A rating without a narrative: ${remark.criteria.length}.`;
    case 'capped':
      return `Claims that count only in part, because something they need is missing: ${remark.criteria.length}.`;
    case 'below-target':
      return remark.reached === null
        ? `No level is reached yet; the target is ${levelText(charter, remark.target)}.`
        : `The level reached is ${levelText(charter, remark.reached)}; the target is ${levelText(charter, remark.target)}.`;
    case 'no-actions':
      return 'The action plan is empty.';
    default:
      return remark satisfies never;
  }
}
