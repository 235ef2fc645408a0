// What is text in the schemas of a charter's files is what a translation can say, but for what stays as it is.
import { describe, expect, test } from 'vitest';
import { charterFile, levelsFile, sectionFile } from '#app/domain/charter/schema.ts';
import { type Texts, TEXTS } from '#app/domain/charter/translation/texts.ts';
import { text } from '#app/domain/charter/values.ts';

/** Keys whose texts are no words of the charter's own: citations, references, what conditions compare with. */
const STAYS = /(?:^|\.)(?:sources\.\*\.citation|crosswalk\.\*\.ref)$|(?:when|appliesWhen)(?:\.|$)/i;

/** The path of each value of a schema that is plain text; `*` = an entry, whatever its key. */
function textPaths(schema: unknown, path: string, depth = 0): readonly string[] {
  if (schema === text) return [path];
  // Conditions hold conditions.
  if (depth > 12) return [];
  const { innerType, shape, element, valueType, options } = definition(schema);
  const below = (part: unknown, key: string) => textPaths(part, `${path}.${key}`, depth + 1);
  if (innerType !== undefined) return textPaths(innerType, path, depth + 1);
  if (Array.isArray(options)) {
    return options.flatMap((option: unknown) => textPaths(option, path, depth + 1));
  }
  if (element !== undefined) return below(element, '*');
  if (valueType !== undefined) return below(valueType, '*');
  if (typeof shape !== 'object' || shape === null) return [];
  return Object.keys(shape).flatMap((key) => below(Reflect.get(shape, key), key));
}

function definition(schema: unknown): Record<string, unknown> {
  if (typeof schema !== 'object' || schema === null || !('def' in schema)) return {};
  const { def } = schema;
  return typeof def === 'object' && def !== null ? { ...def } : {};
}

/** The paths that a translation knows. */
function paths(texts: Texts, path: string): readonly string[] {
  if (texts === 'text') return [path];
  if (texts === 'list') return [`${path}.*`];
  if ('each' in texts) return paths(texts.each, `${path}.*`);
  if ('ratings' in texts) return paths(texts.ratings, `${path}.*`);
  const [keys, at] = 'named' in texts ? [texts.named, `${path}.*`] : [texts.keys, path];
  return Object.entries(keys).flatMap(([key, below]) => paths(below, `${at}.${key}`));
}

describe('every text of a charter', () => {
  test.each([
    ['charter', charterFile, TEXTS.charter],
    ['levels', levelsFile, TEXTS.levels],
    ['section', sectionFile, TEXTS.section],
  ] as const)('of %s has its place in a translation', (name, schema, texts) => {
    const inSchema = new Set(textPaths(schema, name).filter((path) => !STAYS.test(path)));
    expect([...inSchema].toSorted()).toEqual([...new Set(paths(texts, name))].toSorted());
    expect(inSchema.size).toBeGreaterThan(1);
  });
});
