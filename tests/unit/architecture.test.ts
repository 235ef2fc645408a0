// Which folder may know which, proved: forbidden lines are written into files of each folder, in a tree
// of the same shape under the same rules, and the linter has to refuse every one of them. A line that is
// allowed has to pass, or a rule that refuses everything would look like a good one.
import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';

const ROOT = path.resolve(import.meta.dirname, '../..');
const USE_CASE = "import { attachEvidence } from '#app/use-cases/evidence/attach-evidence.ts';";
const SERVICES = "import { openServices } from '#app/services.server.ts';";
const SERVICES_TYPE = "import type { Services } from '#app/services.server.ts';";
const REPOSITORY = "import { loadPerson } from '#db/repositories/accounts/sign-in-rows.ts';";
const ENGINE = "import { openEngine } from '#db/engine.sqlite.ts';";
const DRIVER = "import Database from 'better-sqlite3';";
const DRIZZLE = "import { eq } from 'drizzle-orm';";
const FRAMEWORK = "import { redirect } from 'react-router';";
const REACT = "import { useState } from 'react';";
const PDFKIT = "import Kit from 'pdfkit';";
const ROUTE = "import Home from '#app/routes/home.tsx';";
const PAGE = "import { Column } from '#app/ui/kit/page.tsx';";
const ADAPTER = "import { readCharterFolder } from '#app/adapters/charter-files/charter-files.ts';";
const SCORE = "import { scoreAssessment } from '#app/domain/scoring/score.ts';";
const ACTOR_TYPE = "import type { Actor } from '#app/domain/policy/actor.ts';";
const QUERY = "import { homeView } from '#app/queries/home/home.ts';";
const MODEL = "import type { DocumentModel } from '#reports/model.ts';";
const RENDERER = "import { renderPdf } from '#reports/pdf/render.ts';";
const FILES = "import { readFileSync } from 'node:fs';";
const WORDS = "import { dayText } from '#words/kit/time.ts';";
const CONFIGURATION = ['oxlint.config.ts', 'oxlint.floors.ts'];
const UPWARDS = "import { ok } from '../domain/problem.ts';";

/** The order of the rooms, the lowest first. */
const ROOMS = [
  ...[
    'accounts',
    'people',
    'charters',
    'workforce',
    'evidence',
    'plan',
    'assessment',
    'submission',
  ],
  ...['review', 'award', 'letters', 'administration', 'home'],
];
const ROOMS_OF_THE_DOMAIN = ['charter', 'scoring', ...ROOMS.slice(3)];

const valueOf = (room: string) => `import { a } from '#app/domain/${room}/a.ts';`;
const typeOf = (room: string) => `import type { A } from '#app/domain/${room}/a.ts';`;
const VALUES_OF_ROOMS = ROOMS_OF_THE_DOMAIN.map(valueOf);
const TYPES_OF_ROOMS = ROOMS_OF_THE_DOMAIN.map(typeOf);

type Folder = {
  readonly folder: string;
  readonly refused: readonly string[];
  readonly allowed: readonly string[];
};

