// The first moves towards a level as pages show them.
import type { Charter } from '#app/domain/charter/charter.ts';
import type { FirstMoves } from '#app/domain/scoring/first-moves.ts';
import { criterionName } from '#words/kit/wording.ts';
import { liftText, supportText, unansweredText } from '#words/assessment/first-moves-text.ts';

/** What comes before any way, in words and with what to link to. */
export function firstMovesShown(charter: Charter, moves: FirstMoves) {
  return {
    answer: unansweredText(moves),
    unanswered: moves.unanswered.map((id) => ({ id, name: criterionName(charter, id) })),
    support: supportText(charter, moves),
    lifts: moves.lifts.map((lift) => ({
      id: lift.criterion,
      name: criterionName(charter, lift.criterion),
      text: liftText(charter, lift),
    })),
  };
}

export type FirstMovesShown = ReturnType<typeof firstMovesShown>;
