// On a telephone each cell of a table stands on a line of its own, after the title of its column. A row that is
// written by hand has no titles.
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';

const APP = path.resolve(import.meta.dirname, '../../../../app');

test('every row of a table that scrolls names its columns', () => {
  const users = ['ui', 'routes']
    .flatMap((folder) =>
      readdirSync(path.join(APP, folder), { recursive: true, encoding: 'utf8' }).map((file) =>
        path.join(APP, folder, file),
      ),
    )
    .filter((file) => file.endsWith('.tsx'))
    .map((file) => ({ file, text: readFileSync(file, 'utf8') }))
    .filter(({ text }) => text.includes('<ScrollTable'));
  expect(users.length).toBeGreaterThan(10);
  const byHand = users.filter(({ text }) => /<tr\b/.test(text)).map(({ file }) => file);
  expect(byHand).toEqual([]);
});
