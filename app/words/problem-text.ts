// The one place where a problem's code becomes words: what happened, what was kept, what to do. A code
// without words does not compile.
import { kindWords } from '#app/domain/evidence/kind-words.ts';
import { ADDRESS_WORDS } from '#app/domain/web-address.ts';
import type { FieldProblem } from '#app/domain/field-problem.ts';
import type { UploadProblem } from '#app/http/forms/read-upload.ts';
import type { Weakness } from '#app/domain/policy/password-weakness.ts';
import type { AddActionProblem } from '#app/use-cases/plan/add-action.ts';
import type { AddPersonProblem } from '#app/use-cases/people/add-person-with-role.ts';
import type { PlaceProblem } from '#app/use-cases/administration/administer-places.ts';
import type { RoleProblem } from '#app/use-cases/people/administer-roles.ts';
import type { AnswerProblem } from '#app/use-cases/assessment/answer-criterion.ts';
import type { AttachProblem } from '#app/use-cases/evidence/attach-evidence.ts';
import type { AlteredProblem } from '#app/doors/check-record.ts';
import type { AccountProblem as ClosingProblem } from '#app/use-cases/people/close-account.ts';
import type { MailLinkProblem } from '#app/use-cases/accounts/mail-password-link.ts';
import type { SetPasswordProblem } from '#app/use-cases/accounts/set-password.ts';
import type { StartProblem } from '#app/use-cases/assessment/start-assessment.ts';
import { actionNamesInSentences } from './action-words.ts';
import { identityProblemText, waitText } from './identity-problem-text.ts';

type AccountProblem =
  SetPasswordProblem | AddPersonProblem | RoleProblem | ClosingProblem | MailLinkProblem;
/** What was submitted or decided is not what lies there now. */
export const ALTERED =
  'What was submitted or decided here has been altered since, so it is not opened and nothing was done with it. Tell whoever runs the service at once';

/** Where no mail server is set. */
const NO_MAIL =
  'No mail server is set, so nobody can be written to. Nothing was changed. On this installation accounts and links are made on the command line alone: ask whoever runs the service for charter admin create or charter admin reset-link';

type AssessmentProblem =
  | AlteredProblem
  | Exclude<StartProblem, { readonly code: 'name-too-long' | 'name-taken' | 'under-way' }>
  | PlaceProblem
  | Exclude<AnswerProblem, { readonly code: 'changed-meanwhile' }>
  | Exclude<AttachProblem | AddActionProblem, { readonly code: 'not-valid' }>;

/** The problem as a sentence, without a full stop, as an error message has it. */
export function problemText(problem: AccountProblem | AssessmentProblem | UploadProblem): string {
  switch (problem.code) {
    case 'busy':
      return identityProblemText(problem);
    case 'link-unknown':
      return 'This link is not right. Copy it whole, or ask for a new one';
    case 'link-used':
      return 'This link has been used already. Sign in, or ask for a new link';
    case 'link-expired':
      return 'This link has expired. Ask for a new one';
    case 'wait':
    case 'too-many-tries':
    case 'code-wrong':
      return identityProblemText(problem);
    case 'password-too-short':
      return `Your password must have at least ${problem.least} characters`;
    case 'password-too-long':
      return `Your password must have ${problem.most} characters or fewer`;
    case 'password-guessable':
      return guessableText(problem.because);
    case 'email-in-use':
      return `There is already an account for ${problem.email}. Add a role to it instead`;
    case 'role-elsewhere':
      return 'This role does not belong there';
    case 'role-held':
      return 'This person has that role already';
    case 'role-apart':
      return 'Whoever administers holds no role in an organisation, nor on a panel. Nothing was changed. Take the other role away first, or choose another person';
    case 'own-administration':
      return 'You cannot take away your own administration. Ask another administrator';
    default:
      return letterText(problem);
  }
}

type LetterProblem = ClosingProblem | MailLinkProblem | { readonly code: 'own-role' };

/** What stands in the way of a letter, or of closing an account. */
function letterText(problem: LetterProblem | AssessmentProblem | UploadProblem): string {
  switch (problem.code) {
    case 'own-role':
      return 'You cannot give yourself a role. Ask another administrator';
    case 'own-account':
      return 'You cannot close your own account. Ask another administrator';
    case 'account-closed':
      return 'This account is closed. Open it again first';
    case 'account-as-asked':
      return 'Somebody has closed or opened this account meanwhile. It is shown as it is now';
    case 'no-mail':
      return NO_MAIL;
    case 'too-many-links':
      return `This person has been sent ${problem.most} links in an hour. Nothing was sent; try again later`;
    default:
      return assessmentText(problem);
  }
}

const WEAKNESS_TEXT: Readonly<Record<Weakness, string>> = {
  repeat: 'it repeats itself',
  keyboard: 'it follows keys that lie side by side',
  run: 'it counts or goes through the alphabet',
  date: 'it holds a date or a year',
  common: 'it holds a password that very many people use',
  place: 'it holds the name of this place or what is done here',
  personal: 'it holds your name or address',
  words: 'it holds too few words, or words that often stand together',
};

const LIST = new Intl.ListFormat('en-GB');

/** Why a password would be guessed, and what would not be. */
function guessableText(because: readonly Weakness[]): string {
  const reasons = LIST.format(because.map((weakness) => WEAKNESS_TEXT[weakness]));
  return `This password is easy to guess: ${reasons}. Put three or four words together that have nothing to do with each other, with you or with your work`;
}

