// The rules of the house as the linter keeps them. Which floor may know which is
// written here once; tests/unit/architecture.test.ts plants a violation of each rule.
import type { OxlintConfig } from 'oxlint';

type Floor = {
  readonly files: readonly string[];
  readonly excludeFiles?: readonly string[];
  /** What may be imported: a folder with all below it (#app/domain), a file, or a package. */
  readonly may: readonly string[];
  /** Of which only types may be. */
  readonly types?: readonly string[];
  /** What of it may not, after all. */
  readonly never?: readonly string[];
  readonly message: string;
};

const NODE = ['node:*', 'node:*/**'];
const PORTS = '#app/ports.ts';
const SERVICES = '#app/services.server.ts';
const DOMAIN = '#app/domain';
const WORDS = '#app/words';
const DOORS = '#app/doors';
const QUERIES = '#app/queries';
const USE_CASES = '#app/use-cases';
const REPOSITORIES = ['#db/store.ts', '#db/repositories'];
const RENDERER = ['#reports/model.ts', '#reports/pdf/render.ts'];
const STORED = ['plan', 'assessment', 'charter', 'evidence', 'scoring', 'submission'].map(
  (room) => `${DOMAIN}/${room}/`,
);
const START = ['#db/start-refusal.ts', '#db/engine.sqlite.ts'];

