// What a comparison of two charter versions says, in words: every cause of a new version, every number of a
// level before and after.
import { type Charter, findCriterion } from '#app/domain/charter/charter.ts';
import type { CharterDiff, CriterionChange } from '#app/domain/charter/changes.ts';
import type { LevelChange, LevelNumberChange } from '#app/domain/charter/diff/diff-levels.ts';
import type { PartsChanged } from '#app/domain/charter/diff/diff-criterion.ts';
import type { Bump, Cause } from '#app/domain/charter/version-bump.ts';
import type { Precondition } from '#app/domain/charter/facts.ts';
import {
  count,
  criterionName,
  factQuestion,
  levelText,
  listText,
  thresholdText,
  yesOrNo,
} from '#words/kit/wording.ts';

type Versions = { readonly from: Charter; readonly to: Charter };

/** 'LEVEL, overall score: 75% before, 80% after', for every number that differs; what is new or gone says so. */
export function levelLines(versions: Versions, levels: readonly LevelChange[]): readonly string[] {
  return levels.flatMap((level) => {
    const label = levelText(level.kind === 'removed' ? versions.from : versions.to, level.id);
    return level.numbers.map(
      (number) => `${label}, ${numberName(versions, number)}: ${beforeAndAfter(versions, number)}`,
    );
  });
}

function beforeAndAfter({ from, to }: Versions, { before, after }: LevelNumberChange): string {
  if (before === null) return `${numberText(to, after)}, which is new`;
  if (after === null) return `not asked any more, ${numberText(from, before)} before`;
  return `${numberText(from, before)} before, ${numberText(to, after)} after`;
}

function numberName({ from, to }: Versions, number: LevelNumberChange): string {
  switch (number.kind) {
    case 'overall':
      return 'overall score';
    case 'section':
      return 'score of every section';
    case 'coverage':
      return 'criteria answered';
    case 'section-override':
      return `score of ${sectionName(to, number.section) ?? sectionName(from, number.section) ?? number.section}`;
    case 'required':
      return nameIn({ from, to }, number.criterion);
    case 'floor':
      return number.section === null
        ? 'every criterion'
        : `every criterion of ${sectionName(to, number.section) ?? sectionName(from, number.section) ?? number.section}`;
    case 'any-of':
      return 'a choice of criteria';
    case 'preconditions':
      return 'what has to be so beforehand';
    case 'answered':
      return 'criteria that have to be answered';
    default:
      return number satisfies never;
  }
}

function numberText(charter: Charter, value: LevelNumberChange['before']): string {
  if (value === null) return 'not stated';
  if (typeof value === 'number') return `rating ${value}`;
  if ('of' in value) {
    const least = value.minimumLeft > 1 ? `, of which ${value.minimumLeft} have to apply` : '';
    return `${value.count} of ${listText(value.of)} at rating ${value.rating}${least}`;
  }
  if ('hundredths' in value) return thresholdText(value);
  return listText(
    value.map((each) => (typeof each === 'string' ? each : preconditionName(charter, each))),
  );
}

/** A level and for how many years it was held, or the question of a fact and what it has to be. */
function preconditionName(charter: Charter, precondition: Precondition): string {
  return precondition.kind === 'held'
    ? `${levelText(charter, precondition.level)} held for ${count(precondition.years, 'year')}`
    : `‘${factQuestion(charter, precondition.fact)}’ ${yesOrNo(precondition.is)}`;
}

function sectionName({ sections }: Charter, id: string): string | undefined {
  return sections.find((section) => section.id === id)?.title;
}

/** The name of a criterion of either version. */
export function nameIn({ from, to }: Versions, id: string): string {
  return criterionName(findCriterion(to, id) === undefined ? from : to, id);
}

const CRITERION_KIND: Readonly<Record<CriterionChange['kind'], string>> = {
  unchanged: 'Unchanged',
  wording: 'Explained differently',
  changed: 'Changed',
  added: 'New',
  removed: 'Removed',
};

