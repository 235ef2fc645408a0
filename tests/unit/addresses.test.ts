// No address of a page is put together by hand: each is a path of app/routes.ts, which the compiler knows.
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';
import { addressOf, addressWithToken } from '#app/addresses.ts';
import { TOKEN } from '#app/domain/letters/letter.ts';

const APP = path.resolve(import.meta.dirname, '../../app');

/** Where paths stand for themselves: the sitemap, the published interface, what a credential says. */
const OWN_PATHS = [
  'routes.ts',
  'http/register-api/openapi-document.ts',
  'domain/formats/credential-claims.ts',
  // Pages of a service of its own (charter watch).
  'cli/watch/watched-page.tsx',
];

const FIRST = [
  ...readFileSync(path.join(APP, 'routes.ts'), 'utf8').matchAll(/(?:route|prefix)\('([\w.-]+)/g),
]
  .map(([, first]) => first)
  .filter((first) => first !== undefined);
const BY_HAND = new RegExp(
  `[\`'"}]/(?:${[...new Set(FIRST)].join('|').replaceAll('.', '\\.')})[/?]?(?:\\$\\{|[\`'"?])`,
);

/** The lines of a file that put an address together themselves. */
function byHand(text: string): readonly string[] {
  return text
    .split('\n')
    .filter(
      (line) =>
        BY_HAND.test(line) && !/addressOf\(|addressWithToken\(|^\s*(?:'\/|\/\/|\*)/.test(line),
    );
}

it.each([
  ['<a href={`/assessments/${id}`}>', true],
  ['redirect(`/reviews/${id}/plan`)', true],
  ['url: `${config.origin}/awards/${number}`,', true],
  ["to('/account?done=saved')", true],
  ["<a href={addressOf('/assessments/:id', { id })}>", false],
])('%s is by hand: %s', (line, expected) => {
  expect(byHand(line).length > 0).toBe(expected);
});

it('no page, redirect or letter puts an address together by hand', () => {
  const files = readdirSync(APP, { recursive: true, encoding: 'utf8' })
    .map((file) => file.replaceAll('\\', '/'))
    .filter((file) => /\.tsx?$/.test(file) && !OWN_PATHS.includes(file));
  const found = files.flatMap((file) =>
    byHand(readFileSync(path.join(APP, file), 'utf8')).map((line) => `${file}: ${line.trim()}`),
  );
  expect(files.length).toBeGreaterThan(500);
  expect(found).toEqual([]);
});

it('what a parameter holds stays one part of the address', () => {
  expect(addressOf('/awards/:award', { award: 'a/b?c' })).toBe('/awards/a%2Fb%3Fc');
  expect(addressWithToken('/reminders/:token')).toBe(`/reminders/${TOKEN}`);
});
