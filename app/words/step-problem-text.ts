// Words for what can stand in the way of a step in an assessment's life, or of a round.
import type { WallClockProblem } from '#app/http/forms/wall-clock.ts';
import type { RoundProblem } from '#app/use-cases/administration/administer-rounds.ts';
import type {
  AskProblem,
  SendBackProblem,
  TakeBackProblem,
} from '#app/use-cases/submission/ask-to-sign.ts';
import type { ChooseRoundProblem } from '#app/use-cases/assessment/choose-round.ts';
import type {
  DiscardProblem,
  NameProblem,
  RestoreProblem,
} from '#app/use-cases/assessment/keep-drafts.ts';
import type { StartProblem } from '#app/use-cases/assessment/start-assessment.ts';
import type { NoteProblem } from '#app/use-cases/submission/note-requirement.ts';
import type { OfferProblem } from '#app/use-cases/charters/offer-charter.ts';
import type { ReportPlanProblem } from '#app/use-cases/plan/report-plan.ts';
import type { SignOffProblem } from '#app/use-cases/submission/sign-off.ts';
import type { ReopenProblem, WithdrawProblem } from '#app/use-cases/submission/step-back.ts';
import type { StartRenewalProblem } from '#app/use-cases/award/start-renewal.ts';
import type { SubmitProblem } from '#app/use-cases/submission/submit-assessment.ts';
import type { CopyProblem } from '#app/use-cases/assessment/copy-answers.ts';
import type { MoveToVersionProblem } from '#app/use-cases/assessment/move-to-version.ts';
import { identityProblemText } from './identity-problem-text.ts';
import { problemText } from './problem-text.ts';
import { signingBarText } from './signing-text.ts';
import { dayAndTime, dayText } from './time.ts';

type StepProblem =
  | AskProblem
  | NoteProblem
  | SendBackProblem
  | TakeBackProblem
  | NameProblem
  | DiscardProblem
  | RestoreProblem
  | StartProblem
  | CopyProblem
  | MoveToVersionProblem
  | WallClockProblem
  | RoundProblem
  | Exclude<ReportPlanProblem, { readonly code: 'not-valid' | 'changed-meanwhile' }>
  | OfferProblem
  | StartRenewalProblem
  | ChooseRoundProblem
  | SignOffProblem
  | SubmitProblem
  | ReopenProblem
  | WithdrawProblem;
/** The problem of a step as a sentence, without a full stop. */
export function stepProblemText(problem: StepProblem): string {
  switch (problem.code) {
    case 'password-wrong':
    case 'code-wrong':
    case 'passkey-wrong':
    case 'confirm-first':
    case 'wait':
    case 'too-many-tries':
      return identityProblemText(problem);
    case 'obstacles':
      return 'It cannot be signed yet: see ‘Check and submit’ for what is to be put right';
    case 'submitted-it':
    case 'wrote-most':
    case 'reset-lately':
      return signingBarText(problem);
    case 'signed-it':
      return 'You signed the declaration, so somebody else submits the assessment: two people answer for it';
    case 'note-too-long':
      return `The note can have at most ${problem.most} characters`;
    case 'note-changed':
      return 'Someone changed the note after you opened this page: theirs is above, and yours is below, not saved. Saving replaces theirs';
    case 'message-too-long':
      return `The message can have at most ${problem.most} characters`;
    case 'asked-already':
      return 'It waits for a signature already. Nobody was asked again';
    case 'nobody-signs':
      return 'Nobody else may sign it at present. Name an executive sponsor or a deputy sponsor first, under ‘Team’';
    case 'not-asked':
      return 'It does not wait for a signature any more. Nothing was changed';
    case 'comments-wrong':
      return `Write what is to be changed, in at most ${problem.most} characters`;
    case 'content-changed':
      return 'Someone changed the assessment after you opened this page. Read it again, then sign';
    case 'not-a-draft':
      return 'It has been signed or submitted already';
    case 'not-signed':
      return 'The executive sponsor, or a deputy, signs it first';
    case 'name-too-long':
      return `The name can have at most ${problem.most} characters`;
    case 'name-taken':
      return 'Give it a name that no other draft of the department has, so that they are told apart';
    case 'name-taken-meanwhile':
      return 'Another draft of the department has the same name by now, or no name either. Give that one another name, then restore this one';
    case 'under-way':
      return problem.count === 1
        ? 'The department has a draft for this charter already. Nothing was started'
        : `The department has ${problem.count} drafts for this charter already. Nothing was started`;
    case 'was-submitted':
      return 'It has been submitted before, so it stays on record and cannot be discarded';
    case 'restore-over':
      return `It could be restored until ${dayText(problem.lastDay)}. Nothing of it is deleted: ask the person who runs the service`;
    case 'renewal-runs':
      return 'Another renewal of the same award was started since, so this one stays discarded';
    case 'not-a-time':
      return 'Enter a real day and a time such as 17:00';
    case 'clock-changes':
      return 'The clocks change in this hour, so the time is not clear. Choose another hour';
    case 'no-such-version':
      return 'This is not a newer published version of the charter';
    case 'preview-old':
      return 'Someone changed the assessment after you opened this page. Look at it again, then decide';
    case 'nothing-to-copy':
      return 'Choose at least one answer to copy';
    case 'not-submitted':
      return 'There is no submission to withdraw';
    case 'before-a-panel':
      return 'A panel has begun to review it, so it can no longer be withdrawn. Write to the awarding body';
    case 'no-round':
      return 'Choose the round first';
    case 'submitted-another':
      return `Your department has a submission before this round already, number ${problem.number}. Nothing was submitted: a round takes one for each department`;
    case 'not-as-read':
      return 'It was signed anew, or its round was changed, after you opened this page. Nothing was submitted. Read it again, then submit';
    case 'no-such-round':
      return 'Choose one of the rounds';
    case 'round-not-open-yet':
      return `The round opens on ${dayAndTime(problem.opensAt)}`;
    case 'round-closed':
      return `The round closed on ${dayAndTime(problem.closedAt)}. Ask the awarding body if you need more time`;
    case 'revisions-over':
      return `The revisions were due by ${dayText(problem.dueOn)}. Ask the awarding body if you need more time`;
    case 'renewal-too-early':
      return `A renewal can be started from ${dayText(problem.from)}`;
    case 'award-ended':
      return `The award ended on ${dayText(problem.endedOn)}, so it is not renewed any more`;
    case 'award-withdrawn':
      return 'The award has been withdrawn. If you wrote something below, it is not saved; copy it if you need it';
    case 'report-sent':
      return 'This report has been sent, so it cannot be changed. Your text below is not saved; copy it if you need it';
    case 'year-not-begun':
      return `This year begins on ${dayText(problem.beginsOn)}`;
    case 'report-too-early':
      return `The report can be sent from ${dayText(problem.opensOn)}. Save it as a draft until then`;
    case 'reason-wrong':
      return `Write the reason, in at most ${problem.most} characters`;
    case 'closes-before-opening':
      return 'The closing time must be after the opening time';
    case 'closes-in-the-past':
      return 'The closing time must be in the future';
    case 'closes-as-before':
      return 'The round closes then already';
    case 'to-confirm':
      return 'Confirm it on the next page';
    case 'not-later':
      return `An extension must be later than what the department has already, ${dayAndTime(problem.closesAt)}`;
    default:
      return problemText(problem);
  }
}
