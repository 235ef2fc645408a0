import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { FILE_KINDS } from '#app/domain/evidence/file-kinds.ts';
import { displayName, nameForKind } from '#app/domain/evidence/file-name.ts';

const long = 'x'.repeat(200);
const hostile = fc.string({
  unit: fc.constantFrom(
    ...'/\\.: \t"<>|?*aA1é%\0\n\r\u007F\u009F\u202E\u2066\u200F\u200B\uFEFF\uD800\uDC00\u0301\u0338\u037E'.split(
      '',
    ),
    'con',
    'NUL',
    'com¹',
    '..',
    '.pdf',
    '👍🏽',
    'x'.repeat(70),
  ),
  maxLength: 30,
});
const any = fc.oneof(hostile, fc.string({ unit: 'binary', maxLength: 300 }));

describe('the name of a file as it is shown', () => {
  test.each([
    ['plan.pdf', 'plan.pdf'],
    ['C:\\Users\\Siân\\plan.pdf', 'plan.pdf'],
    ['\\\\server\\share\\plan.pdf', 'plan.pdf'],
    ['Q1\\Q2 plan.pdf', 'Q1-Q2 plan.pdf'],
    ['../../etc/passwd', 'passwd'],
    ['..\\..\\etc\\passwd', 'passwd'],
    ['..', 'file'],
    ['a/..', 'file'],
    ['', 'file'],
    ['/', 'file'],
    [' . ', 'file'],
    ['.htaccess', 'htaccess'],
    ['plan.pdf. . ', 'plan.pdf'],
    ['invoice\u202Efdp.exe', 'invoicefdp.exe'],
    ['a\r\nSet-Cookie: x.pdf', 'aSet-Cookie- x.pdf'],
    ['a\0.pdf', 'a.pdf'],
    ['a"b<c>|?*.pdf', 'a-b-c----.pdf'],
    ['CON', '_CON'],
    ['nul.txt', '_nul.txt'],
    ['Com1 .tar.gz', '_Com1 .tar.gz'],
    ['LPT¹.pdf', '_LPT¹.pdf'],
    ['COM10.pdf', 'COM10.pdf'],
    ['contract.pdf', 'contract.pdf'],
    ['Sia\u0302n O’Neill.pdf', 'Siân O’Neill.pdf'],
    ['خطة.pdf', 'خطة.pdf'],
    ['指导 👩🏽‍⚕️.pdf', '指导 👩🏽‍⚕️.pdf'],
    ['a \t\u00A0 b.pdf', 'a b.pdf'],
    [`${long}.pdf`, `${'x'.repeat(146)}.pdf`],
    [`${long}.${long}`, 'x'.repeat(150)],
    [`${'x'.repeat(145)}👍.pdf`, `${'x'.repeat(145)}.pdf`],
    [`${'x'.repeat(140)}      y.pdf`, `${'x'.repeat(140)} y.pdf`],
  ])('%j becomes %j', (given, shown) => {
    expect(displayName(given)).toBe(shown);
  });

  test('SEC-57 is never a path, a hidden file, a device, empty or too long', () => {
    fc.assert(
      fc.property(any, (given) => {
        const name = displayName(given);
        expect(name).not.toMatch(/[/\\:*?"<>|\p{Cc}\p{Cs}\u202A-\u202E\u2066-\u2069]/u);
        expect(name).not.toMatch(/^[. ]|[. ]$|^$/);
        expect(name).not.toMatch(/^(con|prn|aux|nul|(com|lpt)[0-9¹²³]) *(\.|$)/i);
        expect(name.length).toBeLessThanOrEqual(150);
      }),
      { numRuns: 20_000 },
    );
  });

  test('stays the same when it is cleaned again', () => {
    fc.assert(
      fc.property(any, (given) => {
        const name = displayName(given);
        expect(displayName(name)).toBe(name);
      }),
      { numRuns: 20_000 },
    );
  });

  test('ends as its kind does, and is a name still', () => {
    fc.assert(
      fc.property(any, fc.constantFrom(...Object.values(FILE_KINDS)), (given, kind) => {
        const name = nameForKind(displayName(given), kind);
        expect(kind.extensions.some((end) => name.toLowerCase().endsWith(end))).toBe(true);
        expect(displayName(name)).toBe(name);
        expect(nameForKind(name, kind)).toBe(name);
      }),
      { numRuns: 20_000 },
    );
  });
});
