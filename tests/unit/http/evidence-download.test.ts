import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { attachmentNamed, evidenceDownload } from '#app/http/evidence-download.ts';
import { secure } from '#app/http/door/security.ts';

function download(name: string, mediaType = 'application/pdf'): Response {
  const content = new Response('content').body;
  if (content === null) throw new Error('no body');
  return evidenceDownload({ name, mediaType, size: 7, content });
}

describe('SEC-58 the download of an evidence file', () => {
  test('is an attachment that no browser draws and no cache keeps, behind the guard too', async () => {
    const response = secure(download('plan.pdf'), 'nonce', { https: true });
    expect(Object.fromEntries(response.headers)).toMatchObject({
      'cache-control': 'private, no-store',
      'content-disposition': `attachment; filename="plan.pdf"; filename*=UTF-8''plan.pdf`,
      'content-length': '7',
      'content-security-policy': "sandbox; default-src 'none'; frame-ancestors 'none'",
      'content-type': 'application/pdf',
      'x-content-type-options': 'nosniff',
    });
    expect(await response.text()).toBe('content');
  });

  test('text is UTF-8', () => {
    expect(download('a.csv', 'text/csv').headers.get('content-type')).toBe(
      'text/csv; charset=utf-8',
    );
  });

  test.each([
    ['a b.pdf', `filename="a b.pdf"; filename*=UTF-8''a%20b.pdf`],
    ['Siân.pdf', `filename="Si_n.pdf"; filename*=UTF-8''Si%C3%A2n.pdf`],
    ['👍.pdf', `filename="_.pdf"; filename*=UTF-8''%F0%9F%91%8D.pdf`],
    ['a"b\\c%20.pdf', `filename="a_b_c_20.pdf"; filename*=UTF-8''a%22b%5Cc%2520.pdf`],
    [
      `O'Neill (1)*.pdf`,
      `filename="O'Neill (1)*.pdf"; filename*=UTF-8''O%27Neill%20%281%29%2A.pdf`,
    ],
    ['a\r\nX: y', `filename="a__X: y"; filename*=UTF-8''a%0D%0AX%3A%20y`],
    ['\uD800', `filename="_"; filename*=UTF-8''%EF%BF%BD`],
  ])('%j is named in both ways', (name, named) => {
    expect(attachmentNamed(name)).toBe(`attachment; ${named}`);
  });

  test('every name is a header that can be read back', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 40 }), (name) => {
        const header = attachmentNamed(name);
        expect(new Headers({ 'content-disposition': header }).get('content-disposition')).toBe(
          header,
        );
        const [, encoded = ''] = header.split(`; filename*=UTF-8''`);
        expect(encoded).toMatch(/^[\w!~.%-]*$/);
        expect(decodeURIComponent(encoded)).toBe(name.toWellFormed());
      }),
      { numRuns: 5_000 },
    );
  });
});
