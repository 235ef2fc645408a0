// The assurance case (docs/assurance.yaml): what is claimed, why that is so, and which tests show it. A
// test belongs to a row where the row's id stands in its name or in that of a describe around it.
import { z } from 'zod';

const ID = /\b(?:SEC|REL)-\d{2}\b/g;
const rowId = z.string().regex(/^(?:SEC|REL)-\d{2}$/);
const sentence = z.string().min(4);

const row = z
  .strictObject({
    id: rowId,
    /** What the row asks, in our own words. */
    asks: sentence,
    /** What of it no test shows. */
    left: sentence.optional(),
    /** The file of `npm run test:faults` that shows it, because it needs rights or an hour. */
    long: z.string().optional(),
    'not-done': sentence.optional(),
    'not-applicable': sentence.optional(),
  })
  .refine(
    (one) =>
      [one.long, one['not-done'], one['not-applicable']].filter((way) => way !== undefined)
        .length <= 1,
    { error: 'is shown by a long test, not done or not applicable: one of them' },
  );

/** The shape of docs/assurance.yaml. */
export const assuranceCase = z.strictObject({
  /** Every row of the catalogue's two sections by its priority, so that none of the first is forgotten. */
  priorities: z.strictObject({
    first: z.array(rowId),
    second: z.array(rowId),
    third: z.array(rowId),
  }),
  claims: z.array(
    z.strictObject({
      claim: sentence,
      arguments: z.array(z.strictObject({ because: sentence, shown: z.array(rowId).min(1) })),
    }),
  ),
  rows: z.array(row),
});

const answers = ['met', 'not-applicable', 'not-met'] as const;
const requirement = z
  .strictObject({
    id: z.string().regex(/^\d+\.\d+\.\d+$/),
    level: z.literal([1, 2]),
    asks: sentence,
    met: sentence.optional(),
    'not-applicable': sentence.optional(),
    'not-met': sentence.optional(),
  })
  .refine((one) => answers.filter((answer) => one[answer] !== undefined).length === 1, {
    error: 'is met, not applicable or not met: one of them',
  });

/** The shape of docs/asvs.yaml. */
export const asvsTable = z.strictObject({
  version: z.string(),
  chapters: z.array(
    z.strictObject({
      chapter: z.string(),
      title: z.string(),
      requirements: z.array(requirement),
    }),
  ),
});

export type AssuranceCase = z.output<typeof assuranceCase>;
export type Row = AssuranceCase['rows'][number];
export type AsvsTable = z.output<typeof asvsTable>;
export type Requirement = AsvsTable['chapters'][number]['requirements'][number];

/** What a test run says of one test; `titles` are those of the describes around it and its own. */
export type TestOutcome = {
  readonly file: string;
  readonly titles: readonly string[];
  readonly outcome: 'passed' | 'failed' | 'left out';
};

/** The ids of rows in a text. */
export function idsIn(text: string): readonly string[] {
  return [...new Set(text.match(ID))];
}

/** Whether tests of every run have to show the row. */
export function wantsTests(one: Row): boolean {
  return [one.long, one['not-done'], one['not-applicable']].every((way) => way === undefined);
}

/** The tests that carry the id of a row, in the order of their files. */
export function testsOf(id: string, tests: readonly TestOutcome[]): readonly TestOutcome[] {
  return tests
    .filter(({ titles }) => titles.some((title) => idsIn(title).includes(id)))
    .toSorted((one, other) => (one.file < other.file ? -1 : Number(one.file > other.file)));
}

type Given = {
  readonly tests: readonly TestOutcome[];
  /** The text of each file of the long tests, by its path. */
  readonly longTests: ReadonlyMap<string, string>;
};

/** All that keeps the case from holding, in sentences; nothing where it holds. */
export function flawsOf(given: AssuranceCase, { tests, longTests }: Given): readonly string[] {
  const named = new Set(tests.flatMap(({ titles }) => titles.flatMap((title) => idsIn(title))));
  return [
    ...flawsOfList(given, named),
    ...given.rows.flatMap((one) => flawsOfRow(one, { tests, longTests })),
    ...flawsOfClaims(given),
  ];
}

function flawsOfList({ rows, priorities }: AssuranceCase, named: Set<string>): readonly string[] {
  const ids = rows.map(({ id }) => id);
  const known = [...priorities.first, ...priorities.second, ...priorities.third];
  return [
    ...priorities.first
      .filter((id) => !ids.includes(id))
      .map((id) => `${id} is of the first priority and has no row.`),
    ...ids.filter((id) => !known.includes(id)).map((id) => `${id} has a row and no priority.`),
    ...ids.filter((id, at) => ids.indexOf(id) !== at).map((id) => `${id} has more than one row.`),
    ...[...named]
      .filter((id) => !ids.includes(id))
      .toSorted()
      .map((id) => `${id} is named by a test and has no row.`),
  ];
}

function flawsOfRow(one: Row, { tests, longTests }: Given): readonly string[] {
  const found = testsOf(one.id, tests);
  const told = ({ file, titles }: TestOutcome) => `${one.id}: ‘${titles.join(' › ')}’ in ${file}`;
  const flaws = found
    .filter(({ outcome }) => outcome !== 'passed')
    .map((test) => `${told(test)} ${test.outcome === 'failed' ? 'fails' : 'was left out'}.`);
  if (wantsTests(one) && found.length === 0) flaws.push(`${one.id}: no test names it.`);
  const open = one['not-done'] ?? one['not-applicable'];
  if (open !== undefined) {
    flaws.push(...found.map((test) => `${told(test)} names it, and the row says: ${open}`));
  }
  if (one.long !== undefined && !idsIn(longTests.get(one.long) ?? '').includes(one.id)) {
    flaws.push(`${one.id}: ${one.long} is not there or does not name it.`);
  }
  return flaws;
}

function flawsOfClaims({ claims, rows }: AssuranceCase): readonly string[] {
  const shown = claims.flatMap((claim) => claim.arguments.flatMap((argument) => argument.shown));
  const shows = rows.filter((one) => wantsTests(one) || one.long !== undefined).map(({ id }) => id);
  return [
    ...[...new Set(shown)]
      .filter((id) => !shows.includes(id))
      .map((id) => `${id} is to show a claim, and no test of it does.`),
    ...shows.filter((id) => !shown.includes(id)).map((id) => `${id} shows no claim.`),
  ];
}

/** What keeps the table of the standard from being read as it stands. */
export function flawsOfAsvs(table: AsvsTable, { rows }: AssuranceCase): readonly string[] {
  const shows = rows.filter((one) => one['not-done'] === undefined).map(({ id }) => id);
  const ids = table.chapters.flatMap(({ requirements }) => requirements.map(({ id }) => id));
  return [
    ...ids.filter((id, at) => ids.indexOf(id) !== at).map((id) => `ASVS ${id} stands there twice.`),
    ...table.chapters.flatMap(({ chapter, requirements }) =>
      requirements.flatMap((one) => [
        ...(`V${one.id}`.startsWith(`${chapter}.`)
          ? []
          : [`ASVS ${one.id} does not belong to ${chapter}.`]),
        ...idsIn(one.met ?? '')
          .filter((id) => !shows.includes(id))
          .map((id) => `ASVS ${one.id} is met by ${id}, which is no row that is done.`),
      ]),
    ),
  ];
}
