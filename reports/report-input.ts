// What the builders of documents are given: one plain value, everything in it decided elsewhere.
import type { Action } from '#app/domain/action-plan/action.ts';
import type { AnswerSet } from '#app/domain/assessment/answer.ts';
import type { Charter } from '#app/domain/charter/charter.ts';
import type { Scorecard } from '#app/domain/scoring/scorecard.ts';
import type { Cover, Fact } from './model.ts';
import { longDate } from './dates.ts';
import { levelOf, levelText } from './wording.ts';

export type WayToTarget = {
  readonly steps: readonly {
    readonly criterion: string;
    readonly from: number;
    readonly to: number;
    readonly effort: number;
  }[];
  /** Criteria that need an answer, whatever the rating. */
  readonly alsoAnswer: readonly string[];
  readonly total: number;
};

export type ReportInput = {
  readonly charter: Charter;
  readonly scorecard: Scorecard;
  readonly answers: AnswerSet;
  readonly actions: readonly Action[];
  readonly organisation: string;
  readonly department: string | null;
  /** A whole sentence, such as 'For the executive sponsor of Northfield Trust.' */
  readonly audience: string;
  /** YYYY-MM-DD, given by the caller. */
  readonly preparedOn: string;
  /** The id of the level aimed for; null = none chosen. */
  readonly targetLevel: string | null;
  /** The least effort to the target; null = not worked out, or there is none. */
  readonly cheapestPath: WayToTarget | null;
};

/** 'Charter title, version 1.0.0'. */
function charterText({ charter }: Pick<ReportInput, 'charter'>): string {
  return `${charter.title}, version ${charter.version}`;
}

/** The parts of a document that every report has alike. */
export function frameOf(input: ReportInput, title: string) {
  const of = input.department ?? input.organisation;
  return {
    title: `${title}: ${of}`,
    subject: `${title} for the ${charterText(input)}`,
    language: 'en-GB',
    runningTitle: `${title} · ${of}`,
    audience: input.audience,
    notice: input.charter.notice,
    cover: coverOf(input, title),
  };
}

function coverOf(input: ReportInput, title: string): Cover {
  return {
    title,
    organisation: input.organisation,
    department: input.department,
    charter: charterText(input),
    facts: coverFacts(input),
    audience: input.audience,
    notice: input.charter.notice,
  };
}

function coverFacts({ charter, scorecard, targetLevel, preparedOn }: ReportInput): readonly Fact[] {
  const target = levelOf(charter, targetLevel);
  return [
    { label: 'Level reached', value: levelText(charter, scorecard.level) },
    { label: 'Target', value: target?.label ?? 'Not chosen yet' },
    { label: 'Prepared on', value: longDate(preparedOn) },
  ];
}
