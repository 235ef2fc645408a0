// The report that `npm test` leaves (JSON of vitest), as far as the assurance case needs it.
import path from 'node:path';
import { z } from 'zod';
import type { TestOutcome } from './case.ts';

const report = z.object({
  testResults: z.array(
    z.object({
      name: z.string(),
      assertionResults: z.array(
        z.object({
          ancestorTitles: z.array(z.string()),
          title: z.string(),
          status: z.string(),
        }),
      ),
    }),
  ),
});

/** The files of a report and its tests, seen from the root; whatever neither passed nor failed was left out. */
export function readReport(
  text: string,
  root: string,
): { readonly files: readonly string[]; readonly tests: readonly TestOutcome[] } {
  const { testResults } = report.parse(JSON.parse(text));
  const pathOf = (name: string) => path.relative(root, name).replaceAll(path.sep, '/');
  return {
    files: testResults.map(({ name }) => pathOf(name)),
    tests: testResults.flatMap(({ name, assertionResults }) =>
      assertionResults.map(({ ancestorTitles, title, status }) => ({
        file: pathOf(name),
        titles: [...ancestorTitles, title],
        outcome: status === 'passed' || status === 'failed' ? status : 'left out',
      })),
    ),
  };
}
