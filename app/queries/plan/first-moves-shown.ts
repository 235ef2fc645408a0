// The first moves towards a level as pages show them.
import type { Charter } from '#app/domain/charter/charter.ts';
import type { FirstMoves } from '#app/domain/scoring/first-moves.ts';
import { organisationCriteria } from '#app/domain/charter/scope.ts';
import { ORGANISATION_ANSWER } from '#words/assessment/organisation-answers.ts';
import { criterionName } from '#words/kit/wording.ts';
import { liftText, supportText, unansweredText } from '#words/assessment/first-moves-text.ts';

/** What comes before any way, in words and with what to link to. */
export function firstMovesShown(charter: Charter, moves: FirstMoves) {
  const theirs = organisationCriteria(charter);
  const nameOf = (id: string) => {
    const name = criterionName(charter, id);
    return theirs.has(id) ? ORGANISATION_ANSWER.theirs(name) : name;
  };
  return {
    answer: unansweredText(moves),
    unanswered: moves.unanswered.map((id) => ({ id, name: nameOf(id) })),
    support: supportText(charter, moves),
    lifts: moves.lifts.map((lift) => ({
      id: lift.criterion,
      name: nameOf(lift.criterion),
      text: liftText(charter, lift),
    })),
  };
}

export type FirstMovesShown = ReturnType<typeof firstMovesShown>;
