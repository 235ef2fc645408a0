// `npm run assurance`: compares docs/assurance.yaml with the report of the last `npm test` and writes
// docs/assurance.md; with `--check` it writes nothing and fails where the page is not what it would write.
// Runs in the folder of the repository, as npm does.
import { existsSync, globSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { parse } from 'yaml';
import { z } from 'zod';
import { assuranceCase, asvsTable, flawsOf, flawsOfAsvs } from './case.ts';
import { assurancePage } from './page.ts';
import { readReport } from './report.ts';

const ROOT = process.cwd();
const REPORT = 'build-of-tests/report.json';
const PAGE = 'docs/assurance.md';
const TEST_FILES = globSync('tests/**/*.test.ts', { cwd: ROOT }).map((file) =>
  file.replaceAll(path.sep, '/'),
);

function textOf(file: string): string {
  return readFileSync(path.join(ROOT, file), 'utf8');
}

function yamlOf<Shape extends z.ZodType>(file: string, shape: Shape): z.output<Shape> {
  const read = shape.safeParse(parse(textOf(file)));
  if (!read.success) fail([`${file} cannot be used:`, z.prettifyError(read.error)]);
  return read.data;
}

function fail(lines: readonly string[]): never {
  process.stderr.write(`${lines.join('\n')}\n`);
  process.exit(1);
}

function reportOf(): ReturnType<typeof readReport>['tests'] {
  if (!existsSync(path.join(ROOT, REPORT))) {
    fail([`${REPORT} is not there. Run npm test first.`]);
  }
  const made = statSync(path.join(ROOT, REPORT)).mtimeMs;
  const newer = TEST_FILES.filter((file) => statSync(path.join(ROOT, file)).mtimeMs > made);
  if (newer.length > 0) {
    fail([`${REPORT} is older than ${newer.join(', ')}. Run npm test first.`]);
  }
  const { files, tests } = readReport(textOf(REPORT), ROOT);
  const absent = TEST_FILES.filter((file) => !files.includes(file));
  if (absent.length > 0) {
    fail([
      `${REPORT} is of a part of the tests: ${absent.length} of ${TEST_FILES.length} files are not in it, such as ${absent[0]}. Run npm test first.`,
    ]);
  }
  return tests;
}

const given = yamlOf('docs/assurance.yaml', assuranceCase);
const asvs = yamlOf('docs/asvs.yaml', asvsTable);
const tests = reportOf();
const longTests = new Map(
  globSync('tests/**/*.machine.ts', { cwd: ROOT }).map((file) => [
    file.replaceAll(path.sep, '/'),
    textOf(file),
  ]),
);
const flaws = [...flawsOf(given, { tests, longTests }), ...flawsOfAsvs(asvs, given)];
if (flaws.length > 0) fail(['The assurance case does not hold:', ...flaws]);

const page = assurancePage(given, { tests, asvs });
if (!process.argv.includes('--check')) {
  writeFileSync(path.join(ROOT, PAGE), page);
} else if (!existsSync(path.join(ROOT, PAGE)) || textOf(PAGE) !== page) {
  fail([`${PAGE} is not what the tests show. Run npm run assurance and commit what it writes.`]);
}
process.stdout.write(
  `The assurance case holds: ${given.claims.length} claims, ${given.rows.length} rows.\n`,
);
