// The rules of the house as the linter keeps them. Which floor may know which, and in which order the rooms
// of a floor stand, is written here once; tests/unit/architecture.test.ts plants a violation of each rule.
import type { OxlintConfig } from 'oxlint';
import { type Floor, FLOORS } from './oxlint.floors.ts';

/**
 * The rooms, lowest first: each may import itself and what stands before it. Words, kit and doors are
 * folders of their own; in the domain, charter and scoring stand for charters.
 */
const ROOMS =
  `words kit doors audit charter scoring accounts people charters workforce evidence plan
  assessment submission review award letters administration home`.split(/\s+/u);

/** Open to every room of the domain; of the rooms, and of each other, they know types and no value. */
const OPEN: readonly string[] = ['policy', 'formats'];

/** The floors that are cut into rooms, and of which floors a room sees no room above itself. */
const CUT: Readonly<Record<string, readonly string[]>> = {
  'app/domain': ['app/domain'],
  'app/use-cases': ['app/use-cases'],
  'app/queries': ['app/queries', 'app/use-cases'],
  'app/ui': ['app/ui', 'app/queries', 'app/use-cases'],
  'db/repositories': ['db/repositories'],
};

type Pattern = {
  readonly group?: string[];
  readonly regex?: string;
  readonly message: string;
  readonly allowTypeImports?: boolean;
  readonly importNames?: string[];
};

const literal = (path: string) => path.replaceAll('.', '\\.').replaceAll('*', '[^/]*');

/** The patterns that let something through, its folders one by one as the linter wants them. */
function opened(what: string): string[] {
  const parts = what.split('/');
  const above = parts.map((_, index) => `!${parts.slice(0, index + 1).join('/')}`);
  const scope = what.startsWith('#') || what.startsWith('@');
  const folder = what.startsWith('#') && !/[.*]/u.test(what);
  return [...(scope ? above : [`!${what}`]), ...(folder ? [`!${what}/**`] : [])];
}

const each = (list: string | undefined) => list?.split(/\s+/u) ?? [];

function patternsOf({ may, types, never, message }: Floor): Pattern[] {
  const group = ['*', '!./*', '!./**', ...each(may).flatMap(opened)];
  const closed = each(never).flatMap((what) => [what, `${what}/**`]);
  const only = each(types).map((what) => `${literal(what)}${what.endsWith('/') ? '' : '$'}`);
  return [
    ...(only.length === 0
      ? []
      : [
          {
            regex: `^(${only.join('|')})`,
            message: 'Types only.',
            allowTypeImports: true,
          },
        ]),
    { group: [...group, ...closed], message },
  ];
}

type Rules = NonNullable<OxlintConfig['rules']>;

const refuse = (patterns: readonly Pattern[]): Rules => ({
  'no-restricted-imports': ['error', { patterns: [...patterns] }],
});

/** What a room may not see: the rooms above it, on its own floor and on those that its floor looks at. */
function noRoomAbove(room: string, seen: readonly string[]): Pattern {
  const isOpen = OPEN.includes(room);
  const above = ROOMS.slice(ROOMS.indexOf(isOpen ? 'kit' : room) + 1);
  const rooms = isOpen ? [...above, ...OPEN.filter((other) => other !== room)] : above;
  // What lies beside the rooms has them as neighbours, too.
  const from = room === 'kit' ? `(?:#(?:${seen.join('|')})|\\.)` : `#(?:${seen.join('|')})`;
  return {
    regex: `^${from}/(?:${rooms.join('|')})/`,
    message: `${room} knows no room above itself (ROOMS in oxlint.config.ts).`,
    ...(isOpen ? { allowTypeImports: true } : {}),
  };
}

/** Ratings before they are opened are the review’s alone. */
const UNOPENED: Pattern = {
  regex: '^#db/repositories/review/rating-rows\\.ts$',
  message: 'Only review reads ratings before they are opened.',
};

/** Nor does another repository read their table; but when a member last worked, and what is held of one person. */
const UNOPENED_ROWS: Pattern = {
  regex: '^#db/tables-review\\.ts$',
  importNames: ['ratings'],
  message: 'Only review reads ratings before they are opened.',
};
const MAY_READ_ROWS = [
  'db/repositories/administration/workload.ts',
  'db/repositories/accounts/held-about-person.ts',
];

