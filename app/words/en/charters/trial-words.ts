// What the trial of a charter says: what was found, and how decided submissions would stand.
import type { Charter } from '#app/domain/charter/charter.ts';
import { ROUNDED_TO, SMALLEST_TOLD } from '#app/domain/review/disclosure.ts';
import { TRIAL_LIMITS } from '#app/domain/limits.ts';
import type { LevelName, Need } from '#app/domain/review/trial-score.ts';
import { told, type Told } from '#app/words/told.ts';
import { anyOfNeed, preconditionNeed } from '#words/charters/level-needs.ts';
import { UPLOADS } from '#words/evidence/upload-problem.ts';
import { GENERAL, WORK } from '#words/kit/general.ts';
import { criterionName, thresholdText } from '#words/kit/wording.ts';

/** The page of a trial. */
export const TRIAL = {
  title: 'Try a charter',
  of: (charter: string) => `Trial of ${charter}`,
  refused: 'This charter is not sound yet',
  what: 'Pack the folder of one version as a zip and choose it here. You see what is wrong with it, how it will look, what it changes, and how submissions that are decided would stand under it.',
  kept: 'Only you see it. Nothing is kept: neither the file nor what was found.',
  file: 'Zip of the folder of one version',
  hint: 'A .zip with charter.yaml, levels.yaml and sections, in a folder or without one',
  button: 'Try it',
  again: 'Try another zip',
  link: 'Try a charter before it is published',
  sound: (remarks: number) =>
    remarks === 0
      ? 'Nothing is wrong with it.'
      : `Nothing is wrong with it. There ${remarks === 1 ? 'is 1 remark' : `are ${remarks} remarks`}.`,
  mistakes: (number: number) =>
    `${number === 1 ? '1 mistake has' : `${number} mistakes have`} to be put right. Correct each at its line, pack the folder again and try it again. ‘charter validate’ says the same of a folder.`,
  more: (shown: number, all: number) => `These are the first ${shown} of ${all}.`,
  findings: 'What was found',
  table: 'Mistakes by file and line',
  remarks: 'Remarks by file and line',
  columns: {
    file: 'File',
    line: 'Line',
    column: 'Column',
    message: 'What is wrong',
    remark: 'Remark',
  },
  translations: 'In other languages',
  translated: (language: string, there: number, all: number) =>
    `${language}: ${there} of ${all} texts`,
  compared: 'What it changes',
  first: (id: string) => `No version of ${id} is here yet, so there is nothing to compare it with.`,
  preview: 'How it will look',
};

/** How decided submissions would stand. */
export const TRIAL_SCORES = {
  title: 'Decided submissions under this charter',
  tooFew: `Fewer than ${SMALLEST_TOLD} departments have a decided submission to a version of this charter. That is too few to tell anything without telling of somebody.`,
  not: 'They could not be counted.',
  how: (all: number) =>
    `About ${all} departments have a decided submission to a version of this charter. The ratings that panels agreed were moved to the version on trial and scored by its rules; answers to criteria that changed count as they were agreed.`,
  most: `Of each department the newest counts, and of all at most the newest ${TRIAL_LIMITS.decided}.`,
  protected: `So that nobody can be told from a number, counts from 1 to ${SMALLEST_TOLD - 1} are put together with their neighbours, and every count is rounded to the nearest ${ROUNDED_TO}. Numbers may not add up.`,
  before: 'By the rules of their own versions',
  now: 'By the rules on trial',
  level: 'Level',
  departments: 'Departments, about',
  none: 'no level',
  or: (names: readonly string[]) => names.join(' or '),
  decides: 'What keeps departments from the next level',
  need: 'What it takes',
  nothingDecides: 'Nothing keeps enough of them from the next level to be told.',
  left: `Left out is what keeps back fewer than ${SMALLEST_TOLD}, or all but fewer than ${SMALLEST_TOLD}.`,
};

/** The name of a level, or of none, as a table has it. */
export function levelsText(levels: readonly (LevelName | null)[]): string {
  const text = TRIAL_SCORES.or(levels.map((level) => level?.label ?? TRIAL_SCORES.none));
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}`;
}

/** What the charter on trial asks for a level. */
export function needText(charter: Charter, need: Need): string {
  switch (need.kind) {
    case 'overall':
      return `an overall score of at least ${thresholdText(need.needs)}`;
    case 'coverage':
      return `at least ${thresholdText(need.needs)} of criteria answered`;
    case 'section': {
      const title = charter.sections.find(({ id }) => id === need.section)?.title;
      return `at least ${thresholdText(need.needs)} in ‘${title ?? need.section}’`;
    }
    case 'rating':
      return `rating ${need.rating} or more in ${criterionName(charter, need.criterion)}`;
    case 'answer':
      return `an answer to ${criterionName(charter, need.criterion)}`;
    case 'any-of':
      return anyOfNeed(need.anyOf);
    case 'precondition':
      return preconditionNeed(charter, need.precondition);
    default:
      return need satisfies never;
  }
}

const ZIPS = {
  ...GENERAL,
  ...UPLOADS,
  ...WORK,
  'no-file-chosen': 'Choose a zip file',
  'no-zip': 'This is no zip file. Pack the folder of the version as a zip, and choose that',
  'zip-unreadable': 'The zip is damaged or not whole. Pack the folder again, and choose it again',
  'zip-encrypted':
    'The zip is locked with a password. Pack the folder without one, and choose it again',
  'zip-unsafe':
    'The zip is packed as none of a charter is: it holds more than 1,000 files or 30 MB, unpacks to far more than its size, or has names that lead out of its folder or twice to the same file. Pack only the folder of the version, and choose it again',
};

/** Why a zip was not looked at, as a sentence without a full stop. */
export function zipProblemText(problem: Told<typeof ZIPS>): string {
  return told(ZIPS, problem);
}
