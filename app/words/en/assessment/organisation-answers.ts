// Words of what a whole organisation answers once, for every department of it.
import { listText } from '#words/kit/wording.ts';

/** Stands where the name of a department stands. */
export const WHOLE_ORGANISATION = 'The whole organisation';

/** Above the text of an answer that cannot be changed. */
export const ANSWER_HEADING = {
  department: 'What the department says',
  organisation: 'What the organisation says',
};

type Changed = { readonly criteria: readonly string[]; readonly facts: boolean };

function changedText({ criteria, facts }: Changed): string {
  return [
    ...(criteria.length === 0 ? [] : [`its answer to ${listText(criteria)}`]),
    ...(facts ? ['a fact that was asked of it'] : []),
  ].join(' and ');
}

/** On the pages of a department. */
export const ORGANISATION_ANSWER = {
  title: 'Answered by your organisation',
  explained:
    'The whole organisation answers this criterion once, and the answer counts for every department of it.',
  once: 'Answered once for the whole organisation.',
  absent: (hasRound: boolean) =>
    hasRound
      ? 'Your organisation has not begun to answer yet.'
      : 'It counts once a round is chosen for this assessment, because each round has its own answers.',
  saved: (name: string | null, when: string) =>
    name === null ? `Last saved on ${when}.` : `Last saved by ${name} on ${when}.`,
  changedHere:
    'Your organisation has changed its answer since this assessment was signed. What you see is what was signed.',
  note: 'What your department adds, if anything (a note for the panel; it does not change the score)',
  noteTitle: 'Note of the department',
  noNote: 'No note is written.',
  before: (rating: string) =>
    `Before the organisation answered this, your department claimed: ${rating}. That counts no more.`,
  beforeEvidence: 'What your department had attached before, which counts no more:',
  task: 'Answered by your organisation',
  changeNote: 'Change the note on',
  changedSubmitted: (changed: Changed) =>
    `Since this assessment was submitted, your organisation has changed ${changedText(changed)}. What was submitted stays as it was.`,
  changed: (changed: Changed) => {
    const what = changedText(changed);
    return `Since this assessment was signed, your organisation has changed ${what}. What was signed stays as it was. To take the change over, the lead opens the assessment again, and it is signed anew.`;
  },
  noRound: (criteria: readonly string[]) =>
    `Your organisation answers ${listText(criteria)} once for each round. Those answers count here once a round is chosen under ‘Check and submit’.`,
  facts: 'Asked of your organisation',
  becomeNotes:
    'Criteria that your organisation answers once from now on: what you wrote becomes your note, and does not count',
  decidedBefore: 'Decided before on the same answer',
  decidedText: (department: string, day: string, rating: string) =>
    `The panel for ${department} agreed on ${rating} on ${day}, for exactly this answer and evidence.`,
  theirs: (name: string) => `${name} (for your organisation to do)`,
  step: 'The organisation’s step',
  pinAll: 'Leave out every step of the organisation',
};

/** On the pages of the organisation itself. */
export const ORGANISATION_SET = {
  title: 'Answers of the whole organisation',
  explained:
    'Some criteria are answered once for the whole organisation. Leads of the whole organisation answer them here for each round, and every department of it has the same answer.',
  none: 'No charter of an open round asks anything of the whole organisation.',
  of: (name: string) => `What ${name} answers once for all its departments`,
  begin: 'Begin to answer',
  answered: (part: number, all: number) => `${part} of ${all} criteria are answered.`,
  notBegun: 'Not begun',
  usedBy: 'Departments that use these answers',
  nobody: 'No department has chosen this round yet.',
  follows: 'Follows every change',
  copied: 'Signed with these answers',
  older: (criteria: readonly string[]) =>
    criteria.length === 0
      ? 'Signed before a fact was changed'
      : `Signed before ${listText(criteria)} changed`,
};
