// First pass over a charter's files: does each have the shape of schema.ts? All mistakes at once.
import type { z } from 'zod';
import { didYouMean, type Finding, type Path } from './finding.ts';

type Issue = z.core.$ZodIssue;

/** The parsed file, or everything that is wrong with its shape. */
export function parseShape<T extends z.ZodType>(
  schema: T,
  file: string,
  data: unknown,
): { readonly value: z.output<T> | null; readonly findings: readonly Finding[] } {
  const result = schema.safeParse(data, { reportInput: true });
  if (result.success) return { value: result.data, findings: [] };
  return {
    value: null,
    findings: result.error.issues.flatMap((issue) => findingsOf(issue, file, schema)),
  };
}

function findingsOf(issue: Issue, file: string, schema: z.ZodType): readonly Finding[] {
  const path = pathOf(issue.path);
  if (issue.code === 'unrecognized_keys') {
    const known = knownKeys(schema, path);
    return issue.keys.map((key) => ({
      file,
      path: [...path, key],
      on: 'key',
      code: 'unknown-key',
      message: `unknown key "${short(key)}".${didYouMean(key, known) || keysAllowed(known)}`,
    }));
  }
  if (issue.code === 'invalid_key') {
    const reason = issue.issues[0]?.message ?? 'this key cannot stand here';
    return [{ file, path, on: 'key', code: 'bad-key', message: `${reason}` }];
  }
  if (issue.input === undefined) {
    return [{ file, path, on: 'value', code: 'missing-key', message: missingText(path) }];
  }
  return [{ file, path, on: 'value', code: codeOf(issue), message: messageOf(issue) }];
}

function codeOf(issue: Issue): string {
  return issue.code === 'invalid_type' ? 'wrong-type' : 'bad-value';
}

function missingText(path: Path): string {
  const key = path.at(-1);
  return typeof key === 'number' ? 'an entry is missing' : `the key "${key ?? ''}" is missing`;
}

function messageOf(issue: Issue): string {
  const found = describe(issue.input);
  switch (issue.code) {
    case 'invalid_type':
      return `${expectation(issue.expected, issue.message)}; found ${found}`;
    case 'invalid_union':
      return `expected kind to be "relative-likelihood" or "trend"; found ${found}`;
    case 'invalid_value':
      return issue.message.startsWith('Invalid')
        ? `expected ${issue.values.map((value) => `"${String(value)}"`).join(' or ')}; found ${found}`
        : `${issue.message}; found ${found}`;
    case 'too_small':
      return issue.origin === 'array' && issue.message.startsWith('Too small')
        ? `at least ${issue.minimum} needed here; found ${found}`
        : `${issue.message}; found ${found}`;
    default:
      return `${issue.message}; found ${found}`;
  }
}

function expectation(expected: string, message: string): string {
  if (expected === 'object' || expected === 'record') return 'expected keys with values';
  if (expected === 'array') return 'expected a list';
  return message;
}

function describe(input: unknown): string {
  if (Array.isArray(input)) return input.length === 0 ? 'an empty list' : 'a list';
  if (typeof input === 'object' && input !== null) return 'keys with values';
  return input === '' ? 'nothing' : `"${short(String(input))}"`;
}

function short(value: string): string {
  return value.length > 60 ? `${value.slice(0, 60)}…` : value;
}

function pathOf(path: readonly PropertyKey[]): Path {
  return path.map((part) => (typeof part === 'number' ? part : String(part)));
}

function keysAllowed(known: readonly string[]): string {
  return known.length > 0 ? ` Known here: ${known.join(', ')}.` : '';
}

// The keys that the schema knows at a place, for "did you mean".
function knownKeys(schema: z.ZodType, path: Path): readonly string[] {
  let current: unknown = schema;
  for (const part of path) current = step(unwrap(current), part);
  const { shape } = definition(unwrap(current));
  return typeof shape === 'object' && shape !== null ? Object.keys(shape) : [];
}

function step(schema: unknown, part: string | number): unknown {
  const { shape, element, valueType } = definition(schema);
  if (typeof part === 'number') return element;
  if (typeof shape === 'object' && shape !== null) return Reflect.get(shape, part);
  return valueType;
}

function unwrap(schema: unknown): unknown {
  const { innerType } = definition(schema);
  return innerType === undefined ? schema : unwrap(innerType);
}

function definition(schema: unknown): Record<string, unknown> {
  if (typeof schema !== 'object' || schema === null || !('def' in schema)) return {};
  const { def } = schema;
  return typeof def === 'object' && def !== null ? { ...def } : {};
}
