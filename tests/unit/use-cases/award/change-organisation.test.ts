import { describe, expect, test } from 'vitest';
import { EVERYTHING, type RegisterFilter } from '#app/domain/award/register-words.ts';
import type { Actor } from '#app/domain/policy/actor.ts';
import { awardPage } from '#app/queries/award/award-page.ts';
import { organisationChanges } from '#app/queries/award/organisation-changes.ts';
import { registeredOrganisation } from '#app/queries/award/registered-organisation.ts';
import { findEntries } from '#app/queries/award/register-page.ts';
import type { Services } from '#app/services.server.ts';
import {
  mergeOrganisation,
  renameOrganisation,
  setOdsCode,
} from '#app/use-cases/award/change-organisation.ts';
import { publishAward } from '#app/use-cases/award/publish-award.ts';
import { addAward } from '#tests/support/awards.ts';
import { confirmedly } from '#tests/support/confirmedly.ts';
import { addDepartment, personWith, testServices } from '#tests/support/services.ts';

const TODAY = '2027-03-01';
const ADMINISTRATOR: Actor = {
  id: 'bethan',
  name: 'Bethan',
  email: 'bethan@example.org',
  memberships: [{ role: 'charter-administrator', organisation: null, department: null }],
};

async function found(services: Services, filter: Partial<RegisterFilter>) {
  const search = { filter: { ...EVERYTHING, ...filter }, after: null, size: 50, today: TODAY };
  return (await findEntries(services, search)).entries.map(({ number }) => number).toSorted();
}

async function rename(services: Services, organisation: string, name: string, on = TODAY) {
  return renameOrganisation(services, ADMINISTRATOR, { organisation, name, on });
}

async function merge(services: Services, organisation: string, into: string, on = TODAY) {
  return confirmedly((confirmed) =>
    mergeOrganisation(services, ADMINISTRATOR, { organisation, into, on, confirmed }),
  );
}

describe('an organisation that is renamed', () => {
  test('is found by both names, and its award keeps the one that it was made under', async () => {
    const services = await testServices();
    const { number } = await addAward(services, { organisationName: 'Hafren Hospitals' });
    expect(await rename(services, 'north', 'Severn Health')).toEqual({ ok: true, value: null });
    expect(await found(services, { words: 'hafren' })).toEqual([number]);
    expect(await found(services, { organisation: 'severn health' })).toEqual([number]);
    expect((await awardPage(services, number, TODAY))?.organisation).toMatchObject({
      name: 'Hafren Hospitals',
      nowCalled: 'Severn Health',
      formerly: ['Hafren Hospitals'],
    });
  });

  test('again, is found by all three', async () => {
    const services = await testServices();
    const { number } = await addAward(services, { organisationName: 'First' });
    await rename(services, 'north', 'Second', '2027-01-01');
    await rename(services, 'north', 'Third', '2027-02-01');
    for (const words of ['first', 'second', 'third']) {
      expect(await found(services, { words })).toEqual([number]);
    }
    const page = await organisationChanges(services, ADMINISTRATOR, 'north');
    expect(page).toMatchObject({ name: 'Third', formerly: ['Second', 'First'] });
  });

  test('before an award is published, is found by both names afterwards', async () => {
    const services = await testServices();
    const { number } = await addAward(services, { publishedAt: null, organisationName: 'First' });
    await rename(services, 'north', 'Second');
    expect(await found(services, { words: 'second' })).toEqual([]);
    await publishAward(services, ADMINISTRATOR, { number });
    expect(await found(services, { words: 'first' })).toEqual([number]);
    expect(await found(services, { words: 'second' })).toEqual([number]);
  });

  test.each([
    ['to nothing', ' ', TODAY, 'name-wrong'],
    ['to nothing that is seen', '\u200B\u2060', TODAY, 'name-wrong'],
    ['to what it is', 'Trust north', TODAY, 'same-name'],
    ['on no day', 'New', '2027-02-30', 'not-a-date'],
    ['tomorrow', 'New', '2027-03-02', 'in-the-future'],
  ])('is refused %s', async (_, name, on, code) => {
    const services = await testServices();
    await addDepartment(services, 'north', 'therapies');
    expect(await rename(services, 'north', name, on)).toMatchObject({ problem: { code } });
  });
});

