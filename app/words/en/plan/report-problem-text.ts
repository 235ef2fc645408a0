// Words for what is missing in the report of a year, at the field that it is about.
import type { ReportField } from '#app/domain/award/plan-report.ts';
import type { FieldProblem } from '#app/domain/field-problem.ts';
import { fieldErrors } from '#words/kit/field-problem-text.ts';

/** The first problem of each field of the report. */
export function reportErrors(
  problems: readonly FieldProblem<ReportField>[],
): Readonly<Record<string, string>> {
  const missing = problems
    .filter(({ code }) => code === 'required')
    .map(({ field }) => [field, missingText(field)] as const);
  const texts = { ...fieldErrors(problems), ...Object.fromEntries(missing) };
  // In the order of the page: action by action, and the summary last.
  const place = (field: string) => Number(/-(\d+)$/.exec(field)?.[1] ?? Infinity);
  return Object.fromEntries(
    Object.entries(texts).toSorted(([one], [other]) => {
      const [first, second] = [place(one), place(other)];
      return first === second ? 0 : first - second;
    }),
  );
}

function missingText(field: string): string {
  const [, part, number] = /^(status|note)-(\d+)$/.exec(field) ?? [];
  if (part === 'status') return `Choose the status of action ${number}`;
  return part === 'note'
    ? `Action ${number} is overdue: say why, and what happens now`
    : 'Enter a summary of the year';
}
