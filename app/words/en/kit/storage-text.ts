// What is said where nothing can be saved: what is wrong, what is kept, what to do.
import type { StorageTrouble } from '#app/domain/storage-trouble.ts';

const CAUSE: Readonly<Record<StorageTrouble, string>> = {
  full: 'the service has no space left on its disk',
  reserve: 'the service has too little space left on its disk for files',
  busy: 'another program is using the database of the service',
  'read-only': 'the service can only read at the moment',
  failing: 'the disk of the service does not work as it should',
};

const NEXT: Readonly<Record<StorageTrouble, string>> = {
  full: 'The people who run the service have to make room. Try again in some minutes.',
  reserve: 'Texts can still be saved. Send the file again when there is room.',
  busy: 'This passes by itself, usually within a minute. Try again.',
  'read-only': 'The people who run the service have to change that. Try again in some minutes.',
  failing:
    'The people who run the service have to look at it. What was saved before is being kept.',
};

/** What an autosave says; the text stays in its form. */
export function notSavedText(trouble: StorageTrouble): string {
  return `Not saved: ${CAUSE[trouble]}. Your text is still here. Trying again soon.`;
}

/** Why, as a sentence of its own, and what comes next. */
export function troubleSentences(trouble: StorageTrouble): readonly string[] {
  const cause = CAUSE[trouble];
  return [`${cause.charAt(0).toUpperCase()}${cause.slice(1)}.`, NEXT[trouble]];
}

/** What stands on every page while nothing can be saved. */
export function bannerText(trouble: StorageTrouble): string {
  return `Nothing can be saved at the moment, because ${CAUSE[trouble]}. You can go on reading. Keep a copy of longer texts before you send them.`;
}
