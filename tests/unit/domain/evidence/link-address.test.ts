import { expect, test } from 'vitest';
import { linkAddress } from '#app/domain/evidence/check-evidence.ts';

test.each([
  ['https://example.org/a?b=c#d', 'https://example.org/a?b=c#d'],
  ['http://example.org', 'http://example.org/'],
  // Signs that URLs do not take are written as their numbers (RFC 3986, 2.1).
  ['https://example.org/<b>|"', 'https://example.org/%3Cb%3E%7C%22'],
  ['https://example.org/?q={x}^`', 'https://example.org/?q=%7Bx%7D%5E%60'],
  ['https://example.org/caf\u00e9', 'https://example.org/caf%C3%A9'],
  ['javascript:alert(1)', null],
  ['<script>', null],
  ['//example.org', null],
  ['https://name:word@example.org/', null],
  ['', null],
])('%s leads to %s', (link, address) => {
  expect(linkAddress(link)).toBe(address);
});
