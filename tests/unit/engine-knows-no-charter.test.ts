// Level names and names of groups of staff stand in YAML and in tests only: the engine knows no charter.
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';

const ROOT = path.resolve(import.meta.dirname, '../..');
const WORDS = /\b(?:bronze|silver|gold|bme)\b/i;
const GROUPS = /minoriti[sz]ed|minority ethnic|\bBAME\b/i;
/** The sentences that say what the product is for. */
const PRODUCT_WORDING = 'app/words/en/kit/product-wording.ts';

const files = ['app', 'db', 'reports'].flatMap((folder) =>
  readdirSync(path.join(ROOT, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(ROOT, path.join(entry.parentPath, entry.name)))
    .map((file) => file.replaceAll('\\', '/')),
);
const engine = files.filter((file) => !isDemoData(file) && file !== PRODUCT_WORDING);

function isDemoData(file: string): boolean {
  return file.startsWith('app/demo/') && file.endsWith('.yaml');
}

function linesWith(word: RegExp): readonly string[] {
  return engine.flatMap((file) =>
    readFileSync(path.join(ROOT, file), 'utf8')
      .split('\n')
      .map((line, index) => `${file}:${index + 1}: ${line.trim()}`)
      .filter((line) => word.test(line)),
  );
}

test('the search looks at the whole engine', () => {
  expect(files).toContain(PRODUCT_WORDING);
  expect(engine).toContain('app/domain/scoring/level.ts');
  expect(engine).toContain('db/tables.ts');
  expect(engine).toContain('reports/pdf/render.ts');
  expect(WORDS.test("'Silver'")).toBe(true);
});

test('no level and no group of staff is named outside YAML and the product wording', () => {
  expect(linesWith(WORDS)).toEqual([]);
  expect(linesWith(GROUPS)).toEqual([]);
});
