// Words for what can stand in the way of publishing, withdrawing or objecting to an award.
import type { ObjectionFieldProblem } from '#app/domain/award/objection.ts';
import { told, type Told } from '#app/words/told.ts';
import type { Most } from '#words/kit/fact-words.ts';
import { GENERAL, WORK } from '#words/kit/general.ts';

const AWARDS = {
  ...GENERAL,
  ...WORK,
  'already-published': 'The award is in the register already',
  'appeal-open':
    'The department has appealed against this decision, and the appeal is not answered yet. Answer it first; nothing was published',
  'not-published': 'The award is not in the register',
  'already-withdrawn': 'The award has been withdrawn already',
  'already-closed': 'The objection has been closed already',
  'reason-wrong': ({ most }: Most) => `Enter the reason, in at most ${most} characters`,
  'storage-full':
    'Our store is full, so the documents could not be kept and nothing was published. Tell the person who runs the service',
  'too-many-open':
    'There are many objections to this award already, which we are looking at. Try again in some days',
  'too-many-objections': ({ seconds }: { readonly seconds: number }) =>
    `There were several objections from your network. Wait ${Math.ceil(seconds / 60)} minutes, then try again`,
};

/** The problem as a sentence, without a full stop. */
export function awardProblemText(problem: Told<typeof AWARDS>): string {
  return told(AWARDS, problem);
}

const MISSING: Readonly<Record<ObjectionFieldProblem['field'], string>> = {
  name: 'Enter your name',
  email: 'Enter an email address, such as name@example.org',
  ground: 'Choose what you hold against the award',
  text: 'Say what you hold against the award',
};

/** The first problem of each field of the objection form. */
export function objectionErrors(
  problems: readonly ObjectionFieldProblem[],
): Readonly<Record<string, string>> {
  return Object.fromEntries(
    problems
      .toReversed()
      .map((problem) => [
        problem.field,
        problem.code === 'too-long'
          ? `Shorten this to ${problem.most} characters`
          : MISSING[problem.field],
      ]),
  );
}
