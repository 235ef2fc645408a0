// The words for conditions, caps, ratings and states: one place for documents and pages alike.
// The names of levels, ratings and sections come from the charter.
import { countsAsEvidence, type EvidenceItem } from '#app/domain/scoring/answer.ts';
import { whichCount } from '#app/domain/scoring/counting-evidence.ts';
import {
  type Charter,
  type Criterion,
  findCriterion,
  type Level,
} from '#app/domain/charter/charter.ts';
import type { Indicator } from '#app/domain/charter/schema.ts';
import type { Ratio, Threshold } from '#app/domain/charter/values.ts';
import type { MissingReason } from '#app/domain/scoring/answer.ts';
import { ratioText as fractionText } from '#app/domain/scoring/indicator.ts';
import {
  decimalsBeside,
  percentText,
  thresholdText as thresholdNumber,
} from '#app/domain/charter/percent.ts';
import type { Condition } from '#app/domain/scoring/scorecard.ts';
import type { Score } from '#app/domain/charter/percent.ts';

export type ConditionText = {
  readonly condition: string;
  readonly needs: string;
  readonly has: string;
  /** What is missing; empty where the condition is met. */
  readonly short: string;
};

/** One condition of a level in words. */
export function conditionText(charter: Charter, condition: Condition): ConditionText {
  switch (condition.kind) {
    case 'overall':
      return {
        condition: 'Overall score',
        needs: `at least ${thresholdText(condition.needs)}`,
        has: scoreText(condition.has, decimalsBeside(condition.needs)),
        short: shortPoints(condition.short),
      };
    case 'section':
      return {
        condition: `Section: ${sectionTitle(charter, condition.section)}`,
        needs: `at least ${thresholdText(condition.needs)}`,
        has: scoreText(condition.has, decimalsBeside(condition.needs)),
        short: shortPoints(condition.short),
      };
    case 'required':
      return {
        condition: criterionName(charter, condition.criterion),
        needs: `rating ${ratingText(charter, condition.needs)}`,
        has: condition.has === null ? 'not applicable' : ratingText(charter, condition.has),
        short: condition.short === 0 ? '' : count(condition.short, 'rating'),
      };
    case 'coverage':
      return {
        condition: 'Criteria answered',
        needs: `at least ${thresholdText(condition.needs)}`,
        has: `${condition.has.points} of ${condition.has.available}`,
        short: condition.short === 0 ? '' : count(condition.short, 'answer'),
      };
    case 'floor':
      return floorText(charter, condition);
    case 'any-of':
      return anyOfText(charter, condition);
    case 'answered':
      return {
        condition: `Answers to ${listText(condition.criteria)}`,
        needs: 'each of them, where it applies',
        has: condition.met ? 'all answered' : `no answer: ${listText(condition.unanswered)}`,
        short: condition.met ? '' : count(condition.short, 'answer'),
      };
    case 'precondition':
      return preconditionText(charter, condition);
    default:
      return condition satisfies never;
  }
}

function preconditionText(
  charter: Charter,
  { precondition, state, years, short }: ConditionOf<'precondition'>,
): ConditionText {
  if (precondition.kind === 'held') {
    return {
      condition: `${levelText(charter, precondition.level)} or above held without a gap`,
      needs: `for at least ${count(precondition.years, 'year')}`,
      has: years === null ? 'not known yet' : count(years, 'full year'),
      short: short === 0 ? '' : count(short, 'year'),
    };
  }
  const said = state === 'yes' ? precondition.is : !precondition.is;
  return {
    condition: factQuestion(charter, precondition.fact),
    needs: yesOrNo(precondition.is),
    has: state === 'unknown' ? 'not known yet' : yesOrNo(said),
    short: '',
  };
}

/** The question behind a fact; its id where the charter does not ask it. */
export function factQuestion({ facts }: Pick<Charter, 'facts'>, id: string): string {
  return facts.find((fact) => fact.id === id)?.question ?? id;
}

/** 'yes' or 'no'. */
export function yesOrNo(value: boolean): string {
  return value ? 'yes' : 'no';
}

/** An answer to a fact as people read it: the label of an option, yes or no, the number or the day. */
export function factValueText(
  { facts }: Pick<Charter, 'facts'>,
  id: string,
  value: string,
): string {
  const fact = facts.find((each) => each.id === id);
  if (fact?.kind === 'yes-no') return yesOrNo(value === 'true');
  return fact?.options.find((option) => option.id === value)?.label ?? value;
}

type ConditionOf<Kind extends Condition['kind']> = Extract<Condition, { kind: Kind }>;

function floorText(charter: Charter, condition: ConditionOf<'floor'>): ConditionText {
  const { section, needs, met, below, short } = condition;
  return {
    condition: `Every criterion${section === null ? '' : ` of ${sectionTitle(charter, section)}`}`,
    needs: `rating ${ratingText(charter, needs)}`,
    has: met ? 'all reach it' : `below it: ${listText(below)}`,
    short: met ? '' : criteria(short),
  };
}

function anyOfText(charter: Charter, condition: ConditionOf<'any-of'>): ConditionText {
  const { of, needs, rating, has, left, minimumLeft, short } = condition;
  const applies = left === 1 ? '1 applies' : `${left} apply`;
  return {
    condition: `At least ${needs} of ${listText(of)}`,
    needs: `rating ${ratingText(charter, rating)}`,
    has: left < minimumLeft ? `${applies}; at least ${minimumLeft} have to` : `${has} of ${needs}`,
    short: short === 0 ? '' : criteria(short),
  };
}

