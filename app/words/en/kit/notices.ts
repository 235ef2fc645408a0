// What a person is told after something was done: `?done=` in the address carries the key, and a key that
// is none of these does not compile.

/** The notices, by the key that an address carries. */
export const NOTICES = {
  saved: 'Your answer is saved.',
  assigned: 'Who writes it is saved.',
  'comment-added': 'The comment is added.',
  'comment-resolved': 'The comment is marked as dealt with.',
  'comment-reopened': 'The comment is open again.',
  'invitation-sent': 'The invitation is on its way.',
  'invitation-revoked': 'The invitation is withdrawn. Its link does nothing any more.',
  'letter-try-again': 'The letter is tried again.',
  'letter-release': 'The letter goes out.',
  'letter-release-all': 'The letters go out.',
  'letter-discard': 'The letter is taken out. It does not go out.',
  'letter-make-link': 'The link is made. It is in the letter now.',
  'invitation-accepted': 'You have accepted the invitation.',
  'account-made': 'Your account is ready. Sign in with the password that you chose.',
  'calendar-removed': 'The calendar address is removed. It shows nothing any more.',
  'reminders-off': 'Reminders are switched off.',
  'reminders-on': 'Reminders are switched on.',
  restored: 'The earlier text is back. What was there before is in the history.',
  'work-planned': 'Who writes what, and by when, is saved.',
  'answer-in-review': 'You have asked for a look at the answer. The leads find it on their page.',
  'answer-agreed': 'You have agreed to the answer.',
  'answer-sent-back': 'The answer is sent back, with your comment.',
  'answer-written': 'That is taken back. The answer is being written again.',
  'scenario-kept': 'The scenario is kept.',
  'scenario-dropped': 'The scenario is removed.',
  'way-planned':
    'What the charter suggests for each step is in the plan. Change it until it is yours.',
  'evidence-added': 'The evidence is attached.',
  'evidence-changed': 'The evidence is changed.',
  'evidence-removed': 'The evidence is removed.',
  'file-erased': 'The content of the file is erased.',
  'file-listed': 'The fingerprint is on the list of erased files. No restore brings the file back.',
  'file-erased-partly':
    'The file counts as erased, but a copy could not be removed from the disk. The service tries again at each start. Tell the person who runs it: the log says where it is.',
  'file-erased-elsewhere':
    'The content of the file is erased for your departments. Another department of your organisation has attached the same content, which stays: ask a charter administrator to erase it, too.',
  'file-not-erased':
    'Nothing was erased: your organisation, or another department of it, shows the same file. Ask a lead of the whole organisation or a charter administrator to erase it for all.',
  'file-erased-unsigned':
    'The content of the file is erased. The signature is taken back: the executive sponsor signs again.',
  'counts-saved': 'The counts are saved.',
  'fact-agreed': 'What the panel agreed is saved.',
  'facts-saved': 'What you said is saved.',
  'action-added': 'The action is added to the plan.',
  'action-changed': 'The action is changed.',
  'actions-changed': 'The actions are changed.',
  'action-removed': 'The action is removed from the plan.',
  'action-moved': 'The action is moved.',
  'draft-accepted': 'The answers of your document are saved.',
  'plan-imported': 'The changes of the spreadsheet are applied.',
  'progress-noted': 'Your note is added to the progress log.',
  'report-saved': 'The report is saved as a draft.',
  'report-sent': 'The report is sent. It cannot be changed any more.',
  'report-read': 'The report is marked as read.',
  'renewal-started': 'The renewal is started. The previous plan is on the page of the action plan.',
  'target-changed': 'The target is changed.',
  'charter-retired': 'The version is retired. Nobody can start it any more.',
  'charter-offered': 'The version is offered again.',
  'round-opened': 'The round is set up.',
  'closing-moved': 'The closing time is moved.',
  extended: 'The department has more time.',
  copied: 'The answers are copied. Look at each of them, and save it.',
  moved: 'The assessment is on the newer version of the charter now.',
  submitted: 'The assessment is submitted.',
  asked: 'It waits for the signature now. Those who may sign get a letter.',
  'taken-back': 'The request is taken back. It waits for nobody.',
  'sent-back': 'It is sent back with your comments. Who asked gets a letter.',
  signed: 'The declaration is signed.',
  reopened: 'The assessment is open for changes again.',
  withdrawn: 'The submission is withdrawn. The assessment is a draft again.',
  'round-chosen': 'The round is chosen.',
  started: 'The assessment is started.',
  'requirement-noted': 'The note on the requirement is saved.',
  named: 'The name is saved.',
  discarded: 'The draft is discarded. It is under ‘Discarded drafts’ for 30 days.',
  'draft-restored': 'The draft is back.',
  'organisation-renamed': 'The organisation has its new name. The register finds it by both.',
  'organisation-merged': 'The register says what the organisation is part of now.',
  'ods-code-set': 'The ODS code is saved.',
  'award-published': 'The award is in the register.',
  'award-withdrawn': 'The award is withdrawn.',
  'objection-sent': 'Your objection has arrived. We write to you with the outcome.',
  'objection-closed': 'The objection is closed.',
  'organisation-added': 'The organisation is added.',
  'department-added': 'The department is added.',
  'role-added': 'The role is added. Those whom it concerns get a letter.',
  'role-removed': 'The role is removed. Those whom it concerns get a letter.',
  'link-sent': 'The link is on its way to its owner.',
  'account-closed':
    'The account is closed, and every session of it has ended. Its owner gets a letter.',
  'account-opened': 'The account is open again. Its owner gets a letter.',
  'step-in-asked':
    'Those who answer for the organisation get a letter. The invitation goes out a day from now, unless one of them objects.',
  'step-in-stopped': 'Nobody is invited. It is stopped.',
  'contact-set': 'The contact on record is saved.',
  'password-set': 'Your password is set. Sign in with it.',
  'password-changed': 'Your password is changed. You are signed out everywhere else.',
  'name-changed': 'Your name is changed.',
  'factor-removed': 'The authenticator app is removed.',
  'factor-reset-asked': 'The second factor goes in a day. Its owner has a letter.',
  'factor-reset-cancelled': 'The second factor stays.',
  'factor-kept': 'Your second factor stays.',
  'provider-linked': 'Your account is linked. From now on you can sign in there.',
  'provider-unlinked': 'The link is removed. Nobody can sign in to your account there any more.',
  'provider-set': 'Saved. Those who answer for the organisation get a letter.',
  'provider-removed': 'Removed. Sessions that were begun there have ended.',
  'provider-works': 'It works: the provider answers, and says all that a sign-in needs.',
  'second-factor-set': 'Saved. Those who answer for the organisation get a letter.',
  'passkey-added': 'The passkey is added. Use it the next time you sign in.',
  'passkey-removed': 'The passkey is removed.',
  'sessions-ended': 'They are signed out there.',
  'device-known': 'This browser counts as one of yours now. Sign in with your password.',
  'signed-out': 'You are signed out.',
  'interest-declared': 'Your conflict of interest is declared. The submission is closed to you.',
  'no-interest': 'You have declared that you have no conflict of interest.',
  'rating-saved': 'Your rating is saved.',
  'rating-lacks-rating': 'Your reason is saved. A rating is still needed.',
  'rating-lacks-reason': 'Your rating is saved. A reason is still needed.',
  'rating-lacks-both': 'Nothing is given yet. A rating and a reason are still needed.',
  sealed: 'Your ratings are sealed.',
  'note-added': 'The note is added.',
  'consensus-saved': 'What is agreed is saved.',
  'employment-added': 'The organisation is added.',
  'employment-removed': 'The organisation is removed.',
  'panel-created': 'The panel is created.',
  'replacement-asked':
    'The administrators have your request. You are answered on this page and by letter.',
  'review-date': 'The date is set. Every member who takes part has been written to.',
  'review-replace': 'The seat is given to somebody else. They have been written to.',
  'panel-seat': 'The member is added.',
  'panel-unseat': 'The member is removed.',
  'panel-submission': 'The submission is before the panel. Its members have been written to.',
  'panel-reopen': 'The discussion is open again.',
  'appeal-answered': 'The appeal is answered.',
  appealed: 'The appeal is made. The awarding body answers it.',
  revising: 'The assessment is open for revisions.',
} as const satisfies Readonly<Record<string, string>>;

export type Notice = keyof typeof NOTICES;

/** The notice of a key from an address; null for a word that is none of them. */
export function noticeText(key: string | null): string | null {
  return isNotice(key) ? NOTICES[key] : null;
}

/** The page of this address, with the notice on it. */
export function withNotice(path: string, notice: Notice): string {
  const [page = '', part] = path.split('#');
  const anchor = part === undefined ? '' : `#${part}`;
  return `${page}${page.includes('?') ? '&' : '?'}done=${notice}${anchor}`;
}

function isNotice(key: string | null): key is Notice {
  return key !== null && Object.hasOwn(NOTICES, key);
}
