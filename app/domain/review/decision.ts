// What a panel may decide. An award is only for a level that the consensus reaches;
// a decision needs the quorum, every declaration and every criterion agreed (product.md, Panel chair:
// must never). Nothing is awarded while a requirement stands: it says what must change before an award.
import type { AnswerSet } from '#app/domain/scoring/answer.ts';
import { addDays, isDay } from '#app/domain/calendar-entries.ts';
import type { Charter } from '#app/domain/charter/charter.ts';
import type { Ticked } from '#app/domain/charter/ticked.ts';
import { tidy } from '#app/domain/field-problem.ts';
import { REVIEW_TEXTS } from '#app/domain/limits.ts';
import { ok, refused, type Result } from '#app/domain/problem.ts';
import { mustWrite, type TextRule } from '#app/domain/written-text.ts';
import { applyingCriteria } from '#app/domain/scoring/applying.ts';
import type { Scorecard } from '#app/domain/scoring/scorecard.ts';
import { consensusScore } from './consensus-score.ts';
import { asksForRevision, awards, type Outcome } from './decided-outcome.ts';

const SUMMARY_CHARACTERS = 6000;
/** Revisions are due within a year. */
const MOST_DAYS = 366;

export type DecisionCommand = {
  readonly outcome: Outcome;
  /** The level for a lower award; '' otherwise. */
  readonly level: string;
  /** YYYY-MM-DD for revisions; '' otherwise. */
  readonly revisionsDueOn: string;
  readonly summary: string;
};

export type DecisionProblem =
  | { readonly code: 'no-quorum'; readonly has: number; readonly needs: number }
  | { readonly code: 'undeclared'; readonly names: readonly string[] }
  | { readonly code: 'not-all-agreed'; readonly criteria: readonly string[] }
  /** The level that the consensus reaches is lower; null = none. */
  | { readonly code: 'level-not-reached'; readonly reached: string | null }
  | { readonly code: 'not-a-lower-level' }
  | { readonly code: 'requirements-missing' }
  /** An award, while something still must change before it. */
  | { readonly code: 'requirement-stands'; readonly criteria: readonly string[] }
  | { readonly code: 'revisions-date-wrong'; readonly most: string }
  | { readonly code: 'summary-wrong'; readonly most: number };

export type Consensus = {
  readonly criterion: string;
  /** null = not applicable, agreed. */
  readonly rating: number | null;
  /** What is ticked for it, where the charter asks for statements one by one; null = the rating was agreed alone. */
  readonly statements: Ticked | null;
  readonly reason: string;
  readonly commendation: string;
  readonly recommendation: string;
  readonly requirement: string;
};

export type DecisionGiven = {
  readonly charter: Charter;
  readonly targetLevel: string;
  readonly answers: AnswerSet;
  readonly consensus: readonly Consensus[];
  /** How many rated, sealed and decide. */
  readonly present: number;
  /** Names of members who rate and have not declared their interests. */
  readonly undeclared: readonly string[];
  /** YYYY-MM-DD in London. */
  readonly today: string;
};

export type Decided = {
  readonly outcome: Outcome;
  readonly level: string | null;
  readonly revisionsDueOn: string | null;
  readonly summary: string;
  readonly scorecard: Scorecard;
};

/** The decision as it will be recorded, or the first thing that stands in its way. */
export function checkDecision(
  given: DecisionGiven,
  command: DecisionCommand,
): Result<Decided, DecisionProblem> {
  const { charter, consensus, present, undeclared } = given;
  const needs = charter.awarding.quorum;
  if (present < needs) return refused({ code: 'no-quorum', has: present, needs });
  if (undeclared.length > 0) return refused({ code: 'undeclared', names: undeclared });
  const agreed = new Map(consensus.map(({ criterion, rating }) => [criterion, rating]));
  const open = applyingCriteria(charter, given.answers).filter(({ id }) => !agreed.has(id));
  if (open.length > 0)
    return refused({ code: 'not-all-agreed', criteria: open.map(({ id }) => id) });
  const summary = tidy(command.summary);
  if (summary === '' || summary.length > SUMMARY_CHARACTERS) {
    return refused({ code: 'summary-wrong', most: SUMMARY_CHARACTERS });
  }
  const scorecard = consensusScore(charter, given.answers, agreed);
  const standing = requiredIn(given);
  if (awards(command.outcome) && standing.length > 0) {
    return refused({ code: 'requirement-stands', criteria: standing });
  }
  const level = levelFor(given, command, scorecard);
  if (!level.ok) return level;
  const due = revisionsDue(given, command);
  if (!due.ok) return due;
  return ok({
    outcome: command.outcome,
    level: level.value,
    revisionsDueOn: due.value,
    summary,
    scorecard,
  });
}

/** The criteria with a requirement, in the order of the charter. */
function requiredIn({ charter, answers, consensus }: DecisionGiven): readonly string[] {
  const required = new Set(
    consensus.flatMap(({ criterion, requirement }) => (requirement === '' ? [] : [criterion])),
  );
  return applyingCriteria(charter, answers).flatMap(({ id }) => (required.has(id) ? [id] : []));
}

function levelFor(
  { charter, targetLevel }: DecisionGiven,
  { outcome, level }: DecisionCommand,
  scorecard: Scorecard,
): Result<string | null, DecisionProblem> {
  const order = charter.levels.map(({ id }) => id);
  const place = (id: string | null) => (id === null ? -1 : order.indexOf(id));
  const reached = place(scorecard.level);
  if (outcome === 'award') {
    return reached >= place(targetLevel)
      ? ok(targetLevel)
      : refused({ code: 'level-not-reached', reached: scorecard.level });
  }
  if (outcome !== 'lower-award') return ok(null);
  const at = place(level);
  if (at < 0 || at >= place(targetLevel)) return refused({ code: 'not-a-lower-level' });
  return at <= reached
    ? ok(level)
    : refused({ code: 'level-not-reached', reached: scorecard.level });
}

function revisionsDue(
  { today, consensus }: DecisionGiven,
  { outcome, revisionsDueOn }: DecisionCommand,
): Result<string | null, DecisionProblem> {
  if (!asksForRevision(outcome)) return ok(null);
  // Whoever is to revise must be told what.
  if (consensus.every(({ requirement }) => requirement === '')) {
    return refused({ code: 'requirements-missing' });
  }
  const most = addDays(today, MOST_DAYS);
  return isDay(revisionsDueOn) && revisionsDueOn > today && revisionsDueOn <= most
    ? ok(revisionsDueOn)
    : refused({ code: 'revisions-date-wrong', most });
}

type Earlier = { readonly submissionId: string };

/** The decision that a new one takes the place of: this review’s own, or the one appealed against; null = none. */
export function supersededIn<Decision extends Earlier>(
  review: Earlier & { readonly purpose: string },
  { own, earlier }: { readonly own: Decision | null; readonly earlier: readonly Decision[] },
): Decision | null {
  if (own !== null || review.purpose !== 'appeal') return own;
  return earlier.find(({ submissionId }) => submissionId === review.submissionId) ?? null;
}

/** Why a decision takes the place of an earlier one; null where it does not. */
export function checkCorrection(
  superseded: object | null,
  typed: string,
): Result<string | null, TextRule<'correction-wrong'>> {
  return superseded === null ? ok(null) : mustWrite(REVIEW_TEXTS.correction, typed);
}

/** The level of the award that a decision makes; null = it makes none. */
export function levelAwarded({
  outcome,
  level,
}: Pick<Decided, 'outcome' | 'level'>): string | null {
  return awards(outcome) ? level : null;
}