const FOLDERS: readonly Folder[] = [
  {
    folder: 'app/domain/scoring',
    refused: [
      ...[FILES, REACT, DRIZZLE, REPOSITORY, MODEL, UPWARDS, ADAPTER],
      SERVICES_TYPE,
      "import type { Clock } from '#app/ports.ts';",
    ],
    allowed: [SCORE, "import { z } from 'zod';", "import { levelReached } from './level.ts';"],
  },
  {
    folder: 'app/domain/policy',
    refused: [...VALUES_OF_ROOMS, valueOf('formats'), FILES, UPWARDS],
    allowed: [...TYPES_OF_ROOMS, typeOf('formats'), "import { ok } from '#app/domain/problem.ts';"],
  },
  {
    folder: 'app/domain/formats',
    refused: [...VALUES_OF_ROOMS, valueOf('policy'), FILES, UPWARDS],
    allowed: [
      ...[...TYPES_OF_ROOMS, typeOf('policy'), "import { ok } from '#app/domain/problem.ts';"],
      ...["import { z } from 'zod';", "import { snapshotV1 } from './frozen/snapshot-v1.ts';"],
    ],
  },
  {
    folder: 'app/domain/formats/frozen',
    refused: [
      ...[...VALUES_OF_ROOMS, ...TYPES_OF_ROOMS, FILES, UPWARDS],
      "import { ok } from '#app/domain/problem.ts';",
      "import { fitted } from '#app/domain/formats/kept-format.ts';",
    ],
    allowed: ["import { z } from 'zod';", "import { keptContentV1 } from './kept-content-v1.ts';"],
  },
  {
    folder: 'app/use-cases/review',
    refused: [FRAMEWORK, DRIVER, DRIZZLE, ENGINE, SERVICES, ADAPTER, PAGE, QUERY, FILES, UPWARDS],
    allowed: [SCORE, REPOSITORY, SERVICES_TYPE, USE_CASE],
  },
  {
    folder: 'app/queries/home',
    refused: [FRAMEWORK, DRIVER, DRIZZLE, ENGINE, SERVICES, ADAPTER, USE_CASE, RENDERER, UPWARDS],
    allowed: [SCORE, REPOSITORY, SERVICES_TYPE, MODEL],
  },
  {
    folder: 'app/doors',
    refused: [
      FRAMEWORK,
      DRIVER,
      DRIZZLE,
      ENGINE,
      SERVICES,
      ADAPTER,
      PAGE,
      QUERY,
      USE_CASE,
      UPWARDS,
    ],
    allowed: [SCORE, REPOSITORY, SERVICES_TYPE],
  },
  {
    folder: 'app/words/en/review',
    refused: [
      ...[FRAMEWORK, REACT, DRIZZLE, REPOSITORY, SERVICES, ADAPTER, PAGE, USE_CASE, MODEL, FILES],
      "import type { AttachProblem } from '#app/use-cases/evidence/attach-evidence.ts';",
      "import type { HomeView } from '#app/queries/home/home.ts';",
      "import type { AccessProblem } from '#app/doors/open-assessment.ts';",
      "import type { UploadProblem } from '#app/http/forms/read-upload.ts';",
      "import type { WorkProblem } from '#app/ports.ts';",
    ],
    allowed: [SCORE, ACTOR_TYPE, WORDS, "import { told } from '#app/words/told.ts';"],
  },
  {
    folder: 'app/adapters',
    refused: [ROUTE, REPOSITORY, ENGINE, FRAMEWORK, USE_CASE, SERVICES, UPWARDS],
    allowed: [SCORE, FILES, "import type { Clock } from '#app/ports.ts';"],
  },
  {
    folder: 'app/http',
    refused: [REPOSITORY, ENGINE, DRIZZLE, DRIVER, PAGE, USE_CASE, SERVICES, PDFKIT, UPWARDS],
    allowed: [SCORE, FRAMEWORK, QUERY, SERVICES_TYPE, "import { z } from 'zod';"],
  },
  {
    folder: 'app/adapters/workers',
    refused: [
      ROUTE,
      PAGE,
      QUERY,
      USE_CASE,
      REPOSITORY,
      ENGINE,
      DRIVER,
      FRAMEWORK,
      SERVICES,
      UPWARDS,
    ],
    allowed: [SCORE, ADAPTER, RENDERER, MODEL, "import { Tinypool } from 'tinypool';"],
  },
  {
    folder: 'app/identity',
    refused: [ROUTE, PAGE, USE_CASE, REPOSITORY, DRIVER, SERVICES_TYPE, UPWARDS],
    allowed: [ACTOR_TYPE, "import { betterAuth } from 'better-auth';"],
  },
  {
    folder: 'app/cli',
    refused: [REACT, FRAMEWORK, ROUTE, PAGE, REPOSITORY, ENGINE, DRIZZLE, UPWARDS],
    allowed: [SCORE, USE_CASE, ADAPTER, SERVICES, RENDERER, FILES],
  },
  {
    folder: 'app/demo',
    refused: [REPOSITORY, ENGINE, DRIZZLE, DRIVER, ROUTE, ADAPTER, UPWARDS],
    allowed: [USE_CASE, QUERY, SERVICES, FILES],
  },
  {
    folder: 'app/routes/department',
    refused: [
      REPOSITORY,
      ENGINE,
      DRIZZLE,
      DRIVER,
      PDFKIT,
      ADAPTER,
      RENDERER,
      MODEL,
      FILES,
      UPWARDS,
    ],
    allowed: [USE_CASE, QUERY, PAGE, FRAMEWORK, SCORE],
  },
  {
    folder: 'app/ui/home',
    refused: [
      REPOSITORY,
      SERVICES,
      SERVICES_TYPE,
      USE_CASE,
      QUERY,
      MODEL,
      RENDERER,
      FILES,
      UPWARDS,
    ],
    allowed: [
      SCORE,
      REACT,
      "import type { HomeView } from '#app/queries/home/home.ts';",
      "import type { ChartModel } from '#reports/chart-model.ts';",
    ],
  },
  {
    folder: 'db',
    refused: [SCORE, MODEL, ROUTE, PAGE, USE_CASE, DRIVER, FRAMEWORK, UPWARDS],
    allowed: [ACTOR_TYPE, DRIZZLE],
  },
  {
    folder: 'db/repositories/review',
    refused: [SCORE, MODEL, USE_CASE, DRIVER, SERVICES_TYPE, UPWARDS],
    allowed: [ACTOR_TYPE, DRIZZLE, REPOSITORY],
  },
  {
    folder: 'reports',
    refused: [PDFKIT, RENDERER, REPOSITORY, QUERY, ROUTE, PAGE, FILES, UPWARDS],
    allowed: [SCORE, MODEL],
  },
  {
    folder: 'reports/svg',
    refused: [PDFKIT, REACT, REPOSITORY, RENDERER, SERVICES, QUERY, SCORE, UPWARDS],
    allowed: [
      "import type { ChartModel } from '#reports/chart-model.ts';",
      "import { trueTypeOf } from '#reports/pdf/fonts/font-file.ts';",
      "import { Chart } from 'chart.js';",
    ],
  },
  {
    folder: 'reports/pdf',
    refused: [SCORE, ACTOR_TYPE, REPOSITORY, PAGE, FRAMEWORK, UPWARDS],
    allowed: [MODEL, PDFKIT, FILES],
  },
];

