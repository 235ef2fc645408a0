// Everything that scoring reads of an assessment: what its rows say, and for how long the register knows an award of
// its department.
import { heldYears } from '#app/domain/award/held-years.ts';
import type { Charter } from '#app/domain/charter/charter.ts';
import { londonDay } from '#app/domain/london-day.ts';
import type { Facts } from '#app/domain/charter/facts.ts';
import type { CountedAnswers } from '#app/domain/scoring/answer.ts';
import { answerSetIn, type CountingRows } from '#db/repositories/assessment/assessment-content.ts';
import type { LoadedAssessment } from '#db/repositories/assessment/assessments.ts';

/**
 * The answers with the years of awards, where a level of the charter asks for them: up to this day, YYYY-MM-DD, in a
 * draft; once it is signed up to the day of the signature, so that what was signed is what is submitted.
 */
export function scoredAnswers(
  charter: Charter,
  loaded: CountingRows,
  today: string,
): CountedAnswers {
  const answerSet = answerSetIn(loaded);
  const facts = answerSet.facts ?? new Map();
  const held = heldUnder(charter, { awards: loaded.awards, facts }, dayOf(loaded, today));
  return held === null ? answerSet : { ...answerSet, held };
}

function dayOf({ assessment, signedAt }: LoadedAssessment, today: string): string {
  return assessment.state === 'draft' || signedAt === null ? today : londonDay(signedAt);
}

type Known = Pick<LoadedAssessment, 'awards'> & { readonly facts: Facts };

/** The years of awards up to this day, YYYY-MM-DD, by the levels of a charter; null where none of them asks for any. */
export function heldUnder(
  charter: Charter,
  { awards, facts }: Known,
  today: string,
): ReadonlyMap<string, number> | null {
  const { levels } = charter;
  const asks = levels.some(({ preconditions }) =>
    preconditions.some(({ kind }) => kind === 'held'),
  );
  if (!asks) return null;
  const own = awards.filter((award) => award.charter.split('@')[0] === charter.id);
  return heldYears({ levels, awards: own, facts, today });
}
