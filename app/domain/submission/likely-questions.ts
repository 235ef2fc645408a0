// What a panel would probably ask, from data alone: a claim above what the last panel agreed on, a rating that the target
// rests on with the fewest items of evidence that are allowed, and a figure that is missing.
import { allCriteria, type Charter, type Criterion } from '#app/domain/charter/charter.ts';
import type { AnswerSet, EvidenceItem, MissingReason } from '#app/domain/scoring/answer.ts';
import { countEvidence } from '#app/domain/scoring/counting-evidence.ts';
import { ruleVerdict } from '#app/domain/scoring/rule-verdict.ts';
import type { CriterionScore, Scorecard } from '#app/domain/scoring/scorecard.ts';

export type LikelyQuestion =
  | {
      readonly code: 'above-agreed';
      readonly criterion: string;
      readonly claimed: number;
      readonly agreed: number;
    }
  | {
      readonly code: 'fewest-items';
      readonly criterion: string;
      /** The rating that a level up to the target asks for. */
      readonly needs: number;
      readonly items: number;
      /** The kind that is asked for; left out = any. */
      readonly evidenceKind?: string;
    }
  | {
      readonly code: 'missing-figure';
      readonly criterion: string;
      /** Of several, the one whose reason comes first. */
      readonly indicator: string;
      readonly why: MissingReason;
    };

type Given = {
  readonly charter: Charter;
  readonly answerSet: AnswerSet;
  readonly scorecard: Scorecard;
  readonly targetLevel: string;
  /** By criterion (agreed-before.ts); empty = no panel decided before. */
  readonly agreed: ReadonlyMap<string, number>;
};

/** The questions in the charter’s order, only of criteria that apply and claim a rating. */
export function likelyQuestions(given: Given): readonly LikelyQuestion[] {
  const { charter, scorecard } = given;
  const needed = neededFor(given);
  const scores = new Map(scorecard.criteria.map((score) => [score.id, score]));
  return allCriteria(charter).flatMap((criterion) => {
    const score = scores.get(criterion.id);
    if (score === undefined || !score.applicable || score.claimed === null) return [];
    const { claimed } = score;
    return [
      ...aboveAgreed({ ...score, claimed }, given),
      ...fewestItems({ criterion, score, needs: needed.get(criterion.id) }, given),
      ...missingFigures({ criterion, claimed }, given),
    ];
  });
}

/** The highest rating that the target, or a level below it, asks of a criterion by name. */
function neededFor({ charter, scorecard, targetLevel }: Given): ReadonlyMap<string, number> {
  const upTo = charter.levels.findIndex(({ id }) => id === targetLevel);
  const asked = scorecard.levels.slice(0, upTo + 1).flatMap(({ conditions }) => conditions);
  const needed = new Map<string, number>();
  for (const condition of asked) {
    if (condition.kind !== 'required') continue;
    const before = needed.get(condition.criterion) ?? 0;
    needed.set(condition.criterion, Math.max(before, condition.needs));
  }
  return needed;
}

function aboveAgreed(
  { id: criterion, claimed }: { readonly id: string; readonly claimed: number },
  { agreed }: Given,
): readonly LikelyQuestion[] {
  const before = agreed.get(criterion);
  return before === undefined || claimed <= before
    ? []
    : [{ code: 'above-agreed', criterion, claimed, agreed: before }];
}

type Required = {
  readonly criterion: Criterion;
  readonly score: CriterionScore;
  /** undefined = no level asks for it by name. */
  readonly needs: number | undefined;
};

/** Where one item less would take the required rating away. What does not reach it is told elsewhere. */
function fewestItems(
  { criterion, score, needs }: Required,
  { answerSet }: Given,
): readonly LikelyQuestion[] {
  if (needs === undefined || score.supported < needs) return [];
  const evidence = answerSet.answers.get(criterion.id)?.evidence ?? [];
  const binding = Map.groupBy(
    criterion.evidenceRules.filter(({ from }) => from <= needs),
    ({ kind }) => kind,
  );
  return [...binding].flatMap(([kind, rules]): readonly LikelyQuestion[] => {
    const items = Math.max(...rules.map(({ minimum }) => minimum));
    if (items === 0 || countEvidence(ofKind(evidence, kind)) > items) return [];
    const asked = kind === undefined ? {} : { evidenceKind: kind };
    return [{ code: 'fewest-items', criterion: criterion.id, needs, items, ...asked }];
  });
}

function ofKind(evidence: readonly EvidenceItem[], kind: string | undefined) {
  return kind === undefined ? evidence : evidence.filter((item) => item.kind === kind);
}

type Claim = { readonly criterion: Criterion; readonly claimed: number };

/** Also where evidence stands in for the figure. */
function missingFigures(
  { criterion, claimed }: Claim,
  { charter, answerSet }: Given,
): readonly LikelyQuestion[] {
  const found = criterion.indicatorRules
    .filter(({ from }) => from <= claimed)
    .flatMap((rule) => {
      const verdict = ruleVerdict(charter, rule, answerSet);
      if (verdict.kind !== 'missing') return [];
      return [[verdict.enter ?? verdict.check.indicator, verdict.why] as const];
    });
  return [...new Map(found)].map(([indicator, why]) => ({
    code: 'missing-figure',
    criterion: criterion.id,
    indicator,
    why,
  }));
}
