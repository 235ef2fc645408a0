import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { told } from '#app/words/told.ts';

const TABLE = {
  gone: 'It is not there any more',
  'too-long': ({ most }: { readonly most: number }) => `At most ${most} characters`,
};

test('a code is its sentence, made of its facts', () => {
  expect(told(TABLE, { code: 'gone' })).toBe('It is not there any more');
  expect(told(TABLE, { code: 'too-long', most: 5 })).toBe('At most 5 characters');
});

test('a code without words does not compile', () => {
  // @ts-expect-error The table has no such code.
  expect(() => told(TABLE, { code: 'new' })).toThrow('There are no words for new');
});

test('a problem without the facts of its sentence does not compile', () => {
  // @ts-expect-error The sentence tells how many.
  expect(told(TABLE, { code: 'too-long' })).toBe('At most undefined characters');
});

test('a problem that may be one without words does not compile', () => {
  const problems: readonly ({ code: 'gone' } | { code: 'new' })[] = [{ code: 'gone' }];
  for (const problem of problems) {
    // @ts-expect-error One of the two has no words.
    expect(told(TABLE, problem)).toBe(TABLE.gone);
  }
});

const ROOT = path.resolve(import.meta.dirname, '../../..');

function filesUnder(folder: string): readonly string[] {
  return readdirSync(path.join(ROOT, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.tsx?$/u.test(name))
    .map((name) => path.join(ROOT, folder, name));
}

test('no words are kept for a code that nothing yields', () => {
  const words = filesUnder('app/words/en').filter((file) => file.endsWith('-problem.ts'));
  const elsewhere = filesUnder('app')
    .filter((file) => !file.includes(`app${path.sep}words`))
    .map((file) => readFileSync(file, 'utf8'))
    .join('\n');
  const codes = words.flatMap((file) =>
    [...readFileSync(file, 'utf8').matchAll(/^ {2}'?([a-z-]+)'?:(?: ['(A-Z]|$)/gmu)].map(
      ([, code]) => code,
    ),
  );
  expect(codes.length).toBeGreaterThan(150);
  expect(codes.filter((code) => !elsewhere.includes(`'${code}'`))).toEqual([]);
});