/** Single files with a rule of their own. */
const FILES_OF_THEIR_OWN = [
  { file: 'app/ports.ts', refused: [FILES, SERVICES_TYPE, ADAPTER, MODEL], allowed: [ACTOR_TYPE] },
  {
    file: 'app/adapters/backup/restore.ts',
    refused: [ROUTE, SERVICES, USE_CASE, QUERY],
    allowed: [REPOSITORY, ENGINE, FILES],
  },
  {
    file: 'app/cli/admin-verbs.ts',
    refused: [
      REACT,
      PAGE,
      ROUTE,
      "import { loadAction } from '#db/repositories/plan/action-rows.ts';",
    ],
    allowed: [ENGINE, USE_CASE],
  },
  { file: 'db/engine.sqlite.ts', refused: [USE_CASE, SERVICES, MODEL], allowed: [DRIVER, DRIZZLE] },
];

type Report = {
  readonly diagnostics: readonly {
    readonly code: string;
    readonly filename: string;
    readonly labels: readonly { readonly span: { readonly line: number } }[];
  }[];
  readonly number_of_files: number;
};

type Probe = { readonly file: string; readonly content: string };

/** Every rule that the linter finds broken, by probe; the probes are gone afterwards. */
function brokenRules(probes: readonly Probe[]): readonly (readonly string[])[] {
  return brokenLines(probes).map((broken) => broken.map(({ code }) => code));
}

