// Words for what can stand in the way of choosing another password for oneself.
import type { ConfirmProblem } from '#app/use-cases/accounts/confirm-identity.ts';
import type { PasswordProblem } from '#app/use-cases/accounts/set-password.ts';
import { identityProblemText } from './identity-problem-text.ts';
import { problemText } from './problem-text.ts';

/** The problem as a sentence, without a full stop. */
export function ownPasswordProblemText(problem: ConfirmProblem | PasswordProblem): string {
  switch (problem.code) {
    case 'password-too-short':
    case 'password-too-long':
    case 'password-guessable':
      return problemText(problem);
    default:
      return identityProblemText(problem);
  }
}
