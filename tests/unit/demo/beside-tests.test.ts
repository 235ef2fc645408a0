// `npm run demo` beside `npm test` in one checkout: the demo builds, and a build empties its folder first.
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';

const ROOT = path.resolve(import.meta.dirname, '../../..');

test.each([
  '.ci/run',
  'vitest.config.ts',
  'tests/assurance/run.ts',
  'tests/validators/html.ts',
  'tests/support/global-setup.ts',
])('nothing that %s keeps lies in the folder that a build empties', (file) => {
  const text = readFileSync(path.join(ROOT, file), 'utf8');
  expect(text).toContain('build-of-tests');
  expect(text).not.toMatch(/(?<!package\/)\bbuild\/[\w.-]/);
});
