// What a route is stands in the route: the door knows no address by heart, and every route says what it is.
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import type { RouteConfigEntry } from '@react-router/dev/routes';
import routes from '#app/routes.ts';
import { doorIn } from '#app/http/door/door.ts';
import { doorsOf } from '#app/http/door/doors-of.ts';
import { loggedPathsOf } from '#app/http/door/logged-path.ts';

const all = routesIn(routes);
const DOOR = 'app/http/door';

function routesIn(entries: readonly RouteConfigEntry[]): readonly RouteConfigEntry[] {
  return entries.flatMap((entry) => [entry, ...routesIn(entry.children ?? [])]);
}

describe('a route says what it is', () => {
  test('each that can be asked for, in the same words', () => {
    const asked = all.filter(({ path, index }) => path !== undefined || index === true);
    expect(asked.length).toBeGreaterThan(140);
    const silent = asked.filter(
      ({ file }) =>
        !/^export const door = \{[^}]+\} satisfies Door;$/m.test(
          readFileSync(`app/${file}`, 'utf8'),
        ),
    );
    expect(silent.map(({ file }) => file)).toEqual([]);
  });

  test('with nothing but what is known', () => {
    expect(doorIn({ door: { policy: 'person', upload: true } })).toEqual({
      policy: 'person',
      upload: true,
    });
    for (const door of [{}, { policy: 'all' }, { policy: 'person', uploads: true }, 'person']) {
      expect(doorIn({ door })).toBeNull();
    }
    expect(doorIn({})).toBeNull();
  });
});

describe('no file of the door holds an address as a pattern', () => {
  // Words that stand in addresses of the service.
  const words = new Set(
    all.flatMap(({ path = '' }) => path.split('/')).filter((part) => /^[\w.-]+$/.test(part)),
  );
  const EXPRESSION =
    /(?<![\w)\]/<*])\/(?![/*\s])(?:\\.|\[(?:\\.|[^\]\\\n])*\]|[^/\\[\n])+\/[dgimsuvy]*/g;

  function addressesIn(code: string): readonly string[] {
    return (code.match(EXPRESSION) ?? []).filter(
      (found) =>
        found.includes('\\/') && (found.match(/[\w-]+/g) ?? []).some((one) => words.has(one)),
    );
  }

  test('none of them', () => {
    const files = readdirSync(DOOR);
    expect(files.length).toBeGreaterThan(20);
    const found = files.flatMap((file) => addressesIn(readFileSync(`${DOOR}/${file}`, 'utf8')));
    expect(found).toEqual([]);
  });

  test.each([
    'const OWN = /^\\/account(?:\\/|$)/;',
    'const BY_ITSELF = /\\/presence(?:\\.data)?$/;',
    'return /^\\/assessments\\/[^/]+\\/draft$/.test(path);',
  ])('%s would be found', (code) => {
    expect(addressesIn(code)).toHaveLength(1);
  });
});

const page = (path: string, door: object) => [
  path,
  { id: path, parentId: 'root', path, module: { door } },
];
const build = {
  routes: Object.fromEntries([
    ['root', { id: 'root', module: {} }],
    page('set-password/:token', { policy: 'public', secret: true }),
    page('account/address/:token', { policy: 'person', secret: true }),
    page('account/:part', { policy: 'person', ownAccount: true }),
    page('api/:thing', { policy: 'public', limited: true }),
    page('api/notes', { policy: 'public' }),
  ]),
};

describe('the door of a path', () => {
  const doorOf = doorsOf(build);
  test.each([
    ['/api/a', { policy: 'public', limited: true }],
    ['/API/b/', { policy: 'public', limited: true }],
    ['/api/a.data', { policy: 'public', limited: true }],
    ['/api/notes', { policy: 'public' }],
    ['/%61pi/n%6ftes', { policy: 'public' }],
    ['/api', { policy: 'public' }],
    ['/account/name', { policy: 'person', ownAccount: true }],
    ['/account/address/x', { policy: 'person', secret: true }],
    ['/account/%', { policy: 'person', ownAccount: true }],
  ])('%s', (path, door) => {
    // Twice, as the second answer is the one that was kept.
    expect([doorOf(path), doorOf(path)]).toEqual([door, door]);
  });
});

test('the token of a link is left out wherever it stands, and other addresses are whole', () => {
  const loggedPath = loggedPathsOf(build);
  const logged = (path: string) => loggedPath(`http://localhost${path}`);
  const kept = [
    '/a/b',
    '/',
    '/set-password',
    '/set-password/',
    '/account/address',
    '/account/name',
  ];
  expect(kept.map(logged)).toEqual(kept);
  expect(
    [
      '/set-password/abc',
      '/SET-password/abc.data',
      '/set-password/abc/more?x=1',
      '/set%2Dpassword/abc',
      '/account/address/abc',
      '/a/b?c',
      '/%/set-password/abc',
    ].map(logged),
  ).toEqual([
    '/set-password/…',
    '/SET-password/…',
    '/set-password/…/more',
    '/set%2Dpassword/…',
    '/account/address/…',
    '/a/b',
    '/%/set-password/abc',
  ]);
});
