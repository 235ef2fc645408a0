// What can stand in the way almost anywhere: what happened, what was kept, what to do.
import { told, type Told } from '#app/words/told.ts';
import { PASSWORD, PASSWORD_LINK } from '#words/accounts/password-problem.ts';
import { PROOF } from '#words/accounts/proof-problem.ts';
import { ANSWERS } from '#words/assessment/answer-problem.ts';
import { ATTACHING, UPLOADS } from '#words/evidence/upload-problem.ts';
import type { Most } from '#words/kit/fact-words.ts';
import { fieldErrors, type FormField } from '#words/kit/field-problem-text.ts';
import { GENERAL } from '#words/kit/general.ts';
import { PEOPLE, PLACES } from '#words/people/people-problem.ts';
import type { FieldProblem } from '#app/domain/field-problem.ts';

/** The sentences, without a full stop, as an error message has them. */
export const PROBLEMS = {
  ...GENERAL,
  ...PROOF,
  ...PASSWORD,
  ...PASSWORD_LINK,
  ...PEOPLE,
  ...PLACES,
  ...ANSWERS,
  ...ATTACHING,
  ...UPLOADS,
  'form-draft-empty': 'There is no text of this form to keep',
  'too-many-form-drafts': ({ most }: { readonly most: number }) =>
    `You have ${most} drafts here already, and this one is not kept. Finish some of them, or throw them away`,
  'form-draft-too-long': 'This is too long to be kept as a draft. Shorten it, or choose its button',
  'draft-changed':
    'It was changed in another window meanwhile. What you typed is still here: choose its button, or copy it there',
  'too-many-actions': ({ most }: Most) => `A plan takes ${most} actions. Remove one first`,
};

/** The problem as a sentence. */
export function problemText(problem: Told<typeof PROBLEMS>): string {
  return told(PROBLEMS, problem);
}

type NotValid = {
  readonly code: 'not-valid';
  readonly fields: readonly FieldProblem<FormField>[];
};

/** What a form shows of a problem: at its fields, or else at the field named; '' is the form itself. */
export function formErrors(
  problem: NotValid | Told<typeof PROBLEMS>,
  field = '',
): Readonly<Record<string, string>> {
  return problem.code === 'not-valid'
    ? fieldErrors(problem.fields)
    : { [field]: problemText(problem) };
}
