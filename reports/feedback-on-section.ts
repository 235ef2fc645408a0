// What the panel says of each criterion of a section: the claim, the independent ratings without names, what
// was agreed and why, and the feedback.
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
    body(`Score of this section as the panel agreed it: ${score}.`),
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
  if (decided === undefined) return [heading, body('The record says nothing of this criterion.')];
  return [
    heading,
    {
      kind: 'details',
      facts: [
        { label: 'You claimed', value: claimText(input, decided) },
        { label: 'Independent ratings', value: independentText(decided.independent) },
        { label: 'The panel agreed', value: consensusText(input, criterion, decided) },
        ...countsFacts(input, decided),
        { label: 'Reason', value: decided.reason.trim() === '' ? 'None given' : decided.reason },
        ...fact('Requirement', decided.requirement),
        ...fact('Recommendation', decided.recommendation),
        ...fact('Commendation', decided.commendation),
      ],
    },
  ];
}

function claimText({ charter }: Decided, { claimed, notApplicable }: DecidedCriterion): string {
  if (notApplicable !== null) return `Not applicable, because: ${notApplicable}`;
  return claimed === null ? 'No rating, which counts as 0' : ratingText(charter, claimed);
}

function independentText(ratings: readonly number[]): string {
  return ratings.length === 0 ? 'None' : `${listText(ratings.map(String))}, lowest first`;
}

function consensusText(
  { charter }: Decided,
  { descriptors }: Criterion,
  { consensus }: DecidedCriterion,
): string {
  if (consensus === null) return 'Not applicable';
  return `${ratingText(charter, consensus)}. ${descriptors[consensus] ?? ''}`.trim();
}

/** Where the consensus counts only in part: what counts, and which rule holds it back. */
function countsFacts({ charter, record }: Decided, decided: DecidedCriterion): readonly Fact[] {
  if (decided.consensus === null || decided.consensus === decided.supported) return [];
  const reasons = record.results.criteria.find(({ id }) => id === decided.criterion)?.reasons ?? [];
  return [
    { label: 'What counts', value: ratingText(charter, decided.supported) },
    ...fact('Why less', reasons.map((cap) => capText(charter, cap)).join('\n')),
  ];
}

/** A fact that is left out where nothing is said. */
function fact(label: string, value: string): readonly Fact[] {
  return value.trim() === '' ? [] : [{ label, value }];
}
