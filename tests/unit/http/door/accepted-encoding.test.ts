import { expect, test } from 'vitest';
import { acceptedEncoding } from '#app/http/door/accepted-encoding.ts';

test.each([
  ['gzip, deflate, br', 'br'],
  ['gzip;q=1.0, *;q=0.5', 'gzip'],
  ['GZIP', 'gzip'],
  ['br;q=0, gzip', 'gzip'],
  ['br; q=0.0', null],
  ['identity', null],
  ['', null],
])('%s is answered with %s', (accepted, encoding) => {
  expect(acceptedEncoding(accepted)).toBe(encoding);
});