function assessmentText(problem: AssessmentProblem | UploadProblem): string {
  switch (problem.code) {
    case 'not-found':
      return 'It is not there any more';
    case 'not-allowed':
      return 'Your role does not let you do this';
    case 'altered':
      return ALTERED;
    case 'locked':
      return problem.state === 'submitted'
        ? 'The assessment has been submitted, so nothing in it can be changed. Your text below is not saved; copy it if you need it'
        : 'The executive sponsor has signed the assessment, so nothing in it can be changed until the lead reopens it. Your text below is not saved; copy it if you need it';
    case 'charter-not-published':
      return 'This charter version is not offered. Choose another';
    case 'no-such-level':
      return 'Choose one of the levels of the charter';
    case 'name-taken':
      return `It is there already, as ‘${problem.name}’`;
    case 'name-wrong':
      return `Enter a name of at most ${problem.most} characters`;
    case 'rating-off-scale':
      return `Choose a rating from 0 to ${problem.highest}`;
    case 'never-not-applicable':
      return 'This criterion applies to everyone. Choose a rating';
    case 'rating-would-go':
      return `‘Not applicable’ takes your rating of ${problem.claimed} away, so it is not saved by itself. Choose ‘Save’, and you are asked`;
    case 'narrative-too-long':
    case 'justification-too-long':
      return `The text has ${problem.has} characters; at most ${problem.most} can be saved. Shorten it`;
    case 'too-many-items':
      return `A criterion takes ${problem.most} items of evidence. Remove one first`;
    case 'too-many-actions':
      return `A plan takes ${problem.most} actions. Remove one first`;
    case 'department-full':
      return 'The files of your department have reached 2 GB. Remove some before you add more';
    case 'organisation-full':
      return `The files of your organisation would take more than the ${Math.floor(problem.most / 1024 / 1024).toLocaleString('en-GB')} MB that they may. Nothing was attached. Remove files that are not needed, or ask the person who runs the service for more room`;
    default:
      return uploadText(problem);
  }
}

const FIELD_NAMES: Readonly<Record<string, string>> = {
  title: 'the title',
  description: 'what it shows',
  link: 'the link',
  file: 'a file or a link',
  ...actionNamesInSentences,
  note: 'what has happened',
  source: 'where the numbers come from',
  summary: 'a summary',
};

function uploadText(problem: UploadProblem): string {
  switch (problem.code) {
    case 'too-large':
      return 'The file is larger than 25 MB. Nothing was attached. Make it smaller or split it';
    case 'empty-file':
      return 'The file is empty. Choose another';
    case 'kind-not-accepted':
      return `${kindWords(problem.reason)}. Nothing was attached`;
    case 'too-many-uploads':
      return `You have sent very many files in the last hour. Nothing of this one was kept. Wait ${waitText(problem.seconds)}, then choose the file again`;
    case 'storage-full':
      return 'Our store is full, so nothing was attached. Your answers are safe. Tell the person who runs the service';
    case 'field-too-long':
      return `Shorten ${FIELD_NAMES[problem.field] ?? 'the text'}, then choose the file again`;
    case 'not-multipart':
    case 'malformed':
    case 'too-many-parts':
    case 'aborted':
      return 'The file did not arrive whole. Nothing was attached. Choose it again';
    default:
      return problem satisfies never;
  }
}

function fieldName(field: string): string {
  const [, row, part] = /^milestone-(\d+)-(on|text)$/.exec(field) ?? [];
  // Fields of a list carry the number of their row.
  if (row === undefined) return FIELD_NAMES[field.replace(/-\d+$/, '')] ?? 'this';
  return `${part === 'on' ? 'the date of milestone' : 'what milestone'} ${Number(row) + 1}${part === 'on' ? '' : ' is'}`;
}

/** One problem of a field as a sentence. */
function fieldProblemText(problem: FieldProblem<string>): string {
  const name = fieldName(problem.field);
  switch (problem.code) {
    case 'required':
      return problem.field.endsWith('tor') ? 'Enter all four numbers, or none' : `Enter ${name}`;
    case 'too-long':
      return problem.field === 'steps'
        ? `Shorten each step to ${problem.most} characters`
        : `Shorten ${name} to ${problem.most} characters`;
    case 'too-many':
      return `Enter at most ${problem.most} ${problem.field}`;
    case 'not-listed':
      return 'Choose one of the options';
    case 'not-a-date':
      return 'Enter a real date, such as 31 3 2027';
    case 'open-ended':
      return 'Enter a day on which someone can check it. ‘Ongoing’ or ‘to be confirmed’ is none: for work that goes on, choose the day of its first result';
    case 'before-start':
      return 'The due date must be on or after the start date';
    case 'not-a-web-address':
    case 'space-in-address':
    case 'backslash-in-address':
    case 'name-in-address':
      return ADDRESS_WORDS[problem.code];
    case 'not-a-whole-number':
      return `Enter a whole number from 0 to ${problem.most}`;
    case 'above-denominator':
      return 'This number counts some of the people in the group, so it cannot be larger than the group';
    default:
      return problem satisfies never;
  }
}

type NotValid = { readonly code: 'not-valid'; readonly fields: readonly FieldProblem<string>[] };

/** What a form shows of a problem: at its fields, or else at the field named; '' is the form itself. */
export function formErrors(
  problem: NotValid | AssessmentProblem | UploadProblem,
  field = '',
): Readonly<Record<string, string>> {
  return problem.code === 'not-valid'
    ? fieldErrors(problem.fields)
    : { [field]: problemText(problem) };
}

/** The first problem of each field, as a form shows them. */
export function fieldErrors(
  problems: readonly FieldProblem<string>[],
): Readonly<Record<string, string>> {
  return Object.fromEntries(
    problems.toReversed().map((problem) => [problem.field, fieldProblemText(problem)]),
  );
}
