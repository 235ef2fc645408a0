// Forms become typed values here: shape only, no rule that needs the database. What was typed comes back
// with the problems, so that nobody types anything twice.
import { parseWithZod } from '@conform-to/zod/v4';
import type { z } from 'zod';
import { FORM } from '#words/kit/form-words.ts';

/** The first problem of each field, by the field's name. */
export type FieldErrors = Readonly<Record<string, string>>;

/** What was typed, as it was typed. */
export type Typed = Readonly<Record<string, string>>;

export type Parsed<T> =
  | { readonly ok: true; readonly value: T; readonly typed: Typed }
  | { readonly ok: false; readonly errors: FieldErrors; readonly typed: Typed };

/** The form's fields under a schema; an empty field is undefined. */
export function parseForm<Schema extends z.ZodType>(
  form: FormData | URLSearchParams,
  schema: Schema,
): Parsed<z.output<Schema>> {
  const typed = typedIn(form);
  const submission = parseWithZod(withLineFeeds(form), { schema, error: inWords });
  if (submission.status === 'success') return { ok: true, value: submission.value, typed };
  const errors = Object.entries(submission.error ?? {}).map(([field, messages]) => [
    field,
    messages?.[0] ?? FORM.notRight,
  ]);
  return { ok: false, errors: Object.fromEntries(errors), typed };
}

/** What is said where a schema has no words of its own. */
function inWords(issue: z.core.$ZodRawIssue): string {
  if (issue.code === 'too_big' && issue.origin === 'string') {
    return FORM.tooLong(Number(issue.maximum));
  }
  return issue.input === undefined ? FORM.missing : FORM.notRight;
}

/** The texts of a form, each name once: the last one wins, as the browser shows it. */
export function typedIn(form: FormData | URLSearchParams): Typed {
  const texts = [...withLineFeeds(form)].flatMap(([name, value]) =>
    typeof value === 'string' ? [[name, value] as const] : [],
  );
  return Object.fromEntries(texts);
}

// A browser sends CR LF for every line break of a text area; we keep LF, so that a text that nobody
// changed is the same text.
function withLineFeeds(form: FormData | URLSearchParams): FormData {
  const own = new FormData();
  for (const [name, value] of form) {
    own.append(name, typeof value === 'string' ? value.replaceAll('\r\n', '\n') : value);
  }
  return own;
}

/** The page of a list that an address asks for with `?page=`; 1 where it asks for none. */
export function pageNumber({ url }: Pick<Request, 'url'>): number {
  const asked = Number(new URL(url).searchParams.get('page') ?? 1);
  return Number.isInteger(asked) ? asked : 1;
}