type Broken = { readonly code: string; readonly line: number | undefined };

/** The same, with the line of the probe that breaks each. */
function brokenLines(probes: readonly Probe[]): readonly (readonly Broken[])[] {
  const root = mkdtempSync(path.join(os.tmpdir(), 'architecture-'));
  try {
    for (const file of CONFIGURATION) cpSync(path.join(ROOT, file), path.join(root, file));
    for (const { file, content } of probes) {
      mkdirSync(path.join(root, path.dirname(file)), { recursive: true });
      writeFileSync(path.join(root, file), `${content}\n`);
    }
    const { stdout } = spawnSync('oxlint', ['--format', 'json'], {
      cwd: root,
      encoding: 'utf8',
      shell: process.platform === 'win32',
    });
    const report: Report = JSON.parse(stdout);
    expect(report.number_of_files, 'files that the linter read').toBe(
      probes.length + CONFIGURATION.length,
    );
    return probes.map(({ file }) =>
      report.diagnostics
        .filter(({ filename }) => filename.replaceAll('\\', '/') === file)
        .map(({ code, labels }) => ({ code, line: labels[0]?.span.line })),
    );
  } finally {
    rmSync(root, { recursive: true, force: true });
  }
}

const IMPORTS = 'eslint(no-restricted-imports)';

function sources(folders: readonly string[]): readonly string[] {
  return folders
    .flatMap((folder) =>
      readdirSync(path.join(ROOT, folder), { recursive: true, encoding: 'utf8' }).map(
        (file) => `${folder}/${file.replaceAll('\\', '/')}`,
      ),
    )
    .filter((file) => /\.tsx?$/.test(file) && !file.endsWith('.d.ts'));
}

