// Words for what can stand in the way in a review: panels, interests, ratings, the meeting, decisions,
// appeals.
import type { PanelGap } from '#app/domain/review/panel-size.ts';
import type { AnswerAppealProblem, AppealProblem } from '#app/use-cases/review/appeal-decision.ts';
import type { AskReplacementProblem } from '#app/use-cases/review/ask-replacement.ts';
import type { PanelProblem } from '#app/use-cases/review/build-panel.ts';
import type { CorrectProblem } from '#app/use-cases/review/correct-decision.ts';
import type { DeclareProblem } from '#app/use-cases/review/declare-interest.ts';
import type {
  AgreeProblem,
  NoteProblem,
  OpenDiscussionProblem,
} from '#app/use-cases/review/discuss-review.ts';
import type { KeepDraftProblem } from '#app/use-cases/review/keep-review-draft.ts';
import type { OpenReviewProblem } from '#app/use-cases/review/open-review.ts';
import type { RateProblem } from '#app/use-cases/review/rate-criterion.ts';
import type { RecordDecisionProblem } from '#app/use-cases/review/record-decision.ts';
import type { ReplaceProblem } from '#app/use-cases/review/replace-member.ts';
import type { ReviseProblem } from '#app/use-cases/submission/revise-submission.ts';
import type { SealProblem } from '#app/use-cases/review/seal-ratings.ts';
import type { RatingsDateProblem } from '#app/use-cases/review/set-ratings-date.ts';
import { identityProblemText } from './identity-problem-text.ts';
import { problemText } from './problem-text.ts';
import { heldText } from './signing-text.ts';
import { dayAndTime, dayText } from './time.ts';
import { workProblemText } from './work-problem-text.ts';

type PanelsProblem = PanelProblem | OpenReviewProblem | CorrectProblem;

/** What stands in the way of building a panel or putting a submission before it. */
export function panelProblemText(problem: PanelsProblem): string {
  switch (problem.code) {
    case 'panel-name-wrong':
      return `Give the panel a name of at most ${problem.most} characters`;
    case 'no-candidate':
      return 'This person does not have the role that the seat needs: panel chair for the chair, panel member or panel chair for the others';
    case 'sits-already':
      return 'This person sits on the panel already';
    case 'chair-already':
      return 'The panel has a chair already';
    case 'has-begun':
      return 'This person has declared their interests in a review of the panel, so they stay on record as a member';
    case 'not-to-review':
      return 'This submission is before a panel already, or was withdrawn';
    case 'due-in-the-past':
      return 'The date for the ratings must be in the future';
    case 'panel-incomplete':
      return `With conflicts of interest left out, the panel is not complete for this submission: ${problem.gaps.map(gapText).join('; ')}`;
    case 'not-decided':
      return 'There is no decision to correct yet';
    case 'award-published':
      return 'The award is in the register. Withdraw it first, then correct the record';
    default:
      return problemText(problem);
  }
}

/** What a panel lacks, without a full stop. */
export function gapText(gap: PanelGap): string {
  switch (gap.code) {
    case 'no-chair':
      return 'it has no chair';
    case 'too-few':
      return `it has ${gap.has} of the ${gap.needs} people who rate that a decision needs`;
    case 'no-statistics':
      return 'nobody who rates is marked as qualified in statistics';
    default:
      return gap satisfies never;
  }
}

/** What stands in the way of setting the date for ratings or giving a seat to somebody else. */
export function reviewKeepingText(problem: RatingsDateProblem | ReplaceProblem): string {
  switch (problem.code) {
    case 'wrong-phase':
      return 'The discussion is open or closed, so nobody rates any more';
    case 'to-confirm':
      return 'Confirm it first';
    case 'date-unchanged':
      return 'This is the date already. Nobody was written to';
    case 'reason-wrong':
      return `Say why, in at most ${problem.most} characters`;
    case 'no-such-member':
      return 'This person does not rate in the review, or was replaced already';
    case 'has-sealed':
      return 'This member has sealed their ratings, so they stay. Do not tell the chair: the page of the review tells them when the discussion opens';
    case 'ratings-not-due':
      return notDueText(problem.until);
    case 'was-replaced':
      return 'Somebody else took the seat of this person in this review. Choose another';
    case 'conflict-found':
      return 'This person has a conflict of interest with the organisation or its sponsor. Choose another';
    case 'statistics-needed':
      return 'Nobody who rates would be qualified to read statistics. Choose somebody who is, and say so here';
    default:
      return panelProblemText(problem);
  }
}

function notDueText(until: string | null): string {
  return until === null
    ? 'No date is set for the ratings, so nobody is replaced yet'
    : `Ratings are due by ${dayAndTime(until)}, so nobody who takes part is replaced before`;
}

type MemberProblem =
  DeclareProblem | RateProblem | SealProblem | MeetingProblem | AskReplacementProblem;

type MeetingProblem = OpenDiscussionProblem | NoteProblem | AgreeProblem | KeepDraftProblem;

/** What stands in the way of a rating: in the phase of rating nothing but one’s own seal. */
export function rateProblemText(problem: RateProblem): string {
  return problem.code === 'wrong-phase' && problem.phase === 'rating'
    ? 'You have sealed your ratings, so they are final'
    : reviewProblemText(problem);
}

