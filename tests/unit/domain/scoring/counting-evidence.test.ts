import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { EvidenceItem } from '#app/domain/scoring/answer.ts';
import { countEvidence, whichCount } from '#app/domain/scoring/counting-evidence.ts';

const A = 'a'.repeat(64);
const B = 'b'.repeat(64);

function item(held: Partial<EvidenceItem>, title = 'Minutes'): EvidenceItem {
  return { title, description: '', file: null, link: null, dataTable: null, ...held };
}

// scoring.md, Evidence: a title with a visible character; the same file (SHA-256) or link counts once.
test.each([
  ['one link twice', [{ link: 'https://a.org/m' }, { link: 'https://a.org/m' }], 1],
  ['one link in two spellings', [{ link: 'https://a.org' }, { link: 'HTTPS://A.org:443/' }], 1],
  ['two links of one host', [{ link: 'https://a.org/m' }, { link: 'https://a.org/n' }], 2],
  ['two anchors of one page', [{ link: 'https://a.org/#1' }, { link: 'https://a.org/#2' }], 2],
  [
    'one file under two names',
    [
      { file: 'one.pdf', sha256: A },
      { file: 'two.pdf', sha256: A },
    ],
    1,
  ],
  [
    'two files of one name',
    [
      { file: 'one.pdf', sha256: A },
      { file: 'one.pdf', sha256: B },
    ],
    2,
  ],
  ['one name where no content is known', [{ file: 'one.pdf' }, { file: 'one.pdf' }], 1],
  [
    'an item with both beside the file alone and the link alone',
    [{ file: 'one.pdf', link: 'https://a.org/' }, { file: 'one.pdf' }, { link: 'https://a.org/' }],
    2,
  ],
  ['two data tables', [{ dataTable: 'one' }, { dataTable: 'two' }], 2],
])('%s', (_, held: Partial<EvidenceItem>[], counted) => {
  expect(countEvidence(held.map((each) => item(each)))).toBe(counted);
  expect(countEvidence(held.toReversed().map((each) => item(each)))).toBe(counted);
});

const INVISIBLE = [
  '',
  ' ',
  '\u00A0',
  '\u200B',
  '\u2060\uFEFF',
  '\u3164',
  '\u115F',
  '\u2800',
  '\u00AD',
  '\u202E',
  '\uFE0F',
  '\u{E0041}',
];
test.each(
  INVISIBLE.map((title) => [
    [...title].map((c) => c.codePointAt(0)?.toString(16)).join(' '),
    title,
  ]),
)('a title of nothing that can be seen (%s) does not count', (_, title) => {
  expect(whichCount([item({ file: 'a.pdf' }, title), item({ file: 'a.pdf' })])).toEqual([
    false,
    true,
  ]);
});

test.each(['–', '1', '✓', 'ਪ', '議', 'é'])('a title of %s counts', (title) => {
  expect(countEvidence([item({ file: 'a.pdf' }, title)])).toBe(1);
});

const some = fc.array(
  fc.record({
    file: fc.constantFrom(null, 'a', 'b', 'c', 'd'),
    link: fc.constantFrom(null, 'https://a.org/', 'https://b.org/', 'https://c.org/'),
  }),
  { maxLength: 9 },
);

test('removing an item never lets more count, and adding one changes the number by one at most', () => {
  fc.assert(
    fc.property(some, fc.nat(), (held, at) => {
      const all = held.map((each) => item(each));
      const fewer = all.filter((_, index) => index !== at % Math.max(1, all.length));
      const difference = countEvidence(all) - countEvidence(fewer);
      expect([0, 1]).toContain(difference);
    }),
  );
});

test('what counts shares nothing, and is as many as any choice that shares nothing', () => {
  fc.assert(
    fc.property(some, (held) => {
      const all = held.map((each) => item(each));
      const counted = whichCount(all);
      const chosen = all.filter((_, index) => counted[index]);
      const files = chosen.flatMap(({ file }) => file ?? []);
      const links = chosen.flatMap(({ link }) => link ?? []);
      expect(new Set(files).size).toBe(files.length);
      expect(new Set(links).size).toBe(links.length);
      expect(chosen.length).toBe(largestByTrying(held));
    }),
  );
});

type Held = { readonly file: string | null; readonly link: string | null };

function largestByTrying(held: readonly Held[]): number {
  let most = 0;
  for (let choice = 0; choice < 2 ** held.length; choice += 1) {
    const chosen = held.filter((_, index) => (choice >> index) % 2 === 1);
    const useful = chosen.every(({ file, link }) => file !== null || link !== null);
    const apart = chosen.every((one, index) =>
      chosen.every(
        (other, place) =>
          index === place ||
          ((one.file === null || one.file !== other.file) &&
            (one.link === null || one.link !== other.link)),
      ),
    );
    if (useful && apart) most = Math.max(most, chosen.length);
  }
  return most;
}
