// The report of an award, for anyone: what was awarded, where the department stands, what it says of each
// criterion, and its plan. No evidence, no indicator, no people of the plan, no count of people.
import { AWARD_REPORT } from '#words/award/award-report-words.ts';
import { LABEL } from '#words/kit/labels.ts';
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
    ...publicFrame(input, LABEL.awardReport),
    blocks: [
      { kind: 'contents', title: LABEL.contents, depth: 3 },
      { kind: 'page-break' },
      ...awardBlocks(input),
      ...standingBlocks(input),
      { kind: 'heading', level: 2, text: AWARD_REPORT.panelSays },
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
    ...publicFrame(input, LABEL.actionPlan),
    blocks: [
      { kind: 'contents', title: LABEL.contents, depth: 3 },
      { kind: 'page-break' },
      ...publicPlan(input),
    ],
  };
}

function publicFrame(input: AwardInput, title: string) {
  const { organisation, department } = input.record;
  const audience = AWARD_REPORT.audience(input.award.number, input.award.address);
  const owner = { charter: input.charter, organisation, department, audience };
  return framed(owner, { title, facts: awardFactsOf(input) });
}

function awardBlocks(input: AwardInput): readonly Block[] {
  const { charter, record, award } = input;
  const holder = AWARD_REPORT.holder({
    department: record.department,
    organisation: record.organisation,
    level: levelText(charter, award.level),
    charter: charterTitle(input.charter),
  });
  const by = award.awardingBody === null ? '' : AWARD_REPORT.by(award.awardingBody);
  return [
    { kind: 'heading', level: 2, text: AWARD_REPORT.theAward },
    { kind: 'paragraph', style: 'lead', text: holder },
    { kind: 'facts', facts: awardFactsOf(input) },
    ...[levelMeaning(charter, award.level)].filter((text) => text !== '').map(body),
    body(AWARD_REPORT.how(by)),
    {
      kind: 'callout',
      title: AWARD_REPORT.isItGenuine,
      paragraphs: [AWARD_REPORT.compare(award.number, award.address)],
    },
  ];
}

const SERIES: StandingWords = { claimed: null, supported: [LABEL.asThePanelAgreed, LABEL.agreed] };

function standingBlocks(input: AwardInput): readonly Block[] {
  const { results } = input.record;
  const { points, available, percent } = results.overall;
  const overall = scoreText(percent === null ? null : { points, available });
  const text = AWARD_REPORT.standing(overall);
  return [
    { kind: 'heading', level: 2, text: AWARD_REPORT.whereItStands },
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
      { kind: 'heading', level: 4, text: LABEL.notApplicableBecause },
      ...said(decided.notApplicable ?? ''),
    ];
  }
  const rating = decided?.supported ?? 0;
  const means = criterion.descriptors[rating] ?? '';
  const value = `${ratingText(charter, rating)}. ${means}`.trim();
  return [
    ...heading,
    { kind: 'details', facts: [{ label: LABEL.rating, value }] },
    { kind: 'heading', level: 4, text: AWARD_REPORT.does },
    ...said(answer?.narrative ?? ''),
  ];
}

function said(text: string): readonly Block[] {
  const found = paragraphsOf(text);
  return found.length === 0 ? [body(AWARD_REPORT.wroteNothing)] : found.map(body);
}

function publicPlan({ charter, record }: AwardInput): readonly Block[] {
  const actions = byKeyPriority(plannedActions(record.content)).flatMap((group) => group.actions);
  return [
    { kind: 'heading', level: 2, text: AWARD_REPORT.willDo },
    body(AWARD_REPORT.asSubmitted),
    ...planBlocks(charter, actions, 'anyone'),
  ];
}
