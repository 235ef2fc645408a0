import fc from 'fast-check';
import { expect, test } from 'vitest';
import { archivePath } from '#app/domain/evidence/archive-name.ts';

test.each([
  ['G1', 'board-minute-2026-03-12.pdf', 'evidence/G1/board-minute-2026-03-12.pdf'],
  ['G1', 'Cofnodion bwrdd (Mawrth).pdf', 'evidence/G1/Cofnodion-bwrdd-Mawrth.pdf'],
  ['R2', 'Llŷr’s  survey.xlsx', 'evidence/R2/Llŷr-s-survey.xlsx'],
  ['G1.2', 'محضر.pdf', 'evidence/G1.2/محضر.pdf'],
  ['G1', '..', 'evidence/G1/file'],
  ['G1', 'a..b.txt', 'evidence/G1/a.b.txt'],
  ['G1', '../../etc/passwd', 'evidence/G1/etc-passwd'],
  ['..', 'x.pdf', 'evidence/file/x.pdf'],
  ['R2', 'CON', 'evidence/R2/_CON'],
  ['R2', 'nul.csv', 'evidence/R2/_nul.csv'],
])('evidence of %s called %s lies at %s', (criterion, name, path) => {
  expect(archivePath(criterion, name, new Set())).toBe(path);
});

test('files of one name in one criterion are told apart, also where only the case differs', () => {
  const taken = new Set<string>();
  const names = ['a.pdf', 'A.pdf', 'a-2.pdf', 'a.pdf'];
  expect(names.map((name) => archivePath('G1', name, taken))).toEqual([
    'evidence/G1/a.pdf',
    'evidence/G1/A-2.pdf',
    'evidence/G1/a-2-2.pdf',
    'evidence/G1/a-3.pdf',
  ]);
  expect(archivePath('G2', 'a.pdf', taken)).toBe('evidence/G2/a.pdf');
});

test('SEC-57 whatever a file is called, its path stays in its folder and is one of its own', () => {
  const name = fc.oneof(fc.string({ unit: 'binary' }), fc.string(), fc.constant('.'));
  fc.assert(
    fc.property(fc.array(name, { maxLength: 8 }), (names) => {
      const taken = new Set<string>();
      const paths = names.map((one) => archivePath('G1', one, taken));
      expect(new Set(paths.map((one) => one.toLowerCase())).size).toBe(names.length);
      for (const path of paths) {
        expect(path).toMatch(/^evidence\/G1\/[\p{L}\p{M}\p{N}_][\p{L}\p{M}\p{N}_.-]*$/u);
        expect(path).not.toContain('..');
        expect(path.length).toBeLessThan(140);
      }
    }),
  );
});
