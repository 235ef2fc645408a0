// What each act of the policy tables is in plain words: an act without words does not compile.
import type { AdministrationAct } from '#app/domain/policy/administration.ts';
import type { AssessmentAct } from '#app/domain/policy/assessment.ts';
import type { AwardAct } from '#app/domain/policy/award.ts';
import type { Part, ReviewAct } from '#app/domain/policy/review.ts';
import type { AssessmentState } from '#app/domain/submission/life.ts';
import type { Phase } from '#app/domain/review/standing.ts';

/** What somebody does, and on what condition beside the one that the table holds. */
export type Words = readonly [does: string, when?: string];

export const ASSESSMENT_WORDS: Readonly<Record<AssessmentAct, Words>> = {
  read: ['Read answers, evidence, plan and documents, drafts included'],
  start: [
    'Start an assessment, choose its target level, move it to a newer version of the charter',
  ],
  name: ['Give it a name'],
  discard: ['Discard a draft and bring it back'],
  answer: ['Write answers and claim ratings'],
  'attach-evidence': ['Attach, change and remove evidence'],
  'erase-file': ['Erase a file for good'],
  'enter-counts': ['Enter workforce counts'],
  'enter-facts': ['Say the facts that the charter asks for'],
  'see-counts': ['See workforce counts, and take exports that hold them'],
  'plan-actions': ['Write the action plan'],
  assign: ['Assign criteria to people'],
  comment: ['Comment on a criterion'],
  'resolve-comments': ['Resolve comments of others', 'everybody resolves their own'],
  'ask-to-sign': ['Ask for the signature'],
  'sign-off': [
    'Sign the declaration, as themselves',
    'it is a draft and ready; not within a day of a password reset without second factor',
  ],
  reopen: ['Reopen what is signed', 'it is signed off'],
  'choose-round': ['Choose the round', 'it is not submitted'],
  submit: ['Submit', 'it is signed off by somebody else, and its round is open'],
  withdraw: ['Withdraw a submission', 'it is submitted, its round is open and no panel has it'],
  revise: ['Revise a submission', 'the panel asked for a revision'],
  appeal: ['Appeal against a decision', 'within the days for an appeal'],
  renew: ['Start the renewal of an award', 'it has an award that can be renewed'],
  'note-progress': ['Note the progress of an action', 'it is a draft or has an award'],
  'report-progress': ['Write the report of a year', 'it has an award'],
  'send-progress': ['Send the report of a year', 'it has an award, and the report is due'],
};

export const STATE_WORDS: Readonly<Record<AssessmentState, string>> = {
  draft: 'a draft',
  'signed-off': 'signed off',
  submitted: 'submitted',
};

export const PART_WORDS: Readonly<Record<Part, string>> = {
  'to-declare': 'Interests not declared yet',
  observer: 'Observer',
  reviewer: 'Reviewer, not sealed',
  'sealed-reviewer': 'Reviewer, sealed',
  chair: 'Chair, not sealed',
  'sealed-chair': 'Chair, sealed',
};

export const PHASE_WORDS: Readonly<Record<Phase, string>> = {
  rating: 'being rated',
  discussion: 'under discussion',
  closed: 'decided',
};

export const REVIEW_WORDS: Readonly<Record<ReviewAct, Words>> = {
  declare: ['Declare interests'],
  read: ['Read what was submitted'],
  rate: ['Rate criteria'],
  seal: ['Seal their ratings', 'every criterion has a rating and a reason'],
  'open-discussion': [
    'Open the discussion',
    'everybody has sealed or the date for ratings has passed, and enough have sealed',
  ],
  'ask-replacement': ['Ask for a member to be replaced', 'the date for ratings has passed'],
  'see-ratings': ['See the ratings of the others'],
  discuss: ['Write notes of the discussion'],
  agree: ['Record what the panel agrees'],
  decide: ['Record the decision', 'not within a day of a password reset without second factor'],
};

export const AWARD_WORDS: Readonly<Record<AwardAct, Words>> = {
  'see-unpublished': ['See awards, reports and objections before they are public'],
  publish: ['Publish an award in the register'],
  withdraw: ['Withdraw an award from the register'],
  'close-objections': ['Close an objection to an award'],
};

export const ADMINISTRATION_WORDS: Readonly<Record<AdministrationAct, Words>> = {
  'open-administration': ['Open the pages of administration'],
  'keep-organisations': ['Add organisations and departments'],
  'record-organisation-changes': ['Record that an organisation was renamed, merged or has a code'],
  'keep-rounds': ['Open rounds, move their closing and extend them'],
  'offer-charters': ['Offer and retire versions of the charter'],
  'try-charters': [
    'Try a version of a charter before it is published, with counts of decided submissions that tell of nobody',
  ],
  'read-desk': ['Read the desk: every submission and how far it is'],
  'read-workload': ['Read how much each member of a panel has to do'],
  'read-letters': ['Read the letters that a demo sends'],
  'tend-letters': ['Look after letters that were not delivered'],
  'read-people': ['Read who has an account and which roles'],
  'give-roles': ['Give a role of the awarding body'],
  'take-roles-away': ['Take a role away', 'not administration from themselves'],
  'read-invitations': ['Read invitations to lead an organisation'],
  'invite-first-lead': [
    'Invite the first lead of an organisation',
    'nobody is at the organisation yet',
  ],
  'take-back-invitations': ['Take an invitation back'],
  'step-in': [
    'Have a lead invited where nobody can, or stop that',
    'a day after everybody who answers for the organisation was told, and nobody objects',
  ],
  'mail-password-links': ['Mail somebody a link to choose a password'],
  'take-factor-away': ['Take a lost second factor away', 'a day later, and not their own'],
  'close-accounts': ['Close and reopen accounts', 'not their own'],
  'build-panels': ['Make panels and seat their members'],
  'open-reviews': ['Give a submission to a panel'],
  'follow-reviews': ['See how far members of a panel are, no rating among it'],
  'set-ratings-date': ['Set the date for ratings', 'the panel still rates'],
  'replace-members': [
    'Give the seat of a member to somebody else',
    'the date for ratings has passed and the member has not sealed',
  ],
  'answer-appeals': ['Read appeals and answer them'],
  'reopen-reviews': [
    'Reopen a review so that its panel corrects the decision',
    'its award is not published',
  ],
  'erase-files': ['Erase a file by name or fingerprint, without seeing it'],
  'read-whole-trail': ['Read the whole audit trail'],
  'change-signing-key': ['Change the key that signs credentials'],
};
