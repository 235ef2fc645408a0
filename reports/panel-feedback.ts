// The panel's feedback to a department as a document: what was decided, what comes next, and for each
// criterion what was claimed, what the panel agreed, and why. Names of members, never whose rating was whose.
import { agreedFactTexts } from '#words/review/agreed-fact-texts.ts';
import { PANEL_FEEDBACK } from '#words/review/panel-feedback-words.ts';
import { LABEL } from '#words/kit/labels.ts';
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
  const audience = PANEL_FEEDBACK.audience(department, organisation);
  return {
    ...framed(
      { charter, organisation, department, audience },
      { title: PANEL_FEEDBACK.title, facts: coverFacts(input) },
    ),
    blocks: [
      { kind: 'contents', title: LABEL.contents, depth: 3 },
      { kind: 'page-break' },
      ...outcomeBlocks(input),
      { kind: 'heading', level: 2, text: PANEL_FEEDBACK.asks },
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
    { label: LABEL.outcome, value: outcomeText(record.outcome) },
    {
      label: PANEL_FEEDBACK.levelAwarded,
      value: awarded({ charter, record }),
      steps: levelSteps(charter.levels, record.level),
    },
    { label: PANEL_FEEDBACK.decidedOn, value: longDate(decidedOn) },
  ];
}

function awarded({ charter, record }: Decided): string {
  return record.level === null ? LABEL.none : levelText(charter, record.level);
}

function outcomeBlocks(input: FeedbackInput): readonly Block[] {
  const { charter, record } = input;
  return [
    { kind: 'heading', level: 2, text: PANEL_FEEDBACK.theOutcome },
    { kind: 'paragraph', style: 'lead', text: outcomeMeaning(charter, record).trim() },
    {
      kind: 'facts',
      facts: [
        {
          label: PANEL_FEEDBACK.levelAwarded,
          value: awarded(input),
          steps: levelSteps(charter.levels, record.level),
        },
        {
          label: PANEL_FEEDBACK.levelAimedFor,
          value: levelText(charter, record.targetLevel),
          steps: levelSteps(charter.levels, record.targetLevel),
        },
        { label: PANEL_FEEDBACK.scoreAsThePanel, value: decidedScore(input) },
      ],
    },
    ...correctionBlocks(record.correction),
    ...paragraphsOf(record.summary).map(body),
    ...agreedFactBlocks(input),
    { kind: 'heading', level: 3, text: PANEL_FEEDBACK.whatHappensNext },
    { kind: 'list', ordered: false, items: nextSteps(record, input) },
  ];
}

function correctionBlocks(correction: string | null): readonly Block[] {
  if (correction === null) return [];
  const title = PANEL_FEEDBACK.takesThePlace;
  return [{ kind: 'callout', title, paragraphs: [ended(correction)] }];
}

/** The facts that the panel agreed otherwise; nothing where there is none. */
function agreedFactBlocks({ charter, record }: FeedbackInput): readonly Block[] {
  const items = agreedFactTexts(charter, record);
  if (items.length === 0) return [];
  return [
    { kind: 'heading', level: 3, text: PANEL_FEEDBACK.agreedFacts },
    { kind: 'list', ordered: false, items },
  ];
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
    { kind: 'heading', level: 3, text: PANEL_FEEDBACK.recommendationsAndCommendations },
    body(PANEL_FEEDBACK.rest(times('recommendation'), times('commendation'))),
  ];
}

const SERIES: StandingWords = {
  claimed: [PANEL_FEEDBACK.asYouClaimed, LABEL.claimed],
  supported: [LABEL.asThePanelAgreed, LABEL.agreed],
};

function levelBlocks(input: FeedbackInput): readonly Block[] {
  const { charter, record } = input;
  const text = PANEL_FEEDBACK.howLevels;
  return [
    { kind: 'heading', level: 2, text: PANEL_FEEDBACK.howTheLevelCame },
    { kind: 'paragraph', style: 'lead', text },
    decidedChart(input, SERIES, record.targetLevel),
    { kind: 'heading', level: 3, text: LABEL.conditionsOfEachLevel },
    ...levelTables(charter, record.results.levels),
  ];
}

function agreementBlocks({ record }: FeedbackInput): readonly Block[] {
  const { alpha, ac2 } = record.agreement;
  const text = PANEL_FEEDBACK.howAgreement;
  return [
    { kind: 'heading', level: 2, text: PANEL_FEEDBACK.howFarTheReviewers },
    { kind: 'paragraph', style: 'lead', text: agreementMeaning(alpha) },
    body(spreadText(record)),
    {
      kind: 'details',
      facts: [
        { label: PANEL_FEEDBACK.alpha, value: agreementText(alpha) },
        { label: PANEL_FEEDBACK.ac2, value: agreementText(ac2) },
      ],
    },
    body(text),
  ];
}

function panelBlocks({ record }: FeedbackInput): readonly Block[] {
  const { name, members } = record.panel;
  return [
    { kind: 'heading', level: 2, text: PANEL_FEEDBACK.thePanel },
    body(quorumText(record.panel)),
    {
      kind: 'table',
      table: {
        caption: name,
        columns: [
          { title: LABEL.name, share: 46, align: 'start' },
          { title: PANEL_FEEDBACK.seat, share: 34, align: 'start' },
          { title: PANEL_FEEDBACK.tookPart, share: 20, align: 'start' },
        ],
        rows: members.map((member) => [
          member.name,
          seatText(member),
          member.present ? LABEL.yes : LABEL.no,
        ]),
      },
    },
  ];
}
