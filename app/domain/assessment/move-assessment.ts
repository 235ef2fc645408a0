// A whole assessment moved to a newer version of its charter: the answers as carried-answers.ts carries them,
// and with them what scoring does not read. Nothing is lost: what is not carried is left behind,
// readable. Source: scoring.md, Versions.
import { type Charter, charterName } from '#app/domain/charter/charter.ts';
import { type CarryOver, carryOver } from './carried-answers.ts';
import { declaredBump } from '#app/domain/charter/version-bump.ts';
import { ok, refused, type Result } from '#app/domain/problem.ts';
import { criteriaToConfirm, withConfirmedTicks } from '#app/domain/scoring/confirmed.ts';
import { scoreAssessment } from '#app/domain/scoring/score.ts';
import type { Answer } from '#app/domain/scoring/answer.ts';
import type { Assessment, Given } from '#app/domain/formats/assessment-file.ts';

export type Move = {
  readonly assessment: Assessment;
  readonly carried: CarryOver;
  /** Criteria that actions named and that nothing succeeds; the action no longer names them. */
  readonly unlinked: readonly { readonly objective: string; readonly criterion: string }[];
  /** The level aimed for, where the newer version has none of that id; null = it has. */
  readonly targetDropped: string | null;
  /** Criteria whose rating is to be confirmed statement by statement afterwards. */
  readonly toConfirm: readonly string[];
};

export type MoveProblem =
  | { readonly code: 'other-charter'; readonly from: string; readonly to: string }
  | { readonly code: 'not-newer'; readonly from: string; readonly to: string };

/** The assessment under the newer version, with everything that a preview shows. */
export function moveAssessment(
  assessment: Assessment,
  from: Charter,
  to: Charter,
): Result<Move, MoveProblem> {
  const names = { from: charterName(from), to: charterName(to) };
  if (from.id !== to.id) return refused({ code: 'other-charter', ...names });
  const step = declaredBump(from.version, to.version);
  if (step === 'none' || step === 'lower') return refused({ code: 'not-newer', ...names });
  const carried = carryOver(from, to, assessment.answerSet);
  const successors = successorsOf(carried);
  const { targetLevel } = assessment;
  const hasTarget = targetLevel === null || to.levels.some(({ id }) => id === targetLevel);
  const links = assessment.actions.map((action) => ({
    action,
    lost: action.criteria.filter((id) => !successors.has(id)),
    criteria: [...new Set(action.criteria.flatMap((id) => successors.get(id) ?? []))],
  }));
  const scorecard = scoreAssessment(to, carried.answerSet);
  return ok({
    carried,
    toConfirm: criteriaToConfirm(to, carried.answerSet, scorecard).map(([id]) => id),
    unlinked: links.flatMap(({ action, lost }) =>
      lost.map((criterion) => ({ objective: action.objective, criterion })),
    ),
    targetDropped: hasTarget ? null : targetLevel,
    assessment: {
      ...assessment,
      // Whatever is left behind stays readable.
      format: to.format === 2 ? 2 : assessment.format,
      charter: names.to,
      targetLevel: hasTarget ? targetLevel : null,
      answerSet: {
        ...carried.answerSet,
        answers: withConfirmedTicks(to, carried.answerSet.answers),
        sources: sourcesOf(assessment.answerSet, carried),
      },
      actions: links.map(({ action, criteria }) => ({ ...action, criteria })),
      leftBehind: leftBehind(assessment, carried),
    },
  });
}

/** For each older criterion, the newer ones that follow from it. */
export function successorsOf({ criteria }: CarryOver): ReadonlyMap<string, readonly string[]> {
  const pairs = criteria.flatMap(({ id, from }) => from.map((old) => ({ id, old: old.criterion })));
  return new Map(
    pairs.map(({ old }) => [old, pairs.filter((pair) => pair.old === old).map(({ id }) => id)]),
  );
}

function sourcesOf({ sources }: Given, { answerSet }: CarryOver): ReadonlyMap<string, string> {
  return new Map([...sources].filter(([id]) => answerSet.indicators.has(id)));
}

// Also the old answer whose claim the newer scale does not have; one that lost only ticks is carried. Of two answers
// left behind under one id, the later one stays.
function leftBehind({ answerSet, leftBehind: before }: Assessment, carried: CarryOver): Given {
  const old = [
    ...carried.removed,
    ...carried.criteria.flatMap(({ outcome, answer, from }) =>
      outcome === 'merged' || answer?.claimed !== from[0]?.answer?.claimed ? from : [],
    ),
  ];
  const answers = old.flatMap(({ criterion, answer }): [string, Answer][] =>
    answer === null ? [] : [[criterion, answer]],
  );
  const stays = <T>(entries: ReadonlyMap<string, T>) =>
    [...entries].filter(([id]) => carried.countsLeft.includes(id));
  return {
    answers: new Map([...before.answers, ...answers]),
    indicators: new Map([...before.indicators, ...stays(answerSet.indicators)]),
    sources: new Map([...before.sources, ...stays(answerSet.sources)]),
  };
}