const FLOORS: readonly Floor[] = [
  {
    files: ['app/domain/**'],
    may: ['zod', DOMAIN],
    message: 'The domain is pure: itself and zod only.',
  },
  { files: ['app/ports.ts'], may: [DOMAIN], message: 'Ports are types over the domain.' },
  {
    files: ['app/words/**'],
    may: [DOMAIN, WORDS, DOORS, USE_CASES, QUERIES, '#app/http', PORTS],
    types: [...[DOORS, USE_CASES, QUERIES, '#app/http'].map((one) => `${one}/`), PORTS],
    message: 'Words know the codes of the domain, and nothing of where they are read.',
  },
  {
    files: ['app/doors/**'],
    may: [DOMAIN, WORDS, DOORS, PORTS, SERVICES, 'node:crypto', ...REPOSITORIES],
    types: [PORTS, SERVICES],
    message: 'A door loads and asks the policy: the domain, repositories and types of ports.',
  },
  {
    files: ['app/use-cases/**'],
    may: [
      ...[DOMAIN, WORDS, DOORS, USE_CASES, PORTS, SERVICES, ...REPOSITORIES, '#reports/*'],
      ...['auth.ts', 'password-strength.ts', 'password-hash.ts'].map(
        (one) => `#app/identity/${one}`,
      ),
      ...['node:stream', 'node:crypto'],
    ],
    types: [PORTS, SERVICES],
    message:
      'A use case knows the domain, doors, ports, repositories and builders of documents; no framework, no driver, no request.',
  },
  {
    files: ['app/queries/**'],
    may: [
      ...[DOMAIN, WORDS, DOORS, QUERIES, PORTS, SERVICES, ...REPOSITORIES, '#reports/*'],
      ...['#reports/svg/picture.ts', 'diff'],
    ],
    types: [PORTS, SERVICES],
    message:
      'A query knows the domain, doors, repositories and the builders of documents; no use case, no framework, no driver, no request.',
  },
  {
    files: ['app/adapters/**'],
    excludeFiles: ['app/adapters/backup/{data-folder,restore}.ts', 'app/adapters/workers/**'],
    may: [
      ...[
        DOMAIN,
        PORTS,
        '#app/adapters',
        ...NODE,
        'yaml',
        'yauzl',
        'yazl',
        'zod',
        'jose',
        'fflate',
      ],
      ...['@rgrove/parse-xml', 'docx', 'nodemailer', 'openid-client', 'otpauth', 'ical-generator'],
      ...['@simplewebauthn/server', 'temporal-polyfill', 'better-sqlite3'],
    ],
    types: [PORTS],
    message: 'An adapter knows the domain and the outside; never routes or repositories.',
  },
  {
    files: ['app/adapters/backup/{data-folder,restore}.ts'],
    may: [
      ...[DOMAIN, PORTS, '#app/adapters', ...REPOSITORIES, ...START, ...NODE],
      ...['#db/engine.look.ts', '#db/engine.migrations.ts'],
    ],
    types: [PORTS],
    message: 'A restore opens the database that it puts back; nothing else of the service.',
  },
  {
    files: ['app/adapters/workers/**'],
    may: [DOMAIN, '#app/adapters', PORTS, ...RENDERER, 'tinypool', 'node:*'],
    types: [PORTS],
    message:
      'Work off the event loop knows the domain, adapters and the renderer; no database, no request.',
  },
  {
    files: ['app/http/**'],
    may: [
      ...[DOMAIN, '#app/http', QUERIES, DOORS, WORDS, PORTS, SERVICES, ...NODE],
      ...['#app/identity/auth.ts', '#app/adapters/evidence-files/file-kind.ts'],
      ...['#app/adapters/evidence-files/evidence-files.ts', 'react-router', 'zod'],
      ...['temporal-polyfill', '@conform-to/zod/v4', '@fastify/busboy', 'rate-limiter-flexible'],
    ],
    types: [PORTS, SERVICES, '#app/adapters/evidence-files/evidence-files.ts'],
    message: 'The door knows forms, sessions and queries; never the database or a page.',
  },
  {
    files: ['app/identity/**'],
    may: [
      ...[DOMAIN, '#db/store.ts', '#db/engine.*', 'better-auth', 'better-auth/**'],
      ...['better-sqlite3', '@zxcvbn-ts/*', 'node:crypto', 'node:util'],
    ],
    types: ['better-sqlite3'],
    message:
      'Who is this: better-auth and its own connection, how passwords are judged and hashed, nothing else.',
  },
  {
    files: ['app/cli/**'],
    excludeFiles: ['app/cli/admin-verbs.ts'],
    may: [
      ...[DOMAIN, WORDS, DOORS, USE_CASES, QUERIES, '#app/adapters', '#app/config.ts', '#app/cli'],
      ...[SERVICES, '#reports', 'csv-parse/sync', 'yaml', 'zod', ...NODE],
    ],
    message: 'The command line is a second front door: no pages, no database.',
  },
  {
    files: ['app/cli/admin-verbs.ts'],
    may: [
      ...[DOMAIN, USE_CASES, '#app/adapters', '#app/config.ts', ...START, ...NODE],
      '#db/repositories/accounts/sign-in-rows.ts',
    ],
    message: 'These verbs open the database without a service; no pages, no other repository.',
  },
  {
    files: ['app/demo/**'],
    may: [
      ...[DOMAIN, QUERIES, USE_CASES, DOORS, '#app/config.ts', '#app/server.ts', PORTS],
      ...['#app/stopping.ts', SERVICES, ...RENDERER, 'yaml', 'zod', ...NODE],
    ],
    types: [PORTS],
    message: 'The demo comes in by the doors that people use; never the database.',
  },
  {
    files: ['app/routes/**'],
    may: ['#app', 'react', 'react-router', 'yaml', 'zod'],
    never: ['#app/adapters', '#app/cli', '#app/demo'],
    message:
      'A route parses, calls one thing and responds; never the database, an adapter or a renderer.',
  },
  {
    files: ['app/ui/**'],
    may: [
      ...[DOMAIN, WORDS, '#app/ui', QUERIES, USE_CASES, DOORS, '#app/http', PORTS],
      ...['chart-model', 'chart-config', 'level-steps'].map((one) => `#reports/${one}.ts`),
      ...['react', 'react-dom', 'react-router', '@simplewebauthn/browser', 'uqr'],
    ],
    types: [`${QUERIES}/`, `${USE_CASES}/`, `${DOORS}/`, '#app/http/', PORTS],
    message:
      'What people see knows the domain, words and chart models; never the database, use cases or the server.',
  },
  {
    files: ['db/**'],
    excludeFiles: ['db/engine.*.ts'],
    may: [DOMAIN, '#db', 'drizzle-orm', 'drizzle-orm/**', 'drizzle-kit', ...NODE],
    types: STORED,
    message:
      'The database knows types of the domain, roles and drizzle; a driver only in the engine.',
  },
  {
    files: ['db/engine.*.ts'],
    may: [DOMAIN, '#db', 'drizzle-orm', 'drizzle-orm/**', 'better-sqlite3', ...NODE],
    types: STORED,
    message: 'An engine knows its driver and the schema.',
  },
  {
    files: ['reports/*.ts'],
    may: [DOMAIN, WORDS, '#reports/*', 'chart.js'],
    message: 'Builders of documents know the domain, words and each other.',
  },
  {
    files: ['reports/svg/**'],
    may: ['#reports/*', '#reports/pdf/font-file.ts', 'chart.js', 'chart.js/**', ...NODE],
    message: 'The drawing of charts for pages needs only the chart model.',
  },
  {
    files: ['reports/pdf/**'],
    may: [
      ...['#reports/*', '#reports/pdf', 'pdfkit', 'chart.js', 'chart.js/**'],
      ...['bidi-js', 'harfbuzzjs', 'linebreak', 'uqr', ...NODE],
    ],
    message: 'The renderer needs only the document model.',
  },
];