/** What became of a criterion: 'Changed: question, weight'. */
export function criterionText({ kind, origin, from, parts }: CriterionChange): string {
  const named = partNames(parts);
  return [
    CRITERION_KIND[kind],
    origin === 'rename' || origin === 'split' || origin === 'merge'
      ? ` (from ${from.join(' and ')})`
      : '',
    named.length === 0 ? '' : `: ${named.join(', ')}`,
  ].join('');
}

const PART_NAMES: Readonly<Record<string, string>> = {
  descriptors: 'what each rating means',
  'evidence-rules': 'how much evidence a rating needs',
  'indicator-rules': 'what its numbers have to show',
  'indicator-definition': 'how its numbers are worked out',
  'not-applicable': 'when it does not apply',
  'word-limit': 'word limit',
  minutes: 'time that it takes',
  'suggested-months': 'months of a suggested action',
  'evidence-wanted': 'evidence wanted',
  'suggested-actions': 'suggested actions',
  rationale: 'why it matters',
  replaces: 'what it replaces',
  'applies-when': 'where it applies',
  scope: 'who answers it, the organisation or the department',
  narrative: 'whether it needs a narrative',
  variants: 'other words where a fact is so',
};

function partNames({ changed, numbers, wording }: PartsChanged): readonly string[] {
  return [...changed, ...numbers, ...wording].map((part) => PART_NAMES[part] ?? part);
}

const CAUSES: Readonly<Record<Cause['what'], string>> = {
  'other-charter': 'It is another charter',
  scale: 'The scale is another',
  'scale-meaning': 'A rating means something else',
  'criterion-removed': 'A criterion is removed',
  'criterion-split': 'A criterion is split',
  'criteria-merged': 'Criteria are merged',
  'criterion-renamed': 'A criterion has another id',
  'criterion-added': 'A criterion is new',
  'criterion-changed': 'A criterion asks or counts differently',
  'criterion-number': 'A number of a criterion differs',
  'criterion-wording': 'A criterion is explained differently',
  level: 'A level needs something else',
  'level-wording': 'A level is described differently',
  'indicator-kind': 'An indicator is of another kind',
  indicator: 'An indicator is new, removed or worked out differently',
  'indicator-wording': 'An indicator is described differently',
  awarding: 'The quorum or the years of an award differ',
  'previous-plan': 'What a previous plan says of a rating differs',
  'action-plan': 'The plan is shown to a panel on other criteria',
  cumulative: 'Whether a rating holds only with those below it differs',
  'criterion-scope': 'A criterion is answered by another: the organisation or the department',
  'evidence-kind': 'A kind of evidence is new or removed',
  'evidence-kind-wording': 'A kind of evidence is described differently',
  fact: 'A fact is new, removed or of another kind',
  'fact-wording': 'A fact is asked differently',
  explanations: 'Glossary, crosswalk or changes differ',
  'section-wording': 'A section is described differently',
  'charter-wording': 'The charter is described differently',
  order: 'The order differs',
};

/** A reason for a new version: 'A criterion is new: M9'. */
export function causeText({ what, id }: Cause): string {
  return id === null ? CAUSES[what] : `${CAUSES[what]}: ${id}`;
}

const BUMPS: Readonly<Record<Bump | 'none' | 'lower', string>> = {
  none: 'no new version',
  patch: 'a patch (the last number)',
  minor: 'a minor step (the number in the middle)',
  major: 'a major step (the first number)',
  lower: 'a step back',
};

/** Whether the version number tells the truth, in two sentences. */
export function verdictText({ needs, declared, truthful }: CharterDiff): string {
  return `The changes need ${BUMPS[needs]}; the version number says ${BUMPS[declared]}. ${
    truthful ? 'The number tells the truth.' : 'The number does not tell the truth.'
  }`;
}
