// What a charter of format 2 may not say of facts, statements, other words and explanations (scoring.md, What
// charter format 2 adds): each mistake is found where it stands, and alone.
import { expect, test } from 'vitest';
import { checkCharter } from '#app/domain/charter/check-charter.ts';

type Data = Readonly<Record<string, unknown>>;

const FACTS = [
  { id: 'nation', kind: 'choice', options: [{ id: 'england' }, { id: 'wales' }] },
  { id: 'posts', kind: 'number' },
  { id: 'firstApplication', kind: 'yes-no' },
  { id: 'heldSince', kind: 'date' },
];

const SAID = { 1: ['One.', 'Two.'], 2: ['Three.'] };

/** What is found in a charter with one criterion, sound but for what is given. */
function found({
  charter = {},
  level = {},
  criterion = {},
}: {
  charter?: Data;
  level?: Data;
  criterion?: Data;
}) {
  const findings = checkCharter({
    charter: {
      file: 'charter.yaml',
      data: {
        format: '2',
        scale: ['a', 'b', 'c'].map((label) => ({ label })),
        sections: ['A'],
        defaults: {},
        facts: FACTS,
        crosswalk: [{ id: 'wres' }],
        ...charter,
      },
    },
    levels: {
      file: 'levels.yaml',
      data: {
        levels: [
          { id: 'bronze', overall: '40' },
          { id: 'silver', overall: '60', ...level },
        ],
      },
    },
    sections: [
      {
        file: 'sections/A.yaml',
        data: {
          id: 'A',
          criteria: [
            {
              id: 'A.1',
              descriptors: { 0: 'Nothing.' },
              statements: SAID,
              suggestedActions: { 1: {}, 2: {} },
              rationale: { sources: [] },
              notApplicable: 'Where there is none.',
              ...criterion,
            },
          ],
        },
      },
    ],
  });
  return findings.map(({ path, on, code, harmless }) =>
    [
      path
        .filter((part) => typeof part === 'string' && !['levels', 'criteria'].includes(part))
        .join('.'),
      on,
      code,
      ...(harmless === true ? ['harmless'] : []),
    ].join(' '),
  );
}

const when = { fact: 'nation', is: 'wales' };

test('every key together in a sound charter is no mistake', () => {
  expect(
    found({
      charter: {
        cumulative: 'true',
        glossary: [{ term: 'mentor', also: ['mentors'] }],
        changes: [{ of: 'A.1' }, { of: 'silver' }, { of: 'charter' }, { of: 'nation' }],
      },
      level: {
        preconditions: { held: { level: 'bronze', years: '2' }, firstApplication: 'false' },
      },
      criterion: {
        appliesWhen: { all: [when, { not: { fact: 'posts', atLeast: '3' } }] },
        variants: [{ when, title: 'Arall', statements: { 1: ['Un.', 'Dau.'] } }],
        notApplicableReason: 'none',
        crosswalk: [{ standard: 'wres' }],
      },
    }),
  ).toEqual([]);
});

const fact = (entry: Data) => ({ charter: { facts: [...FACTS, { id: 'more', ...entry }] } });
const applies = (appliesWhen: Data) => ({ criterion: { appliesWhen } });

