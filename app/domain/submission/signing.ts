// Who may sign an assessment, and when a signature may be asked for, given or sent back.
import { SUBMISSION_TEXTS } from '#app/domain/limits.ts';
import { ok, refused, type Result } from '#app/domain/problem.ts';
import { mayWrite, mustWrite, type TextRule } from '#app/domain/written-text.ts';
import { type AssessmentState, takeStep } from './life.ts';
import { type Share, wroteMost } from './two-people.ts';

export type SigningBar =
  | { readonly code: 'submitted-it' }
  | ({ readonly code: 'wrote-most' } & Share)
  /** ISO 8601 UTC. */
  | { readonly code: 'reset-lately'; readonly until: string };

type Signer = {
  readonly hasSubmitted: boolean;
  readonly share: Share;
  /** Until when their acts are held, as their password was reset within a day; null = they are not. */
  readonly heldUntil: string | null;
};

/** Why somebody with the role may not sign; null = they may. */
export function barFor({ hasSubmitted, share, heldUntil }: Signer): SigningBar | null {
  if (hasSubmitted) return { code: 'submitted-it' };
  if (wroteMost(share)) return { code: 'wrote-most', ...share };
  return heldUntil === null ? null : { code: 'reset-lately', until: heldUntil };
}

type Obstacles = { readonly code: 'obstacles'; readonly count: number };

export type NotSigned =
  | SigningBar
  | Obstacles
  /** It was changed after the page was opened: read it again. */
  | { readonly code: 'content-changed' }
  | { readonly code: 'not-a-draft' };

type Signing = {
  readonly state: AssessmentState;
  readonly bar: SigningBar | null;
  /** How much stands in the way of a signature. */
  readonly obstacles: number;
  /** Fingerprints of the content: as it is, and as the sponsor has read it. */
  readonly sha256: string;
  readonly readSha256: string;
};

/** The state once it is signed. */
export function checkSigning(facts: Signing): Result<AssessmentState, NotSigned> {
  const next = takeStep(facts.state, 'sign-off', 'not-a-draft');
  if (!next.ok) return next;
  if (facts.bar !== null) return refused(facts.bar);
  if (facts.obstacles > 0) return refused({ code: 'obstacles', count: facts.obstacles });
  return facts.sha256 === facts.readSha256 ? next : refused({ code: 'content-changed' });
}

type Closable = { readonly closedAt: string | null };

/** The newest request where it still waits for a signature. */
export function waitingIn<Request extends Closable>(newest: Request | null): Request | null {
  return newest?.closedAt === null ? newest : null;
}

export type NotAskedFor =
  | Obstacles
  | TextRule<'message-too-long'>
  /** It waits for a signature already. */
  | { readonly code: 'asked-already' }
  /** Nobody else has the role, or may sign this one. */
  | { readonly code: 'nobody-signs' };

type Asking = {
  readonly message: string;
  readonly obstacles: number;
  readonly newest: Closable | null;
  /** How many others may sign. */
  readonly signers: number;
};

/** The message with which a signature is asked for. */
export function checkAsking(facts: Asking): Result<string, NotAskedFor> {
  const message = mayWrite(SUBMISSION_TEXTS.message, facts.message);
  if (!message.ok) return message;
  if (facts.obstacles > 0) return refused({ code: 'obstacles', count: facts.obstacles });
  if (waitingIn(facts.newest) !== null) return refused({ code: 'asked-already' });
  return facts.signers === 0 ? refused({ code: 'nobody-signs' }) : message;
}

export type NotAsked = { readonly code: 'not-asked' };

/** The request that is taken back. */
export function checkTakingBack<Request extends Closable>(
  newest: Request | null,
): Result<Request, NotAsked> {
  const waiting = waitingIn(newest);
  return waiting === null ? refused({ code: 'not-asked' }) : ok(waiting);
}

export type NotSentBack = SigningBar | NotAsked | TextRule<'comments-wrong'>;

/** The request that is sent back, and what is to be changed. */
export function checkSendingBack<Request extends Closable>(facts: {
  readonly comments: string;
  readonly bar: SigningBar | null;
  readonly newest: Request | null;
}): Result<{ request: Request; comments: string }, NotSentBack> {
  const comments = mustWrite(SUBMISSION_TEXTS.sentBack, facts.comments);
  if (!comments.ok) return comments;
  if (facts.bar !== null) return refused(facts.bar);
  const waiting = checkTakingBack(facts.newest);
  return waiting.ok ? ok({ request: waiting.value, comments: comments.value }) : waiting;
}
