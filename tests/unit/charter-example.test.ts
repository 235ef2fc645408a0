// The examples among the charters. The running example of the documentation is sound without a remark, and every
// key of format 2 is in it, so that whoever looks for a key finds one that works. The gender equality example is open
// to small departments from 1.1.0 on.
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { readCharterFolder } from '#app/adapters/charter-files/charter-files.ts';
import { allCriteria, type Charter, highestRating } from '#app/domain/charter/charter.ts';
import { JSON_SCHEMAS, type JsonSchema } from '#app/domain/charter/json-schemas.ts';
import { scoreAssessment } from '#app/domain/scoring/score.ts';
import { answer, counts, evidence as evidenceItems } from '#tests/support/charter-factory.ts';
import { RUNNING_EXAMPLE, shippedCharter } from '#tests/support/shipped-charter.ts';

const charter = await shippedCharter(RUNNING_EXAMPLE);

/** What is the same when it is left out: an example does not say it. */
const LEFT_OUT = [
  'charter.format: 1',
  'section.criteria.scope: department',
  'section.criteria.narrative: required',
  'section.criteria.notApplicableReason: required',
];

/** The rules under `or` have the keys of a rule. */
const SAME_KEYS = new Map([['section.criteria.indicators.or', 'section.criteria.indicators']]);

type Found = Map<string, boolean>;

