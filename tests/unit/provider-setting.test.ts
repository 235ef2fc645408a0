// What the settings of the installation say of providers.
import path from 'node:path';
import { expect, test } from 'vitest';
import { readConfig } from '#app/config.ts';

const ROOT = path.resolve(import.meta.dirname, '../..');
const PRODUCTION = {
  PUBLIC_ORIGIN: 'https://charter.example.org',
  SESSION_SECRET: '8f2c71d04be95a3667e1cd90b4f8a2d5',
};

test('in production providers are on public addresses and on TLS, unless a setting says private ones', () => {
  expect(readConfig(PRODUCTION, ROOT).providers).toEqual({
    body: null,
    allowPrivate: false,
    allowPlainLoopback: false,
  });
  const inside = readConfig({ ...PRODUCTION, OIDC_PRIVATE_ADDRESSES: 'yes' }, ROOT);
  expect(inside.providers).toMatchObject({ allowPrivate: true, allowPlainLoopback: false });
});

test('the awarding body’s own provider is set whole, or not at all', () => {
  const some = { ...PRODUCTION, BODY_OIDC_ISSUER: 'https://login.example.org' };
  expect(() => readConfig(some, ROOT)).toThrow('set all three or none');
  const all = { ...some, BODY_OIDC_CLIENT_ID: 'charter', BODY_OIDC_CLIENT_SECRET: 'hidden' };
  expect(readConfig(all, ROOT).providers.body).toEqual({
    name: 'the awarding body',
    issuer: 'https://login.example.org',
    clientId: 'charter',
    clientSecret: 'hidden',
    provesTwoFactors: '',
  });
});
