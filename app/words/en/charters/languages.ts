// What is said of a charter in other languages.
import { count } from '#words/kit/wording.ts';

export const LANGUAGES = {
  readIn: 'Read the charter in',
  /** The language of every charter. */
  own: 'English',
  shown: (language: string) =>
    `The texts of this charter are shown in ${language}. Everything else is in English.`,
  missing: (missing: number, all: number) =>
    missing === 0
      ? 'Every text is translated.'
      : `${missing} of ${all} texts ${missing === 1 ? 'is' : 'are'} not translated and ${missing === 1 ? 'is' : 'are'} shown in English.`,
  approved: (by: string) => `Approved by ${by}.`,
  notApproved: (language: string) =>
    `Nobody who speaks ${language} has approved this translation yet. Where the two differ, the English text counts.`,
  list: 'What is not translated',
  texts: (number: number) => count(number, 'text'),
  first: 'The first of them',
  rest: (more: number, language: string) =>
    `And ${count(more, 'more text')}. Whoever translates has all of them with ‘charter validate --language ${language}’ and the folder of the charter.`,
};
