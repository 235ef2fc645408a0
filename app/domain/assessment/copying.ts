// Which answers of one assessment can start another: those to the same criteria of the same charter, in
// this version or carried over from an earlier one, where nothing is written yet.
import { allCriteria, type Charter } from '#app/domain/charter/charter.ts';
import { carryOver } from './carried-answers.ts';
import { isNewer } from '#app/domain/charter/newer.ts';
import type { Answer, AnswerSet } from '#app/domain/scoring/answer.ts';

export type Copyable = {
  /** The criterion in the assessment that is written. */
  readonly criterion: string;
  /** The criterion that the answer was given to. */
  readonly from: string;
  readonly answer: Answer;
};

type Side = { readonly charter: Charter; readonly answerSet: Pick<AnswerSet, 'answers'> };

/** In the charter's order; nothing where the charters are not versions of one. */
export function copyable(source: Side, target: Side): readonly Copyable[] {
  if (source.charter.id !== target.charter.id) return [];
  return matched(source, target.charter).filter(
    ({ criterion, answer }) => hasText(answer) && !isStarted(target.answerSet, criterion),
  );
}

function matched({ charter, answerSet }: Side, to: Charter): readonly Copyable[] {
  if (isNewer(charter, to)) {
    return carryOver(charter, to, {
      answers: answerSet.answers,
      indicators: new Map(),
    }).criteria.flatMap(({ id, answer, from }) =>
      answer === null ? [] : [{ criterion: id, from: from[0]?.criterion ?? id, answer }],
    );
  }
  return allCriteria(to).flatMap(({ id }) => {
    const answer = answerSet.answers.get(id);
    return answer === undefined ? [] : [{ criterion: id, from: id, answer }];
  });
}

function hasText({ narrative, notApplicable }: Answer): boolean {
  return narrative.trim() !== '' || (notApplicable ?? '').trim() !== '';
}

function isStarted({ answers }: Side['answerSet'], criterion: string): boolean {
  const answer = answers.get(criterion);
  return (
    answer !== undefined &&
    (answer.claimed !== null || answer.notApplicable !== null || answer.narrative.trim() !== '')
  );
}
