// What every page offers its reader: no link leads to a refusal, and what describes a field is there. Everybody
// follows every link from their start page, of each kind of address a few.
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type AppServer, startApp } from '#tests/support/app-server.ts';
import { signedInAs, type Visitor, visitor } from '#tests/support/http.ts';
import { PEOPLE } from '#tests/support/people.ts';
import { builtRoutes, patternsOf } from './access-places.ts';

/** Of so many addresses of one kind, others are built by the same code. */
const MOST_OF_A_KIND = 2;

let app: AppServer;
let kinds: readonly RegExp[];

beforeAll(async () => {
  app = await startApp();
  const names = (pattern: string) => pattern.split(':').length;
  kinds = patternsOf(await builtRoutes())
    .toSorted((one, other) => names(one) - names(other))
    .map((pattern) => new RegExp(`^${pattern.replaceAll(/:[^/]+/g, '[^/]+')}$`));
});
afterAll(() => app?.stop());

function kindOf(address: string): string {
  const path = address.split(/[?#]/)[0] ?? '';
  return String(kinds.find((kind) => kind.test(path)) ?? path);
}

function linksIn(html: string): readonly string[] {
  const found = html.matchAll(/<a\b[^>]*\shref="([^"]*)"/g);
  return [...found]
    .map(([, href = '']) => href.replaceAll('&amp;', '&').split('#')[0] ?? '')
    .filter((href) => href.startsWith('/'));
}

/** Ids that something on the page refers to and that nothing has. */
function missingIds(html: string): readonly string[] {
  const ids = new Set([...html.matchAll(/\sid="([^"]*)"/g)].map(([, id]) => id));
  const wanted = [
    ...html.matchAll(/\s(?:aria-describedby|aria-labelledby|aria-controls|for)="([^"]*)"/g),
  ].flatMap(([, list = '']) => list.split(/\s+/));
  return wanted.filter((id) => !ids.has(id));
}

type Fault = { readonly page: string; readonly what: string };

async function faultsOf(person: Visitor): Promise<readonly Fault[]> {
  const faults: Fault[] = [];
  const waiting: { readonly page: string; readonly address: string }[] = [
    { page: '', address: '/' },
  ];
  const seen = new Set(['/']);
  const taken = new Map<string, number>();
  for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
    const { page, address } = next;
    const answer = await person.get(address);
    if (answer.status >= 400) faults.push({ page, what: `${answer.status} ${address}` });
    const location = answer.headers.get('location');
    if (!(answer.headers.get('content-type') ?? '').startsWith('text/html') && !location) continue;
    for (const id of missingIds(answer.text)) faults.push({ page: address, what: `no id "${id}"` });
    for (const link of [
      ...linksIn(answer.text),
      ...(location ? [location.replace(app.origin, '')] : []),
    ]) {
      const kind = kindOf(link);
      const before = taken.get(kind) ?? 0;
      if (seen.has(link) || before >= MOST_OF_A_KIND) continue;
      seen.add(link);
      taken.set(kind, before + 1);
      waiting.push({ page: address, address: link });
    }
  }
  return faults;
}

test.each([
  'anonymous',
  'lead',
  'beginner',
  'contributor',
  'sponsor',
  'viewer',
  'administrator',
  'chair',
  'panelMember',
])('no page of %s links to a refusal or refers to what is not there', async (who) => {
  const email = Object.entries(PEOPLE).find(([name]) => name === who)?.[1];
  const person = email === undefined ? visitor(app) : await signedInAs(app, email);
  expect(await faultsOf(person)).toEqual([]);
});
