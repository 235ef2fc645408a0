// Requests to addresses that organisations enter reach no private network, follow nothing and end (SEC-83).
import http from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import {
  AddressRefused,
  createGuardedFetch,
  type FetchLimits,
} from '#app/adapters/sign-in/guarded-fetch.ts';

const OPEN: FetchLimits = {
  allowPrivate: true,
  allowPlainLoopback: true,
  milliseconds: 300,
  mostBytes: 1000,
};
const CLOSED: FetchLimits = { ...OPEN, allowPrivate: false, allowPlainLoopback: false };

let server: http.Server;
let port: number;
let connections = 0;
let answer: http.RequestListener;

beforeEach(async () => {
  connections = 0;
  answer = (_, response) => response.end('here');
  server = http.createServer((request, response) => answer(request, response));
  server.on('connection', () => (connections += 1));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  port = (server.address() as AddressInfo).port;
});
afterEach(() => {
  server.closeAllConnections();
  server.close();
});

const asked = (address: string, limits: FetchLimits) =>
  createGuardedFetch(limits)(address).then(
    (response) => response.text(),
    (error: unknown) => (error instanceof AddressRefused ? error.why : 'failed'),
  );

describe('in production', () => {
  test.each([
    '127.0.0.1',
    'localhost',
    '[::1]',
    '[::ffff:127.0.0.1]',
    '0.0.0.0',
    '2130706433',
    '10.1.2.3',
    '172.31.0.1',
    '192.168.0.1',
    '169.254.169.254',
    '100.64.0.1',
    '[fd00::1]',
    '[fe80::1]',
    '[64:ff9b::7f00:1]',
  ])('%s is not asked', async (host) => {
    expect(await asked(`https://${host}:${port}/`, CLOSED)).toBe('private');
    expect(connections).toBe(0);
  });

  test.each(['http://login.example.org/', 'http://127.0.0.1/', 'ftp://login.example.org/'])(
    '%s is not asked without TLS',
    async (address) => {
      expect(await asked(address, CLOSED)).toBe('insecure');
    },
  );
});

describe('in the demo and in tests', () => {
  test('this machine is asked without TLS, and no other', async () => {
    expect(await asked(`http://127.0.0.1:${port}/`, OPEN)).toBe('here');
    expect(await asked('http://login.example.org/', OPEN)).toBe('insecure');
  });
});

describe('an answer', () => {
  test('leads nowhere else', async () => {
    answer = (_, response) => response.writeHead(302, { Location: '/elsewhere' }).end();
    const response = await createGuardedFetch(OPEN)(`http://127.0.0.1:${port}/`);
    expect(response.status).toBe(302);
    expect(connections).toBe(1);
  });

  test.each<[string, http.RequestListener]>([
    ['comes to nothing', () => {}],
    ['is too large', (_, response) => response.end('x'.repeat(1001))],
    ['never ends', (_, response) => void response.write('x')],
  ])('is not waited for where it %s', async (_, listener) => {
    answer = listener;
    expect(await asked(`http://127.0.0.1:${port}/`, OPEN)).toBe('failed');
  });
});