/** What stands in the way of a member of a panel. */
export function reviewProblemText(problem: MemberProblem): string {
  switch (problem.code) {
    case 'declare-first':
      return 'Declare your interests first';
    case 'wrong-phase':
      return PHASE[problem.phase];
    case 'interest-reason-wrong':
      return `Say what the conflict is, in at most ${problem.most} characters`;
    case 'no-such-criterion':
      return 'The charter has no such criterion';
    case 'off-the-scale':
      return `Choose a rating from 0 to ${problem.highest}`;
    case 'no-such-choice':
      return 'The department does not say that this criterion does not apply. Choose a rating';
    case 'reason-too-long':
      return `The reason has ${problem.has} characters; at most ${problem.most} can be saved. Shorten it`;
    case 'rated-meanwhile':
    case 'changed-meanwhile':
      return 'It was changed in another window meanwhile. Your text is still here and is not saved yet: choose ‘Save’ to see both';
    case 'ratings-not-due':
      return notDueText(problem.until);
    case 'no-such-member':
      return 'Choose another member of the panel who rates';
    case 'asked-already':
      return 'You have asked for this member already';
    case 'asked-reason-wrong':
      return `Say why, in at most ${problem.most} characters`;
    case 'not-all-rated':
      return `Rate every criterion, with a reason, before you seal. Missing: ${problem.criteria.join(', ')}`;
    default:
      return meetingText(problem);
  }
}

const PHASE = {
  rating: 'The discussion is not open yet',
  discussion: 'The discussion is open, so ratings are final',
  closed: 'The panel has decided. The record stands as it is',
} as const;

function meetingText(problem: MeetingProblem): string {
  switch (problem.code) {
    case 'too-few-sealed':
      return `Fewer members than the ${problem.needs} that a decision needs have sealed their ratings`;
    // Who has not sealed is told to administrators alone.
    case 'still-rating':
      return `Not everyone has sealed yet. ${waitText(problem.until)}`;
    case 'note-wrong':
      return `Write a note of at most ${problem.most} characters`;
    case 'not-complete':
      return 'Choose the rating that is agreed, and write the reason';
    case 'feedback-too-long':
      return `A text of the feedback can have ${problem.most} characters. Shorten it`;
    case 'not-found':
    case 'not-allowed':
      return problemText(problem);
    default:
      return reviewProblemText(problem);
  }
}

function waitText(until: string | null): string {
  return until === null
    ? 'No date is set for the ratings, so the discussion opens once everyone has sealed'
    : `The discussion opens once everyone has sealed, or after ${dayAndTime(until)}`;
}

/** What stands in the way of a decision. */
export function decisionProblemText(problem: RecordDecisionProblem): string {
  switch (problem.code) {
    case 'no-quorum':
      return `${problem.has} members decide; the charter asks for ${problem.needs}`;
    case 'undeclared':
      return `These members have not declared their interests: ${problem.names.join(', ')}`;
    case 'not-all-agreed':
      return `Agree a rating for every criterion first. Missing: ${problem.criteria.join(', ')}`;
    case 'level-not-reached':
      return 'What is agreed does not reach that level. Choose a level that it reaches, or another outcome';
    case 'not-a-lower-level':
      return 'Choose a level below the one that was aimed for';
    case 'requirements-missing':
      return 'Write at least one requirement, so that the department knows what to revise';
    case 'requirement-stands':
      return `${problem.criteria.join(', ')}: a requirement stands, so nothing can be awarded yet. Ask for revisions; or, in the discussion, take the requirement out or write it as a recommendation`;
    case 'revisions-date-wrong':
      return `Give a day after today, by ${dayText(problem.most)} at the latest`;
    case 'summary-wrong':
      return `Write what the panel says of the whole, in at most ${problem.most} characters`;
    case 'correction-wrong':
      return `Say why this record takes the place of the earlier one, in at most ${problem.most} characters`;
    case 'reset-lately':
      return heldText(problem.until);
    case 'storage-full':
      return 'There is no room to keep the documents. Nothing was recorded; tell the person who runs the service';
    case 'work-waiting':
    case 'out-of-time':
    case 'out-of-memory':
      return workProblemText(problem);
    case 'password-wrong':
    case 'code-wrong':
    case 'passkey-wrong':
    case 'confirm-first':
    case 'wait':
    case 'too-many-tries':
      return identityProblemText(problem);
    case 'declare-first':
    case 'wrong-phase':
    case 'changed-meanwhile':
      return reviewProblemText(problem);
    default:
      return problemText(problem);
  }
}

/** What stands in the way of an appeal, of its answer, or of a revision. */
export function appealProblemText(
  problem: AppealProblem | AnswerAppealProblem | ReviseProblem,
): string {
  switch (problem.code) {
    case 'no-decision':
      return 'There is no decision to appeal yet';
    case 'appealed-already':
      return 'This decision has been appealed already';
    case 'too-late-to-appeal':
      return `The last day for an appeal was ${dayText(problem.lastDay)}`;
    case 'grounds-wrong':
      return `Write the grounds of the appeal, in at most ${problem.most} characters`;
    case 'answered-already':
      return 'This appeal has been answered already';
    case 'answer-wrong':
      return `Write the reason for the answer, in at most ${problem.most} characters`;
    case 'same-people':
      return 'The panel shares somebody with the one that decided. Choose a panel of other people';
    case 'no-revision':
      return 'The panel has not asked for revisions, or they are under way';
    case 'revisions-over':
      return `The revisions were due by ${dayText(problem.dueOn)}`;
    case 'locked':
      return problemText(problem);
    default:
      return panelProblemText(problem);
  }
}
