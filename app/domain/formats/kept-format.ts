// How a kept text is read: first its format, then the frozen schema of that format.
import type { z } from 'zod';
import { ok, refused, type Result } from '#app/domain/problem.ts';

/** Why a kept text cannot be read. */
export type FormatProblem =
  /** A later program wrote it, or it was altered. */
  | { readonly code: 'unknown-format' }
  /** It is not what its format says; `at` = where, '' = the whole. */
  | { readonly code: 'other-shape'; readonly at: string };

/** The value in a kept text with its format; what was kept before there was such a field is format 1. */
export function keptValue(
  text: string,
): Result<{ readonly format: unknown; readonly value: unknown }, FormatProblem> {
  const value = jsonIn(text);
  if (typeof value !== 'object' || value === null) return refused({ code: 'other-shape', at: '' });
  return ok({ format: 'format' in value ? value.format : 1, value });
}

/** The value as this schema has it. */
export function fitted<T>(schema: z.ZodType<T>, value: unknown): Result<T, FormatProblem> {
  const { data, error } = schema.safeParse(value);
  if (error === undefined) return ok(data);
  return refused({ code: 'other-shape', at: error.issues[0]?.path.join('.') ?? '' });
}

/** What stands in the text; null where it is not JSON. */
export function jsonIn(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    // Named recovery: an altered text need not be JSON.
    return null;
  }
}