describe('an organisation that becomes part of another', () => {
  test('keeps its awards; the other lists and finds them, and whatever becomes of that one', async () => {
    const services = await testServices();
    const numbers = [];
    for (const organisation of ['alpha', 'beta', 'gamma']) {
      const parts = { organisation, department: `unit ${organisation}` };
      numbers.push((await addAward(services, parts)).number);
    }
    const [a = '', b = '', c = ''] = numbers;
    expect(await merge(services, 'alpha', 'beta')).toMatchObject({ ok: true });
    expect(await found(services, { organisation: 'beta' })).toEqual([a, b]);
    expect(await merge(services, 'beta', 'gamma')).toMatchObject({ ok: true });
    expect(await found(services, { organisation: 'gamma' })).toEqual([a, b, c]);
    expect(await found(services, { organisation: 'alpha' })).toEqual([a]);
    await rename(services, 'gamma', 'Sabrina');
    expect(await found(services, { words: 'sabrina' })).toEqual([a, b, c]);
    const asked = { organisation: 'gamma', after: null, size: 50, today: TODAY };
    expect(await registeredOrganisation(services, asked)).toMatchObject({
      predecessors: [{ id: 'beta', name: 'Trust beta' }],
      entries: [{}, {}, {}],
    });
    expect((await awardPage(services, a, TODAY))?.organisation).toMatchObject({
      name: 'Trust alpha',
      nowPartOf: { id: 'beta', name: 'Trust beta' },
    });
  });

  test.each([
    ['itself', 'a', 'a', 'no-successor'],
    ['nothing', 'a', 'nowhere', 'no-successor'],
    ['a second one', 'old', 'a', 'merged-already'],
    ['what is part of it', 'new', 'old', 'would-go-in-a-circle'],
  ])('is refused with %s', async (_, organisation, into, code) => {
    const services = await testServices();
    for (const id of ['a', 'old', 'new']) await addDepartment(services, id, `unit ${id}`);
    await merge(services, 'old', 'new');
    expect(await merge(services, organisation, into)).toMatchObject({ problem: { code } });
  });
});

describe('an ODS code', () => {
  test('finds the awards, and goes again', async () => {
    const services = await testServices();
    const { number } = await addAward(services);
    const set = (odsCode: string) =>
      setOdsCode(services, ADMINISTRATOR, { organisation: 'north', odsCode });
    expect(await set(' rx1 ')).toMatchObject({ ok: true });
    expect(await found(services, { organisation: 'RX1' })).toEqual([number]);
    const asked = { organisation: 'RX1', after: null, size: 5, today: TODAY };
    expect(await registeredOrganisation(services, asked)).toMatchObject({ id: 'north' });
    await set('');
    expect(await found(services, { organisation: 'RX1' })).toEqual([]);
  });

  test('belongs to one organisation', async () => {
    const services = await testServices();
    for (const id of ['a', 'b']) await addDepartment(services, id, `unit ${id}`);
    const set = (organisation: string, odsCode: string) =>
      setOdsCode(services, ADMINISTRATOR, { organisation, odsCode });
    expect(await set('a', 'RX1')).toMatchObject({ ok: true });
    expect(await set('a', 'rx1')).toMatchObject({ ok: true });
    expect(await set('b', 'RX1')).toMatchObject({ problem: { code: 'ods-code-taken' } });
    expect(await set('b', 'R-1')).toMatchObject({ problem: { code: 'ods-code-wrong' } });
  });
});

test('a merger waits for its confirmation, which is for this one alone', async () => {
  const services = await testServices();
  for (const id of ['a', 'b', 'c']) await addDepartment(services, id, `unit ${id}`);
  const ask = (into: string, confirmed: string) =>
    mergeOrganisation(services, ADMINISTRATOR, { organisation: 'a', into, on: TODAY, confirmed });
  const asked = await ask('b', '');
  if (asked.ok || asked.problem.code !== 'to-confirm') throw new Error('it does not ask');
  const page = () => organisationChanges(services, ADMINISTRATOR, 'a');
  expect(await page()).toMatchObject({ nowPartOf: null, departments: ['unit a'], awards: 0 });
  const { confirm } = asked.problem;
  expect(await ask('c', confirm)).toMatchObject({ problem: { code: 'to-confirm' } });
  expect(await ask('b', confirm)).toEqual({ ok: true, value: null });
  expect(await page()).toMatchObject({ nowPartOf: { id: 'b' } });
});

test.each(['TRUST SOUTH', ' Trust  south ', 'Trúst South', 'Trust South'])(
  'no organisation is renamed to what another is called: %j',
  async (name) => {
    const services = await testServices();
    for (const id of ['north', 'south']) await addDepartment(services, id, `unit ${id}`);
    expect(await rename(services, 'north', name)).toEqual({
      ok: false,
      problem: { code: 'name-taken', name: 'Trust south' },
    });
    // Its own name may be written in another way.
    expect(await rename(services, 'south', 'TRUST SOUTH')).toEqual({ ok: true, value: null });
  },
);

test('the name of an organisation that is part of another is free for its successor', async () => {
  const services = await testServices();
  for (const id of ['north', 'south']) await addDepartment(services, id, `unit ${id}`);
  await merge(services, 'south', 'north');
  expect(await rename(services, 'north', 'Trust South')).toEqual({ ok: true, value: null });
});

test('nobody but an administrator changes an organisation', async () => {
  const services = await testServices();
  await addDepartment(services, 'north', 'therapies');
  const lead = personWith('assessment-lead', 'north', null);
  const organisation = 'north';
  const refused = { ok: false, problem: { code: 'not-allowed' } };
  const on = TODAY;
  expect(await renameOrganisation(services, lead, { organisation, name: 'x', on })).toEqual(
    refused,
  );
  const merger = { organisation, into: 'x', on, confirmed: '' };
  expect(await mergeOrganisation(services, lead, merger)).toEqual(refused);
  expect(await setOdsCode(services, lead, { organisation, odsCode: 'RX1' })).toEqual(refused);
  expect(await organisationChanges(services, lead, organisation)).toBeNull();
});
