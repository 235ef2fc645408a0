// The panel's feedback to a department as a document: what was decided, what comes next, and for each
// criterion what was claimed, what the panel agreed, and why. Names of members, never whose rating was whose.
import type { Criterion, Section } from '#app/domain/charter/charter.ts';
import type { DecidedCriterion } from '#app/domain/review/decision-record.ts';
import { outcomeText } from '#app/domain/review/outcome.ts';
import { longDate } from './dates.ts';
import { body, type Decided, decidedChart, decidedFor, feedbackList } from './decided-blocks.ts';
import {
  agreementMeaning,
  agreementText,
  nextSteps,
  outcomeMeaning,
  quorumText,
  seatText,
  spreadText,
} from './decision-words.ts';
import type { Block, DocumentModel, Fact } from './model.ts';
import { framed } from './report-input.ts';
import { levelTables } from './score-appendix.ts';
import type { StandingWords } from './where-we-stand.ts';
import {
  capText,
  criterionName,
  ended,
  levelText,
  listText,
  paragraphsOf,
  ratingText,
  scoreText,
} from './wording.ts';

export type FeedbackInput = Decided & {
  /** YYYY-MM-DD */
  readonly decidedOn: string;
  /** The last day of an appeal, YYYY-MM-DD; null = this decision cannot be appealed against. */
  readonly appealBy: string | null;
};

/** The document; everything in it comes from the input. */
export function panelFeedbackDocument(input: FeedbackInput): DocumentModel {
  const { charter, record } = input;
  const { organisation, department } = record;
  const audience = `For ${department}, ${organisation}: its self-assessment team and its executive sponsor.`;
  return {
    ...framed(
      { charter, organisation, department, audience },
      { title: 'Panel feedback', facts: coverFacts(input) },
    ),
    blocks: [
      { kind: 'contents', title: 'Contents', depth: 3 },
      { kind: 'page-break' },
      ...outcomeBlocks(input),
      { kind: 'heading', level: 2, text: 'What the panel asks and says' },
      ...feedbackList(input, 'requirement'),
      ...feedbackList(input, 'recommendation'),
      ...feedbackList(input, 'commendation'),
      ...levelBlocks(input),
      ...agreementBlocks(input),
      ...charter.sections.flatMap((section) => sectionBlocks(input, section)),
      ...panelBlocks(input),
    ],
  };
}

function coverFacts({ charter, record, decidedOn }: FeedbackInput): readonly Fact[] {
  return [
    { label: 'Outcome', value: outcomeText(record.outcome) },
    { label: 'Level awarded', value: awarded({ charter, record }) },
    { label: 'Decided on', value: longDate(decidedOn) },
  ];
}

function awarded({ charter, record }: Decided): string {
  return record.level === null ? 'None' : levelText(charter, record.level);
}

function outcomeBlocks(input: FeedbackInput): readonly Block[] {
  const { charter, record } = input;
  return [
    { kind: 'heading', level: 2, text: 'The outcome' },
    { kind: 'paragraph', style: 'lead', text: outcomeMeaning(charter, record).trim() },
    {
      kind: 'facts',
      facts: [
        { label: 'Level awarded', value: awarded(input) },
        { label: 'Level aimed for', value: levelText(charter, record.targetLevel) },
        { label: 'Score as the panel agreed it', value: decidedScore(input) },
      ],
    },
    ...correctionBlocks(record.correction),
    ...paragraphsOf(record.summary).map(body),
    { kind: 'heading', level: 3, text: 'What happens next' },
    { kind: 'list', ordered: false, items: nextSteps(record, input) },
  ];
}

function correctionBlocks(correction: string | null): readonly Block[] {
  if (correction === null) return [];
  const title = 'This decision takes the place of an earlier one';
  return [{ kind: 'callout', title, paragraphs: [ended(correction)] }];
}

function decidedScore({ record }: Decided): string {
  const { points, available, percent } = record.results.overall;
  return scoreText(percent === null ? null : { points, available });
}

const SERIES: StandingWords = {
  claimed: ['As you claimed', 'Claimed'],
  supported: ['As the panel agreed', 'Agreed'],
};

function levelBlocks(input: FeedbackInput): readonly Block[] {
  const { charter, record } = input;
  const text =
    'A level is reached when all of its conditions are met, and those of every level below it. ' +
    'What counts is what the panel agreed, as far as evidence and workforce indicators bear it out.';
  return [
    { kind: 'heading', level: 2, text: 'How the level came about' },
    { kind: 'paragraph', style: 'lead', text },
    decidedChart(input, SERIES, record.targetLevel),
    { kind: 'heading', level: 3, text: 'Conditions of each level' },
    ...levelTables(charter, record.results.levels),
  ];
}

function agreementBlocks({ record }: FeedbackInput): readonly Block[] {
  const { alpha, ac2 } = record.agreement;
  const text =
    'Each reviewer rated every criterion alone before seeing what the others gave. ' +
    '1 is full agreement, 0 is what chance alone would give. With few criteria and few reviewers the interval is wide, and counts for more than the figure.';
  return [
    { kind: 'heading', level: 2, text: 'How far the reviewers agreed' },
    { kind: 'paragraph', style: 'lead', text: agreementMeaning(alpha) },
    body(spreadText(record)),
    {
      kind: 'details',
      facts: [
        { label: 'Krippendorff’s alpha, ordinal', value: agreementText(alpha) },
        { label: 'Gwet’s AC2', value: agreementText(ac2) },
      ],
    },
    body(text),
  ];
}

function sectionBlocks(input: FeedbackInput, section: Section): readonly Block[] {
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

function criterionBlocks(input: FeedbackInput, criterion: Criterion): readonly Block[] {
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

function panelBlocks({ record }: FeedbackInput): readonly Block[] {
  const { name, members } = record.panel;
  return [
    { kind: 'heading', level: 2, text: 'The panel' },
    body(quorumText(record.panel)),
    {
      kind: 'table',
      table: {
        caption: name,
        columns: [
          { title: 'Name', share: 46, align: 'start' },
          { title: 'Seat', share: 34, align: 'start' },
          { title: 'Took part', share: 20, align: 'start' },
        ],
        rows: members.map((member) => [
          member.name,
          seatText(member),
          member.present ? 'Yes' : 'No',
        ]),
      },
    },
  ];
}
