// The state of a criterion in words; colour only where something is to be done.
import type { CriterionState } from '#app/domain/assessment/work-progress.ts';

const TEXT: Readonly<Record<CriterionState, string>> = {
  'not-started': 'Not started',
  'in-progress': 'In progress',
  'needs-evidence': 'Needs evidence',
  ready: 'Ready',
};
const COLOUR: Readonly<Record<CriterionState, string | null>> = {
  'not-started': 'blue',
  'in-progress': 'aqua-green',
  'needs-evidence': 'yellow',
  ready: null,
};

export function StateTag({ state }: { readonly state: CriterionState }) {
  const colour = COLOUR[state];
  if (colour === null) return <>{TEXT[state]}</>;
  return <strong className={`nhsuk-tag nhsuk-tag--${colour}`}>{TEXT[state]}</strong>;
}
