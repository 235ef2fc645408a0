// The least step of the version number that a set of changes needs, and the step that was taken.
// Source: scoring.md, Versions, Semantic versioning.

export type Bump = 'patch' | 'minor' | 'major';

/** One change and the least step that it needs. */
export type Cause = {
  readonly needs: Bump;
  readonly what:
    | 'other-charter'
    | 'scale'
    | 'scale-meaning'
    | 'criterion-removed'
    | 'criterion-split'
    | 'criteria-merged'
    | 'criterion-renamed'
    | 'criterion-added'
    | 'criterion-changed'
    | 'criterion-number'
    | 'criterion-wording'
    | 'level'
    | 'level-wording'
    | 'indicator-kind'
    | 'indicator'
    | 'indicator-wording'
    | 'awarding'
    | 'previous-plan'
    | 'action-plan'
    | 'cumulative'
    | 'criterion-scope'
    | 'evidence-kind'
    | 'evidence-kind-wording'
    | 'fact'
    | 'fact-wording'
    | 'explanations'
    | 'section-wording'
    | 'charter-wording'
    | 'order';
  /** The id of the criterion, level, indicator, kind, fact or section; null = the whole charter. */
  readonly id: string | null;
};

const steps = ['none', 'patch', 'minor', 'major'] as const;

/** The least step that all causes together need. */
export function leastBump(causes: readonly Cause[]): Bump | 'none' {
  return steps.findLast((step) => causes.some(({ needs }) => needs === step)) ?? 'none';
}

/** The step from one version to the other: its highest number that rose; 'lower' if it went back. */
export function declaredBump(before: string, after: string): Bump | 'none' | 'lower' {
  const older = before.split('.').map(Number);
  const newer = after.split('.').map(Number);
  const first = [0, 1, 2].find((part) => older[part] !== newer[part]);
  if (first === undefined) return 'none';
  if ((newer[first] ?? 0) < (older[first] ?? 0)) return 'lower';
  return (['major', 'minor', 'patch'] as const)[first] ?? 'patch';
}

/** True when the step taken is at least the step needed; a larger one is the editor's judgement. */
export function isTruthful(needs: Bump | 'none', declared: Bump | 'none' | 'lower'): boolean {
  return declared !== 'lower' && steps.indexOf(declared) >= steps.indexOf(needs);
}