/** Marks each key and each word of a list of words, by its place, as used or not in the values that stand there. */
function mark(
  root: JsonSchema,
  node: unknown,
  values: readonly unknown[],
  at: string,
  used: Found,
) {
  if (!isRecord(node)) return;
  const sure = (name: string, is: boolean) => used.set(name, is || used.get(name) === true);
  if (typeof node['$ref'] === 'string') {
    const name = node['$ref'].split('/').at(-1) ?? '';
    if (values.length === 0 && used.has(name)) return;
    sure(name, values.length > 0);
    mark(root, recordOf(root.definitions)[name], values, name, used);
  }
  for (const part of ['allOf', 'anyOf', 'oneOf'].flatMap((key) => listOf(node[key]))) {
    mark(root, part, values, at, used);
  }
  for (const [key, inner] of Object.entries(recordOf(node['properties']))) {
    const name = `${at}.${key}`;
    const there = values.filter(isRecord).flatMap((value) => (key in value ? [value[key]] : []));
    sure(name, there.length > 0);
    mark(root, inner, there, SAME_KEYS.get(name) ?? name, used);
  }
  for (const word of listOf(node['enum'])) sure(`${at}: ${word}`, values.includes(word));
  mark(root, node['items'], values.flat(), at, used);
  const keyed = values.filter(isRecord).flatMap((value) => Object.values(value));
  mark(root, node['additionalProperties'], keyed, `${at}.*`, used);
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function recordOf(value: unknown): Record<string, unknown> {
  return isRecord(value) ? value : {};
}

function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

function unusedKeys(kind: string, files: readonly string[]): readonly string[] {
  const schema = JSON_SCHEMAS.get(kind);
  if (schema === undefined) throw new Error(`no schema ${kind}`);
  const used: Found = new Map();
  const values = files.map((file): unknown =>
    parse(readFileSync(path.join(RUNNING_EXAMPLE, file), 'utf8')),
  );
  mark(schema, schema, values, kind, used);
  expect(used.size).toBeGreaterThan(10);
  return [...used].filter(([name, is]) => !is && !LEFT_OUT.includes(name)).map(([name]) => name);
}

describe('the running example', () => {
  test('is sound, and there is no remark on it', async () => {
    const { mistakes, remarks } = await readCharterFolder(RUNNING_EXAMPLE);
    expect([mistakes, remarks]).toEqual([[], []]);
  });

  test('has ten criteria in three sections, and ratings from 0 to 3', () => {
    expect(allCriteria(charter)).toHaveLength(10);
    expect(charter.sections).toHaveLength(3);
    expect(charter.scale).toHaveLength(4);
  });

  test.each([
    ['charter', ['charter.yaml']],
    ['levels', ['levels.yaml']],
    ['section', ['1-team', '2-learning', '3-results'].map((name) => `sections/${name}.yaml`)],
  ])('uses every key of %s.schema.json', (kind, files) => {
    expect(unusedKeys(kind, files)).toEqual([]);
  });
});

type Given = {
  readonly facts?: Readonly<Record<string, string>>;
  readonly held?: number;
  readonly kinds?: readonly string[];
  readonly apprentices?: number;
};

const LARGE = 40;

/** Every criterion at one rating but for some, with two items of each kind. */
function profile(all: number, but: Readonly<Record<string, number>> = {}, given: Given = {}) {
  const {
    facts = {},
    held,
    kinds = ['document', 'figure', 'account'],
    apprentices = LARGE,
  } = given;
  const evidence = kinds.flatMap((kind) =>
    evidenceItems(2).map((item) => ({ ...item, file: `${kind}-${item.file}`, kind })),
  );
  const claims = allCriteria(charter).map(
    ({ id }) => [id, answer({ claimed: but[id] ?? all, evidence })] as const,
  );
  return {
    answers: new Map(claims),
    indicators: new Map([
      ['first-attempt', counts([apprentices, apprentices], [88, 90])],
      ['stayed-on', counts([8, 20], [9, 20])],
      ['stayed-on-everywhere', counts([60, 200], [70, 200])],
    ]),
    facts: new Map(Object.entries({ ...AGAIN, ...facts })),
    ...(held === undefined ? {} : { held: new Map([['reliable', held]]) }),
  };
}

const AGAIN = {
  nation: 'wales',
  setting: 'hospital',
  nights: 'true',
  weekends: 'true',
  learners: '60',
  firstApplication: 'false',
  completedCycle: 'true',
};
const NEW = { firstApplication: 'true' };
const PAPER = { kinds: ['document', 'figure'] };

describe('the level that a department holds', () => {
  test.each<[string, ReturnType<typeof profile>, string | null]>([
    ['nothing begun', profile(0), null],
    ['everything agreed', profile(1), 'welcoming'],
    ['everything agreed, for the first time', profile(1, {}, { facts: NEW }), 'welcoming'],
    ['everything in place', profile(2), 'reliable'],
    ['everything in place, for the first time', profile(2, {}, { facts: NEW }), 'welcoming'],
    ['everything in place and no result', profile(2, { 'R.1': 1, 'R.2': 1 }), 'welcoming'],
    ['one thing not begun', profile(3, { 'T.3': 0 }, { held: 2 }), 'welcoming'],
    ['learners cannot speak up', profile(3, { 'L.3': 0 }, { held: 2 }), null],
    ['everything proven, nothing held before', profile(3), 'reliable'],
    ['everything proven, reliable for one year', profile(3, {}, { held: 1 }), 'reliable'],
    ['everything proven, reliable for two years', profile(3, {}, { held: 2 }), 'lasting'],
    ['everything proven on paper alone', profile(3, {}, { held: 2, ...PAPER }), 'reliable'],
    ['too few apprentices to count', profile(3, {}, { held: 2, apprentices: 3 }), 'lasting'],
  ])('%s', (_, set, level) => {
    expect(scoreAssessment(charter, set).level).toBe(level);
  });

  test('few apprentices and nobody who tells of them leave R.1 below 2', () => {
    const set = profile(2, {}, { apprentices: 3, ...PAPER });
    const { criteria } = scoreAssessment(charter, set);
    expect(criteria.find(({ id }) => id === 'R.1')?.supported).toBe(1);
  });
});

const equality = (version: string) =>
  shippedCharter(path.join('charter-criteria', 'gender-equality-example', version));
const [before, mended] = [await equality('1.0.0'), await equality('1.1.0')];

/** Everything at the highest rating with accounts of staff, and so many women and men promoted. */
function promoted(of: Charter, women: readonly [number, number], men: readonly [number, number]) {
  const told = evidenceItems(3).map((item) => ({ ...item, kind: 'account' }));
  const claims = allCriteria(of).map(
    ({ id }) => [id, answer({ claimed: highestRating(of), evidence: told })] as const,
  );
  const indicators = new Map([['promotion-by-gender', counts(women, men)]]);
  return scoreAssessment(of, { answers: new Map(claims), indicators }).level;
}

describe('gender-equality-example 1.1.0, against 1.0.0', () => {
  test.each<[string, readonly [number, number], readonly [number, number], string, string]>([
    ['as many promoted', [4, 40], [2, 20], 'exemplary', 'exemplary'],
    ['a department with five men', [4, 40], [1, 5], 'established', 'exemplary'],
    ['nobody was promoted', [0, 40], [0, 20], 'established', 'exemplary'],
    ['women catch up', [8, 40], [2, 20], 'established', 'advanced'],
    ['women are left behind', [1, 40], [2, 20], 'established', 'established'],
  ])('%s', (_, women, men, was, is) => {
    expect([promoted(before, women, men), promoted(mended, women, men)]).toEqual([was, is]);
  });
});
