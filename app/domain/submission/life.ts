// The life of an assessment up to its submission (product.md): draft, signed off by the sponsor,
// submitted. Only a draft can be changed; every step back is a step of its own.
import { ok, refused, type Result } from '#app/domain/problem.ts';

export const ASSESSMENT_STATES = ['draft', 'signed-off', 'submitted'] as const;
export type AssessmentState = (typeof ASSESSMENT_STATES)[number];

/** The state in a row; a text that is no state counts as the most closed one. */
export function stateOf(text: string): AssessmentState {
  return ASSESSMENT_STATES.find((known) => known === text) ?? 'submitted';
}

const STEPS = {
  'sign-off': { from: 'draft', to: 'signed-off' },
  reopen: { from: 'signed-off', to: 'draft' },
  submit: { from: 'signed-off', to: 'submitted' },
  withdraw: { from: 'submitted', to: 'draft' },
  // Where the panel asked for revisions: the submission stands, and another one follows it.
  revise: { from: 'submitted', to: 'draft' },
} as const satisfies Record<string, { from: AssessmentState; to: AssessmentState }>;

export type Step = keyof typeof STEPS;

/** The state after a step; null where the step does not start from this state. */
export function after(state: AssessmentState, step: Step): AssessmentState | null {
  return STEPS[step].from === state ? STEPS[step].to : null;
}

/** The state after a step; refused with `code` where the step does not start from this state. */
export function takeStep<Code extends string>(
  state: AssessmentState,
  step: Step,
  code: Code,
): Result<AssessmentState, { readonly code: Code }> {
  const next = after(state, step);
  return next === null ? refused({ code }) : ok(next);
}

/** Whether it has been handed in: submitting it again is the same submission. */
export function isSubmitted(state: AssessmentState): boolean {
  return state === 'submitted';
}

export type Locked = { readonly code: 'locked'; readonly state: AssessmentState };

/** Whether progress on actions is noted: while it is a draft, and again once there is an award. */
export function checkNoting(state: AssessmentState, hasAward: boolean): Result<null, Locked> {
  return isOpen(state) || hasAward ? ok(null) : refused({ code: 'locked', state });
}

/** Whether answers, evidence, counts, actions and the target may be changed. */
export function isOpen(state: AssessmentState): boolean {
  return state === 'draft';
}
