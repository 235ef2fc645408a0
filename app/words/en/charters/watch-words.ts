// What the page of a charter that is being written says around the charter itself.
import { count } from '#words/kit/wording.ts';

export const WATCH = {
  mistakes: (number: number) => `${count(number, 'mistake')} in the files`,
  remarks: (number: number) => `${count(number, 'remark')}`,
  sound: 'No mistake in the files.',
  lastSound: 'Below is the charter as it was when its files last had no mistake.',
  neverSound: 'The charter is shown here as soon as its files have no mistake.',
  asDepartments: 'As departments answer it',
  notSaved: 'Try the fields: nothing is saved here.',
  noPage: (name: string) => `There is no page for ${name}`,
  department: 'Example department',
  organisation: 'Example organisation',
  goneTitle: 'The folder is gone',
  gone: (folder: string) =>
    `${folder} cannot be read any more: it was moved, renamed or removed. It is shown again as soon as it is back.`,
  building: 'Making the pages…',
  serving: (folder: string, address: string) => `${folder} is shown at ${address}`,
  untilStopped: 'It follows every change of the files. Ctrl+C ends it.',
  changed: (mistakes: number) =>
    mistakes === 0 ? 'changed: no mistake' : `changed: ${count(mistakes, 'mistake')}`,
};
