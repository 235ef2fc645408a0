// The report of an award, for anyone: what was awarded, where the department stands, what it says of each
// criterion, and its plan. No evidence, no indicator, no people of the plan, no count of people.
import { charterTitle } from '#app/domain/charter/charter.ts';
import { byKeyPriority } from '#app/domain/plan/plan-order.ts';
import { publicPlan as plannedActions } from '#app/domain/award/public-plan.ts';
import type { Criterion, Section } from '#app/domain/charter/charter.ts';
import { type AwardInput, awardFactsOf } from './award-facts.ts';
import { body, decidedChart, decidedFor, feedbackList } from './decided-blocks.ts';
import { levelMeaning } from '#words/review/decision-words.ts';
import type { Block, DocumentModel } from './model.ts';
import { planBlocks } from './plan-blocks.ts';
import { framed } from './report-input.ts';
import type { StandingWords } from './where-we-stand-model.ts';
import {
  criterionName,
  levelText,
  paragraphsOf,
  ratingText,
  scoreText,
} from '#words/kit/wording.ts';

/** The document; everything in it comes from the input. */
export function awardReportDocument(input: AwardInput): DocumentModel {
  const { charter, record } = input;
  return {
    ...publicFrame(input, 'Award report'),
    blocks: [
      { kind: 'contents', title: 'Contents', depth: 3 },
      { kind: 'page-break' },
      ...awardBlocks(input),
      ...standingBlocks(input),
      { kind: 'heading', level: 2, text: 'What the panel says' },
      ...paragraphsOf(record.summary).map(body),
      ...feedbackList(input, 'commendation'),
      ...feedbackList(input, 'recommendation'),
      ...charter.sections.flatMap((section) => sectionBlocks(input, section)),
      ...publicPlan(input),
    ],
  };
}

/** The action plan behind an award, for anyone: without owners and those who do the work. */
export function publicPlanDocument(input: AwardInput): DocumentModel {
  return {
    ...publicFrame(input, 'Action plan'),
    blocks: [
      { kind: 'contents', title: 'Contents', depth: 3 },
      { kind: 'page-break' },
      ...publicPlan(input),
    ],
  };
}

function publicFrame(input: AwardInput, title: string) {
  const { organisation, department } = input.record;
  const audience = `For anyone. Award ${input.award.number} can be checked at ${input.award.address}`;
  const owner = { charter: input.charter, organisation, department, audience };
  return framed(owner, { title, facts: awardFactsOf(input) });
}

function awardBlocks(input: AwardInput): readonly Block[] {
  const { charter, record, award } = input;
  const holder = `${record.department} of ${record.organisation} holds the level ${levelText(charter, award.level)} of the ${charterTitle(input.charter)}.`;
  const by = award.awardingBody === null ? '' : ` The award was made by ${award.awardingBody}.`;
  return [
    { kind: 'heading', level: 2, text: 'The award' },
    { kind: 'paragraph', style: 'lead', text: holder },
    { kind: 'facts', facts: awardFactsOf(input) },
    ...[levelMeaning(charter, award.level)].filter((text) => text !== '').map(body),
    body(
      `The department assessed itself against every criterion of the charter. A panel of reviewers rated each criterion, alone at first and then together, and decided.${by}`,
    ),
    {
      kind: 'callout',
      title: 'Is this award genuine?',
      paragraphs: [
        `Compare the number ${award.number}, the level and the dates with the register at ${award.address}`,
      ],
    },
  ];
}

const SERIES: StandingWords = { claimed: null, supported: ['As the panel agreed', 'Agreed'] };

function standingBlocks(input: AwardInput): readonly Block[] {
  const { results } = input.record;
  const { points, available, percent } = results.overall;
  const overall = scoreText(percent === null ? null : { points, available });
  const text = `The overall score is ${overall} of the points that are possible. Each level has a line of its own, overall and for each section.`;
  return [
    { kind: 'heading', level: 2, text: 'Where the department stands' },
    { kind: 'paragraph', style: 'lead', text },
    decidedChart(input, SERIES, input.award.level),
  ];
}

function sectionBlocks(input: AwardInput, section: Section): readonly Block[] {
  return [
    { kind: 'heading', level: 2, text: section.title },
    { kind: 'paragraph', style: 'lead', text: section.summary },
    ...section.criteria.flatMap((criterion) => criterionBlocks(input, criterion)),
  ];
}

function criterionBlocks({ charter, record }: AwardInput, criterion: Criterion): readonly Block[] {
  const decided = decidedFor(record, criterion.id);
  const answer = record.content.answers?.[criterion.id];
  const heading: readonly Block[] = [
    { kind: 'heading', level: 3, text: criterionName(charter, criterion.id) },
    { kind: 'paragraph', style: 'lead', text: criterion.question },
  ];
  if (decided !== undefined && decided.consensus === null) {
    return [
      ...heading,
      { kind: 'heading', level: 4, text: 'Not applicable, because' },
      ...said(decided.notApplicable ?? ''),
    ];
  }
  const rating = decided?.supported ?? 0;
  const means = criterion.descriptors[rating] ?? '';
  const value = `${ratingText(charter, rating)}. ${means}`.trim();
  return [
    ...heading,
    { kind: 'details', facts: [{ label: 'Rating', value }] },
    { kind: 'heading', level: 4, text: 'What the department does' },
    ...said(answer?.narrative ?? ''),
  ];
}

function said(text: string): readonly Block[] {
  const found = paragraphsOf(text);
  return found.length === 0 ? [body('The department wrote nothing here.')] : found.map(body);
}

function publicPlan({ charter, record }: AwardInput): readonly Block[] {
  const actions = byKeyPriority(plannedActions(record.content)).flatMap((group) => group.actions);
  return [
    { kind: 'heading', level: 2, text: 'What the department will do' },
    body(
      'The action plan as it was submitted. Who answers for each action is known to the awarding body and left out here.',
    ),
    ...planBlocks(charter, actions, 'anyone'),
  ];
}
