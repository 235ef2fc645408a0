// What is stored as JSON comes back as it was written; what somebody broke in the database is told by its place.
import { expect, test } from 'vitest';
import {
  MILESTONES,
  PRIVATE_JWK,
  PUBLIC_JWK,
  REPORTED_ACTIONS,
  storedValue,
} from '#app/domain/formats/stored-text.ts';
import { STATUSES } from '#app/domain/plan/action-fields.ts';

const key = { kty: 'OKP', crv: 'Ed25519', x: 'AAAA' };
const action = { action: '1', objective: 'Give every mentor two hours', note: '' };
const place = { column: 'actions.milestones', id: 'action-7' };

test.each([
  ['milestones', MILESTONES, [{ on: '2027-03-31', text: 'Agreed', done: false }]],
  ['no milestone', MILESTONES, []],
  ['reports of each status', REPORTED_ACTIONS, STATUSES.map((status) => ({ ...action, status }))],
  ['a report that says nothing yet', REPORTED_ACTIONS, [{ ...action, status: null }]],
  ['a public key', PUBLIC_JWK, key],
  ['a private key', PRIVATE_JWK, { ...key, d: 'BBBB' }],
] as const)('%s: what was written is read', (_, schema, value) => {
  expect(storedValue<unknown>(schema, JSON.stringify(value), place)).toEqual(value);
});

test.each([
  ['no JSON', MILESTONES, '[{', ''],
  ['nothing', MILESTONES, '', ''],
  ['another kind', MILESTONES, '{"on":1}', ''],
  ['a field that is gone', MILESTONES, '[{"on":"2027-03-31","done":true}]', ' at 0.text'],
  [
    'a status that there is not',
    REPORTED_ACTIONS,
    JSON.stringify([{ ...action, status: 'fine' }]),
    ' at 0.status',
  ],
  ['half a key', PUBLIC_JWK, '{"kty":"OKP"}', ' at crv'],
  ['a public key for a private one', PRIVATE_JWK, JSON.stringify(key), ' at d'],
] as const)(
  '%s is an error that names the column, the row and the place',
  (_, schema, text, at) => {
    expect(() => storedValue<unknown>(schema, text, place)).toThrow(
      `The database was changed: actions.milestones of action-7 is not what was written there${at}.`,
    );
  },
);
