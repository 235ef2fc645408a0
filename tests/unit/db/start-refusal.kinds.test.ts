// What lies in the data folder in the place of something else, and every other error of the file system,
// is told with the file, the cause and the next step (REL-07).
import { mkdirSync, mkdtempSync, symlinkSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { expect, test } from 'vitest';
import { assertOurs, startTroubleWords } from '#db/start-refusal.ts';

function folder(): string {
  return mkdtempSync(path.join(os.tmpdir(), 'charter-'));
}

test.each([
  ['charter.db', 'a folder, where a file'],
  ['charter.db-wal', 'a folder, where a file'],
  ['charter.db-journal', 'a folder, where a file'],
  ['files', 'a file, where a folder'],
])('a %s that is of another kind is told as %s belongs', (name, words) => {
  const file = path.join(folder(), 'charter.db');
  const place = path.join(path.dirname(file), name);
  if (name === 'files') writeFileSync(place, '');
  else mkdirSync(place);
  expect(() => assertOurs(file)).toThrow(
    `${place} is ${words} belongs. Nothing was changed. Check that DATA_DIR is right`,
  );
});

test('so is a device in the place of the database', () => {
  const file = path.join(folder(), 'charter.db');
  symlinkSync('/dev/null', file);
  expect(() => assertOurs(file)).toThrow(`${file} is no plain file, where a file belongs.`);
});

test.each(['', 'below/it'])('so is a data folder that is a file %s', (below) => {
  const place = path.join(folder(), 'data');
  writeFileSync(place, '');
  expect(() => assertOurs(path.join(place, below, 'charter.db'))).toThrow(
    `${place} is a file, where a folder belongs.`,
  );
});

test.each([
  ['ENOENT', /^\S+rules is not there \(ENOENT\)\. Put it back, .* and start again\.$/],
  ['EPERM', /^\S+rules may not be changed, .* immutable \(EPERM\)\. Take the mark away .*again\.$/],
  ['EODD', /^\S+rules cannot be used \(EODD: odd\) \(EODD\)\. Mend that and start again\.$/],
])(
  'an error of the file system, %s, is told with the file, the cause and the step',
  (code, words) => {
    const error = Object.assign(new Error(`${code}: odd`), { code, path: '/srv/charter/rules' });
    expect(startTroubleWords(error)).toMatch(words);
  },
);