type Pattern = {
  readonly group?: string[];
  readonly regex?: string;
  readonly message: string;
  readonly allowTypeImports?: boolean;
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

function patternsOf({ may, types = [], never = [], message }: Floor): Pattern[] {
  const group = ['*', '!./*', '!./**', ...may.flatMap(opened)];
  const closed = never.flatMap((what) => [what, `${what}/**`]);
  const only = types.map((what) => `${literal(what)}${what.endsWith('/') ? '' : '$'}`);
  return [
    ...(only.length === 0
      ? []
      : [{ regex: `^(${only.join('|')})`, message: 'Types only.', allowTypeImports: true }]),
    { group: [...group, ...closed], message },
  ];
}

type Rules = NonNullable<OxlintConfig['rules']>;

const refuse = (patterns: readonly Pattern[]): Rules => ({
  'no-restricted-imports': ['error', { patterns: [...patterns] }],
});

const off = (...rules: readonly string[]): Rules =>
  Object.fromEntries(rules.map((rule) => [rule, 'off']));

const config: OxlintConfig = {
  plugins: ['typescript', 'import', 'unicorn', 'oxc', 'react', 'jsx-a11y'],
  categories: { correctness: 'error', suspicious: 'error' },
  ignorePatterns: ['build', 'data', '.react-router', 'node_modules'],
  rules: {
    'typescript/no-explicit-any': 'error',
    'typescript/no-non-null-assertion': 'error',
    'import/no-cycle': 'error',
    'max-lines': ['error', { max: 400 }],
    'max-depth': ['error', 3],
    'max-params': ['error', 4],
    complexity: ['error', { max: 14, variant: 'modified' }],
    ...refuse([{ group: ['../*'], message: 'Cross folders with #app/, #db/ or #reports/.' }]),
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
        rules: refuse(patternsOf(floor)),
      },
    ]),
    {
      files: ['app/domain/**'],
      rules: {
        'no-restricted-globals': [
          'error',
          { name: 'Date', message: 'Time is an argument.' },
          { name: 'process', message: 'Settings are arguments.' },
          { name: 'fetch', message: 'The domain asks nobody.' },
        ],
        'no-restricted-properties': [
          'error',
          { object: 'Math', property: 'random', message: 'Randomness is an argument.' },
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
      files: ['app/{adapters,demo,domain,http,identity,use-cases}/**', 'db/**', 'reports/*.ts'],
      rules: { 'max-lines-per-function': ['error', { max: 50 }] },
    },
    {
      files: ['tests/**'],
      rules: {
        ...off('complexity', 'max-lines', 'max-params', 'max-depth'),
        ...off('unicorn/no-useless-spread'),
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
