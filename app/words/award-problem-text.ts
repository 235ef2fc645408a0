// Words for what can stand in the way of publishing, withdrawing or objecting to an award.
import type { ObjectionFieldProblem } from '#app/domain/award/objection.ts';
import type { PublishProblem } from '#app/use-cases/award/publish-award.ts';
import type { CloseObjectionProblem, ObjectProblem } from '#app/use-cases/award/object-to-award.ts';
import { ALTERED } from './problem-text.ts';
import { workProblemText } from './work-problem-text.ts';

type Told = Exclude<
  CloseObjectionProblem | ObjectProblem | PublishProblem,
  { readonly code: 'not-valid' }
>;

/** The problem as a sentence, without a full stop. */
export function awardProblemText(problem: Told): string {
  switch (problem.code) {
    case 'not-allowed':
      return 'Your role does not let you do this';
    case 'not-found':
      return 'It is not there any more';
    case 'altered':
      return ALTERED;
    case 'already-published':
      return 'The award is in the register already';
    case 'appeal-open':
      return 'The department has appealed against this decision, and the appeal is not answered yet. Answer it first; nothing was published';
    case 'not-published':
      return 'The award is not in the register';
    case 'already-withdrawn':
      return 'The award has been withdrawn already';
    case 'already-closed':
      return 'The objection has been closed already';
    case 'reason-wrong':
      return `Enter the reason, in at most ${problem.most} characters`;
    case 'storage-full':
      return 'Our store is full, so the documents could not be kept and nothing was published. Tell the person who runs the service';
    case 'work-waiting':
    case 'out-of-time':
    case 'out-of-memory':
      return workProblemText(problem);
    case 'too-many-open':
      return 'There are many objections to this award already, which we are looking at. Try again in some days';
    case 'wait':
      return `There were several objections from your network. Wait ${Math.ceil(problem.seconds / 60)} minutes, then try again`;
    default:
      return problem satisfies never;
  }
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
