// How a form is answered that was refused: one table says with which status, one where on the page the problem
// stands. A route says what its page shows; what was typed comes back with it.
import { data } from 'react-router';
import type { TO_PUT_RIGHT } from './to-put-right.ts';

/** Not theirs to see, not theirs to change, or not what was submitted or decided: a page of its own. */
type Hidden =
  | { readonly code: 'not-found' }
  | { readonly code: 'not-allowed' }
  | { readonly code: 'altered' };

/** Every code that a form is answered with. */
export type ProblemCode = keyof typeof STATUS | (typeof TO_PUT_RIGHT)[number];

type Coded = { readonly code: ProblemCode };
type Errors = Readonly<Record<string, string>>;

/** Most problems are of what was typed, which is put right and sent again (to-put-right.ts). */
const UNPROCESSABLE = 422;
/** It is not the time for this, or somebody else has changed what was read. */
const CONFLICT = 409;
const TOO_OFTEN = 429;

/** Of every other problem, its status. */
export const STATUS = {
  'not-found': 404,
  'not-allowed': 403,
  altered: CONFLICT,
  // What can be changed no more, or not yet.
  locked: CONFLICT,
  'wrong-phase': CONFLICT,
  'declare-first': CONFLICT,
  'fact-agreed-meanwhile': CONFLICT,
  'was-submitted': CONFLICT,
  'report-sent': CONFLICT,
  over: CONFLICT,
  'not-signed': CONFLICT,
  'signed-it': CONFLICT,
  'nobody-signs': CONFLICT,
  'not-asked': CONFLICT,
  'asked-already': CONFLICT,
  'no-round': CONFLICT,
  'no-such-round': CONFLICT,
  'round-not-open-yet': CONFLICT,
  'round-closed': CONFLICT,
  'submitted-another': CONFLICT,
  'no-revision': CONFLICT,
  'revisions-over': CONFLICT,
  'restore-over': CONFLICT,
  'renewal-runs': CONFLICT,
  'award-withdrawn': CONFLICT,
  'year-not-begun': CONFLICT,
  'report-too-early': CONFLICT,
  'no-such-version': CONFLICT,
  'not-all-rated': CONFLICT,
  'still-rating': CONFLICT,
  'too-few-sealed': CONFLICT,
  'account-as-asked': CONFLICT,
  'already-closed': CONFLICT,
  'already-published': CONFLICT,
  'already-withdrawn': CONFLICT,
  'answered-already': CONFLICT,
  'appeal-open': CONFLICT,
  'appealed-already': CONFLICT,
  'award-ended': CONFLICT,
  'award-published': CONFLICT,
  'before-a-panel': CONFLICT,
  'factor-there': CONFLICT,
  'has-begun': CONFLICT,
  'has-sealed': CONFLICT,
  'merged-already': CONFLICT,
  'no-decision': CONFLICT,
  'no-factor': CONFLICT,
  'no-quorum': CONFLICT,
  'not-a-draft': CONFLICT,
  'not-all-agreed': CONFLICT,
  'not-decided': CONFLICT,
  'not-published': CONFLICT,
  'not-submitted': CONFLICT,
  'not-to-review': CONFLICT,
  'nothing-to-confirm': CONFLICT,
  'panel-incomplete': CONFLICT,
  'ratings-not-due': CONFLICT,
  'renewal-too-early': CONFLICT,
  'reset-lately': CONFLICT,
  'reset-waits': CONFLICT,
  'submitted-it': CONFLICT,
  'too-late-to-appeal': CONFLICT,
  undeclared: CONFLICT,
  'waits-already': CONFLICT,
  'wrote-most': CONFLICT,
  // What somebody else has changed meanwhile.
  'changed-meanwhile': CONFLICT,
  'draft-changed': CONFLICT,
  'way-pending': CONFLICT,
  'review-not-allowed': 403,
  'rated-meanwhile': CONFLICT,
  'plan-changed-meanwhile': CONFLICT,
  'name-taken-meanwhile': CONFLICT,
  'answers-changed-meanwhile': CONFLICT,
  'note-changed': CONFLICT,
  'preview-old': CONFLICT,
  'not-as-read': CONFLICT,
  'content-changed': CONFLICT,
  'letter-gone': CONFLICT,
  // What comes too often, or at a time of very many others.
  busy: 503,
  'too-many-objections': TOO_OFTEN,
  'too-many-uploads': TOO_OFTEN,
  'work-waiting': TOO_OFTEN,
};

