// The action plan as a spreadsheet.

/** The sheets about the plan, and how to fill them in. */
export const WORKBOOK = {
  title: (department: string, organisation: string) =>
    `Action plan of ${department}, ${organisation}`,
  supportedRating: 'Supported rating',
  what: 'What this is',
  whose: (department: string, organisation: string, preparedOn: string) =>
    `The action plan of ${department}, ${organisation}, on ${preparedOn}.`,
  bringItBack: 'Bring it back',
  howToBringBack:
    'Save it as .xlsx and choose ‘Bring a spreadsheet back’ on the plan. You see every change before anything is saved. Rows that you delete here are left alone there.',
  addAnAction: 'Add an action',
  howToAdd:
    'Write it into the next empty row and leave the hidden columns A and B empty. Do not copy a whole row: its hidden id would come along.',
  howDates: 'Enter real dates. ‘Ongoing’ and ‘to be confirmed’ are refused.',
  steps: 'Steps',
  howSteps: 'One step on each line of the cell (Alt and Enter).',
  milestones: 'Milestones',
  howMilestones:
    'One on each line: the date, [x] if it is reached or [ ] if not, and what can be seen. For example: 2027-03-31 [ ] The board agrees the budget',
  howCriteria: 'Their ids, with commas between them. The sheet ‘Criteria’ lists them.',
  priorityAndStatus: 'Priority and status',
  howChoices: 'Choose from the list in the cell.',
  aboutTheCharter: 'About the charter',
  readMe: 'Read me',
  subject: 'Subject',
  whatToKnow: 'What to know',
};

/** The sheet of actions and its columns beside the fields. */
export const COLUMNS = {
  id: 'Id (do not change)',
  version: 'Version (do not change)',
};

/** What other plans call a status, in small letters, and what it is called here. */
export const ALSO_CALLED: Readonly<Partial<Record<string, string>>> = {
  completed: 'complete',
  done: 'complete',
  finished: 'complete',
  'not yet started': 'not started',
};
