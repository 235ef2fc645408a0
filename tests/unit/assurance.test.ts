// The assurance case holds only where every test that it names ran and passed.
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { parse, stringify } from 'yaml';
import {
  type AssuranceCase,
  assuranceCase,
  asvsTable,
  flawsOf,
  flawsOfAsvs,
  type TestOutcome,
} from '#tests/assurance/case.ts';
import { readReport } from '#tests/assurance/report.ts';

const ROOT = path.resolve(import.meta.dirname, '../..');
const FILE = 'tests/unit/a.test.ts';
const passed = (...titles: readonly string[]): TestOutcome => ({
  file: FILE,
  titles,
  outcome: 'passed',
});

const TESTS: readonly TestOutcome[] = [
  passed('a code', 'SEC-46 works once'),
  passed('SEC-30 SEC-31 a session', 'is new'),
  passed('no id at all'),
];
const CASE: AssuranceCase = {
  priorities: { first: ['SEC-23', 'SEC-30', 'SEC-31', 'SEC-46', 'REL-04'], second: [], third: [] },
  claims: [
    {
      claim: 'Nobody acts as somebody else',
      arguments: [{ because: 'Codes work once.', shown: ['SEC-30', 'SEC-31', 'SEC-46'] }],
    },
    {
      claim: 'Nothing saved is lost',
      arguments: [{ because: 'A disk that fails.', shown: ['REL-04'] }],
    },
  ],
  rows: [
    { id: 'SEC-23', asks: 'A token against forms.', 'not-applicable': 'There are no such tokens.' },
    { id: 'SEC-30', asks: 'Sessions are new.' },
    { id: 'SEC-31', asks: 'Sessions end there.' },
    { id: 'SEC-46', asks: 'Codes work once.', left: 'Clocks that are wrong.' },
    { id: 'REL-04', asks: 'A sync that fails.', long: 'tests/faults/disk.machine.ts' },
  ],
};
const LONG = new Map([['tests/faults/disk.machine.ts', "test('REL-04 a sync that fails')"]]);
const flaws = (given: AssuranceCase = CASE, tests = TESTS, longTests = LONG) =>
  flawsOf(given, { tests, longTests });
const withRows = (change: (rows: AssuranceCase['rows']) => AssuranceCase['rows']) => ({
  ...CASE,
  rows: change(CASE.rows),
});

describe('the case', () => {
  test('holds where every row is shown by tests that passed', () => {
    expect(flaws()).toEqual([]);
  });

  test('does not hold where a test is missing, or was renamed', () => {
    expect(flaws(CASE, TESTS.slice(1))).toEqual(['SEC-46: no test names it.']);
    const renamed = [passed('a code', 'works once'), ...TESTS.slice(1)];
    expect(flaws(CASE, renamed)).toEqual(['SEC-46: no test names it.']);
  });

  test.each([
    ['failed', 'fails'],
    ['left out', 'was left out'],
  ] as const)('does not hold where a test %s, also beside one that passed', (outcome, words) => {
    const other: TestOutcome = { file: FILE, titles: ['SEC-46 waits'], outcome };
    expect(flaws(CASE, [...TESTS, other])).toEqual([`SEC-46: ‘SEC-46 waits’ in ${FILE} ${words}.`]);
  });

  test('does not hold where the name around a failing test carries the id', () => {
    const [first = passed(''), second = passed('')] = TESTS;
    expect(flaws(CASE, [first, { ...second, outcome: 'failed' }])).toEqual([
      `SEC-30: ‘SEC-30 SEC-31 a session › is new’ in ${FILE} fails.`,
      `SEC-31: ‘SEC-30 SEC-31 a session › is new’ in ${FILE} fails.`,
    ]);
  });

  test('does not hold where a row of the first priority is absent', () => {
    const less = withRows((rows) => rows.filter(({ id }) => id !== 'SEC-23'));
    expect(flaws(less)).toEqual(['SEC-23 is of the first priority and has no row.']);
  });

  test('does not hold where a row has no priority or is there twice', () => {
    const more = withRows((rows) => [...rows, { id: 'SEC-99', asks: 'Unheard of.' }]);
    expect(flaws(more, [...TESTS, passed('SEC-99 x')])).toEqual([
      'SEC-99 has a row and no priority.',
      'SEC-99 shows no claim.',
    ]);
    expect(flaws(withRows((rows) => [...rows, ...rows.slice(0, 1)]))).toEqual([
      'SEC-23 has more than one row.',
    ]);
  });

  test('does not hold where a test names a row that there is not, or one that is not applicable', () => {
    expect(flaws(CASE, [...TESTS, passed('SEC-47 long')])).toEqual([
      'SEC-47 is named by a test and has no row.',
    ]);
    expect(flaws(CASE, [...TESTS, passed('SEC-23 token')])).toEqual([
      `SEC-23: ‘SEC-23 token’ in ${FILE} names it, and the row says: There are no such tokens.`,
    ]);
  });

  test('does not hold where what is to show a claim is not applicable or not there', () => {
    const [first, ...others] = CASE.claims;
    const shown = ['SEC-30', 'SEC-31', 'SEC-46', 'SEC-23', 'SEC-98'];
    const claims = [
      { claim: first?.claim ?? '', arguments: [{ because: 'Codes work once.', shown }] },
      ...others,
    ];
    expect(flaws({ ...CASE, claims })).toEqual([
      'SEC-23 is to show a claim, and no test of it does.',
      'SEC-98 is to show a claim, and no test of it does.',
    ]);
  });

  test('does not hold where the long test is gone, or no longer names the row', () => {
    const flaw = 'REL-04: tests/faults/disk.machine.ts is not there or does not name it.';
    expect(flaws(CASE, TESTS, new Map())).toEqual([flaw]);
    const renamed = new Map([['tests/faults/disk.machine.ts', "test('REL-05 a full disk')"]]);
    expect(flaws(CASE, TESTS, renamed)).toEqual([flaw]);
  });

  test('says one thing of a row at most', () => {
    const both = { id: 'SEC-23', asks: 'A token.', 'not-done': 'Not yet done.', long: 'x' };
    expect(assuranceCase.safeParse(withRows(() => [both])).success).toBe(false);
  });
});

