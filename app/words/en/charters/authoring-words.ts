// What the command line says to somebody who begins a charter: its questions, and what is wrong with an answer.
import type { AnswerProblem, Question } from '#app/domain/charter/authoring/questions.ts';
import { told } from '#app/words/told.ts';

/** Each question, and a short help. */
export const ASKED: Readonly<
  Record<Question, { readonly question: string; readonly help: string }>
> = {
  id: {
    question: 'A short id for the charter',
    help: 'Letters, digits and hyphens. It names the folder and stays for ever.',
  },
  title: { question: 'The title of the charter', help: 'What readers see first.' },
  notice: {
    question: 'Who stands behind the charter, and who does not?',
    help: 'It is shown beside every result. Be honest: who adopted it, and who did not.',
  },
  ratings: {
    question: 'How many ratings has the scale?',
    help: 'From 0 up: 5 ratings are 0 to 4. From 2 to 11 are possible; a panel can tell four or five apart.',
  },
  labels: {
    question: 'What are the ratings called, from 0 up?',
    help: 'With commas between them, or semicolons where a name has a comma.',
  },
  levels: {
    question: 'Which levels can be awarded, lowest first?',
    help: 'With commas between them. Thresholds are filled in and yours to change.',
  },
  sections: {
    question: 'Which sections has the charter?',
    help: 'Titles with commas between them, in the order in which they are answered.',
  },
  criteria: {
    question: 'How many criteria has each section?',
    help: 'One number for all, or one for each with commas. A criterion takes half an hour to answer.',
  },
};

const PROBLEM = {
  'bad-id':
    'An id starts with a letter and has only letters, digits and hyphens, at most 40, such as fair-careers',
  empty: 'Write something',
  'too-long': ({ most }: { readonly most: number }) => `Write at most ${most} characters`,
  'not-whole': ({ least, most }: { readonly least: number; readonly most: number }) =>
    `Write a whole number from ${least} to ${most}`,
  'wrong-count': ({ needed, given }: { readonly needed: number; readonly given: number }) =>
    `${needed} are needed, and ${given} stand here`,
  'too-many': ({ most, given }: { readonly most: number; readonly given: number }) =>
    `At most ${most} are possible, and ${given} stand here`,
  twice: ({ value }: { readonly value: string }) => `‘${value}’ stands here twice`,
};

/** What is wrong with an answer, and what would be right. */
export function answerProblemText(problem: AnswerProblem): string {
  return told(PROBLEM, problem);
}

export const NEW_CHARTER = {
  begin: 'Enter takes what stands in brackets. Everything can be changed later, in the files.',
  notAnswered: 'The questions were not answered to the end, so nothing was written.',
  taken: (question: Question, answer: string) => `${question}: not given, so ${answer}`,
  isThere: (folder: string) => `${folder} is there already, and is never written over`,
  written: (folder: string, files: number) => `${folder}: ${files} files, sound as they are`,
  next: (folder: string) =>
    [
      'Open the files in any editor, and write in place of each text that begins with ‘Write here’.',
      `  charter validate ${folder}    names each mistake, and what is still to be written`,
    ].join('\n'),
  unknownAnswer: (key: string, known: readonly string[]) =>
    `there is no question ${key}; they are ${known.join(', ')}`,
  notText: 'expected a text or a list of texts',
};
