// Words for what is wrong with one answer of a document that is brought back.
import type { DraftProblem as AnswerInDraft } from '#app/domain/assessment/draft-changes.ts';

/** What is wrong with one answer of a document. */
export function draftProblemText({ code, highest }: AnswerInDraft): string {
  switch (code) {
    case 'unknown-criterion':
      return 'the charter has no such criterion';
    case 'rating-unclear':
      return `write a rating from 0 to ${highest} into its box`;
    case 'never-not-applicable':
      return 'this criterion applies to everyone';
    case 'reason-missing':
      return 'write why it does not apply';
    default:
      return code satisfies never;
  }
}
