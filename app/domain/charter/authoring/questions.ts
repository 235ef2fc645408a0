// What is asked of somebody who begins a charter, and what answers are right. Each has an answer that can be taken
// as it is; later ones depend on earlier ones.
import { id } from '#app/domain/charter/values.ts';
import { ok, refused, type Result } from '#app/domain/problem.ts';
import { TO_WRITE } from './to-write.ts';

/** In the order in which they are asked. */
export const QUESTIONS = [
  'id',
  'title',
  'notice',
  'ratings',
  'labels',
  'levels',
  'sections',
  'criteria',
] as const;

export type Question = (typeof QUESTIONS)[number];

/** Answers as they are written: a text, or a list of texts. */
export type Written = Readonly<Partial<Record<Question, string | readonly string[]>>>;

export type Answers = {
  readonly id: string;
  readonly title: string;
  readonly notice: string;
  /** One for each rating, index = rating. */
  readonly labels: readonly string[];
  /** Lowest first. */
  readonly levels: readonly string[];
  readonly sections: readonly string[];
  /** How many criteria each section has, in the same order. */
  readonly criteria: readonly number[];
};

export type AnswerProblem =
  | { readonly code: 'bad-id' }
  | { readonly code: 'empty' }
  | { readonly code: 'too-long'; readonly most: number }
  | { readonly code: 'not-whole'; readonly least: number; readonly most: number }
  | { readonly code: 'wrong-count'; readonly needed: number; readonly given: number }
  | { readonly code: 'too-many'; readonly most: number; readonly given: number }
  | { readonly code: 'twice'; readonly value: string };

const LONGEST_NAME = 200;
const LONGEST_NOTICE = 2_000;
const RATINGS = { least: 2, most: 11 };
const MOST_LEVELS = 9;
const MOST_SECTIONS = 20;
const CRITERIA = { least: 1, most: 20 };

const LABELS: Readonly<Record<number, readonly string[]>> = {
  2: ['Not yet', 'In place'],
  3: ['Not yet', 'Begun', 'In place'],
  4: ['Not yet', 'Begun', 'In place', 'Proven'],
  5: ['Not yet', 'Begun', 'In place', 'Proven', 'Lasting'],
};

/** The answer that can be taken as it is, as it would be written. */
export function usualAnswer(question: Question, before: Written): string {
  switch (question) {
    case 'id':
      return 'my-charter';
    case 'title':
      return `${TO_WRITE} the title of the charter`;
    case 'notice':
      return `${TO_WRITE} who adopted this charter, and who did not`;
    case 'ratings':
      return '5';
    case 'labels':
      return usualLabels(ratingsOf(before)).join(', ');
    case 'levels':
      return 'Beginning, Established, Leading';
    case 'sections':
      return 'Leadership, Practice, Results';
    case 'criteria':
      return '3';
    default:
      return question satisfies never;
  }
}

function usualLabels(ratings: number): readonly string[] {
  return LABELS[ratings] ?? Array.from({ length: ratings }, (_, rating) => `Rating ${rating}`);
}

function ratingsOf(written: Written): number {
  return Number(oneOf(written.ratings ?? usualAnswer('ratings', {})));
}

/** What is wrong with the answer to one question; those before it are right. */
export function answerProblem(question: Question, written: Written): AnswerProblem | null {
  const answer = written[question] ?? usualAnswer(question, written);
  switch (question) {
    case 'id':
      return id.safeParse(oneOf(answer)).success ? null : { code: 'bad-id' };
    case 'title':
      return textProblem(oneOf(answer), LONGEST_NAME);
    case 'notice':
      return textProblem(oneOf(answer), LONGEST_NOTICE);
    case 'ratings':
      return numberProblem(oneOf(answer), RATINGS);
    case 'labels':
      return countProblem(answer, ratingsOf(written)) ?? listProblem(answer, RATINGS.most);
    case 'levels':
      return listProblem(answer, MOST_LEVELS);
    case 'sections':
      return listProblem(answer, MOST_SECTIONS);
    case 'criteria':
      return criteriaProblem(answer, sectionsOf(written).length);
    default:
      return question satisfies never;
  }
}

/** All answers, the usual ones where nothing is written; or the first that is wrong. */
export function answersOf(
  written: Written,
): Result<Answers, { readonly question: Question; readonly problem: AnswerProblem }> {
  for (const question of QUESTIONS) {
    const problem = answerProblem(question, written);
    if (problem !== null) return refused({ question, problem });
  }
  const answer = (question: Question) => written[question] ?? usualAnswer(question, written);
  const sections = sectionsOf(written);
  const numbers = listOf(answer('criteria')).map(Number);
  return ok({
    id: oneOf(answer('id')),
    title: oneOf(answer('title')),
    notice: oneOf(answer('notice')),
    labels: listOf(answer('labels')),
    levels: listOf(answer('levels')),
    sections,
    criteria: sections.map((_, index) => numbers[index] ?? numbers[0] ?? CRITERIA.least),
  });
}

function sectionsOf(written: Written): readonly string[] {
  return listOf(written.sections ?? usualAnswer('sections', written));
}

function oneOf(answer: string | readonly string[]): string {
  return (typeof answer === 'string' ? answer : answer.join(', ')).trim();
}

/** Semicolons part what has commas of its own. */
function listOf(answer: string | readonly string[]): readonly string[] {
  const parts =
    typeof answer === 'string' ? answer.split(answer.includes(';') ? ';' : ',') : answer;
  return parts.map((part) => part.trim()).filter((part) => part !== '');
}

function textProblem(text: string, most: number): AnswerProblem | null {
  if (text === '') return { code: 'empty' };
  return text.length > most ? { code: 'too-long', most } : null;
}

function numberProblem(text: string, range: typeof RATINGS): AnswerProblem | null {
  const isWhole = /^\d{1,3}$/.test(text);
  const number = Number(text);
  return isWhole && number >= range.least && number <= range.most
    ? null
    : { code: 'not-whole', ...range };
}

function listProblem(answer: string | readonly string[], most: number): AnswerProblem | null {
  const parts = listOf(answer);
  if (parts.length === 0) return { code: 'empty' };
  if (parts.length > most) return { code: 'too-many', most, given: parts.length };
  const seen = new Set<string>();
  for (const part of parts) {
    const problem = textProblem(part, LONGEST_NAME);
    if (problem !== null) return problem;
    if (seen.has(part.toLowerCase())) return { code: 'twice', value: part };
    seen.add(part.toLowerCase());
  }
  return null;
}

function countProblem(
  answer: string | readonly string[],
  needed: number,
): Extract<AnswerProblem, { readonly code: 'wrong-count' }> | null {
  const given = listOf(answer).length;
  return given === needed ? null : { code: 'wrong-count', needed, given };
}

function criteriaProblem(
  answer: string | readonly string[],
  sections: number,
): AnswerProblem | null {
  const numbers = listOf(answer);
  if (numbers.length !== 1 && numbers.length !== sections) {
    return { code: 'wrong-count', needed: sections, given: numbers.length };
  }
  return numbers.map((number) => numberProblem(number, CRITERIA)).find(Boolean) ?? null;
}
