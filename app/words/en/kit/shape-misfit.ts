// What is said of a place in a file that has not the shape of its schema, where the schema has no words of its own.
import type { ShapeIssue } from '#app/domain/formats/assessment-file.ts';

const EXPECTED: Readonly<Record<string, string>> = {
  string: 'text',
  number: 'a whole number',
  int: 'a whole number',
  boolean: 'true or false',
  array: 'a list',
  object: 'keys with values',
  record: 'keys with values',
};

/** In plain words, what would be right there. */
export function shapeMisfit(issue: ShapeIssue): string {
  switch (issue.code) {
    case 'unrecognized_keys':
      return `${issue.keys.map((key) => `"${key}"`).join(', ')}: there is no such key here; check how it is written`;
    case 'invalid_type':
      return issue.input === undefined
        ? `this is missing; expected ${expected(issue.expected)}`
        : `expected ${expected(issue.expected)}, and this is ${found(issue.input)}`;
    case 'invalid_value':
      return `expected ${issue.values.map((value) => `"${String(value)}"`).join(' or ')}`;
    case 'invalid_union':
      return 'expected text, a whole number, or true or false';
    case 'invalid_key':
      return issue.issues[0]?.message ?? 'this key cannot stand here';
    case 'too_small':
      return issue.origin === 'string'
        ? 'something has to be written here'
        : `expected ${sizeOf(issue.origin)} from ${issue.minimum}`;
    case 'too_big':
      return issue.origin === 'string'
        ? `at most ${issue.maximum} characters may stand here`
        : `expected ${sizeOf(issue.origin)} up to ${issue.maximum}`;
    default:
      return 'this is not right here';
  }
}

function expected(type: string): string {
  return EXPECTED[type] ?? 'something else';
}

function sizeOf(origin: string): string {
  return origin === 'array' ? 'a number of entries' : 'a whole number';
}

function found(input: unknown): string {
  if (input === null) return 'nothing';
  if (Array.isArray(input)) return 'a list';
  return EXPECTED[typeof input] ?? 'something else';
}