test.each<[string, Parameters<typeof found>[0], readonly string[]]>([
  ['a choice without options', fact({ kind: 'choice' }), ['facts value fact-options']],
  [
    'options of a number',
    fact({ kind: 'number', options: [] }),
    ['facts.options key fact-options'],
  ],
  [
    'one option twice',
    fact({ kind: 'choice', options: [{ id: 'a' }, { id: 'a' }] }),
    ['facts.options.id value duplicate-id'],
  ],
  ['one fact twice', fact({ id: 'posts', kind: 'number' }), ['facts.id value duplicate-id']],
  [
    'another kind of a fact of its own',
    fact({ id: 'completedCycle', kind: 'number' }),
    ['facts.kind value bad-value'],
  ],
  [
    'a condition with two tests',
    applies({ ...when, in: ['wales'] }),
    ['appliesWhen value bad-condition'],
  ],
  ['a condition without a test', applies({ fact: 'nation' }), ['appliesWhen value bad-condition']],
  ['a test without a fact', applies({ is: 'wales' }), ['appliesWhen value bad-condition']],
  [
    'an unknown fact',
    applies({ fact: 'country', is: 'wales' }),
    ['appliesWhen.fact value unknown-fact'],
  ],
  [
    'an unknown option',
    applies({ not: { fact: 'nation', in: ['wales', 'cymru'] } }),
    ['appliesWhen.not.in value bad-value'],
  ],
  [
    'at least of a choice',
    applies({ fact: 'nation', atLeast: '1' }),
    ['appliesWhen.atLeast key bad-condition'],
  ],
  [
    'a word for yes',
    applies({ fact: 'firstApplication', is: 'yes' }),
    ['appliesWhen.is value bad-value'],
  ],
  [
    'a condition on a date',
    applies({ fact: 'heldSince', is: '2026-01-01' }),
    ['appliesWhen value bad-condition'],
  ],
  [
    'a level held that is no lower',
    { level: { preconditions: { held: { level: 'silver' } } } },
    ['preconditions.held.level value unknown-level'],
  ],
  [
    'a level held that is none',
    { level: { preconditions: { held: { level: 'bronce' } } } },
    ['preconditions.held.level value unknown-level'],
  ],
  [
    'a fact that is not asked',
    { level: { preconditions: { completedCycle: 'true' } } },
    ['preconditions.completedCycle key unknown-fact'],
  ],
  [
    'a rating said twice',
    { criterion: { descriptors: { 0: 'a', 1: 'b' } } },
    ['statements.1 key said-twice'],
  ],
  [
    'statements of 0',
    { criterion: { descriptors: {}, statements: { ...SAID, 0: ['Nothing.'] } } },
    ['statements.0 key bad-rating'],
  ],
  [
    'statements above the scale',
    { criterion: { statements: { ...SAID, 3: ['x'] } } },
    ['statements.3 key bad-rating'],
  ],
  [
    'no statements where ratings are cumulative',
    {
      charter: { cumulative: 'true' },
      criterion: { statements: { 1: ['One.'] }, descriptors: { 0: 'a', 2: 'b' } },
    },
    [' value missing-statements'],
  ],
  [
    'a variant of nothing',
    { criterion: { variants: [{ when }] } },
    ['variants value says-nothing'],
  ],
  [
    'a variant of an unknown rating',
    { criterion: { variants: [{ when, descriptors: { 2: 'x' } }] } },
    ['variants.descriptors.2 key bad-rating'],
  ],
  [
    'a variant with fewer statements',
    { criterion: { variants: [{ when, statements: { 1: ['Un.'] } }] } },
    ['variants.statements.1 value bad-value'],
  ],
  [
    'a reason for what never is',
    { criterion: { notApplicable: undefined, notApplicableReason: 'none' } },
    ['notApplicableReason key says-nothing'],
  ],
  [
    'an unknown standard',
    { criterion: { crosswalk: [{ standard: 'wress' }] } },
    ['crosswalk.standard value unknown-standard'],
  ],
  [
    'a word explained twice',
    { charter: { glossary: [{ term: 'ally' }, { term: 'Ally' }] } },
    ['glossary.term value duplicate-id'],
  ],
  [
    'a change of nothing',
    { charter: { changes: [{ of: 'A.2' }] } },
    ['changes.of value unknown-id'],
  ],
])('%s', (_, given, expected) => {
  expect(found(given)).toEqual(expected);
});

test('only a first application below the top is worth a remark', () => {
  const preconditions = { firstApplication: 'true' };
  expect(found({ level: { preconditions } })).toEqual([]);
});

test('in a charter of format 1 each of these keys is refused, ids with dots too', () => {
  const codes = found({
    charter: { format: '1', cumulative: 'true', glossary: [] },
    level: { preconditions: {} },
    criterion: { scope: 'organisation', examples: {}, narrative: 'optional' },
  });
  expect(codes.filter((code) => code.endsWith('needs-format-2')).toSorted()).toEqual(
    [
      'facts key needs-format-2',
      'crosswalk key needs-format-2',
      'cumulative key needs-format-2',
      'glossary key needs-format-2',
      'preconditions key needs-format-2',
      'statements key needs-format-2',
      'scope key needs-format-2',
      'narrative key needs-format-2',
      'examples key needs-format-2',
      'id value needs-format-2',
    ].toSorted(),
  );
});
