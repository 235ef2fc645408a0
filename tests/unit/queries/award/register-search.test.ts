import { expect, test } from 'vitest';
import { EVERYTHING, type RegisterFilter } from '#app/domain/award/register-words.ts';
import type { RegisterPlace } from '#app/domain/award/register-place.ts';
import { awardDocument } from '#app/queries/award/award-document.ts';
import { awardPage } from '#app/queries/award/award-page.ts';
import { findEntries, registerPage } from '#app/queries/award/register-page.ts';
import { registeredOrganisation } from '#app/queries/award/registered-organisation.ts';
import { numberIn, verification } from '#app/queries/award/verification.ts';
import type { Services } from '#app/services.server.ts';
import { organisationEvents } from '#db/tables-awards.ts';
import { PRIVATE, PUBLIC } from '#tests/support/award-record.ts';
import { addAward, addDocument } from '#tests/support/awards.ts';
import { testServices } from '#tests/support/services.ts';

const TODAY = '2027-03-02';
const LEVELS = ['bronze', 'silver', 'gold'];

/** Thirty awards of three levels, five organisations and four years, published one after another. */
async function thirty() {
  const services = await testServices();
  const all = [];
  for (let index = 0; index < 30; index += 1) {
    const organisation = `trust${index % 5}`;
    const facts = {
      level: LEVELS[index % 3] ?? '',
      year: String(2027 + (index % 4)),
      organisation,
      department: `unit${index}`,
    };
    const { number } = await addAward(services, {
      ...facts,
      organisationName: `Hospitals ${organisation}`,
      departmentName: `${index % 2 === 0 ? 'Pharmacy' : 'Radiology'} ${index}`,
      awardedOn: `${facts.year}-01-0${1 + (index % 9)}`,
      // Two at a time are published in the same instant.
      publishedAt: `2027-03-01T09:${String(10 + Math.floor(index / 2))}:00.000Z`,
    });
    const word = index % 2 === 0 ? 'pharmacy' : 'radiology';
    all.push({ ...facts, number, word, place: `${word} ${index}` });
  }
  return { services, all };
}

async function everyPage(services: Services, filter: RegisterFilter, size: number) {
  const numbers: string[] = [];
  let after: RegisterPlace | null = null;
  for (let pages = 0; pages < 100; pages += 1) {
    const found = await findEntries(services, { filter, after, size, today: TODAY });
    expect(found.entries.length).toBeLessThanOrEqual(size);
    numbers.push(...found.entries.map((entry: { number: string }) => entry.number));
    after = found.next;
    if (after === null) return numbers;
  }
  throw new Error('the pages do not end');
}

test('every search gives what looking at all awards gives, whatever the page size', async () => {
  const { services, all } = await thirty();
  const { level, year, organisation, word } = { ...all[7] };
  const filters: Partial<RegisterFilter>[] = [
    {},
    { level: level ?? '' },
    { year: year ?? '' },
    { charter: 'bme-mentoring' },
    { level: level ?? '', year: year ?? '' },
    { charter: 'bme-mentoring', level: level ?? '', year: year ?? '' },
    { words: word ?? '' },
    { words: `${word} hospitals`, level: level ?? '' },
    { organisation: organisation ?? '' },
    { organisation: organisation ?? '', words: 'pharmacy', year: '2027' },
    { words: 'nowhere' },
    { words: 'pharmacy radiology' },
    { charter: 'no-such-charter' },
  ];
  for (const part of filters) {
    const expected = all
      .filter(
        (one) =>
          (part.level ?? one.level) === one.level &&
          (part.year ?? one.year) === one.year &&
          (part.charter ?? 'bme-mentoring') === 'bme-mentoring' &&
          (part.organisation ?? one.organisation) === one.organisation &&
          (part.words ?? '')
            .split(' ')
            .every((sought) => ['', 'hospitals', one.word].includes(sought)),
      )
      .map(({ number }) => number);
    for (const size of [1, 4, 100]) {
      const found = await everyPage(services, { ...EVERYTHING, ...part }, size);
      expect(new Set(found).size).toBe(found.length);
      expect(found.toSorted()).toEqual(expected.toSorted());
    }
  }
});

// The oracle looks into every name; '0' and 'a' are parts of too many words to be looked up one by one.
test.each([
  'pharm',
  'ADIO',
  'rust3',
  '0',
  'a',
  'rónz',
  '2027 pharm',
  'a 1 silv',
  'harm 0',
  '7 iolo',
  'xx',
  '29',
])(
  'a search for %s finds every award with these parts of words, whatever the page size',
  async (words) => {
    const { services, all } = await thirty();
    const expected = all
      .filter(({ number, level, organisation, place }) => {
        const names = `hospitals ${organisation} ${place} ${number} ${level}`.toLowerCase();
        const parts = words.toLowerCase().replace('ó', 'o').split(' ');
        return parts.every((part) => names.split(/[ -]/).some((word) => word.includes(part)));
      })
      .map(({ number }) => number);
    for (const size of [1, 100]) {
      const found = await everyPage(services, { ...EVERYTHING, words }, size);
      expect(found.toSorted()).toEqual(expected.toSorted());
    }
  },
);

test('an organisation is found by a part of its name or code, and no award by a part of an id', async () => {
  const { services, all } = await thirty();
  const found = await everyPage(services, { ...EVERYTHING, organisation: 'ospit rust2' }, 100);
  const expected = all.filter(({ organisation }) => organisation === 'trust2');
  expect(found.toSorted()).toEqual(expected.map(({ number }) => number).toSorted());
  expect(await everyPage(services, { ...EVERYTHING, organisation: 'nowhere' }, 100)).toEqual([]);
});

