// Every reason why a changed charter needs a new version, with the least step that it needs:
// patch = wording only, minor = something added or a number or rule changed, major = an existing
// answer may mean nothing any more. Source: scoring.md, Versions, Semantic versioning.
import { allCriteria, type Charter } from '#app/domain/charter/charter.ts';
import type { CharterDiff, CriterionChange, IndicatorChange } from '#app/domain/charter/changes.ts';
import type { LevelChange } from './diff-levels.ts';
import type { Fact } from '#app/domain/charter/facts.ts';
import { sameValue } from '#app/domain/charter/same-value.ts';
import type { Cause } from '#app/domain/charter/version-bump.ts';

type Changes = Pick<CharterDiff, 'scale' | 'criteria' | 'levels' | 'indicators'>;

/** The causes in the order of the charter's parts; empty where nothing but the version differs. */
export function causesOf(before: Charter, after: Charter, changes: Changes): readonly Cause[] {
  const other = before.id === after.id ? [] : [cause('major', 'other-charter', null)];
  return [
    ...other,
    ...scaleCauses(changes.scale.kind),
    ...changes.criteria.flatMap(criterionCauses),
    ...changes.levels.flatMap(levelCauses),
    ...changes.indicators.flatMap(indicatorCauses),
    ...addedCauses(before, after, changes.criteria),
    ...(sameValue(before.awarding, after.awarding) ? [] : [cause('minor', 'awarding', null)]),
    ...planCauses(before, after),
    ...judgedCauses(before, after),
    ...textCauses(before, after),
    ...orderCauses(before, after),
  ];
}

/** Shares where there were none write out what the descriptors name already; no score reads them. */
function planCauses(before: Charter, after: Charter): readonly Cause[] {
  if (sameValue(sharesOf(before), sharesOf(after))) return [];
  const needs = before.previousPlan === null ? 'patch' : 'minor';
  return [cause(needs, 'previous-plan', after.previousPlan?.criterion ?? null)];
}

/** On which criteria a panel reads the plan: what they ask says so already, and no score reads it. */
function judgedCauses(before: Charter, after: Charter): readonly Cause[] {
  const named = ({ judgesPlan }: Charter) => judgesPlan.toSorted();
  return sameValue(named(before), named(after)) ? [] : [cause('patch', 'action-plan', null)];
}

/** The numbers alone: 60 and 60.0 are the same share. */
function sharesOf({ previousPlan }: Charter): unknown {
  return (
    previousPlan && {
      criterion: previousPlan.criterion,
      done: previousPlan.done.map(({ rating, least }) => [rating, least.hundredths]),
    }
  );
}

function cause(needs: Cause['needs'], what: Cause['what'], id: string | null): Cause {
  return { needs, what, id };
}

function scaleCauses(kind: CharterDiff['scale']['kind']): readonly Cause[] {
  switch (kind) {
    case 'unchanged':
      return [];
    case 'wording':
      return [cause('minor', 'scale-meaning', null)];
    case 'changed':
      return [cause('major', 'scale', null)];
    default:
      return kind satisfies never;
  }
}

function criterionCauses({ id, origin, parts }: CriterionChange): readonly Cause[] {
  switch (origin) {
    case 'none':
      return [cause('major', 'criterion-removed', id)];
    case 'added':
      return [cause('minor', 'criterion-added', id)];
    case 'split':
      return [cause('major', 'criterion-split', id)];
    case 'merge':
      return [cause('major', 'criteria-merged', id)];
    case 'rename':
    case 'same':
      return [
        ...(origin === 'rename' ? [cause('minor', 'criterion-renamed', id)] : []),
        ...(parts.changed.length > 0 ? [cause('minor', 'criterion-changed', id)] : []),
        ...(parts.numbers.length > 0 ? [cause('minor', 'criterion-number', id)] : []),
        ...(parts.wording.length > 0 ? [cause('patch', 'criterion-wording', id)] : []),
      ];
    default:
      return origin satisfies never;
  }
}

function levelCauses({ id, kind }: LevelChange): readonly Cause[] {
  if (kind === 'unchanged') return [];
  return [kind === 'wording' ? cause('patch', 'level-wording', id) : cause('minor', 'level', id)];
}

