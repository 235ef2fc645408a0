// Words for what can stand in the way of working together: comments, shared-out criteria, invitations.
import type { AssignProblem } from '#app/use-cases/assign-criteria.ts';
import type { CommentOnProblem } from '#app/use-cases/comment-on-criterion.ts';
import { problemText } from './problem-text.ts';

type TogetherProblem = AssignProblem | CommentOnProblem;

/** The problem as a sentence, without a full stop. */
export function togetherProblemText(problem: TogetherProblem): string {
  switch (problem.code) {
    case 'cannot-answer':
      return 'This person has no role in which they could write an answer. Nothing was changed. Choose someone else';
    case 'comment-empty':
      return 'Enter a comment';
    case 'comment-too-long':
      return `The comment has ${problem.has} characters; at most ${problem.most} can be saved. Shorten it`;
    case 'too-many-mentions':
      return `A comment can mention ${problem.most} people. Choose fewer`;
    case 'too-many-comments':
      return `You have written ${problem.most} comments in a day. Your text is not saved; try again tomorrow`;
    default:
      return problemText(problem);
  }
}