test('whatever neither passed nor failed in a report was left out', () => {
  const statuses = ['passed', 'failed', 'skipped', 'pending', 'todo'];
  const assertionResults = statuses.map((status) => ({
    ancestorTitles: ['a'],
    title: status,
    status,
  }));
  const text = JSON.stringify({ testResults: [{ name: `/there/${FILE}`, assertionResults }] });
  const { files, tests } = readReport(text, '/there');
  expect(files).toEqual([FILE]);
  expect(tests.map(({ outcome }) => outcome)).toEqual([
    'passed',
    'failed',
    'left out',
    'left out',
    'left out',
  ]);
  expect(tests[0]?.titles).toEqual(['a', 'passed']);
});

describe('the table of ASVS 5.0', () => {
  const read = (file: string): unknown => parse(readFileSync(path.join(ROOT, file), 'utf8'));
  const table = asvsTable.parse(read('docs/asvs.yaml'));

  test('has every requirement of levels 1 and 2, as many a chapter as the standard', () => {
    const counts = table.chapters.map(({ chapter, requirements }) => {
      const ofLevel = (level: number) => requirements.filter((one) => one.level === level).length;
      return `${chapter} ${ofLevel(1)}+${ofLevel(2)}`;
    });
    expect(counts).toEqual([
      'V1 8+19',
      'V2 4+7',
      'V3 8+11',
      'V4 2+8',
      'V5 4+5',
      'V6 13+22',
      'V7 6+12',
      'V8 4+3',
      'V9 4+3',
      'V10 5+24',
      'V11 3+11',
      'V12 3+6',
      'V13 1+12',
      'V14 2+7',
      'V15 3+10',
      'V16 0+16',
      'V17 0+7',
    ]);
  });

  test('rests on rows that are done', () => {
    expect(flawsOfAsvs(table, assuranceCase.parse(read('docs/assurance.yaml')))).toEqual([]);
    const [chapter] = table.chapters;
    const bold = { id: '1.1.1', level: 1 as const, asks: 'Something.', met: 'By SEC-97 alone' };
    const wrong = { ...table, chapters: [{ chapter: 'V1', title: '', requirements: [bold] }] };
    expect(flawsOfAsvs(wrong, CASE)).toEqual([
      'ASVS 1.1.1 is met by SEC-97, which is no row that is done.',
    ]);
    const moved = {
      ...chapter,
      chapter: 'V2',
      title: '',
      requirements: [{ ...bold, met: 'Yes.' }],
    };
    expect(flawsOfAsvs({ ...table, chapters: [moved, moved] }, CASE)).toEqual([
      'ASVS 1.1.1 stands there twice.',
      'ASVS 1.1.1 does not belong to V2.',
      'ASVS 1.1.1 does not belong to V2.',
    ]);
  });
});

