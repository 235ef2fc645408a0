// The panel's feedback to a department as a document: what was decided, what comes next, and for each
// criterion what was claimed, what the panel agreed, and why. Names of members, never whose rating was whose.
import { seatText } from '#words/review/seat-text.ts';
import { outcomeText } from '#words/review/outcome-text.ts';
import { longDate } from '#words/kit/day-words.ts';
import { body, type Decided, decidedChart, feedbackList } from './decided-blocks.ts';
import {
  agreementMeaning,
  agreementText,
  nextSteps,
  outcomeMeaning,
  quorumText,
  spreadText,
} from '#words/review/decision-words.ts';
import { feedbackOnSection } from './feedback-on-section.ts';
import { levelSteps } from './level-steps.ts';
import type { Block, DocumentModel, Fact } from './model.ts';
import { framed } from './report-input.ts';
import { levelTables } from './score-appendix.ts';
import type { StandingWords } from './where-we-stand-model.ts';
import { count, ended, levelText, paragraphsOf, scoreText } from '#words/kit/wording.ts';

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
      ...restOfFeedback(input),
      ...levelBlocks(input),
      ...agreementBlocks(input),
      ...charter.sections.flatMap((section) => feedbackOnSection(input, section)),
      ...panelBlocks(input),
    ],
  };
}

function coverFacts({ charter, record, decidedOn }: FeedbackInput): readonly Fact[] {
  return [
    { label: 'Outcome', value: outcomeText(record.outcome) },
    {
      label: 'Level awarded',
      value: awarded({ charter, record }),
      steps: levelSteps(charter.levels, record.level),
    },
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
        {
          label: 'Level awarded',
          value: awarded(input),
          steps: levelSteps(charter.levels, record.level),
        },
        {
          label: 'Level aimed for',
          value: levelText(charter, record.targetLevel),
          steps: levelSteps(charter.levels, record.targetLevel),
        },
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

/** How much more the panel says; each of it stands with its criterion, so that nobody reads it twice. */
function restOfFeedback({ record }: Decided): readonly Block[] {
  const times = (kind: 'recommendation' | 'commendation') =>
    count(record.criteria.filter((decided) => decided[kind].trim() !== '').length, kind);
  return [
    { kind: 'heading', level: 3, text: 'Recommendations and commendations' },
    body(
      `The panel makes ${times('recommendation')} and ${times('commendation')}. They stand with the criteria below.`,
    ),
  ];
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
        { label: 'Gwet’s AC2, quadratic weights', value: agreementText(ac2) },
      ],
    },
    body(text),
  ];
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
