// The self-assessment report as a document: every question, claim, narrative and piece of evidence.
// Workforce indicators appear as a ratio and a verdict; counts of people never do.
import { SELF_ASSESSMENT } from '#words/assessment/report-words.ts';
import { LABEL } from '#words/kit/labels.ts';
import type { Answer } from '#app/domain/scoring/answer.ts';
import type { Criterion, Section } from '#app/domain/charter/charter.ts';
import type { CriterionScore } from '#app/domain/scoring/scorecard.ts';
import { erasedText } from '#words/evidence/erased-text.ts';
import { gapBlocks } from './gap.ts';
import { indicatorBlocks } from './indicator-blocks.ts';
import type { Block, DocumentModel } from './model.ts';
import { planBlocks } from './plan-blocks.ts';
import { frameOf, type ReportInput } from './report-input.ts';
import { scoreAppendix } from './score-appendix.ts';
import { standing } from './standing-blocks.ts';
import { capText, kindLabel } from '#words/kit/rule-text.ts';
import {
  criterionName,
  notCountedTexts,
  paragraphsOf,
  ratingText,
  scoreText,
} from '#words/kit/wording.ts';
import { ORGANISATION_ANSWER } from '#words/assessment/organisation-answers.ts';
import { FACTS } from '#words/assessment/assessment-pages.ts';
import { factInDocument, factsTold } from '#words/assessment/fact-value.ts';
import { narrativeMissing, reasonMissing } from '#words/kit/missing-text.ts';
import { STATEMENTS, statementsShown } from '#words/kit/statement-words.ts';
import { ruledOutText } from '#words/kit/ruled-out-text.ts';

/** The document; everything in it comes from the input. */
export function selfAssessmentDocument(input: ReportInput): DocumentModel {
  return documentOf(input, SELF_ASSESSMENT.title, []);
}

/** All that was submitted, for the panel that rates it: the report, and the action plan in full. */
export function submissionDocument(input: ReportInput): DocumentModel {
  return documentOf(input, SELF_ASSESSMENT.titleWithPlan, [
    { kind: 'heading', level: 2, text: SELF_ASSESSMENT.plan },
    ...planBlocks(input.charter, input.actions, 'team'),
  ]);
}

function documentOf(input: ReportInput, title: string, plan: readonly Block[]): DocumentModel {
  return {
    ...frameOf(input, title),
    blocks: [
      { kind: 'contents', title: LABEL.contents, depth: 3 },
      { kind: 'page-break' },
      ...standing(input, []),
      { kind: 'heading', level: 3, text: SELF_ASSESSMENT.missing },
      ...gapBlocks({ ...input, cheapestPath: null }),
      ...factBlocks(input),
      ...input.charter.sections.flatMap((section) => sectionBlocks(input, section)),
      ...plan,
      ...scoreAppendix(input),
    ],
  };
}

/** What is known of the facts; nothing where the charter asks for none. */
function factBlocks({ charter, answers }: ReportInput): readonly Block[] {
  const facts = factsTold(charter, answers.facts, factInDocument);
  return facts.length === 0
    ? []
    : [
        { kind: 'heading', level: 2, text: FACTS.title },
        { kind: 'details', facts },
      ];
}

function sectionBlocks(input: ReportInput, section: Section): readonly Block[] {
  const score = input.scorecard.sections.find(({ id }) => id === section.id)?.score ?? null;
  const scored = SELF_ASSESSMENT.sectionScore(scoreText(score));
  return [
    { kind: 'heading', level: 2, text: section.title },
    { kind: 'paragraph', style: 'lead', text: section.summary },
    { kind: 'paragraph', style: 'body', text: scored },
    ...section.criteria.flatMap((criterion) => criterionBlocks(input, criterion)),
  ];
}

function criterionBlocks(input: ReportInput, criterion: Criterion): readonly Block[] {
  const answer = input.answers.answers.get(criterion.id);
  const score = input.scorecard.criteria.find(({ id }) => id === criterion.id);
  const heading: readonly Block[] = [
    { kind: 'heading', level: 3, text: criterionName(input.charter, criterion.id) },
    { kind: 'paragraph', style: 'lead', text: criterion.question },
    ...(criterion.scope === 'organisation'
      ? [{ kind: 'paragraph', style: 'body', text: ORGANISATION_ANSWER.once } as const]
      : []),
  ];
  if (score !== undefined && !score.applicable) {
    const text = whyNot(input, score, answer);
    return [
      ...heading,
      { kind: 'heading', level: 4, text: LABEL.notApplicableBecause },
      ...paragraphs(text, reasonMissing(criterion)),
    ];
  }
  if (isUntouched(answer)) {
    const text = SELF_ASSESSMENT.notAnswered;
    return [...heading, { kind: 'paragraph', style: 'body', text }, ...noteBlocks(answer)];
  }
  return [
    ...heading,
    ...ratingBlocks(input, criterion, { score, isTicked: isTicked(input, answer) }),
    ...statementBlocks(input, criterion, answer),
    { kind: 'heading', level: 4, text: SELF_ASSESSMENT.whatWeDo },
    ...paragraphs(answer?.narrative ?? '', narrativeMissing(criterion)),
    ...indicatorBlocks(input, criterion),
    { kind: 'heading', level: 4, text: LABEL.evidence },
    evidenceBlock(input, answer),
    ...noteBlocks(answer),
  ];
}