describe('npm run assurance', () => {
  const ASVS = {
    version: '5.0.0',
    chapters: [
      {
        chapter: 'V1',
        title: 'Encoding',
        requirements: [{ id: '1.1.1', level: 1, asks: 'Codes | once.', met: 'SEC-46 | all.' }],
      },
    ],
  };

  function inFolder() {
    const folder = mkdtempSync(path.join(os.tmpdir(), 'charter-assurance-'));
    const write = (file: string, text: string) => {
      mkdirSync(path.join(folder, path.dirname(file)), { recursive: true });
      writeFileSync(path.join(folder, file), text);
    };
    write('docs/assurance.yaml', stringify(CASE));
    write('docs/asvs.yaml', stringify(ASVS));
    write(FILE, '');
    write('tests/faults/disk.machine.ts', "test('REL-04 a sync that fails')");
    const report = (tests = TESTS) => {
      const assertionResults = tests.map(({ titles, outcome }) => ({
        ancestorTitles: titles.slice(0, -1),
        title: titles.at(-1),
        status: outcome,
      }));
      const testResults = [{ name: path.join(folder, FILE), assertionResults }];
      write('build-of-tests/report.json', JSON.stringify({ testResults }));
    };
    report();
    const run = (...args: readonly string[]) => {
      const script = path.join(ROOT, 'tests/assurance/run.ts');
      const { status, stdout, stderr } = spawnSync(process.execPath, [script, ...args], {
        cwd: folder,
        encoding: 'utf8',
      });
      return { status, said: stdout + stderr };
    };
    const page = () => readFileSync(path.join(folder, 'docs/assurance.md'), 'utf8');
    return { folder, write, report, run, page };
  }

  test('writes a page that its check accepts, with claims, rows and the table of the standard', () => {
    const { run, page } = inFolder();
    expect(run()).toMatchObject({ status: 0 });
    expect(page()).toContain('### 1. Nobody acts as somebody else');
    expect(page()).toContain(
      '| <a id="sec-46"></a>SEC-46 | Codes work once. | done in part | [a.test.ts](../tests/unit/a.test.ts): ‘works once’<br>Left: Clocks that are wrong. |',
    );
    expect(page()).toContain('| not applicable | There are no such tokens. |');
    expect(page()).toContain('| 1.1.1 | 1 | Codes \\| once. | met | [SEC-46](#sec-46) \\| all. |');
    expect(run('--check')).toMatchObject({ status: 0 });
  });

  test('fails its check where a test was renamed since, and writes nothing then', () => {
    const { run, report, page } = inFolder();
    run();
    const before = page();
    report([passed('a code', 'SEC-46 works one time'), ...TESTS.slice(1)]);
    const { status, said } = run('--check');
    expect(status).toBe(1);
    expect(said).toContain('Run npm run assurance and commit what it writes.');
    expect(page()).toBe(before);
  });

  test('names what does not hold, and writes no page', () => {
    const { run, report, page } = inFolder();
    report(TESTS.slice(1));
    const { status, said } = run();
    expect(status).toBe(1);
    expect(said).toContain('SEC-46: no test names it.');
    expect(page).toThrow();
  });

  test('wants a report that is there, newer than the tests, and of all of them', () => {
    const { folder, write, run } = inFolder();
    const future = new Date(Date.now() + 60_000);
    utimesSync(path.join(folder, FILE), future, future);
    expect(run().said).toMatch(/is older than tests\/unit\/a\.test\.ts\. Run npm test first\./);
    const past = new Date(Date.now() - 60_000);
    utimesSync(path.join(folder, FILE), past, past);
    write('tests/unit/b.test.ts', '');
    utimesSync(path.join(folder, 'tests/unit/b.test.ts'), past, past);
    expect(run().said).toMatch(/1 of 2 files are not in it, such as tests\/unit\/b\.test\.ts/);
    rmSync(path.join(folder, 'build-of-tests'), { recursive: true });
    expect(run()).toEqual({
      status: 1,
      said: 'build-of-tests/report.json is not there. Run npm test first.\n',
    });
  });
});