function indicatorCauses({ id, kind }: IndicatorChange): readonly Cause[] {
  switch (kind) {
    case 'unchanged':
      return [];
    case 'wording':
      return [cause('patch', 'indicator-wording', id)];
    case 'changed':
    case 'added':
    case 'removed':
      return [cause('minor', 'indicator', id)];
    case 'replaced':
      return [cause('major', 'indicator-kind', id)];
    default:
      return kind satisfies never;
  }
}

function textCauses(before: Charter, after: Charter): readonly Cause[] {
  const texts = ({ title, summary, notice, sources }: Charter) => [title, summary, notice, sources];
  const older = new Map(before.sections.map((section) => [section.id, section]));
  const newer = new Set(after.sections.map(({ id }) => id));
  const sections = after.sections.filter(({ id, title, summary }) => {
    const was = older.get(id);
    return was === undefined || was.title !== title || was.summary !== summary;
  });
  const gone = before.sections.filter(({ id }) => !newer.has(id));
  return [
    ...(sameValue(texts(before), texts(after)) ? [] : [cause('patch', 'charter-wording', null)]),
    ...[...sections, ...gone].map(({ id }) => cause('patch', 'section-wording', id)),
  ];
}

/** Another order changes no score and no level; only which of two equal ways is shown first. */
function orderCauses(before: Charter, after: Charter): readonly Cause[] {
  const orders = (one: Charter, other: Charter) => {
    const criteria = new Set(allCriteria(other).map(({ id }) => id));
    const sections = new Set(other.sections.map(({ id }) => id));
    return [
      one.sections.map(({ id }) => id).filter((id) => sections.has(id)),
      ...one.sections.map((section) =>
        section.criteria.map(({ id }) => id).filter((id) => criteria.has(id)),
      ),
    ];
  };
  return sameValue(orders(before, after).flat(), orders(after, before).flat())
    ? []
    : [cause('patch', 'order', null)];
}

/** What differs in the parts that format 2 adds. */
function addedCauses(
  before: Charter,
  after: Charter,
  criteria: readonly CriterionChange[],
): readonly Cause[] {
  const scoped = criteria.filter(({ parts }) => parts.changed.includes('scope'));
  const explained = ({ glossary, standards, changes }: Charter) => [glossary, standards, changes];
  return [
    ...cumulativeCauses(before, after),
    ...scoped.map(({ id }) => cause('major', 'criterion-scope', id)),
    ...namedCauses(before.kinds, after.kinds, { what: 'evidence-kind', same: () => true }),
    ...namedCauses(before.facts, after.facts, { what: 'fact', same: sameAnswers }),
    ...(sameValue(explained(before), explained(after))
      ? []
      : [cause('patch', 'explanations', null)]),
  ];
}

/** Turned on, existing answers mean less; turned off, a rule differs. */
function cumulativeCauses(before: Charter, after: Charter): readonly Cause[] {
  if (before.cumulative === after.cumulative) return [];
  return [cause(after.cumulative ? 'major' : 'minor', 'cumulative', null)];
}

function sameAnswers(one: Fact, other: Fact): boolean {
  const options = ({ options: all }: Fact) => all.map(({ id }) => id).toSorted();
  return one.kind === other.kind && sameValue(options(one), options(other));
}

/** Each that is new, gone or another thing, and each that is only said otherwise. */
function namedCauses<T extends { readonly id: string }>(
  before: readonly T[],
  after: readonly T[],
  { what, same }: { what: 'evidence-kind' | 'fact'; same: (one: T, other: T) => boolean },
): readonly Cause[] {
  const older = new Map(before.map((each) => [each.id, each]));
  const newer = new Set(after.map(({ id }) => id));
  const kept = after.flatMap((each) => {
    const was = older.get(each.id);
    if (was === undefined || !same(was, each)) return [cause('minor', what, each.id)];
    return sameValue(was, each) ? [] : [cause('patch', `${what}-wording`, each.id)];
  });
  const gone = before.filter(({ id }) => !newer.has(id));
  return [...kept, ...gone.map(({ id }) => cause('minor', what, id))];
}
