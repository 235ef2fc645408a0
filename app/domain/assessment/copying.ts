// Which answers of one assessment can start another: those to the same criteria of the same charter, in
// this version or carried over from an earlier one, where nothing is written yet.
import { allCriteria, type Charter, findCriterion } from '#app/domain/charter/charter.ts';
import { organisationCriteria } from '#app/domain/charter/scope.ts';
import { carryOver } from './carried-answers.ts';
import { isNewer } from '#app/domain/charter/newer.ts';
import { ok, refused, type Result } from '#app/domain/problem.ts';
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
  const theirs = organisationCriteria(target.charter);
  return matched(source, target.charter).filter(
    (one) =>
      !theirs.has(one.criterion) &&
      saysEnough(target.charter, one) &&
      !isStarted(target.answerSet, one.criterion),
  );
}

type Copying = {
  readonly source: Side & { readonly id: string };
  readonly target: Side & { readonly id: string };
  /** Criteria of the target that are asked for; others are left alone. */
  readonly criteria: readonly string[];
};

/** What of the source is copied; an assessment is not copied from itself. */
export function decideCopying({
  source,
  target,
  criteria,
}: Copying): Result<readonly Copyable[], { readonly code: 'nothing-to-copy' }> {
  const wanted = copyable(source, target).filter(({ criterion }) => criteria.includes(criterion));
  return wanted.length === 0 || source.id === target.id
    ? refused({ code: 'nothing-to-copy' })
    : ok(wanted);
}

/** Whether a piece of evidence comes along: a file stays inside its organisation, a link may be read by anyone who has it. */
export function comesAlong(
  { fileId }: { readonly fileId: string | null },
  place: { readonly from: string; readonly to: string },
): boolean {
  return fileId === null || place.from === place.to;
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

/** A text, or an answer that takes none. */
function saysEnough(charter: Charter, { criterion: id, answer }: Copyable): boolean {
  const criterion = findCriterion(charter, id);
  return (
    hasText(answer) ||
    (answer.claimed !== null && criterion?.narrative === 'optional') ||
    (answer.notApplicable !== null && criterion?.notApplicableReason === 'none')
  );
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
