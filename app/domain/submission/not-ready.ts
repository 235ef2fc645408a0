// What stands between an assessment and its sign-off, and what a reader should know before signing.
// Too long a narrative stops it, and a rating that is not confirmed statement by statement; everything else is told and left to the people who sign.
import { allCriteria, type Charter } from '#app/domain/charter/charter.ts';
import type { Scorecard } from '#app/domain/scoring/scorecard.ts';
import { type AnswerSet, wordsOf } from '#app/domain/scoring/answer.ts';
import { criteriaToConfirm } from '#app/domain/scoring/confirmed.ts';

export type Obstacle =
  | {
      readonly code: 'narrative-over-limit';
      readonly criterion: string;
      readonly words: number;
      readonly limit: number;
    }
  | { readonly code: 'not-confirmed'; readonly criterion: string; readonly claimed: number }
  | { readonly code: 'nothing-answered' };

export type Remark =
  | { readonly code: 'unanswered'; readonly criteria: readonly string[] }
  | { readonly code: 'no-narrative'; readonly criteria: readonly string[] }
  | { readonly code: 'capped'; readonly criteria: readonly string[] }
  | { readonly code: 'below-target'; readonly target: string; readonly reached: string | null }
  | { readonly code: 'no-actions' };

export type Readiness = {
  readonly obstacles: readonly Obstacle[];
  readonly remarks: readonly Remark[];
};

type Given = {
  readonly charter: Charter;
  readonly answerSet: AnswerSet;
  readonly scorecard: Scorecard;
  readonly targetLevel: string;
  readonly actions: number;
};

/** Everything that stops a sign-off, and everything worth knowing before it. */
export function readinessOf(given: Given): Readiness {
  return { obstacles: obstaclesOf(given), remarks: remarksOf(given) };
}

function obstaclesOf({ charter, answerSet, scorecard }: Given): readonly Obstacle[] {
  const out = new Set(
    scorecard.criteria.filter(({ ruledOutBy }) => ruledOutBy !== undefined).map(({ id }) => id),
  );
  const long = allCriteria(charter).flatMap(({ id, wordLimit }): readonly Obstacle[] => {
    if (out.has(id)) return [];
    const answer = answerSet.answers.get(id);
    const words = answer === undefined ? 0 : wordsOf(answer);
    return words > wordLimit
      ? [{ code: 'narrative-over-limit', criterion: id, words, limit: wordLimit }]
      : [];
  });
  const nothing: readonly Obstacle[] =
    scorecard.answered === 0 ? [{ code: 'nothing-answered' }] : [];
  const toConfirm = criteriaToConfirm(charter, answerSet, scorecard).map(
    ([criterion, claimed]) => ({ code: 'not-confirmed', criterion, claimed }) as const,
  );
  return [...nothing, ...long, ...toConfirm];
}

function remarksOf(given: Given): readonly Remark[] {
  const { charter, answerSet, scorecard, targetLevel, actions } = given;
  const needText = new Set(
    allCriteria(charter)
      .filter(({ narrative }) => narrative === 'required')
      .map(({ id }) => id),
  );
  const silent = scorecard.criteria
    .filter(({ answered, id }) => answered && needText.has(id))
    .filter(({ id }) => (answerSet.answers.get(id)?.narrative ?? '').trim() === '')
    .map(({ id }) => id);
  const capped = scorecard.criteria.filter(({ reasons }) => reasons.length > 0).map(({ id }) => id);
  const order = charter.levels.map(({ id }) => id);
  const reached = scorecard.level === null ? -1 : order.indexOf(scorecard.level);
  return [
    ...listed('unanswered', scorecard.unanswered),
    ...listed('no-narrative', silent),
    ...listed('capped', capped),
    ...(reached < order.indexOf(targetLevel)
      ? [{ code: 'below-target', target: targetLevel, reached: scorecard.level } as const]
      : []),
    ...(actions === 0 ? [{ code: 'no-actions' } as const] : []),
  ];
}

function listed(
  code: 'unanswered' | 'no-narrative' | 'capped',
  criteria: readonly string[],
): readonly Remark[] {
  return criteria.length === 0 ? [] : [{ code, criteria }];
}
