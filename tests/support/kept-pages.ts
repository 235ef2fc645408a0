// Keeps one page of each kind that tests are given, for the HTML checker that runs after them
// (tests/validators/html.ts). Where KEEP_PAGES names no folder, nothing is kept.
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';

const FOLDER = process.env['KEEP_PAGES'];

/** Keeps a page that uses what no other page at such an address with this status does. */
export function keepPage(
  asked: { readonly method: string; readonly address: string },
  { status, type, text }: { readonly status: number; readonly type: string; readonly text: string },
): void {
  if (FOLDER === undefined || !type.startsWith('text/html') || text === '') return;
  // Nobody reads what stands beside a way on, and test providers of sign-ins write it, too.
  if (status >= 300 && status < 400) return;
  const kind = [asked.method, status, placeOf(asked.address), ...tagsOf(text)].join('\n');
  const name = createHash('sha256').update(kind).digest('hex').slice(0, 16);
  const readable = `${asked.method} ${status}${placeOf(asked.address)}`.replaceAll(
    /[^\w:.-]+/g,
    '_',
  );
  const file = path.join(FOLDER, `${readable.slice(0, 100)}-${name}.html`);
  if (existsSync(file)) return;
  mkdirSync(FOLDER, { recursive: true });
  writeFileSync(file, text);
}

/** The address without what names one thing of a kind. */
function placeOf(address: string): string {
  const [place = ''] = address.split('?');
  return place.replaceAll(/\/[^/]*\d[^/]*/g, '/:id');
}

/** Every start of an element on the page once, with the names of its attributes. */
function tagsOf(text: string): readonly string[] {
  const tags = (text.match(/<[a-z][^<>]*>/gi) ?? []).map((tag) => tag.replaceAll(/="[^"]*"/g, ''));
  return [...new Set(tags)].toSorted();
}
