import { describe, expect, test } from 'vitest';
import { clientAddress } from '#app/http/door/client-address.ts';

const SOCKET = '10.0.0.1';

function asked(forwarded?: string) {
  const headers = new Headers(forwarded === undefined ? {} : { 'x-forwarded-for': forwarded });
  return { headers };
}

describe('SEC-42 the address of whoever asks', () => {
  test.each([
    ['no proxy: the socket', 0, undefined, SOCKET],
    ['no proxy: nothing that a stranger says', 0, '203.0.113.9', SOCKET],
    ['one: the last', 1, '203.0.113.9', '203.0.113.9'],
    ['one: the last, whatever stands before', 1, '198.51.100.1, 203.0.113.9', '203.0.113.9'],
    ['two: the last but one', 2, '198.51.100.1, 203.0.113.9, 10.0.0.7', '203.0.113.9'],
    ['two, and one passed only: the socket', 2, '203.0.113.9', SOCKET],
    ['one, without the field', 1, undefined, SOCKET],
    ['with a port', 1, '203.0.113.9:4711', '203.0.113.9'],
    ['IPv6', 1, '2001:db8::9', '2001:db8::9'],
    ['IPv6 with a port', 1, '[2001:db8::9]:4711', '2001:db8::9'],
    ['nonsense', 1, 'unknown', SOCKET],
    ['nothing', 1, '', SOCKET],
    ['a trailing comma', 1, '203.0.113.9,', SOCKET],
  ])('%s', (_, proxies, forwarded, address) => {
    expect(clientAddress(proxies, () => {})(asked(forwarded), SOCKET)).toBe(address);
  });

  test('a proxy that nobody told of is logged once, loudly', () => {
    const logged: unknown[] = [];
    const addressOf = clientAddress(0, (event, facts) => logged.push([event, facts['level']]));
    addressOf(asked(), SOCKET);
    expect(logged).toEqual([]);
    for (let time = 0; time < 3; time += 1) addressOf(asked('203.0.113.9'), SOCKET);
    expect(logged).toEqual([['proxy-not-trusted', 'error']]);
  });
});
