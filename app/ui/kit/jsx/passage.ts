// Texts that are, or hold, words of a charter in another language. On a page each such passage is marked with its
// language, for those who hear it (WCAG 3.1.2), and set in its own direction. No view has to think of it: every
// element of ours is made here (jsx-runtime.ts).
import { createContext, createElement, Fragment, type ReactNode, useContext } from 'react';
import { isMarked, passagesIn, unmarked } from '#app/domain/charter/translation/marked.ts';

/** The language in which a page shows the words of charters. */
type Reading = { readonly language: string; readonly direction: 'ltr' | 'rtl' };

const ReadIn = createContext<Reading | null>(null);

/** Says in which language everything in it is read. */
export const ReadingProvider = ReadIn.Provider;

/** Elements whose content is text alone. */
const TEXT_ALONE = new Set([
  'title',
  'option',
  'textarea',
  'text',
  'tspan',
  'desc',
  'style',
  'script',
]);

/**
 * The properties of an element with the passages among its children marked; the same where nothing in it is
 * translated, and those of a component, which makes elements of what it is given.
 */
export function withPassages(type: unknown, props: unknown): unknown {
  // Asked for every element of every page, so nothing is made where there is nothing to mark.
  if ((typeof type !== 'string' && type !== Fragment) || !isObject(props)) return props;
  for (const name in props) if (holdsPassage(props[name])) return marking(type, props);
  return props;
}

type Props = Readonly<Record<string, unknown>>;

function isObject(props: unknown): props is Props {
  return typeof props === 'object' && props !== null;
}

function marking(type: unknown, props: Props): Props {
  const alone = typeof type === 'string' && TEXT_ALONE.has(type);
  const entries = Object.entries(props).map(([name, value]) => {
    if (name !== 'children') return [name, typeof value === 'string' ? unmarked(value) : value];
    return [name, alone ? plain(value) : passages(value)];
  });
  return Object.fromEntries(entries);
}

function holdsPassage(value: unknown): boolean {
  if (typeof value === 'string') return isMarked(value);
  if (!Array.isArray(value)) return false;
  for (const entry of value) if (holdsPassage(entry)) return true;
  return false;
}

function plain(children: unknown): unknown {
  if (typeof children === 'string') return unmarked(children);
  return Array.isArray(children) ? children.map(plain) : children;
}

function passages(children: unknown, place = 0): unknown {
  if (typeof children === 'string' && isMarked(children)) {
    return createElement(Passage, { key: `passage-${place}`, text: children });
  }
  return Array.isArray(children) ? children.map(passages) : children;
}

/** In which language the page is read; null = each charter's own. */
export function useReading(): Reading | null {
  return useContext(ReadIn);
}

/** The text, each passage in its language; as it is where the page is read in the charter's own. */
function Passage({ text }: { readonly text: string }): ReactNode {
  const reading = useReading();
  if (reading === null) return unmarked(text);
  const { language: lang, direction: dir } = reading;
  return passagesIn(text).map(({ text: part, translated }, key) =>
    translated ? createElement('span', { key, lang, dir }, part) : part,
  );
}
