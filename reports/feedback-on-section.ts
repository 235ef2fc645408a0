// What the panel says of each criterion of a section: the claim, the independent ratings without names, what
// was agreed and why, and the feedback.
import { ON_CRITERION } from '#words/review/panel-feedback-words.ts';
import { recordedStatements } from '#words/review/agreed-statements.ts';
import { STATEMENTS } from '#words/kit/statement-words.ts';
import { decidedRuledOut } from '#words/review/decided-ruled-out.ts';
import { LABEL } from '#words/kit/labels.ts';
import type { Criterion, Section } from '#app/domain/charter/charter.ts';
import type { DecidedCriterion } from '#app/domain/formats/decision-record.ts';
import { body, type Decided, decidedFor } from './decided-blocks.ts';
import type { Block, Fact } from './model.ts';
import { capText } from '#words/kit/rule-text.ts';
import { criterionName, listText, ratingText, scoreText } from '#words/kit/wording.ts';

/** A section with its score, and each of its criteria. */
export function feedbackOnSection(input: Decided, section: Section): readonly Block[] {
  const { points, available, percent } = input.record.results.sections.find(
    ({ id }) => id === section.id,
  ) ?? { points: 0, available: 0, percent: null };
  const score = scoreText(percent === null ? null : { points, available });
  return [
    { kind: 'heading', level: 2, text: section.title },
    { kind: 'paragraph', style: 'lead', text: section.summary },
    body(ON_CRITERION.sectionScore(score)),
    ...section.criteria.flatMap((criterion) => criterionBlocks(input, criterion)),
  ];
}

function criterionBlocks(input: Decided, criterion: Criterion): readonly Block[] {
  const decided = decidedFor(input.record, criterion.id);
  const heading: Block = {
    kind: 'heading',
    level: 3,
    text: criterionName(input.charter, criterion.id),
  };
  if (decided === undefined) return [heading, body(ON_CRITERION.nothing)];
  const out = decidedRuledOut(input.charter, input.record, criterion.id);
  if (out !== null) return [heading, body(out)];
  return [
    heading,
    {
      kind: 'details',
      facts: [
        { label: ON_CRITERION.youClaimed, value: claimText(input, decided) },
        { label: ON_CRITERION.independentRatings, value: independentText(decided.independent) },
        { label: ON_CRITERION.thePanelAgreed, value: consensusText(input, criterion, decided) },
        ...fact(ON_CRITERION.foundTrue, statementsText(input, decided)),
        ...countsFacts(input, decided),
        {
          label: LABEL.reason,
          value: decided.reason.trim() === '' ? ON_CRITERION.noneGiven : decided.reason,
        },
        ...fact(LABEL.requirement, decided.requirement),
        ...fact(LABEL.recommendation, decided.recommendation),
        ...fact(LABEL.commendation, decided.commendation),
      ],
    },
  ];
}

function claimText({ charter }: Decided, { claimed, notApplicable }: DecidedCriterion): string {
  if (notApplicable !== null) return ON_CRITERION.because(notApplicable);
  return claimed === null ? ON_CRITERION.noRating : ratingText(charter, claimed);
}

function independentText(ratings: readonly number[]): string {
  return ratings.length === 0
    ? LABEL.none
    : ON_CRITERION.lowestFirst(listText(ratings.map(String)));
}

function consensusText(
  { charter }: Decided,
  { descriptors }: Criterion,
  { consensus, statements }: DecidedCriterion,
): string {
  if (consensus === null) return LABEL.notApplicable;
  // What is true of the department stands below, statement by statement.
  if (statements !== undefined) return ratingText(charter, consensus);
  return `${ratingText(charter, consensus)}. ${descriptors[consensus] ?? ''}`.trim();
}

/** The statements that the panel found true, a line each; '' = none are recorded. */
function statementsText({ charter }: Decided, decided: DecidedCriterion): string {
  const shown = recordedStatements(charter, decided);
  if (shown === null) return '';
  return shown.isNone
    ? `${STATEMENTS.none}.`
    : shown.texts.map(({ rating, text }) => `${rating}: ${text}`).join('\n');
}

/** Where the consensus counts only in part: what counts, and which rule holds it back. */
function countsFacts({ charter, record }: Decided, decided: DecidedCriterion): readonly Fact[] {
  if (decided.consensus === null || decided.consensus === decided.supported) return [];
  const reasons = record.results.criteria.find(({ id }) => id === decided.criterion)?.reasons ?? [];
  return [
    { label: ON_CRITERION.whatCounts, value: ratingText(charter, decided.supported) },
    ...fact(LABEL.whyLess, reasons.map((cap) => capText(charter, cap)).join('\n')),
  ];
}

/** A fact that is left out where nothing is said. */
function fact(label: string, value: string): readonly Fact[] {
  return value.trim() === '' ? [] : [{ label, value }];
}
