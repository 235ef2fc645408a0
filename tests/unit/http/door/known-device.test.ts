import { describe, expect, test } from 'vitest';
import { knownDevice, rememberDevice } from '#app/http/door/known-device.ts';

const SETTINGS = {
  origin: 'https://charter.example.org',
  secret: 'a secret of this test alone, long',
};

const asking = (cookie = '') => ({ headers: new Headers(cookie === '' ? {} : { cookie }) });

/** Whether the account has signed in on the device that asks. */
const isKnownDevice = (...asked: Parameters<typeof knownDevice>) =>
  knownDevice(...asked).device !== null;

/** What a browser sends back of a Set-Cookie field. */
function sent(set: string): string {
  return set.split(';')[0] ?? '';
}

/** A device on which these have signed in, one after the other. */
function deviceOf(...accounts: readonly string[]) {
  return accounts.reduce(
    (request, account) =>
      asking(sent(rememberDevice(request, { account, by: 'sign-in' }, SETTINGS))),
    asking(),
  );
}

describe('a device knows who has signed in on it', () => {
  test('each of those who share it, and nobody else', () => {
    const device = deviceOf('sian@northfield.example', 'niamh@northfield.example');
    expect(isKnownDevice(device, 'sian@northfield.example', SETTINGS)).toBe(true);
    expect(isKnownDevice(device, 'niamh@northfield.example', SETTINGS)).toBe(true);
    expect(isKnownDevice(device, 'chair@panel.example', SETTINGS)).toBe(false);
    expect(isKnownDevice(asking(), 'sian@northfield.example', SETTINGS)).toBe(false);
  });

  test('the last eight of very many, so that the cookie stays small', () => {
    const people = Array.from({ length: 30 }, (_, at) => `person${at}@northfield.example`);
    const device = deviceOf(...people);
    const known = people.filter((one) => isKnownDevice(device, one, SETTINGS));
    expect(known).toEqual(people.slice(-8));
    expect(device.headers.get('cookie')?.length).toBeLessThan(1000);
  });

  test('not by a cookie that was changed, cut, or signed with another secret', () => {
    const cookie = deviceOf('sian@northfield.example').headers.get('cookie') ?? '';
    const at = cookie.indexOf('=') + 5;
    const changed = `${cookie.slice(0, at)}${cookie[at] === 'a' ? 'b' : 'a'}${cookie.slice(at + 1)}`;
    for (const other of [
      changed,
      cookie.slice(0, -3),
      `${cookie}=`,
      '__Host-device=%',
      '__Host-device=.',
    ]) {
      expect(isKnownDevice(asking(other), 'sian@northfield.example', SETTINGS), other).toBe(false);
    }
    const elsewhere = { ...SETTINGS, secret: 'another secret, just as long as the first' };
    expect(isKnownDevice(asking(cookie), 'sian@northfield.example', elsewhere)).toBe(false);
  });

  test('by what names nobody', () => {
    const cookie = rememberDevice(
      asking(),
      { account: 'sian@northfield.example', by: 'sign-in' },
      SETTINGS,
    );
    expect(decodeURIComponent(cookie)).not.toMatch(/sian|northfield/);
    expect(cookie).toMatch(/^__Host-device=[^;]+; Max-Age=31536000; Path=\/; HttpOnly; Secure; /);
  });

  test('as one of its own: what is known of one device tells nothing of another', () => {
    const [one, other] = [deviceOf('sian@northfield.example'), deviceOf('sian@northfield.example')];
    const ids = [one, other].map(
      (device) => knownDevice(device, 'sian@northfield.example', SETTINGS).device,
    );
    expect(new Set(ids).size).toBe(2);
    const both = deviceOf('sian@northfield.example', 'niamh@northfield.example');
    expect(knownDevice(both, 'sian@northfield.example', SETTINGS).device).toBe(
      knownDevice(both, 'niamh@northfield.example', SETTINGS).device,
    );
  });

  test('and whether somebody has signed in there, or opened a mailed link only', () => {
    const account = 'sian@northfield.example';
    const link = asking(sent(rememberDevice(asking(), { account, by: 'link' }, SETTINGS)));
    expect(knownDevice(link, account, SETTINGS)).toMatchObject({ signedIn: false });
    expect(knownDevice(link, account, SETTINGS).device).not.toBeNull();
    const both = asking(sent(rememberDevice(link, { account, by: 'sign-in' }, SETTINGS)));
    expect(knownDevice(both, account, SETTINGS).signedIn).toBe(true);
    expect(knownDevice(both, account, SETTINGS).device).toBe(
      knownDevice(link, account, SETTINGS).device,
    );
  });
});
