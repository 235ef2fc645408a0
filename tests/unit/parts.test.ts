// What is installed and there once: an install for running brings no tools for building or testing, and what
// several formats need is written in one file.
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { z } from 'zod';

const ROOT = path.resolve(import.meta.dirname, '../..');

const lockFile = z.object({
  packages: z.record(z.string(), z.object({ dev: z.boolean().default(false) })),
});
const manifest = z.object({ devDependencies: z.record(z.string(), z.string()) });

const lock = lockFile.parse(JSON.parse(readFileSync(path.join(ROOT, 'package-lock.json'), 'utf8')));
const { devDependencies } = manifest.parse(
  JSON.parse(readFileSync(path.join(ROOT, 'package.json'), 'utf8')),
);
/** What the tools bring with them, and is large. */
const BROUGHT = ['@babel/', '@oxc-project/', '@rolldown/', '@esbuild', 'esbuild', 'rolldown'];
const ALSO = ['lightningcss', '@typescript/', '@sparticuz/', '@vitest/', 'tsx', 'postcss'];
const TOOLS = [
  ...Object.keys(devDependencies).filter((name) => name !== 'fflate'),
  ...BROUGHT,
  ...ALSO,
];

// npm takes a tool for a part that runs where a package names it among its optional peers, as better-auth
// does with vitest and drizzle-kit. Decision 0010 says what to do when an update brings them back.
test('an install without development parts has no tools in it', () => {
  const installed = Object.entries(lock.packages)
    .filter(([place, { dev }]) => place !== '' && !dev)
    .map(([place]) => place.slice(place.lastIndexOf('node_modules/') + 'node_modules/'.length));
  expect(installed).toContain('better-auth');
  expect(
    installed.filter((name) =>
      TOOLS.some((tool) => (tool.endsWith('/') ? name.startsWith(tool) : name === tool)),
    ),
  ).toEqual([]);
});

/** The packages that a file brings with it by plain imports, its own and those of what it imports. */
function broughtBy(file: string, seen = new Set<string>()): ReadonlySet<string> {
  if (seen.has(file)) return seen;
  seen.add(file);
  const text = readFileSync(path.join(ROOT, file), 'utf8');
  for (const [, types, from = ''] of text.matchAll(
    /^(?:import|export|\}) (type )?.*?'([^']+)';$/gm,
  )) {
    if (types !== undefined) continue;
    if (from.startsWith('./')) broughtBy(path.posix.join(path.posix.dirname(file), from), seen);
    else if (from.startsWith('#words/')) broughtBy(from.replace('#words', 'app/words/en'), seen);
    else if (from.startsWith('#')) broughtBy(from.slice(1), seen);
    else seen.add(from);
  }
  return seen;
}

test('a verb of the command brings no library that only others need', () => {
  expect([...broughtBy('app/cli/report-verb.ts')]).toEqual(
    expect.arrayContaining(['pdfkit', 'yaml', 'zod']),
  );
  const others = ['pdfkit', 'chart.js', 'better-sqlite3', 'drizzle-orm'];
  for (const verb of ['command', 'assessment-verbs', 'criteria-verbs', 'agreement-verb']) {
    const brought = broughtBy(`app/cli/${verb}.ts`);
    expect(brought.size).toBeGreaterThan(3);
    expect([verb, others.filter((name) => brought.has(name))]).toEqual([verb, []]);
  }
  expect(broughtBy('app/cli/report-verb.ts').has('better-sqlite3')).toBe(false);
});

test('text is escaped for markup in one file', () => {
  const sources = ['app', 'db', 'reports'].flatMap((folder) =>
    readdirSync(path.join(ROOT, folder), { recursive: true, encoding: 'utf8' })
      .filter((name) => /\.tsx?$/.test(name))
      .map((name) => `${folder}/${name}`),
  );
  const escaping = sources.filter((file) =>
    /['"`]&(?:amp|lt|#38);['"`]/.test(readFileSync(path.join(ROOT, file), 'utf8')),
  );
  expect(escaping).toEqual(['app/domain/markup-text.ts']);
});
