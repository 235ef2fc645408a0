// Words for what can stand in the way of working together: comments, shared-out criteria, invitations.
import type { AssignProblem } from '#app/use-cases/assessment/assign-criteria.ts';
import type { CommentOnProblem } from '#app/use-cases/assessment/comment-on-criterion.ts';
import type { AcceptProblem } from '#app/use-cases/accounts/accept-invitation.ts';
import type { ChangeInvitationProblem } from '#app/use-cases/people/change-invitation.ts';
import type { InviteProblem } from '#app/use-cases/people/invite-person.ts';
import type { AccessProblem } from '#app/doors/open-assessment.ts';
import type { ObjectProblem, StepInProblem } from '#app/use-cases/people/step-in.ts';
import { problemText } from './problem-text.ts';

type TogetherProblem =
  | AssignProblem
  | CommentOnProblem
  | InviteProblem
  | ChangeInvitationProblem
  | AcceptProblem
  | StepInProblem
  | ObjectProblem;

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
      return invitationText(problem);
  }
}

type InvitationProblem =
  InviteProblem | ChangeInvitationProblem | AcceptProblem | StepInProblem | ObjectProblem;

function invitationText(problem: InvitationProblem | AccessProblem): string {
  switch (problem.code) {
    case 'invited-already':
      return 'There is an open invitation to this role for this address. Send it again, or withdraw it first';
    case 'too-many-invitations':
      return `You have sent ${problem.most} invitations in a day. Nothing was sent; go on tomorrow`;
    case 'invited-too-often':
      return `This address has been sent ${problem.most} invitations in a day. Nothing was sent; try again tomorrow`;
    case 'invitation-over':
      return 'This invitation was accepted or withdrawn already';
    case 'invitation-unknown':
      return 'This link is not right. Copy it whole, or ask for a new invitation';
    case 'invitation-used':
      return 'This invitation has been accepted already. Sign in';
    case 'invitation-revoked':
      return 'This invitation was withdrawn. Ask the person who sent it';
    case 'invitation-expired':
      return 'This invitation has expired. Ask for a new one';
    case 'sign-in-first':
      return 'There is an account with this address. Sign in with it to accept';
    case 'link-taken':
      return 'Another account here is linked to whoever you are signed in as there';
    case 'other-address':
      return 'This invitation is for another address. Enter the address that it was sent to';
    case 'name-missing':
      return 'Enter your name, in at most 200 characters';
    case 'name-taken':
      return 'Somebody in this organisation has this name already. Add something by which people tell you apart';
    case 'nobody-to-tell':
      return 'Nobody is at this organisation, and no contact is on record, so nobody could object. Nothing was asked. Whoever runs the service can make the account on the command line';
    case 'waits-already':
      return 'Somebody is to be invited to this organisation already. Wait for it, or take it back first';
    case 'reason-wrong':
      return `Write the reason, in at most ${problem.most} characters`;
    case 'over':
      return 'It was stopped already, or the invitation has gone out. A lead or sponsor of the organisation can withdraw the invitation';
    default:
      return problemText(problem);
  }
}