test('the newest award comes first', async () => {
  const { services, all } = await thirty();
  const [first] = await everyPage(services, EVERYTHING, 7);
  expect([all[28]?.number, all[29]?.number]).toContain(first);
});

test('filters offer what the register holds, in words', async () => {
  const { services } = await thirty();
  const search = { filter: EVERYTHING, after: null, size: 5, today: TODAY };
  const { choices } = await registerPage(services, search);
  expect(choices.levels.map(({ label }) => label).toSorted()).toEqual(['Bronze', 'Gold', 'Silver']);
  expect(choices.years.map(({ value }) => value)).toEqual(['2030', '2029', '2028', '2027']);
  expect(choices.charters.map(({ value }) => value)).toEqual(['bme-mentoring']);
});

test('SEC-09 an award that is not published is nowhere: not in lists, by number, by document or by check', async () => {
  const services = await testServices();
  const { number, decisionId } = await addAward(services, { publishedAt: null });
  await addDocument(services, decisionId, 'award-report');
  expect(await awardPage(services, number, TODAY)).toBeNull();
  expect(await verification(services, number, TODAY)).toBeNull();
  expect(await awardDocument(services, null, { number, kind: 'award-report' })).toBeNull();
  expect(await everyPage(services, EVERYTHING, 10)).toEqual([]);
  expect(await everyPage(services, { ...EVERYTHING, words: number }, 10)).toEqual([]);
  const asked = { organisation: 'north', after: null, size: 10, today: TODAY };
  expect(await registeredOrganisation(services, asked)).toBeNull();
  const search = { filter: EVERYTHING, after: null, size: 5, today: TODAY };
  expect((await registerPage(services, search)).choices.levels).toEqual([]);
});

test('a page holds what is public and no canary of what is not', async () => {
  const services = await testServices();
  const { number } = await addAward(services);
  const shown = JSON.stringify(await awardPage(services, number, TODAY));
  for (const text of Object.values(PUBLIC)) expect(shown).toContain(text);
  for (const canary of Object.values(PRIVATE)) expect(shown).not.toContain(canary);
});

test.each([
  ['valid', {}, '2027-03-02'],
  ['grace', { graceUntil: '2032-12-31' }, '2032-06-01'],
  ['expired', {}, '2032-06-01'],
  [
    'withdrawn',
    { withdrawn: { at: '2028-01-01T00:00:00.000Z', reason: 'No longer met' } },
    '2028-01-02',
  ],
])('an award that is %s says so', async (state, parts, today) => {
  const services = await testServices();
  const { number } = await addAward(services, parts);
  expect(await awardPage(services, number, today)).toMatchObject({ state });
  expect(await verification(services, number, today)).toMatchObject({ state });
});

test('the awards of a department lead to each other', async () => {
  const services = await testServices();
  const earlier = await addAward(services, { awardedOn: '2022-03-01' });
  const later = await addAward(services, { renews: earlier.id });
  const secret = await addAward(services, { awardedOn: '2029-01-01', publishedAt: null });
  await addAward(services, { department: 'pharmacy' });
  const page = await awardPage(services, earlier.number, TODAY);
  expect(page?.history).toMatchObject([{ number: later.number, isLater: true }]);
  expect(JSON.stringify(page)).not.toContain(secret.number);
});

test('only the public documents are given out, as they were kept', async () => {
  const services = await testServices();
  const { number, decisionId } = await addAward(services);
  await addDocument(services, decisionId, 'award-report');
  await addDocument(services, decisionId, 'feedback');
  const page = await awardPage(services, number, TODAY);
  expect(page?.documents.map(({ kind }) => kind)).toEqual(['award-report']);
  expect(await awardDocument(services, null, { number, kind: 'feedback' })).toBeNull();
  const found = await awardDocument(services, null, { number, kind: 'award-report' });
  if (found === null || !found.ok) throw new Error('no document');
  expect(await new Response(found.value.content).text()).toBe('%PDF award-report');
});

test('an organisation that became part of another keeps its name on its award, which the other lists', async () => {
  const services = await testServices();
  const { number } = await addAward(services, { organisation: 'old', department: 'd1' });
  await addAward(services, { organisation: 'new', department: 'd2' });
  await services.engine.db.insert(organisationEvents).values({
    id: 'merged',
    organisationId: 'old',
    kind: 'merged',
    nameBefore: 'Trust old',
    into: 'new',
    happenedOn: '2027-04-01',
    createdAt: '2027-04-01T09:00:00.000Z',
    createdBy: 'administrator',
  });
  const page = await awardPage(services, number, TODAY);
  expect(page?.organisation).toMatchObject({
    name: 'Trust old',
    nowCalled: null,
    nowPartOf: { id: 'new', name: 'Trust new' },
  });
});

test.each([
  ['MC-2027-0042', 'MC-2027-0042'],
  [' mc 2027 0042 ', 'MC-2027-0042'],
  ['Award no. MC-2027-0042.', 'MC-2027-0042'],
  ['MC-2027-12345', 'MC-2027-12345'],
  ['0042', null],
  ['', null],
])('in ‘%s’ the number is %s', (typed, number) => {
  expect(numberIn(typed)).toBe(number);
});
