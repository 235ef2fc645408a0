// Which floor may know which, in one table: what may be imported (a folder with all below it, a file or a
// package), of which only types may be, and what of it may not after all. oxlint.config.ts makes rules of it.

export type Floor = {
  readonly files: readonly string[];
  readonly excludeFiles?: readonly string[];
  readonly may: string;
  readonly types?: string;
  readonly never?: string;
  readonly message: string;
};

/** The addresses of pages: React Router’s typed paths, and nothing else of it. */
const ADDRESSES = '#app/addresses.ts';
const NODE = 'node:* node:*/**';
const PORTS = '#app/ports.ts #app/identity-ports.ts';
const SERVICES = `${PORTS} #app/services.server.ts`;
const REPOSITORIES = '#db/store.ts #db/repositories';
const RENDERER = '#reports/model.ts #reports/pdf/render.ts';
const START = '#db/start-refusal.ts #db/engine.sqlite.ts';
const STORED = 'plan assessment charter evidence scoring submission'
  .split(' ')
  .map((room) => `#app/domain/${room}/`)
  .join(' ');

export const FLOORS: readonly Floor[] = [
  {
    files: ['app/domain/**'],
    may: '#app/domain zod',
    message: 'The domain is pure: itself and zod only.',
  },
  {
    files: ['app/domain/formats/frozen/**'],
    may: 'zod',
    message: 'What is frozen knows nothing that may change: zod and its neighbours only.',
  },
  {
    files: ['app/{ports,identity-ports}.ts'],
    may: '#app/domain',
    message: 'Ports are types over the domain.',
  },
  {
    files: ['app/addresses.ts'],
    may: 'react-router #app/domain/letters/letter.ts',
    message: 'Addresses are the typed paths of the routes, and the mark of a token.',
  },
  {
    files: ['app/words/**'],
    may: '#app/domain #app/words #words',
    message: 'Words know the domain, and nothing of where they are read.',
  },
  {
    files: ['app/doors/**'],
    may: `#app/domain #words #app/doors node:crypto ${SERVICES} ${REPOSITORIES}`,
    types: SERVICES,
    message: 'A door loads and asks the policy: the domain, repositories and types of ports.',
  },
  {
    files: ['app/use-cases/**'],
    may: `#app/domain #words #app/doors #app/use-cases ${ADDRESSES} #reports/* ${SERVICES} ${REPOSITORIES}
      #app/identity/auth.ts #app/identity/password-strength.ts #app/identity/password-hash.ts
      node:stream node:crypto`,
    types: SERVICES,
    message:
      'A use case knows the domain, doors, ports, repositories and builders of documents; no framework, no driver, no request.',
  },
  {
    files: ['app/queries/**'],
    may: `#app/domain #words #app/doors #app/queries ${ADDRESSES} #reports/* #reports/svg/picture.ts diff
      ${SERVICES} ${REPOSITORIES}`,
    types: SERVICES,
    message:
      'A query knows the domain, doors, repositories and builders of documents; no use case, no framework, no driver, no request.',
  },
  {
    files: ['app/adapters/**'],
    excludeFiles: ['app/adapters/backup/{data-folder,restore}.ts', 'app/adapters/workers/**'],
    may: `#app/domain #app/adapters ${PORTS} ${NODE} yaml yazl zod jose
      @rgrove/parse-xml nodemailer openid-client otpauth ical-generator @simplewebauthn/server
      temporal-polyfill better-sqlite3`,
    types: PORTS,
    message: 'An adapter knows the domain and the outside; never routes or repositories.',
  },
  {
    files: ['app/adapters/backup/{data-folder,restore}.ts'],
    may: `#app/domain #app/adapters ${PORTS} ${REPOSITORIES} ${START} ${NODE}
      #db/engine.look.ts #db/engine.migrations.ts`,
    types: PORTS,
    message: 'A restore opens the database that it puts back; nothing else of the service.',
  },
  {
    files: ['app/adapters/workers/**'],
    may: `#app/domain #app/adapters ${PORTS} ${RENDERER} tinypool node:*`,
    types: PORTS,
    message:
      'Work off the event loop knows the domain, adapters and the renderer; no database, no request.',
  },
  {
    files: ['app/http/**'],
    may: `#app/domain ${ADDRESSES} #app/http #app/queries #app/doors #words ${SERVICES} ${NODE}
      #app/identity/auth.ts #app/adapters/evidence-files/file-kind.ts
      #app/adapters/evidence-files/evidence-files.ts react-router zod temporal-polyfill
      @conform-to/zod/v4 @fastify/busboy rate-limiter-flexible`,
    types: `${SERVICES} #app/adapters/evidence-files/evidence-files.ts`,
    message: 'The door knows forms, sessions and queries; never the database or a page.',
  },
  {
    files: ['app/identity/**'],
    may: `#app/domain #db/store.ts #db/engine.* better-auth better-auth/** better-sqlite3
      @zxcvbn-ts/* node:crypto node:util`,
    types: 'better-sqlite3',
    message:
      'Who is this: better-auth and its own connection, how passwords are judged and hashed, nothing else.',
  },
  {
    files: ['app/cli/**'],
    excludeFiles: ['app/cli/admin-verbs.ts', 'app/cli/watch/**'],
    may: `#app/domain #words #app/doors #app/use-cases #app/queries #app/adapters #app/config.ts
      #app/cli #app/services.server.ts #reports csv-parse/sync yaml zod ${NODE}`,
    message: 'The command line is a second front door: no pages, no database.',
  },
  {
    files: ['app/cli/admin-verbs.ts'],
    may: `#app/domain #words ${ADDRESSES} #app/use-cases #app/adapters #app/config.ts ${START} ${NODE}
      #db/repositories/accounts/sign-in-rows.ts`,
    message: 'These verbs open the database without a service; no pages, no other repository.',
  },
  {
    files: ['app/cli/watch/**'],
    may: `#app/domain #words #app/queries #app/ui #app/adapters/charter-watch react react-dom/server vite
      ${NODE}`,
    types: '#app/adapters/',
    message: 'The page of a charter under work shows what other pages show; never the database.',
  },
  {
    files: ['app/demo/**'],
    may: `#app/domain #words #app/doors #app/queries #app/use-cases #app/config.ts #app/server.ts
      #app/stopping.ts ${SERVICES} ${RENDERER} yaml zod ${NODE}`,
    types: PORTS,
    message: 'The demo comes in by the doors that people use; never the database.',
  },
  {
    files: ['app/routes/**'],
    may: '#app #words react react-router yaml zod',
    never: '#app/adapters #app/cli #app/demo',
    message:
      'A route parses, calls one thing and responds; never the database, an adapter or a renderer.',
  },
  {
    files: ['app/ui/**'],
    may: `#app/domain ${ADDRESSES} #words #app/ui #app/doors #app/queries #app/use-cases #app/http #app/ports.ts
      #reports/chart-model.ts #reports/chart-config.ts #reports/level-steps.ts
      react react/jsx-runtime react-dom react-router @simplewebauthn/browser uqr`,
    types: '#app/queries/ #app/use-cases/ #app/doors/ #app/http/ #app/ports.ts',
    message:
      'What people see knows the domain, words and chart models; never the database, use cases or the server.',
  },
  {
    files: ['db/**'],
    excludeFiles: ['db/engine.*.ts'],
    may: `#app/domain #db drizzle-orm drizzle-orm/** drizzle-kit ${NODE}`,
    types: STORED,
    message:
      'The database knows types of the domain, roles and drizzle; a driver only in the engine.',
  },
  {
    files: ['db/engine.*.ts'],
    may: `#app/domain #db drizzle-orm drizzle-orm/** better-sqlite3 ${NODE}`,
    types: STORED,
    message: 'An engine knows its driver and the schema.',
  },
  {
    files: ['reports/*.ts'],
    may: '#app/domain #words #reports/* chart.js',
    message: 'Builders of documents know the domain, words and each other.',
  },
  {
    files: ['reports/svg/**'],
    may: `#reports/* #reports/pdf/fonts/font-file.ts #app/domain/charter/translation/marked.ts
      chart.js chart.js/** ${NODE}`,
    message: 'The drawing of charts for pages needs only the chart model.',
  },
  {
    files: ['reports/pdf/**'],
    may: `#reports/* #reports/pdf #words/kit/page-words.ts #words/kit/labels.ts
      #app/domain/markup-text.ts #app/domain/charter/translation/marked.ts pdfkit chart.js chart.js/** bidi-js
      harfbuzzjs linebreak uqr ${NODE}`,
    message:
      'The renderer needs only the document model, what pages say themselves, and how text stands in markup.',
  },
];
