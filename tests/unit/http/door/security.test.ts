import { describe, expect, test } from 'vitest';
import { comesFromHere, secure } from '#app/http/door/security.ts';

const ORIGIN = 'https://charter.example.org';
const asked = (method: string, headers: Record<string, string>) =>
  comesFromHere(new Request(`${ORIGIN}/x`, { method, headers }), ORIGIN, {});

describe('the guard before every change', () => {
  test('a change from our own page goes on', () => {
    expect(asked('POST', { origin: ORIGIN, 'sec-fetch-site': 'same-origin' })).toBe(true);
    expect(asked('POST', { origin: ORIGIN })).toBe(true);
  });

  test.each([
    ['another site', { origin: 'https://evil.example', 'sec-fetch-site': 'cross-site' }],
    ['another port', { origin: `${ORIGIN}:8443` }],
    ['the null origin', { origin: 'null' }],
    ['a sister host', { origin: ORIGIN, 'sec-fetch-site': 'same-site' }],
    ['nobody says where from', {}],
  ])('a change is refused from %s', (_, headers) => {
    expect(asked('POST', headers)).toBe(false);
    expect(asked('DELETE', headers)).toBe(false);
  });

  test('a mail program may send the one form of a reminder, and another site may not', () => {
    const sent = (method: string, headers: Record<string, string>) =>
      comesFromHere(new Request(`${ORIGIN}/x`, { method, headers }), ORIGIN, { signed: true });
    expect(sent('POST', {})).toBe(true);
    expect(sent('DELETE', {})).toBe(false);
    expect(sent('POST', { origin: 'https://evil.example' })).toBe(false);
    expect(sent('POST', { 'sec-fetch-site': 'cross-site' })).toBe(false);
  });

  test('reading is always allowed, and unknown methods never', () => {
    expect(asked('GET', { 'sec-fetch-site': 'cross-site' })).toBe(true);
    expect(asked('PROPFIND', { origin: ORIGIN })).toBe(false);
  });
});

describe('headers on every answer', () => {
  test('scripts run only with the nonce, and nobody frames a page', () => {
    const policy = secure(new Response(''), 'abc', { https: true }).headers.get(
      'Content-Security-Policy',
    );
    expect(policy).toContain("script-src 'self' 'nonce-abc'");
    expect(policy).toContain("frame-ancestors 'none'");
    expect(policy).not.toContain('unsafe');
  });
});
