// Makes the record of a decision (decision-record.ts) from what was decided on.
import type { AnswerSet } from '#app/domain/scoring/answer.ts';
import type { AssessmentFile } from '#app/domain/formats/assessment-file.ts';
import { allCriteria, type Charter, charterName } from '#app/domain/charter/charter.ts';
import { applyingCriteria } from '#app/domain/scoring/applying.ts';
import { scoreResults } from '#app/domain/scoring/results.ts';
import { gwetAgreement } from '#app/domain/review/agreement/gwet.ts';
import { krippendorffAlpha } from '#app/domain/review/agreement/krippendorff.ts';
import type { Consensus, Decided } from './decision.ts';
import type {
  AgreedFactKept,
  DecidedCriterion,
  DecidedMember,
  DecisionRecord,
} from '#app/domain/formats/decision-record.ts';

type RecordGiven = {
  readonly charter: Charter;
  readonly submission: { readonly number: number; readonly sha256: string };
  readonly content: AssessmentFile;
  readonly answers: AnswerSet;
  readonly organisation: string;
  readonly department: string;
  readonly targetLevel: string;
  readonly purpose: DecisionRecord['purpose'];
  readonly panel: { readonly name: string; readonly members: readonly DecidedMember[] };
  readonly consensus: readonly Consensus[];
  /** The sealed ratings of those who decide. */
  readonly ratings: readonly { readonly criterion: string; readonly rating: number | null }[];
  readonly decided: Decided;
  readonly correction: string | null;
  readonly agreedFacts?: readonly AgreedFactKept[];
};

/** The record of a decision. Counts of people stay out of it, because award pages are made from it. */
export function decisionRecord(given: RecordGiven): DecisionRecord {
  const { charter, decided, ratings, content, agreedFacts = [] } = given;
  const { indicators: _counts, leftBehind: _leftBehind, ...open } = content;
  const asked = applyingCriteria(charter, given.answers);
  const units = asked.map(({ id }) => independentOf(ratings, id));
  const categories = charter.scale.map((_, rating) => rating);
  return {
    format: charter.format,
    submission: given.submission,
    charter: charterName(charter),
    organisation: given.organisation,
    department: given.department,
    targetLevel: given.targetLevel,
    purpose: given.purpose,
    panel: { ...given.panel, quorum: charter.awarding.quorum },
    criteria: allCriteria(charter).map((criterion) =>
      criterionOf(asked.includes(criterion) ? given : withoutPanel(given), criterion.id),
    ),
    agreement: {
      alpha: krippendorffAlpha(units, 'ordinal'),
      ac2: gwetAgreement(units, { categories, weights: 'quadratic' }),
    },
    results: scoreResults(decided.scorecard),
    outcome: decided.outcome,
    level: decided.level,
    revisionsDueOn: decided.revisionsDueOn,
    summary: decided.summary,
    correction: given.correction,
    ...(agreedFacts.length === 0 ? {} : { agreedFacts }),
    content: open,
  };
}

/** For what a fact rules out: nothing that anybody rated or agreed before that was known. */
function withoutPanel(given: RecordGiven): RecordGiven {
  return { ...given, consensus: [], ratings: [] };
}

function independentOf(ratings: RecordGiven['ratings'], id: string): readonly number[] {
  return ratings
    .flatMap(({ criterion, rating }) => (criterion === id && rating !== null ? [rating] : []))
    .toSorted((one, other) => one - other);
}

const NOTHING_AGREED = {
  rating: null,
  statements: null,
  reason: '',
  commendation: '',
  recommendation: '',
  requirement: '',
};

function criterionOf(given: RecordGiven, id: string): DecidedCriterion {
  const { answers, consensus, decided, ratings } = given;
  const agreed = consensus.find(({ criterion }) => criterion === id) ?? NOTHING_AGREED;
  const answer = answers.answers.get(id);
  const scored = decided.scorecard.criteria.find((one) => one.id === id);
  return {
    criterion: id,
    claimed: answer?.claimed ?? null,
    notApplicable: answer?.notApplicable ?? null,
    independent: independentOf(ratings, id),
    consensus: agreed.rating,
    ...(agreed.statements === null ? {} : { statements: agreed.statements }),
    supported: scored?.supported ?? 0,
    reason: agreed.reason,
    commendation: agreed.commendation,
    recommendation: agreed.recommendation,
    requirement: agreed.requirement,
  };
}
