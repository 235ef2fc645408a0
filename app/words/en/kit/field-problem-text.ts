// Words for what is wrong with one field of a form. A field without a name does not compile.
import type { ReportField } from '#app/domain/award/plan-report.ts';
import type { FactFieldProblem } from '#app/domain/assessment/decide-facts.ts';
import type { EvidenceFieldProblem } from '#app/domain/evidence/check-evidence.ts';
import type { FieldProblem } from '#app/domain/field-problem.ts';
import type { ActionFieldProblem } from '#app/domain/plan/check-action.ts';
import type { ProgressFieldProblem } from '#app/domain/plan/check-progress.ts';
import type { CountsFieldProblem } from '#app/domain/workforce/check-counts.ts';
import { ADDRESS_WORDS } from './address-words.ts';
import { actionFieldNames } from '#words/plan/action-words.ts';

/** The fields of all forms whose problems are told here. */
export type FormField =
  | (
      | FactFieldProblem
      | ActionFieldProblem
      | EvidenceFieldProblem
      | ProgressFieldProblem
      | CountsFieldProblem
    )['field']
  | ReportField;

/** A field of a list carries the number of its row or action, for which # stands. */
type Place<Field> = Field extends `${infer List}-${number}-${infer Part}`
  ? `${List}-#-${Part}`
  : Field extends `${infer List}-${string}`
    ? `${List}-#`
    : Field;

const ALL_NUMBERS = 'all four numbers, or none';

/** Each field as it stands after 'Enter' and 'Shorten'. */
const FIELD_NAMES: Readonly<Record<Place<FormField>, string>> = {
  title: 'the title',
  description: 'what it shows',
  link: 'the link',
  file: 'a file or a link',
  kind: 'the kind of evidence',
  'fact-#': 'the answer',
  ...actionFieldNames,
  'milestone-#-on': 'the date of milestone #',
  'milestone-#-text': 'what milestone # is',
  'status-#': 'the status',
  note: 'what has happened',
  'note-#': 'what has happened',
  source: 'where the numbers come from',
  summary: 'a summary',
  firstNumerator: ALL_NUMBERS,
  firstDenominator: ALL_NUMBERS,
  secondNumerator: ALL_NUMBERS,
  secondDenominator: ALL_NUMBERS,
};

function isPlace(place: string): place is keyof typeof FIELD_NAMES {
  return Object.hasOwn(FIELD_NAMES, place);
}

/** The field of this name in words; what a browser sends may be no field of ours. */
export function fieldText(field: string): string {
  const place = field.replace(/-\d+/, '-#');
  const row = Number(/-(\d+)/.exec(field)?.[1] ?? 0) + 1;
  return isPlace(place) ? FIELD_NAMES[place].replace('#', String(row)) : 'the text';
}

/** One problem of a field as a sentence. */
export function fieldProblemText(problem: FieldProblem<FormField>): string {
  const name = fieldText(problem.field);
  switch (problem.code) {
    case 'required':
      return `Enter ${name}`;
    case 'too-long':
      return problem.field === 'steps'
        ? `Shorten each step to ${problem.most} characters`
        : `Shorten ${name} to ${problem.most} characters`;
    case 'too-many':
      return `Enter at most ${problem.most} ${name.replace('the ', '')}`;
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

/** The first problem of each field, as a form shows them. */
export function fieldErrors(
  problems: readonly FieldProblem<FormField>[],
): Readonly<Record<string, string>> {
  return Object.fromEntries(
    problems.toReversed().map((problem) => [problem.field, fieldProblemText(problem)]),
  );
}
