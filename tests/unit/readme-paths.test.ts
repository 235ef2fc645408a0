// What the README and its companions point at is there.
import { existsSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';

const ROOT = path.resolve(import.meta.dirname, '../..');
const PAGES = [
  'README.md',
  'CONTRIBUTING.md',
  'SECURITY.md',
  'CHANGELOG.md',
  'docs/architecture.md',
  'docs/review.md',
  'docs/deployment.md',
  'docs/assessment-file.md',
  'docs/assurance.md',
];
/** What npm does by itself. */
const OF_NPM = ['audit', 'ci', 'run', 'sbom', 'update'];

function textOf(file: string): string {
  return readFileSync(path.join(ROOT, file), 'utf8');
}

/** Paths in backticks, and files that verbs of the command line are given, seen from the root. */
function pathsIn(text: string): readonly string[] {
  const quoted = [...text.matchAll(/`([\w.@-]+(?:\/[\w.@-]+)*\/?)`/g)].map(([, name = '']) => name);
  const given = [...text.matchAll(/(?:score|report|validate) ((?:app|charter-criteria)\/\S+)/g)];
  return [
    ...quoted.filter((name) => /^(?:app|db|docs|reports|tests|charter-criteria)\//.test(name)),
    ...given.map(([, name = '']) => name),
  ];
}

/** Where links and pictures lead, seen from the page. */
function linksIn(text: string): readonly string[] {
  return [...text.matchAll(/\]\(([^)\s]+)\)/g)]
    .map(([, target = '']) => target)
    .filter((target) => !/^(?:https?:|#)/.test(target));
}

describe.each(PAGES)('%s', (page) => {
  test('names only paths that exist', () => {
    const missing = pathsIn(textOf(page)).filter((name) => !existsSync(path.join(ROOT, name)));
    expect(missing).toEqual([]);
  });

  test('links only to what exists', () => {
    const folder = path.join(ROOT, path.dirname(page));
    const missing = linksIn(textOf(page)).filter(
      (target) => !existsSync(path.join(folder, target)),
    );
    expect(missing).toEqual([]);
  });

  test('runs only scripts that exist', () => {
    const { scripts }: { scripts: Record<string, string> } = JSON.parse(textOf('package.json'));
    const named = [...textOf(page).matchAll(/npm (?:run )?(\w+)\b/g)]
      .map(([, name = '']) => name)
      .filter((name) => !OF_NPM.includes(name));
    expect(named.filter((name) => scripts[name] === undefined)).toEqual([]);
  });
});

test('the README starts with two commands, has at most 120 lines and a light picture', () => {
  const text = textOf('README.md');
  expect(text).toContain('    npm ci && npm run demo ');
  expect(text).toContain('    npm ci && npm test ');
  expect(text.trimEnd().split('\n').length).toBeLessThanOrEqual(120);
  expect(pathsIn(text).length).toBeGreaterThan(15);
  expect(statSync(path.join(ROOT, 'docs/where-we-stand.png')).size).toBeLessThan(200_000);
});