/** The field that a problem stands at, whatever form it is of; '' = the summary of the page. */
const PLACE: Readonly<Partial<Record<ProblemCode, string>>> = {
  locked: '',
  'justification-missing': 'justification',
  'password-wrong': 'password',
  'passkey-wrong': 'password',
  wait: 'password',
  busy: 'password',
  'confirm-first': 'password',
  'code-wrong': 'code',
  'off-the-scale': 'choice',
  'no-such-choice': 'choice',
  'not-complete': 'choice',
  'comments-wrong': 'comments',
  'message-too-long': 'message',
  'grounds-wrong': 'grounds',
  'answer-wrong': 'reason',
  'asked-reason-wrong': 'because',
  'interest-reason-wrong': 'reason',
  'revisions-date-wrong': 'due',
  'summary-wrong': 'summary',
  'correction-wrong': 'correction',
  'not-a-lower-level': 'level',
  'level-not-reached': 'outcome',
  'requirement-stands': 'outcome',
  'secret-missing': 'clientSecret',
  'under-way': 'beside',
};

/** The status of the answer to a problem. */
export function statusOf(code: ProblemCode): number {
  return hasOther(code) ? STATUS[code] : UNPROCESSABLE;
}

function hasOther(code: ProblemCode): code is keyof typeof STATUS {
  return Object.hasOwn(STATUS, code);
}

/** The page again, for a problem that it shows; what is not theirs to see or to change gets a page of its own. */
export function respond<P extends Coded, Page>(
  problem: P | Hidden,
  page: (problem: P) => Page,
): ReturnType<typeof data<Page>> {
  const shown = answerable(problem);
  return data(page(shown), statusAndWait(shown));
}

/** The page again, for what was typed to be put right before anything is asked. */
export function putRight<Page>(page: Page): ReturnType<typeof data<Page>> {
  return data(page, { status: UNPROCESSABLE });
}

/** The problem where it stands: at its own field, or else at the one named; '' is the summary of the page. */
export function errorAt({ code }: Coded, text: string, otherwise = ''): Errors {
  return { [PLACE[code] ?? otherwise]: text };
}

type MeanwhileCode = 'changed-meanwhile' | 'rated-meanwhile';
const MEANWHILE: readonly string[] = [
  'changed-meanwhile',
  'rated-meanwhile',
] satisfies MeanwhileCode[];
type Meanwhile<P> = P extends { readonly code: MeanwhileCode } ? P : never;
type Other<P> = P extends { readonly code: MeanwhileCode } ? never : P;

/** What a form shows where somebody else saved meanwhile: theirs beside what was typed; otherwise what is wrong. */
export function besideTheirs<P extends Coded, Theirs>(
  problem: P,
  page: { theirs: (saved: Meanwhile<P>) => Theirs; errors: (other: Other<P>) => Errors },
): { readonly errors: Errors; readonly conflict: Theirs | null };
export function besideTheirs(
  problem: Coded,
  { theirs, errors }: { theirs: (saved: Coded) => unknown; errors: (other: Coded) => Errors },
) {
  return MEANWHILE.includes(problem.code)
    ? { errors: {}, conflict: theirs(problem) }
    : { errors: errors(problem), conflict: null };
}

/** What was refused, for its page to say; what is not theirs to see or to change gets its own page. */
export function answerable<P extends Coded>(problem: P | Hidden): P {
  if (isHidden(problem)) throw data(null, { status: statusOf(problem.code) });
  return problem;
}

function isHidden(problem: Coded): problem is Hidden {
  return ['not-found', 'not-allowed', 'altered'].includes(problem.code);
}

/** Who comes at a time of very many others is told when to come again, where that is known. */
function statusAndWait(problem: Coded | { readonly code: ProblemCode; readonly seconds: number }) {
  const status = statusOf(problem.code);
  if (status !== TOO_OFTEN && status !== STATUS['busy']) return { status };
  return 'seconds' in problem
    ? { status, headers: { 'Retry-After': String(problem.seconds) } }
    : { status: UNPROCESSABLE };
}

/** For routes that answer with such a page: when to come again, where the action says it. */
export function headersOfAction({ actionHeaders }: { readonly actionHeaders: Headers }) {
  const seconds = actionHeaders.get('Retry-After');
  return seconds === null ? new Headers() : new Headers({ 'Retry-After': seconds });
}
