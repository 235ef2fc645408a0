// What a service does not start with: secrets that are none, addresses that are more, a demo for strangers.
import { randomBytes } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { readConfig } from '#app/config.ts';
import { isLoopback, originProblem } from '#app/setting-checks.ts';

const ROOT = '/nowhere';
const GOOD = {
  MODE: 'production',
  PUBLIC_ORIGIN: 'https://charter.example.org',
  SESSION_SECRET: 'rqLz0vT8uY3nHk5WmE1cJx7SbGd2aPfQ9oZiVtNe',
};

describe('a secret', () => {
  test.each([
    ['one letter', 'a'.repeat(40)],
    ['two letters', 'ab'.repeat(30)],
    ['a piece over and over', 'changeme'.repeat(5)],
    ['a piece over and over, in other letters', 'ChangeMe-ChangeMe-ChangeMe-ChangeMe'],
    ['a random piece twice and a half', 'k3Jd92xQpa'.repeat(4)],
    ['counting', '0123456789012345678901234567890123456789'],
    ['the alphabet', 'abcdefghijklmnopqrstuvwxyz0123456789'],
    ['the words of an example', 'a-random-text-of-more-than-thirty-two-characters'],
    ['a wish', 'replace-this-with-your-own-secret-key!!'],
    ['a password', 'mysecretpassword-mysecretpassword'],
    ['spaces', ' '.repeat(40)],
    ['a short one', 'k3Jd92xQpaLm'],
  ])('of %s is refused', (_what, secret) => {
    expect(() => readConfig({ ...GOOD, SESSION_SECRET: secret }, ROOT)).toThrow(/SESSION_SECRET/);
  });

  test('of the demo is refused, and it is said whose it is', () => {
    const { secret } = readConfig({ MODE: 'demo' }, ROOT);
    for (const demo of [secret, `${secret}!`]) {
      const read = () => readConfig({ ...GOOD, SESSION_SECRET: demo }, ROOT);
      expect(read).toThrow(/SESSION_SECRET is the one of the demo/);
    }
  });

  test('that is random is taken, however it is written', () => {
    for (const round of Array.from({ length: 300 }, (_, index) => index)) {
      const bytes = randomBytes(round % 2 === 0 ? 24 : 48);
      for (const secret of [bytes.toString('base64'), bytes.toString('hex')]) {
        expect(readConfig({ ...GOOD, SESSION_SECRET: secret }, ROOT).secret).toBe(secret);
      }
    }
  });

  test('of a demo or a test is nobody’s business', () => {
    expect(readConfig({ MODE: 'test', SESSION_SECRET: 'x' }, ROOT).secret).toBe('x');
  });
});

describe('the address that people use', () => {
  test.each([
    ['a path', 'https://charter.example.org/app', /a path \(\/app\)/],
    ['a query', 'https://charter.example.org/?x=1', /a question mark/],
    ['an empty query', 'https://charter.example.org/?', /a question mark/],
    ['a fragment', 'https://charter.example.org/#top', /a fragment/],
    ['an empty fragment', 'https://charter.example.org#', /a fragment/],
    ['a user', 'https://me@charter.example.org', /a user name or password/],
    ['a password', 'https://me:pass@charter.example.org', /a user name or password/],
    ['no scheme', 'charter.example.org', /https address/],
    ['plain HTTP', 'http://charter.example.org', /https address/],
    ['another scheme', 'ftp://charter.example.org', /https address/],
    ['nothing', '', /https address/],
  ])('with %s is refused', (_what, origin, words) => {
    expect(() => readConfig({ ...GOOD, PUBLIC_ORIGIN: origin }, ROOT)).toThrow(words);
  });

  test.each([
    ['https://charter.example.org', 'https://charter.example.org'],
    ['https://charter.example.org/', 'https://charter.example.org'],
    ['https://Charter.Example.ORG', 'https://charter.example.org'],
    ['https://charter.example.org:443', 'https://charter.example.org'],
    ['https://charter.example.org:8443/', 'https://charter.example.org:8443'],
  ])('%s is kept as browsers send it', (given, kept) => {
    expect(originProblem(given)).toBeNull();
    expect(readConfig({ ...GOOD, PUBLIC_ORIGIN: given }, ROOT).origin).toBe(kept);
  });
});

describe('a demo', () => {
  const open = ['0.0.0.0', '::', '192.168.1.4', 'charter.example.org', '128.0.0.1', '127.evil.org'];
  test.each(open)('on %s is refused in words', (host) => {
    const read = () => readConfig({ MODE: 'demo', HOST: host }, ROOT);
    expect(read).toThrow(/listens on this machine alone/);
    expect(readConfig({ ...GOOD, HOST: host }, ROOT).host).toBe(host);
  });

  test.each(['127.0.0.1', '127.8.9.10', '::1', '[::1]', 'localhost', 'LOCALHOST'])(
    'on %s starts',
    (host) => {
      expect(isLoopback(host)).toBe(true);
      expect(readConfig({ MODE: 'demo', HOST: host }, ROOT).host).toBe(host);
    },
  );
});
