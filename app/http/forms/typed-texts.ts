// What someone has typed into the form of a request, for the page that says that it could not be kept.
import { AsyncLocalStorage } from 'node:async_hooks';
import { isSecret, keptForm } from '#app/http/door/keep-for-later.ts';
import { typedIn as parsedTexts } from './parse-form.ts';

const typed = new AsyncLocalStorage<{ form: FormData | null }>();

/** What is never shown again: secrets, and what a form carries for the program alone. */
const HIDDEN =
  /password|token|secret|^version$|^draft$|^kept-|^cameTicked$|^statements$|^upTo$|^none$|^tick-|^intent$|^next$/i;

/** What is shorter in a preview is an id, a date or a state. */
const SENTENCE = 20;

export type Typed = {
  /** What can be read and copied. */
  readonly texts: ReturnType<typeof readableTexts>;
  /** The whole form, to be sent again; null where it held a password or a file. */
  readonly again: readonly (readonly [string, string])[] | null;
};

/** Runs a request; `typedIn` afterwards gives what its form held, as far as it was read. */
export function withTyped<T>(run: (typedIn: () => Typed) => Promise<T>): Promise<T> {
  const store: { form: FormData | null } = { form: null };
  return typed.run(store, () => run(() => textsIn(store.form)));
}

/** Keeps the form of the request under way, also one that is still being read. */
export function rememberTyped(form: FormData): void {
  const store = typed.getStore();
  if (store !== undefined) store.form = form;
}

/** What the form of the request under way held, as far as it was read: for the form, to be filled in again. */
export function typedSoFar(): Readonly<Record<string, string>> {
  return parsedTexts(typed.getStore()?.form ?? new FormData());
}

/** What its writer may want to copy of the form of the request under way; nothing where none was sent. */
export function readableSoFar(): Typed['texts'] {
  return textsIn(typed.getStore()?.form ?? null).texts;
}

/** Those of the texts that a page (its HTML) shows nowhere, neither in a field nor in its words. */
export function notShown(texts: Typed['texts'], page: string): Typed['texts'] {
  const shown = inOneLine(
    page
      .replaceAll(/<script\b.*?<\/script>/gs, '')
      .replaceAll(/&(amp|lt|gt|quot|#x27|#39);/g, (_, name: string) => SIGNS[name] ?? ''),
  );
  return texts.filter(({ text }) => !ID.test(text) && !shown.includes(inOneLine(text)));
}

/** As React writes them. */
const SIGNS: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  '#x27': "'",
  '#39': "'",
};
const ID = /^[\da-f]{8}-[\da-f]{4}-[\da-f]{4}-[\da-f]{4}-[\da-f]{12}$/i;

/** Without the spaces that one form of a text has and another has not. */
function inOneLine(text: string): string {
  return text.trim().replaceAll(/\s+/g, ' ');
}

/** What a form held, for the page that shows it again; nothing of none. */
export function textsIn(form: FormData | null): Typed {
  if (form === null) return { texts: [], again: null };
  const fields = [...form].flatMap(([name, value]): [string, string][] =>
    typeof value === 'string' ? [[name, value]] : [],
  );
  // A page that asks to sign in again carries a whole form.
  const carried = keptForm(form)?.fields ?? [];
  const texts = readableTexts([...fields, ...carried]);
  const secret = fields.some(([name]) => /password/i.test(name));
  return { texts, again: secret || fields.length === 0 ? null : fields };
}

/** What of a form its writer may want to copy. */
export function readableTexts(
  fields: readonly (readonly [string, string])[],
): readonly { readonly name: string; readonly text: string }[] {
  return fields.flatMap(writtenIn).flatMap((pair) => {
    const [name, text] = pair;
    return text.trim() === '' || HIDDEN.test(name) || isSecret(pair) ? [] : [{ name, text }];
  });
}

/** The preview of a file carries its answers or actions as JSON: the sentences in it, by their names. */
function writtenIn([name, text]: readonly [string, string]): readonly (readonly [
  string,
  string,
])[] {
  if (name !== 'carried') return [[name, text]];
  const sentences: [string, string][] = [];
  try {
    JSON.parse(text, (key, value: unknown) => {
      if (typeof value === 'string' && value.length >= SENTENCE) sentences.push([key, value]);
      return value;
    });
    return sentences;
  } catch (error) {
    // Named recovery: a hidden field that someone changed is shown as it came.
    if (error instanceof SyntaxError) return [[name, text]];
    throw error;
  }
}
