import { argon2Sync } from 'node:crypto';
import { hashPassword as scryptOf } from 'better-auth/crypto';
import { expect, test } from 'vitest';
import { hashPassword, needsRenewal, verifyPassword } from '#app/identity/password-hash.ts';

const PASSWORD = 'walnut harbour lantern';

function phc({ m = 19_456, t = 2, salt = Buffer.alloc(16, 7) } = {}): string {
  const options = { message: PASSWORD, nonce: salt, parallelism: 1, tagLength: 32 };
  const hash = argon2Sync('argon2id', { ...options, memory: m, passes: t });
  const bare = (bytes: Buffer) => bytes.toString('base64').replace(/=+$/, '');
  return `$argon2id$v=19$m=${m},t=${t},p=1$${bare(salt)}$${bare(hash)}`;
}

test('a hash says how it was made, is another each time, and is right for its password alone', async () => {
  const [one, two] = [await hashPassword(PASSWORD), await hashPassword(PASSWORD)];
  expect(one).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$[A-Za-z0-9+/]{22}\$[A-Za-z0-9+/]{43}$/);
  expect(one).not.toBe(two);
  expect(await verifyPassword({ hash: one, password: PASSWORD })).toBe(true);
  expect(await verifyPassword({ hash: one, password: `${PASSWORD} ` })).toBe(false);
  expect(needsRenewal(one)).toBe(false);
});

test('a password is the same in either form of its letters', async () => {
  const hash = await hashPassword('Si\u00e2n a’r môr mawr');
  expect(await verifyPassword({ hash, password: 'Sia\u0302n a’r môr mawr' })).toBe(true);
});

test('a hash that the sign-in library made before is right, and to be renewed', async () => {
  const hash = await scryptOf(PASSWORD);
  expect(await verifyPassword({ hash, password: PASSWORD })).toBe(true);
  expect(await verifyPassword({ hash, password: 'another' })).toBe(false);
  expect(needsRenewal(hash)).toBe(true);
});

test('a hash with other costs is right, and to be renewed', async () => {
  const hash = phc({ m: 8_192, t: 3 });
  expect(await verifyPassword({ hash, password: PASSWORD })).toBe(true);
  expect(needsRenewal(hash)).toBe(true);
  expect(needsRenewal(phc({ salt: Buffer.alloc(8, 7) }))).toBe(true);
  expect(needsRenewal(phc())).toBe(false);
});

test.each([
  '',
  'x',
  ':',
  'abc:',
  '$argon2id$',
  phc().replace('argon2id', 'argon2i'),
  phc().replace('v=19', 'v=16'),
  phc().replace('m=19456', 'm=999999999'),
  phc().replace('t=2', 't=0'),
  `${phc()}=`,
])('what is none of ours (%s) is no password, and no error', async (hash) => {
  expect(await verifyPassword({ hash, password: PASSWORD })).toBe(false);
});
