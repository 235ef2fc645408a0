// What a path leads to is looked up once for each kind of address: never another answer than the framework's.
import fc from 'fast-check';
import { matchRoutes, type ServerBuild } from 'react-router';
import { expect, test, vi } from 'vitest';
import { doorsOf } from '#app/http/door/doors-of.ts';

const POLICIES = {
  sign: 'public',
  k: 'public',
  'sign/again': 'public',
  ':place': 'person',
  ':place/again': 'administrator',
  'sign/:token': 'administrator',
  'files/a.csv': 'public',
  'other?/again/last': 'administrator',
  '*': 'public',
} as const;

function route(path: string): [string, NonNullable<ServerBuild['routes'][string]>] {
  const module = { default: () => null, door: { policy: Reflect.get(POLICIES, path) } };
  return [path, { id: path, path, module }];
}

const routes = Object.fromEntries(Object.keys(POLICIES).map(route));
const tree = Object.keys(POLICIES).map((path) => ({ id: path, path }));

function asTheFrameworkSays(pathname: string): unknown {
  const leaf = matchRoutes(tree, pathname)?.at(-1)?.route.id;
  // Where there is no page anyone may be told so.
  return leaf === undefined ? 'public' : Reflect.get(POLICIES, leaf);
}

const part = fc.constantFrom(
  ...[
    'sign',
    'SIGN',
    'again',
    'files',
    'a.csv',
    'axcsv',
    'other',
    'ſign',
    '%73ign',
    '%2F',
    '%',
    '',
  ],
  ...['si%67n', 'sign%2Fagain', 'k', '\u212A', 'sign;', 'sign ', ':place', '*', '..', '%E0%A4%A'],
);

test('every address leads where the framework says, however many of its kind came before', () => {
  // The framework says of each address that it cannot be read.
  vi.spyOn(console, 'warn').mockImplementation(() => {});
  const doorOf = doorsOf({ routes });
  fc.assert(
    fc.property(fc.array(part, { maxLength: 4 }), (parts) => {
      const pathname = `/${parts.join('/')}`;
      expect(doorOf(pathname).policy, pathname).toBe(asTheFrameworkSays(pathname));
    }),
    { numRuns: 3000 },
  );
});
