// The state of a criterion in words; colour only where something is to be done.
import type { CriterionState } from '#app/domain/assessment/work-progress.ts';
import { CRITERION_STATE } from '#words/assessment/work-words.ts';

const COLOUR: Readonly<Record<CriterionState, string | null>> = {
  'not-started': 'blue',
  'in-progress': 'aqua-green',
  'needs-evidence': 'yellow',
  ready: null,
  'does-not-apply': null,
};

export function StateTag({ state }: { readonly state: CriterionState }) {
  const colour = COLOUR[state];
  if (colour === null) return <>{CRITERION_STATE[state]}</>;
  return <strong className={`nhsuk-tag nhsuk-tag--${colour}`}>{CRITERION_STATE[state]}</strong>;
}
