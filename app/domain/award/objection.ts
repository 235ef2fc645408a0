// What a third party may hold against an award (domain.md, 1.1 Third-party objection): misleading
// information, a material omission, or that the requirements are met no longer.
import { type FieldProblem, tidy, tooLong } from '#app/domain/field-problem.ts';
import { ok, refused, type Result } from '#app/domain/problem.ts';
import type { TextRule } from '#app/domain/written-text.ts';
import { checkReason } from './publication.ts';

export const GROUNDS = ['misleading', 'omission', 'no-longer-met'] as const;
export type Ground = (typeof GROUNDS)[number];

export const OBJECTION_OUTCOMES = ['upheld', 'dismissed'] as const;
export type ObjectionOutcome = (typeof OBJECTION_OUTCOMES)[number];

/** So many open objections to one award are enough to look at. */
const MOST_OPEN = 100;

const NAME_CHARACTERS = 200;
const EMAIL_CHARACTERS = 254;
const TEXT_CHARACTERS = 5000;

export type ObjectionFields = {
  readonly name: string;
  readonly email: string;
  readonly ground: string;
  readonly text: string;
};

export type ObjectionFieldProblem = FieldProblem<keyof ObjectionFields>;

export type Objection = Omit<ObjectionFields, 'ground'> & { readonly ground: Ground };

/** The objection as it is kept, or every field that is wrong. */
export function checkObjection(
  fields: ObjectionFields,
): Result<Objection, readonly ObjectionFieldProblem[]> {
  const [name, email, text] = [tidy(fields.name), tidy(fields.email), tidy(fields.text)];
  const ground = GROUNDS.find((known) => known === fields.ground);
  const isAddress = /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(email);
  const problems: readonly ObjectionFieldProblem[] = [
    ...(name === '' ? [{ field: 'name', code: 'required' } as const] : []),
    ...tooLong('name', name, NAME_CHARACTERS),
    ...(isAddress ? [] : [{ field: 'email', code: 'required' } as const]),
    ...tooLong('email', email, EMAIL_CHARACTERS),
    ...(ground === undefined ? [{ field: 'ground', code: 'required' } as const] : []),
    ...(text === '' ? [{ field: 'text', code: 'required' } as const] : []),
    ...tooLong('text', text, TEXT_CHARACTERS),
  ];
  return problems.length > 0 || ground === undefined
    ? refused(problems)
    : ok({ name, email, ground, text });
}

export type TooMany =
  | { readonly code: 'too-many-objections'; readonly seconds: number }
  | { readonly code: 'too-many-open' };

/** Whether one more is taken: `seconds` is how long this address waits, `open` how many the award has. */
export function checkTaking({
  seconds,
  open,
}: {
  readonly seconds: number;
  readonly open: number;
}): Result<null, TooMany> {
  if (seconds > 0) return refused({ code: 'too-many-objections', seconds });
  return open >= MOST_OPEN ? refused({ code: 'too-many-open' }) : ok(null);
}

export type NotClosed = { readonly code: 'already-closed' } | TextRule<'reason-wrong'>;

type Closing = {
  readonly objection: { readonly closedAt: string | null };
  readonly award: { readonly withdrawnAt: string | null };
  readonly outcome: ObjectionOutcome;
  readonly reason: string;
};

/** The reason as it is kept, and whether the award is withdrawn for it. */
export function checkClosingObjection({
  objection,
  award,
  outcome,
  reason: typed,
}: Closing): Result<{ reason: string; withdraws: boolean }, NotClosed> {
  if (objection.closedAt !== null) return refused({ code: 'already-closed' });
  const reason = checkReason(typed);
  const withdraws = outcome === 'upheld' && award.withdrawnAt === null;
  return reason.ok ? ok({ reason: reason.value, withdraws }) : reason;
}