function roomsOf(floor: Floor) {
  return Object.entries(CUT)
    .filter(([folder]) =>
      floor.files.some((files) => `${folder}/**`.startsWith(files.slice(0, -2))),
    )
    .flatMap(([folder, seen]) =>
      [...ROOMS, ...OPEN].flatMap((room) => {
        const rulesWith = (...more: readonly Pattern[]) =>
          // First, as what a floor lets through is not looked at again.
          refuse([noRoomAbove(room, seen), ...more, ...patternsOf(floor)]);
        const files = [room === 'kit' ? `${folder}/{*,kit/**}` : `${folder}/${room}/**`];
        if (room === 'review') return [{ files, rules: rulesWith() }];
        const mayRead = MAY_READ_ROWS.filter((file) => file.startsWith(`${folder}/${room}/`));
        return [
          { files, rules: rulesWith(UNOPENED, UNOPENED_ROWS) },
          ...(mayRead.length === 0 ? [] : [{ files: mayRead, rules: rulesWith(UNOPENED) }]),
        ];
      }),
    );
}

const off = (...rules: readonly string[]): Rules =>
  Object.fromEntries(rules.map((rule) => [rule, 'off']));

const config: OxlintConfig = {
  plugins: ['typescript', 'import', 'unicorn', 'oxc', 'react', 'jsx-a11y'],
  categories: { correctness: 'error', suspicious: 'error' },
  ignorePatterns: ['build', 'build-of-tests', 'data', '.react-router', 'node_modules'],
  rules: {
    'typescript/no-explicit-any': 'error',
    'typescript/no-non-null-assertion': 'error',
    // A type that is named as import('…') would pass by what a folder may know.
    'typescript/consistent-type-imports': ['error', { disallowTypeAnnotations: true }],
    'import/no-cycle': ['error', { ignoreTypes: false }],
    'max-lines': ['error', { max: 300 }],
    'max-depth': ['error', 3],
    'max-params': ['error', 4],
    complexity: ['error', { max: 14, variant: 'modified' }],
    ...refuse([
      {
        group: ['../*'],
        message: 'Cross folders with #app/, #words/, #db/ or #reports/.',
      },
    ]),
    ...off('unicorn/consistent-function-scoping', 'import/no-named-as-default-member'),
    ...off('react/react-in-jsx-scope', 'jsx-a11y/prefer-tag-over-role'),
    'jsx-a11y/no-noninteractive-tabindex': [
      'error',
      { tags: [], roles: ['region'], allowExpressionValues: true },
    ],
    'jsx-a11y/control-has-associated-label': ['error', { depth: 3 }],
  },
  overrides: [
    ...FLOORS.flatMap((floor) => [
      {
        files: [...floor.files],
        excludeFiles: [...(floor.excludeFiles ?? [])],
        rules: refuse([UNOPENED, ...patternsOf(floor)]),
      },
      ...roomsOf(floor),
    ]),
    {
      files: ['app/domain/**'],
      rules: {
        'no-restricted-globals': [
          'error',
          { name: 'Date', message: 'Time is an argument.' },
          { name: 'process', message: 'Settings are arguments.' },
          { name: 'performance', message: 'Time is an argument.' },
          { name: 'crypto', message: 'Randomness is an argument.' },
          { name: 'fetch', message: 'The domain asks nobody.' },
          { name: 'globalThis', message: 'What the domain needs, it is given.' },
        ],
        'no-restricted-properties': [
          'error',
          {
            object: 'Math',
            property: 'random',
            message: 'Randomness is an argument.',
          },
        ],
      },
    },
    {
      files: ['app/{cli,demo,identity,queries}/**', 'db/**', 'reports/**'],
      rules: { complexity: ['error', { max: 10, variant: 'modified' }] },
    },
    {
      files: [
        'app/{cli,demo,doors,identity,queries,routes,ui,use-cases,words}/**',
        'db/**',
        'reports/**',
      ],
      rules: { 'max-params': ['error', 3] },
    },
    {
      files: [
        'app/{adapters,demo,domain,http,identity,use-cases,words}/**',
        'db/**',
        'reports/*.ts',
      ],
      rules: { 'max-lines-per-function': ['error', { max: 50 }] },
    },
    {
      files: ['tests/**'],
      rules: {
        ...off('complexity', 'max-lines', 'max-params', 'max-depth'),
        ...off('unicorn/no-useless-spread', 'typescript/consistent-type-imports'),
        'no-unused-vars': [
          'error',
          {
            argsIgnorePattern: '^_',
            varsIgnorePattern: '^_',
            destructuredArrayIgnorePattern: '^_',
          },
        ],
      },
    },
    { files: ['app/entry.server.tsx'], rules: off('max-params') },
    { files: ['oxlint.config.ts'], rules: off('unicorn/no-useless-spread') },
  ],
};

export default config;
