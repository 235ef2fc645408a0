// What the builders of documents are given: one plain value, everything in it decided elsewhere.
import { FRAME } from '#words/assessment/report-words.ts';
import { LABEL } from '#words/kit/labels.ts';
import type { Action } from '#app/domain/plan/action.ts';
import type { ShownAnswers } from '#app/domain/scoring/answer.ts';
import { type Charter, charterTitle } from '#app/domain/charter/charter.ts';
import type { CheapestPath } from '#app/domain/scoring/cheapest-path.ts';
import type { Scorecard } from '#app/domain/scoring/scorecard.ts';
import { LANGUAGE } from '#words/language.ts';
import { levelSteps } from './level-steps.ts';
import type { Cover, Fact } from './model.ts';
import { longDate } from '#words/kit/day-words.ts';
import { levelOf, levelText } from '#words/kit/wording.ts';

export type WayToTarget = {
  readonly status: CheapestPath['status'];
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
  /** No document is given a count of people. */
  readonly answers: ShownAnswers;
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

/** Whose document it is, under which charter, and for whom. */
type Owner = Pick<ReportInput, 'charter' | 'organisation' | 'department' | 'audience'>;

/** The parts of a document that every report has alike. */
export function frameOf(input: ReportInput, title: string) {
  return framed(input, { title, facts: coverFacts(input) });
}

/** The same for a document with other facts on its cover. */
export function framed(
  owner: Owner,
  { title, facts }: { readonly title: string; readonly facts: readonly Fact[] },
) {
  const { charter, organisation, department, audience } = owner;
  const of = department ?? organisation;
  const cover: Cover = {
    title,
    organisation,
    department,
    charter: charterTitle(owner.charter),
    facts,
    audience,
    notice: charter.notice,
  };
  return {
    title: `${title}: ${of}`,
    subject: FRAME.subject(title, charterTitle(owner.charter)),
    language: LANGUAGE,
    ...(charter.language === undefined ? {} : { passages: charter.language }),
    runningTitle: `${title} · ${of}`,
    audience,
    notice: charter.notice,
    cover,
  };
}

function coverFacts({ charter, scorecard, targetLevel, preparedOn }: ReportInput): readonly Fact[] {
  const target = levelOf(charter, targetLevel);
  return [
    {
      label: LABEL.levelReached,
      value: levelText(charter, scorecard.level),
      steps: levelSteps(charter.levels, scorecard.level),
    },
    {
      label: LABEL.target,
      value: target?.label ?? LABEL.notChosenYet,
      steps: levelSteps(charter.levels, targetLevel),
    },
    { label: FRAME.preparedOn, value: longDate(preparedOn) },
  ];
}