function criteria(number: number): string {
  return number === 1 ? '1 criterion' : `${number} criteria`;
}

function shortPoints(short: number): string {
  return short === 0 ? '' : count(short, 'point');
}

/** Why an indicator has no figure, in one sentence (scoring.md, Indicators). */
export function missingText(
  why: MissingReason,
  indicator: Pick<Indicator, 'minimumDenominator'> | undefined,
): string {
  switch (why) {
    case 'no-counts':
      return 'The counts are not entered yet.';
    case 'zero-denominator':
      return 'A group has nobody in it, so there is no figure.';
    case 'too-few':
      return indicator === undefined
        ? 'A group is too small for the figure to be used.'
        : `A group has fewer than ${indicator.minimumDenominator} people, so the figure is not used.`;
    case 'no-outcome':
      return 'Nobody in either group is counted, so there is nothing to compare.';
    default:
      return why satisfies never;
  }
}

/** That only the first group had the outcome: no ratio, every `min` met and no `max` (scoring.md, Indicator rules). */
export function firstOnlyText(indicator: Indicator | undefined): string {
  const second = indicator?.kind === 'relative-likelihood' ? ` (${indicator.second.label})` : '';
  return `Nobody in the second group${second} is counted and somebody in the first is, so there is no ratio: any ‘at least’ is met and no ‘at most’ is.`;
}

/** For each item of one criterion's evidence why it does not count; empty = it counts. */
export function notCountedTexts(items: readonly EvidenceItem[]): readonly string[] {
  const counts = whichCount(items);
  return items.map((item, index) => {
    if (counts[index] === true) return '';
    return countsAsEvidence(item)
      ? 'does not count again: its file or link is that of another item here'
      : 'does not count: it needs a title and a file, a link or a data table';
  });
}

/** 0.80, with the decimals that the charter writes. */
export function ratioText({ numerator, denominator }: Ratio): string {
  const value = { numerator: BigInt(numerator), denominator: BigInt(denominator) };
  return fractionText(value, String(denominator).length - 1);
}

/** 3 (Working); without a claim, 'no claim'. */
export function ratingText(charter: Charter, rating: number | null): string {
  if (rating === null) return 'no claim';
  const label = charter.scale[rating]?.label;
  return label === undefined ? String(rating) : `${rating} (${label})`;
}

/** The ratings that a criterion offers, lowest first, each with what it takes: '3 Working'. */
export function ratingChoices(
  charter: Charter,
  { descriptors, statements }: Pick<Criterion, 'descriptors' | 'statements'>,
): readonly RatingChoice[] {
  return descriptors.map((text, rating) => ({
    rating,
    label: `${rating} ${charter.scale[rating]?.label ?? ''}`,
    text,
    statements: statements[rating] ?? [],
  }));
}

type RatingChoice = {
  readonly rating: number;
  readonly label: string;
  readonly text: string;
  /** What has to be true, one by one; empty where the text is one. */
  readonly statements: readonly string[];
};

/** Where another standard asks for the same: 'Workforce Race Equality Standard 2, in part'. */
export function crosswalkOf(
  { standards }: Pick<Charter, 'standards'>,
  { crosswalk }: Pick<Criterion, 'crosswalk'>,
): readonly { readonly standard: string; readonly accepted: string }[] {
  return crosswalk.map(({ standard, ref, covers, accepted = '' }) => {
    const title = standards.find(({ id }) => id === standard)?.title ?? standard;
    return { standard: `${title} ${ref}${covers === 'part' ? ', in part' : ''}`, accepted };
  });
}

/** The label of a level, or that none is reached. */
export function levelText(charter: Charter, id: string | null): string {
  return levelOf(charter, id)?.label ?? 'No level yet';
}

/** The level with this id. */
export function levelOf(charter: Charter, id: string | null): Level | undefined {
  return charter.levels.find((level) => level.id === id);
}

/** G1 A named sponsor is accountable. */
export function criterionName(charter: Charter, id: string): string {
  const title = findCriterion(charter, id)?.title;
  return title === undefined ? id : `${id} ${title}`;
}

/** The title of a section. */
function sectionTitle(charter: Charter, id: string): string {
  return charter.sections.find((section) => section.id === id)?.title ?? id;
}

/** 60% or 59.5%, as the charter writes it. */
export function thresholdText(threshold: Threshold): string {
  return `${thresholdNumber(threshold)}%`;
}

/** A score rounded down, so that nobody reads 60.0% beside 'not met'. */
export function scoreText(score: Score | null, decimals = 1): string {
  return score === null ? 'no score' : `${percentText(score, decimals)}%`;
}

/** 1 point, 2 points. */
export function count(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? '' : 's'}`;
}

/** a, b and c. */
export function listText(items: readonly string[]): string {
  const last = items.at(-1) ?? '';
  return items.length < 2 ? last : `${items.slice(0, -1).join(', ')} and ${last}`;
}

/** The text with a full stop where it has no ending of its own. */
export function ended(text: string): string {
  return /[.!?]$/.test(text) ? text : `${text}.`;
}

/** The paragraphs of a text: what stands between empty lines. */
export function paragraphsOf(text: string): readonly string[] {
  return text
    .split(/\n\s*\n/)
    .map((part) => part.trim())
    .filter((part) => part !== '');
}

/** At least 2 items. */
export function atLeast(number: number): string {
  return number === 1 ? 'at least one item' : `at least ${number} items`;
}
