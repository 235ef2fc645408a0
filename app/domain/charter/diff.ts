// Two versions of a charter compared: criteria, levels, scale, indicators, and whether the newer
// version's number tells the truth about them. Source: scoring.md, Versions.
import { allCriteria, charterName, type Charter, type Criterion } from './charter.ts';
import type { CharterDiff, CriterionChange, IndicatorChange, ScaleChange } from './changes.ts';
import { causesOf } from './diff/diff-causes.ts';
import { definitionOf, partsChanged, type PartsChanged } from './diff/diff-criterion.ts';
import { diffLevels } from './diff/diff-levels.ts';
import { sameValue } from './same-value.ts';
import { succession } from './succession.ts';
import { declaredBump, isTruthful, leastBump } from './version-bump.ts';

/** What changed from one version to a later one. */
export function diffCharters(before: Charter, after: Charter): CharterDiff {
  const changes = {
    scale: diffScale(before, after),
    criteria: diffCriteria(before, after),
    levels: diffLevels(before, after),
    indicators: diffIndicators(before, after),
  };
  const causes = causesOf(before, after, changes);
  const needs = leastBump(causes);
  const declared = declaredBump(before.version, after.version);
  return {
    from: charterName(before),
    to: charterName(after),
    ...changes,
    causes,
    needs,
    declared,
    truthful: before.id === after.id && isTruthful(needs, declared),
    toJudge: changes.criteria
      .filter(({ parts }) => parts.changed.some((p) => p === 'question' || p === 'descriptors'))
      .map(({ id }) => id),
  };
}

const noParts: PartsChanged = { changed: [], numbers: [], wording: [] };

function diffCriteria(before: Charter, after: Charter): readonly CriterionChange[] {
  const { origins, removed } = succession(before, after);
  const kept = allCriteria(after).map((criterion): CriterionChange => {
    const { id } = criterion;
    const origin = origins.get(id) ?? { kind: 'added' };
    if (origin.kind === 'added') {
      return { id, kind: 'added', origin: 'added', from: [], parts: noParts };
    }
    if (origin.kind === 'merge') {
      const from = origin.before.map((each) => each.id);
      return { id, kind: 'changed', origin: 'merge', from, parts: noParts };
    }
    const parts = partsChanged(
      { charter: before, criterion: origin.before },
      { charter: after, criterion },
    );
    const kind = origin.kind === 'split' ? 'changed' : kindOf(parts);
    return { id, kind, origin: origin.kind, from: [origin.before.id], parts };
  });
  return [...kept, ...removed.map(removedChange)];
}

function removedChange({ id }: Criterion): CriterionChange {
  return { id, kind: 'removed', origin: 'none', from: [id], parts: noParts };
}

function kindOf({ changed, numbers, wording }: PartsChanged): 'unchanged' | 'wording' | 'changed' {
  if (changed.length > 0) return 'changed';
  return numbers.length + wording.length > 0 ? 'wording' : 'unchanged';
}

function diffScale({ scale: before }: Charter, { scale: after }: Charter): ScaleChange {
  const labels = (scale: Charter['scale']) => scale.map(({ label }) => label);
  const reworded = sameValue(before, after) ? 'unchanged' : 'wording';
  return { kind: sameValue(labels(before), labels(after)) ? reworded : 'changed', before, after };
}

function diffIndicators(before: Charter, after: Charter): readonly IndicatorChange[] {
  const older = new Map(before.indicators.map((indicator) => [indicator.id, indicator]));
  const newer = new Set(after.indicators.map(({ id }) => id));
  const kept = after.indicators.map((indicator): IndicatorChange => {
    const { id } = indicator;
    const was = older.get(id);
    if (was === undefined) return { id, kind: 'added' };
    if (was.kind !== indicator.kind) return { id, kind: 'replaced' };
    if (!sameValue(definitionOf(was), definitionOf(indicator))) return { id, kind: 'changed' };
    return { id, kind: sameValue(was, indicator) ? 'unchanged' : 'wording' };
  });
  const removed = before.indicators.filter(({ id }) => !newer.has(id));
  return [...kept, ...removed.map(({ id }): IndicatorChange => ({ id, kind: 'removed' }))];
}
