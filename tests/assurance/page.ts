// The assurance case as a page to read (docs/assurance.md).
import {
  type AssuranceCase,
  type AsvsTable,
  idsIn,
  type Requirement,
  type Row,
  type TestOutcome,
  testsOf,
  wantsTests,
} from './case.ts';

/** So many names of tests in one file are listed; there may be hundreds that differ by a value. */
const MOST_NAMES = 2;

const BEGINNING = `# Assurance case

What this service claims about security and reliability, why that is so, and which tests show it. Written by
\`npm run assurance\` from \`docs/assurance.yaml\`, \`docs/asvs.yaml\` and the report of the last \`npm test\`; change those, not
this page. A test belongs to a row where the row's id stands in its name. The command fails where a test is missing, was
left out or fails, and where a row of the first priority is absent.`;

/** The page in Markdown. */
export function assurancePage(
  given: AssuranceCase,
  { tests, asvs }: { tests: readonly TestOutcome[]; asvs: AsvsTable },
): string {
  return [
    BEGINNING,
    '## Claims',
    ...given.claims.flatMap(({ claim, arguments: reasons }, at) => [
      `### ${at + 1}. ${claim}`,
      reasons.map(({ because, shown }) => `- ${because} ${shown.map(link).join(', ')}`).join('\n'),
    ]),
    ...rowSections(given, tests),
    ...asvsSections(asvs),
  ]
    .join('\n\n')
    .concat('\n');
}

function link(id: string): string {
  return `[${id}](#${id.toLowerCase()})`;
}

function rowSections(given: AssuranceCase, tests: readonly TestOutcome[]): readonly string[] {
  const { first, second, third } = given.priorities;
  const ofPriority = (ids: readonly string[]) => given.rows.filter(({ id }) => ids.includes(id));
  const table = (rows: readonly Row[]) =>
    tableOf(
      ['Row', 'What it asks', 'State', 'Shown by'],
      rows.map((one) => [
        `<a id="${one.id.toLowerCase()}"></a>${one.id}`,
        cell(one.asks),
        stateOf(one),
        shownBy(one, tests),
      ]),
    );
  const later = ofPriority([...second, ...third]);
  const missing = [...second, ...third].filter((id) => !later.some((one) => one.id === id));
  return [
    '## Rows of the first priority',
    table(ofPriority(first)),
    '## Later rows that tests name',
    table(later),
    `No test names ${missing.join(', ')} yet.`,
  ];
}

function stateOf(one: Row): string {
  if (one['not-applicable'] !== undefined) return 'not applicable';
  if (one['not-done'] !== undefined) return 'not done';
  if (one.long !== undefined) return 'done, long tests';
  return one.left === undefined ? 'done' : 'done in part';
}

function shownBy(one: Row, tests: readonly TestOutcome[]): string {
  const said = [one['not-done'], one['not-applicable']].filter((text) => text !== undefined);
  const files = wantsTests(one) ? namesByFile(one.id, tests) : [];
  const long = one.long === undefined ? [] : [`${fileLink(one.long)} (\`npm run test:faults\`)`];
  const left = one.left === undefined ? [] : [`Left: ${cell(one.left)}`];
  return [...said.map(cell), ...files, ...long, ...left].join('<br>');
}

function namesByFile(id: string, tests: readonly TestOutcome[]): readonly string[] {
  const byFile = Map.groupBy(testsOf(id, tests), ({ file }) => file);
  return [...byFile].map(([file, found]) => {
    const names = new Set(found.map(({ titles }) => nameOf(id, titles)));
    const shown = [...names].slice(0, MOST_NAMES).map((name) => `‘${cell(name)}’`);
    const more = names.size > MOST_NAMES ? ' and others like them' : '';
    return `${fileLink(file)}: ${shown.join(', ')}${more}`;
  });
}

/** The name that carries the id, be it of the test or of the describe around it, without ids. */
function nameOf(id: string, titles: readonly string[]): string {
  const carrying = titles.find((title) => idsIn(title).includes(id)) ?? '';
  return idsIn(carrying).reduce((name, one) => name.replace(`${one} `, ''), carrying);
}

function fileLink(file: string): string {
  return `[${file.slice(file.lastIndexOf('/') + 1)}](../${file})`;
}

function asvsSections({ version, chapters }: AsvsTable): readonly string[] {
  const all = chapters.flatMap(({ requirements }) => requirements);
  const count = (requirements: readonly Requirement[], answer: keyof Requirement) =>
    String(requirements.filter((one) => one[answer] !== undefined).length);
  const counts = (name: string, requirements: readonly Requirement[]) => [
    name,
    count(requirements, 'met'),
    count(requirements, 'not-applicable'),
    count(requirements, 'not-met'),
  ];
  return [
    `## OWASP ASVS ${version}, levels 1 and 2`,
    'Judged by ourselves, in our own words; the text of a requirement is the one that ' +
      '[OWASP publishes](https://github.com/OWASP/ASVS) under its number.',
    tableOf(
      ['Chapter', 'met', 'not applicable', 'not met'],
      [
        ...chapters.map(({ chapter, title, requirements }) =>
          counts(`${chapter} ${title}`, requirements),
        ),
        counts('All', all),
      ],
    ),
    ...chapters.flatMap(({ chapter, title, requirements }) => [
      `### ${chapter} ${title}`,
      tableOf(
        ['Number', 'Level', 'What it asks', 'Answer', 'Where, or why'],
        requirements.map((one) => [one.id, String(one.level), cell(one.asks), ...answerOf(one)]),
      ),
    ]),
  ];
}

function answerOf(one: Requirement): readonly string[] {
  if (one.met !== undefined) return ['met', linked(one.met)];
  if (one['not-met'] !== undefined) return ['**not met**', linked(one['not-met'])];
  return ['not applicable', linked(one['not-applicable'] ?? '')];
}

/** A sentence of ours with its ids as links; what stands in backticks stays so. */
function linked(text: string): string {
  const safe = text.replaceAll('|', '\\|');
  return idsIn(safe).reduce((sofar, id) => sofar.replaceAll(id, link(id)), safe);
}

/** A text that Markdown takes as it is, inside a table. */
function cell(text: string): string {
  return text.replaceAll(/\s+/g, ' ').replaceAll(/[\\|<>*_[\]`]/g, '\\$&');
}

function tableOf(heads: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  return [line(heads), line(heads.map(() => '---')), ...rows.map(line)].join('\n');
}
