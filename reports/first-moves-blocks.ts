// What comes before any way to a level, as blocks of a document.
import { GAP } from '#words/assessment/report-words.ts';
import type { Charter } from '#app/domain/charter/charter.ts';
import type { FirstMoves } from '#app/domain/scoring/first-moves.ts';
import { liftText, supportText, unansweredText } from '#words/assessment/first-moves-text.ts';
import type { Block } from './model.ts';
import { criterionName } from '#words/kit/wording.ts';

/** None where nothing comes first. */
export function firstMoveBlocks(charter: Charter, moves: FirstMoves): readonly Block[] {
  const answer = unansweredText(moves);
  const support = supportText(charter, moves);
  if (answer === null && support === null) return [];
  return [
    { kind: 'heading', level: 3, text: GAP.whatToDoFirst },
    ...listed(
      answer,
      moves.unanswered.map((id) => criterionName(charter, id)),
    ),
    ...listed(
      support,
      moves.lifts.map(
        (lift) => `${criterionName(charter, lift.criterion)}: ${liftText(charter, lift)}`,
      ),
    ),
  ];
}

function listed(text: string | null, items: readonly string[]): readonly Block[] {
  if (text === null) return [];
  return [
    { kind: 'paragraph', style: 'body', text },
    { kind: 'list', ordered: false, items },
  ];
}
