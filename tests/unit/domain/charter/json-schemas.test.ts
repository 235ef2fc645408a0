// What an editor says of the YAML: its parser reads 40 as a number and true as a truth value, and
// the schemas must accept exactly that.
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { type Schema, Validator } from '@cfworker/json-schema';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { JSON_SCHEMAS, jsonSchemaText } from '#app/domain/charter/json-schemas.ts';

const ROOT = path.resolve(import.meta.dirname, '../../../..');
const SCHEMAS = path.join(ROOT, 'charter-criteria/schemas');

function committed(name: string): string {
  return readFileSync(path.join(SCHEMAS, `${name}.schema.json`), 'utf8');
}

/** Whether an editor with the committed schema has nothing to say. */
function accepts(name: string, text: string): boolean {
  const schema: Schema = JSON.parse(committed(name));
  const { valid } = new Validator(schema, '7', false).validate(parse(text));
  return valid;
}

const shipped = readdirSync(path.join(ROOT, 'charter-criteria'), { recursive: true })
  .map(String)
  .filter((file) => /^[^/]+\/\d+\.\d+\.\d+\/.+\.yaml$/.test(file.split(path.sep).join('/')));

function kindOf(file: string): string {
  const name = path.basename(file, '.yaml');
  const kind = name === 'charter' || name === 'levels' ? name : 'section';
  return file.split(path.sep).includes('translations') ? `translated-${kind}` : kind;
}

const read = (file: string) => readFileSync(path.join(ROOT, file), 'utf8');

describe('the JSON Schemas for editors', () => {
  test.each([...JSON_SCHEMAS])('the committed %s schema is up to date', (name, schema) => {
    expect(committed(name)).toBe(jsonSchemaText(schema));
  });

  test('no other schema is committed', () => {
    const names = [...JSON_SCHEMAS.keys()].map((name) => `${name}.schema.json`);
    expect(readdirSync(SCHEMAS).toSorted()).toEqual(names.toSorted());
  });

  test('every version of every charter is there to be checked', () => {
    expect(shipped.filter((file) => kindOf(file) === 'charter').length).toBeGreaterThanOrEqual(3);
  });

  test.each(shipped)('an editor accepts %s', (file) => {
    expect(accepts(kindOf(file), read(path.join('charter-criteria', file)))).toBe(true);
  });

  const assessments = readdirSync(path.join(ROOT, 'app/demo'), { recursive: true })
    .map((file) => path.join('app/demo', String(file)))
    .filter((file) => file.endsWith('.yaml') && /^charter: /m.test(read(file)));

  test("an editor accepts the demo's assessments", () => {
    expect(assessments.length).toBeGreaterThan(0);
    expect(assessments.filter((file) => !accepts('assessment', read(file)))).toEqual([]);
  });

  const levels = (more: string) =>
    `levels:\n  - id: bronze\n    label: Bronze\n    means: It has begun.\n    ${more}\n`;

  test.each([
    ['a whole percentage', levels('overall: 40')],
    ['a percentage with decimals', levels('overall: 33.33')],
    ['a required rating', levels('requires: { G1: 2 }')],
    ['a label that looks like a number', levels('overall: 40').replace('Bronze', '2027')],
  ])('%s is accepted', (_what, text) => {
    expect(accepts('levels', text)).toBe(true);
  });

  test.each([
    ['an unknown key', levels('overal: 40')],
    ['a percentage over 100', levels('overall: 140')],
    ['half a rating', levels('requires: { G1: 2.5 }')],
    ['a percentage in words', levels('overall: forty')],
    ['an id that starts with a digit', levels('sections: { 1st: 40 }')],
  ])('%s is marked', (_what, text) => {
    expect(accepts('levels', text)).toBe(false);
  });

  const example = () => read('charter-criteria/gender-equality-example/1.0.0/charter.yaml');

  test('formats 1 and 2 are numbers to an editor, and no other format is accepted', () => {
    expect(accepts('charter', example().replace('format: 1', 'format: 2'))).toBe(true);
    expect(accepts('charter', example().replace('format: 1', 'format: 3'))).toBe(false);
  });

  test('rises is true and nothing else', () => {
    const file = 'charter-criteria/bme-mentoring/1.0.0/sections/2-role-models.yaml';
    const text = read(file);
    expect(text).toContain('rises: true');
    expect(accepts('section', text.replace('rises: true', 'rises: false'))).toBe(false);
  });
});
