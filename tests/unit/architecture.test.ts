// Which folder may know which, proved: forbidden lines are written into files of each folder, in a tree
// of the same shape under the same rules, and the linter has to refuse every one of them. A line that is
// allowed has to pass, or a rule that refuses everything would look like a good one.
import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { describe, expect, it } from 'vitest';

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
const UPWARDS = "import { ok } from '../domain/problem.ts';";

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
    folder: 'app/use-cases',
    refused: [FRAMEWORK, DRIVER, DRIZZLE, ENGINE, SERVICES, ADAPTER, PAGE, QUERY, FILES, UPWARDS],
    allowed: [SCORE, REPOSITORY, SERVICES_TYPE, USE_CASE],
  },
  {
    folder: 'app/queries',
    refused: [FRAMEWORK, DRIVER, DRIZZLE, ENGINE, SERVICES, ADAPTER, USE_CASE, RENDERER, UPWARDS],
    allowed: [SCORE, REPOSITORY, SERVICES_TYPE, MODEL],
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
    folder: 'app/ui',
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
    folder: 'db/repositories',
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
      "import { trueTypeOf } from '#reports/pdf/font-file.ts';",
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

type Probe = { readonly file: string; readonly content: string };

/** Every rule that the linter finds broken, by probe; the probes are gone afterwards. */
function brokenRules(probes: readonly Probe[]): readonly (readonly string[])[] {
  const root = mkdtempSync(path.join(os.tmpdir(), 'architecture-'));
  try {
    cpSync(path.join(ROOT, 'oxlint.config.ts'), path.join(root, 'oxlint.config.ts'));
    for (const { file, content } of probes) {
      mkdirSync(path.join(root, path.dirname(file)), { recursive: true });
      writeFileSync(path.join(root, file), `${content}\n`);
    }
    const { stdout } = spawnSync('oxlint', ['--format', 'json'], {
      cwd: root,
      encoding: 'utf8',
      shell: process.platform === 'win32',
    });
    const report: { diagnostics: { code: string; filename: string }[]; number_of_files: number } =
      JSON.parse(stdout);
    expect(report.number_of_files, 'files that the linter read').toBe(probes.length + 1);
    return probes.map(({ file }) =>
      report.diagnostics
        .filter(({ filename }) => filename.replaceAll('\\', '/') === file)
        .map(({ code }) => code),
    );
  } finally {
    rmSync(root, { recursive: true, force: true });
  }
}

const IMPORTS = 'eslint(no-restricted-imports)';

describe('a folder imports only what the architecture lets it', () => {
  it.each(FOLDERS)('$folder', ({ folder, refused, allowed }) => {
    const lines = [...refused, ...allowed];
    const found = brokenRules(
      lines.map((content, index) => ({ file: `${folder}/probe-${index}.ts`, content })),
    );
    const stopped = lines.filter((_, index) => found[index]?.includes(IMPORTS));
    expect(stopped).toEqual(refused);
  });

  it.each(FILES_OF_THEIR_OWN)('$file', ({ file, refused, allowed }) => {
    const stopped = [...refused, ...allowed].filter((content) =>
      brokenRules([{ file, content }])[0]?.includes(IMPORTS),
    );
    expect(stopped).toEqual(refused);
  });
});

describe('the domain has no clock, no randomness and no settings', () => {
  it.each([
    ['new Date()', 'eslint(no-restricted-globals)'],
    ['Date.now()', 'eslint(no-restricted-globals)'],
    ["process.env['HOME']", 'eslint(no-restricted-globals)'],
    ["fetch('https://example.org')", 'eslint(no-restricted-globals)'],
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