/** What the department adds where its organisation answers; nothing where it adds nothing. */
function noteBlocks(answer: Answer | undefined): readonly Block[] {
  const note = answer?.note ?? '';
  return note === ''
    ? []
    : [{ kind: 'heading', level: 4, text: ORGANISATION_ANSWER.noteTitle }, ...paragraphs(note, '')];
}

/** What is ticked; nothing where the charter asks for no statements one by one. */
function statementBlocks(
  { charter }: ReportInput,
  criterion: Criterion,
  answer: Answer | undefined,
): readonly Block[] {
  const shown = statementsShown(charter, criterion, answer);
  if (shown === null || answer?.claimed == null) return [];
  const texts = shown.texts.map(({ rating, text }) => `${rating}: ${text}`);
  return [
    { kind: 'heading', level: 4, text: STATEMENTS.ticked },
    ...(shown.toConfirm === null
      ? []
      : [{ kind: 'paragraph', style: 'body', text: `${STATEMENTS.notConfirmed}.` } as const]),
    texts.length === 0
      ? {
          kind: 'paragraph',
          style: 'body',
          text: `${shown.isNone ? STATEMENTS.none : STATEMENTS.noneTicked}.`,
        }
      : { kind: 'list', ordered: false, items: texts },
  ];
}

/** The facts that rule it out, or the department's own reason. */
function whyNot(
  { charter, answers }: ReportInput,
  { ruledOutBy }: CriterionScore,
  answer: Answer | undefined,
): string {
  return ruledOutBy === undefined
    ? (answer?.notApplicable ?? '')
    : ruledOutText(charter, ruledOutBy, answers);
}

/** Nothing was claimed, written or attached. */
function isUntouched(answer: Answer | undefined): boolean {
  if (answer === undefined) return true;
  const { claimed, narrative, evidence } = answer;
  return claimed === null && narrative.trim() === '' && evidence.length === 0;
}

/** Whether what is true of the department stands below, statement by statement. */
function isTicked({ charter }: ReportInput, answer: Answer | undefined): boolean {
  return charter.cumulative && answer?.statements !== undefined;
}

type Rated = { readonly score: CriterionScore | undefined; readonly isTicked: boolean };

function ratingBlocks(
  { charter }: ReportInput,
  criterion: Criterion,
  { score, isTicked: isSaidBelow }: Rated,
): readonly Block[] {
  if (score === undefined || !score.answered || score.claimed === null) {
    const value = SELF_ASSESSMENT.noClaim;
    return [{ kind: 'details', facts: [{ label: LABEL.rating, value }] }];
  }
  const described = (rating: number): string => {
    const descriptor = isSaidBelow ? '' : (criterion.descriptors[rating] ?? '');
    return `${ratingText(charter, rating)}${descriptor === '' ? '' : `. ${descriptor}`}`;
  };
  const { claimed, supported, reasons } = score;
  if (claimed === supported) {
    const facts = [
      { label: LABEL.claimed, value: described(claimed) },
      { label: LABEL.supported, value: SELF_ASSESSMENT.inFull },
    ];
    return [{ kind: 'details', facts }];
  }
  return [
    {
      kind: 'details',
      facts: [
        { label: LABEL.claimed, value: described(claimed) },
        { label: LABEL.supported, value: described(supported) },
        { label: LABEL.whyLess, value: reasons.map((cap) => capText(charter, cap)).join('\n') },
      ],
    },
  ];
}

function evidenceBlock({ charter }: ReportInput, answer: Answer | undefined): Block {
  const items = answer?.evidence ?? [];
  if (items.length === 0) {
    return { kind: 'paragraph', style: 'body', text: SELF_ASSESSMENT.noEvidence };
  }
  const notCounted = notCountedTexts(items);
  return {
    kind: 'list',
    ordered: false,
    items: items.map((item, index) => {
      const kind = item.kind === undefined ? '' : ` [${kindLabel(charter, item.kind)}]`;
      const shows = `${kind}${item.description.trim() === '' ? '' : `: ${item.description}`}`;
      if (item.erased !== undefined) {
        return `${item.title}${shows} (${item.erased.file}: ${erasedText(item.erased)})`;
      }
      const reason = notCounted[index] ?? '';
      return `${item.title}${shows}${reason === '' ? '' : ` (${reason})`}`;
    }),
  };
}

function paragraphs(text: string, missing: string): readonly Block[] {
  const found = paragraphsOf(text);
  if (found.length === 0) return [{ kind: 'paragraph', style: 'body', text: missing }];
  return found.map((part) => ({ kind: 'paragraph', style: 'body', text: part }));
}
