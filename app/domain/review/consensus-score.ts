// The score with what the panel agreed in place of what the department claimed. The rules of evidence and
// indicators cap it as they cap a claim (scoring.md, Terms): a panel can agree a rating that then counts
// in part.
import type { AnswerSet } from '#app/domain/scoring/answer.ts';
import { allCriteria, type Charter } from '#app/domain/charter/charter.ts';
import { scoreAssessment } from '#app/domain/scoring/score.ts';
import type { Scorecard } from '#app/domain/scoring/scorecard.ts';

/** By criterion: the agreed rating, or null where 'not applicable' is agreed. */
export type Agreed = ReadonlyMap<string, number | null>;

/** The answers as the panel agreed them; a criterion that is not agreed yet stays as claimed. */
export function agreedAnswers<Answers extends AnswerSet>(
  charter: Charter,
  submitted: Answers,
  agreed: Agreed,
): Answers {
  const answers = allCriteria(charter).flatMap(({ id }) => {
    const answer = submitted.answers.get(id);
    const rating = agreed.get(id);
    if (rating === undefined || (rating === null && answer?.notApplicable != null)) {
      return answer === undefined ? [] : [[id, answer] as const];
    }
    const kept = answer ?? { narrative: '', evidence: [] };
    return [[id, { ...kept, claimed: rating, notApplicable: null }] as const];
  });
  return { ...submitted, answers: new Map(answers) };
}

/** The scorecard of what the panel agreed. */
export function consensusScore(charter: Charter, submitted: AnswerSet, agreed: Agreed): Scorecard {
  return scoreAssessment(charter, agreedAnswers(charter, submitted, agreed));
}