function foldersBelow(folder: string): readonly string[] {
  return readdirSync(path.join(ROOT, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => path.relative(ROOT, path.join(entry.parentPath, entry.name)))
    .map((name) => name.replaceAll('\\', '/'));
}

const FLOOR =
  /^(?:app\/(?:domain|words\/en|use-cases|queries|ui|adapters|http|routes|cli)|db\/repositories)/;

/** The floor and the room of a file: a policy belongs to the room that it is named after. */
function placeOf(file: string): { floor: string; room: string | null } {
  const [floor] = FLOOR.exec(file) ?? [path.posix.dirname(file)];
  const [room] = file.slice(floor.length + 1).split('/');
  if (room === 'policy') return { floor: 'policy', room: null };
  if (floor === 'app/routes' || floor === 'app/cli') return { floor, room: null };
  return { floor, room: file.slice(floor.length + 1).includes('/') ? (room ?? null) : '' };
}

/** Names that several files have although they lie in other rooms, or on the same floor. */
function sharedStems(): readonly string[] {
  const byStem = Map.groupBy(sources(['app', 'db', 'reports']), (file) =>
    path.posix.basename(file).replace(/\.tsx?$/, ''),
  );
  return [...byStem].flatMap(([stem, files]) => {
    const places = files.map(placeOf);
    const rooms = new Set(places.flatMap(({ room }) => (room === null ? [] : [room])));
    const floors = new Set(places.map(({ floor }) => floor));
    return rooms.size > 1 || floors.size < files.length ? [`${stem}: ${files.join(', ')}`] : [];
  });
}

describe('a folder imports only what the architecture lets it', () => {
  const probesIn = ({ folder, refused, allowed }: (typeof FOLDERS)[number]): readonly Probe[] =>
    [...refused, ...allowed].map((content, index) => ({
      file: `${folder}/probe-${index}.ts`,
      content,
    }));
  const broken = new Map<Probe, readonly string[]>();
  const probes = new Map(FOLDERS.map((each) => [each, probesIn(each)]));

  // One run of the linter for all of them.
  beforeAll(() => {
    const all = [...probes.values()].flat();
    for (const [index, rules] of brokenRules(all).entries()) {
      const probe = all[index];
      if (probe !== undefined) broken.set(probe, rules);
    }
  });

  it.each(FOLDERS)('$folder', (each) => {
    const stopped = (probes.get(each) ?? []).filter((probe) =>
      broken.get(probe)?.includes(IMPORTS),
    );
    expect(stopped.map(({ content }) => content)).toEqual(each.refused);
  });

  it.each(FILES_OF_THEIR_OWN)('$file', ({ file, refused, allowed }) => {
    const lines = [...refused, ...allowed];
    const [found = []] = brokenLines([{ file, content: lines.join('\n') }]);
    const stopped = lines.filter((_, index) =>
      found.some(({ code, line }) => code === IMPORTS && line === index + 1),
    );
    expect(stopped).toEqual(refused);
  });
});

const FLOORS_OF_ROOMS: readonly (readonly [string, readonly string[]])[] = [
  ['app/domain', ROOMS_OF_THE_DOMAIN],
  ['app/use-cases', ROOMS],
  ['app/queries', ROOMS],
  ['app/ui', ROOMS],
  ['db/repositories', ROOMS],
];

const probeOf = (floor: string, room: string) => `import type { A } from '#${floor}/${room}/a.ts';`;

describe.each(FLOORS_OF_ROOMS)(
  'in %s a room imports itself and what stands below it',
  (floor, rooms) => {
    it('and never one above it, not even a type', () => {
      const pairs = rooms.flatMap((room, from) =>
        rooms.map((other, to) => ({
          name: `${room} -> ${other}`,
          refused: to > from,
          file: `${floor}/${room}/probe-${other}.ts`,
          content: probeOf(floor, other),
        })),
      );
      const found = brokenRules(pairs);
      const stopped = pairs.filter((_, index) => found[index]?.includes(IMPORTS));
      expect(stopped.map(({ name }) => name)).toEqual(
        pairs.filter(({ refused }) => refused).map(({ name }) => name),
      );
      expect(stopped.length).toBe((rooms.length * (rooms.length - 1)) / 2);
    });

    it('and what lies beside the rooms, and the kit, know none of them', () => {
      const probes = ['', 'kit/'].flatMap((folder) =>
        rooms.map((room) => ({
          file: `${floor}/${folder}probe-${room}.ts`,
          content: probeOf(floor, room),
        })),
      );
      for (const rules of brokenRules(probes)) expect(rules).toContain(IMPORTS);
    });

    it('and a file beside the rooms does not reach a room as its neighbour', () => {
      const probes = rooms.map((room) => ({
        file: `${floor}/probe-${room}.ts`,
        content: `import type { A } from './${room}/a.ts';`,
      }));
      for (const rules of brokenRules(probes)) expect(rules).toContain(IMPORTS);
    });

    it('and has no room that no order places', () => {
      const known = [...ROOMS, ...ROOMS_OF_THE_DOMAIN, 'kit', 'audit', 'policy', 'formats'];
      const found = readdirSync(path.join(ROOT, floor), { withFileTypes: true })
        .filter((entry) => entry.isDirectory())
        .map(({ name }) => name);
      expect(found.filter((name) => !known.includes(name))).toEqual([]);
    });
  },
);

it('a page of a room sees no query and no use case of a room above it', () => {
  const found = brokenRules([
    { file: 'app/ui/plan/one.ts', content: probeOf('app/queries', 'assessment') },
    { file: 'app/ui/plan/two.ts', content: probeOf('app/use-cases', 'review') },
    { file: 'app/ui/plan/three.ts', content: probeOf('app/queries', 'plan') },
  ]);
  expect(found.map((rules) => rules.includes(IMPORTS))).toEqual([true, true, false]);
});

it('only review reads ratings before they are opened', () => {
  const ratings = "import { listRatings } from '#db/repositories/review/rating-rows.ts';";
  const places = ['use-cases', 'queries'].flatMap((floor) =>
    ROOMS.map((room) => ({ room, file: `app/${floor}/${room}/probe.ts`, content: ratings })),
  );
  const found = brokenRules(places);
  const open = places.filter((_, index) => !found[index]?.includes(IMPORTS));
  expect(open.map(({ file }) => file)).toEqual([
    'app/use-cases/review/probe.ts',
    'app/queries/review/probe.ts',
  ]);
  const doors = [{ file: 'app/doors/probe.ts', content: ratings }];
  expect(brokenRules(doors)[0]).toContain(IMPORTS);
});

it('no repository but those of review reads their table', () => {
  const table = "import { ratings } from '#db/tables-review.ts';";
  const other = "import { reviews } from '#db/tables-review.ts';";
  const places = ROOMS.flatMap((room) =>
    [table, other].map((content, index) => ({
      file: `db/repositories/${room}/probe-${index}.ts`,
      content,
    })),
  );
  const found = brokenRules(places);
  const open = places.filter((_, index) => !found[index]?.includes(IMPORTS));
  expect(open.filter(({ content }) => content === table).map(({ file }) => file)).toEqual([
    'db/repositories/review/probe-0.ts',
  ]);
  expect(open.filter(({ content }) => content === other)).toHaveLength(ROOMS.length);
});

it('no two files share a name unless they are one thing on two floors of a room', () => {
  expect(sharedStems()).toEqual([]);
});

it('no folder but those of routes and migrations holds more than 30 files and folders', () => {
  const full = ['app', 'db']
    .flatMap((folder) => [folder, ...foldersBelow(folder)])
    .filter((folder) => !/^app\/routes|\/migrations/.test(folder))
    .filter((folder) => readdirSync(path.join(ROOT, folder)).length > 30);
  expect(full).toEqual([]);
});

describe('the domain has no clock, no randomness and no settings', () => {
  it.each([
    ['new Date()', 'eslint(no-restricted-globals)'],
    ['Date.now()', 'eslint(no-restricted-globals)'],
    ["process.env['HOME']", 'eslint(no-restricted-globals)'],
    ["fetch('https://example.org')", 'eslint(no-restricted-globals)'],
    ['performance.now()', 'eslint(no-restricted-globals)'],
    ['crypto.randomUUID()', 'eslint(no-restricted-globals)'],
    ['globalThis.Date.now()', 'eslint(no-restricted-globals)'],
    ['Math.random()', 'eslint(no-restricted-properties)'],
  ])('%s is refused', (expression, rule) => {
    const [found] = brokenRules([
      { file: 'app/domain/probe.ts', content: `export const value = ${expression};` },
    ]);
    expect(found).toContain(rule);
  });
});

it('two files that import each other are refused', () => {
  const found = brokenRules([
    {
      file: 'app/domain/one.ts',
      content: "import { two } from './two.ts';\nexport const one = () => two;",
    },
    {
      file: 'app/domain/two.ts',
      content: "import { one } from './one.ts';\nexport const two = () => one;",
    },
  ]);
  for (const rules of found) expect(rules).toContain('import(no-cycle)');
});

describe('what may not be imported is named in no other way either', () => {
  const HOME = '#app/queries/home/home.ts';
  const lines = [
    [`export { homeView } from '${HOME}';`, IMPORTS],
    [`export type { HomeView } from '${HOME}';`, IMPORTS],
    [`export * from '${HOME}';`, IMPORTS],
    [`export * as home from '${HOME}';`, IMPORTS],
    [`export const later = () => import('${HOME}');`, IMPORTS],
    [`export type Home = import('${HOME}').HomeView;`, 'typescript(consistent-type-imports)'],
    [`export type Home = typeof import('${HOME}');`, 'typescript(consistent-type-imports)'],
  ] as const;
  let broken: readonly (readonly string[])[] = [];

  beforeAll(() => {
    broken = brokenRules(
      lines.map(([content], at) => ({ file: `app/queries/plan/named${at}.ts`, content })),
    );
  });

  it.each(lines.map(([line, rule], at) => ({ line, rule, at })))('$line', ({ rule, at }) => {
    expect(broken[at]).toContain(rule);
  });
});
