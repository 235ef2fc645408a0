// Everything that scoring reads of an assessment: what its rows say, and for how long the register knows an award of
// its department.
import { heldYears } from '#app/domain/award/held-years.ts';
import type { Charter } from '#app/domain/charter/charter.ts';
import type { CountedAnswers } from '#app/domain/scoring/answer.ts';
import { answerSetIn } from '#db/repositories/assessment/assessment-content.ts';
import type { LoadedAssessment } from '#db/repositories/assessment/assessments.ts';

/** The answers with the years of awards up to this day, YYYY-MM-DD, where a level of the charter asks for them. */
export function scoredAnswers(
  charter: Charter,
  loaded: LoadedAssessment,
  today: string,
): CountedAnswers {
  const answerSet = answerSetIn(loaded);
  const { levels } = charter;
  const asks = levels.some(({ preconditions }) =>
    preconditions.some(({ kind }) => kind === 'held'),
  );
  if (!asks) return answerSet;
  const awards = loaded.awards.filter((award) => award.charter.split('@')[0] === charter.id);
  const facts = answerSet.facts ?? new Map();
  return { ...answerSet, held: heldYears({ levels, awards, facts, today }) };
}
