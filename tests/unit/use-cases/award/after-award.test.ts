// What an award leads to: withdrawn documents, the feed, appeals before publication, and what can still be done.
import { randomUUIDv7 } from 'node:crypto';
import { expect, test } from 'vitest';
import type { Actor } from '#app/domain/policy/actor.ts';
import { registerFeed } from '#app/http/register-api/register-feed.ts';
import { assessmentView } from '#app/doors/assessment-view.ts';
import { awardDocument } from '#app/queries/award/award-document.ts';
import { awardDesk } from '#app/queries/award/awards-desk.ts';
import { decisionPage } from '#app/queries/review/decision-page.ts';
import { homeView } from '#app/queries/home/home.ts';
import { feedEntries } from '#app/queries/award/feed-entries.ts';
import { publishAward } from '#app/use-cases/award/publish-award.ts';
import { insertPerson } from '#db/repositories/accounts/sign-in-rows.ts';
import { closeAppeal, insertAppeal } from '#db/repositories/review/decisions.ts';
import { awardedTeam } from '#tests/support/awarded.ts';
import { addAward, addDocument } from '#tests/support/awards.ts';
import { personWith, testServices } from '#tests/support/services.ts';

const TODAY = '2027-03-02';
const ADMINISTRATOR: Actor = {
  id: 'bethan',
  name: 'Bethan',
  email: 'bethan@example.org',
  memberships: [{ role: 'charter-administrator', organisation: null, department: null }],
};
const WITHDRAWN = { at: '2028-01-05T10:00:00.000Z', reason: 'The plan was <given up>.' };

test('a document of a withdrawn award is given to the administrator alone', async () => {
  const services = await testServices();
  const { number, decisionId } = await addAward(services, { withdrawn: WITHDRAWN });
  await addDocument(services, decisionId, 'certificate');
  const place = { number, kind: 'certificate' };
  const lead = personWith('assessment-lead', 'north', 'therapies');
  for (const actor of [null, lead]) {
    expect(await awardDocument(services, actor, place)).toEqual({
      ok: false,
      problem: { code: 'award-withdrawn', withdrawnAt: WITHDRAWN.at, reason: WITHDRAWN.reason },
    });
    expect(await awardDocument(services, actor, { ...place, kind: 'feedback' })).toBeNull();
  }
  const kept = await awardDocument(services, ADMINISTRATOR, place);
  if (kept === null || !kept.ok) throw new Error('it is not kept');
  expect(await new Response(kept.value.content).text()).toBe('%PDF certificate');
});

test('the feed says what was withdrawn, when and why, and its time is that of its latest entry', async () => {
  const services = await testServices();
  const publishedAt = (day: number) => `2027-03-0${day}T09:00:00.000Z`;
  const old = await addAward(services, { publishedAt: publishedAt(1), withdrawn: WITHDRAWN });
  await addAward(services, { publishedAt: publishedAt(2) });
  await addAward(services, { publishedAt: publishedAt(3) });
  // Too old by its publication for a feed of two, and yet what happened last.
  const entries = await feedEntries(services, { size: 2, today: TODAY });
  const feed = registerFeed(entries, 'https://example.org');
  const [head = '', first = '', second = ''] = feed.split('<entry>');
  expect(head).toContain(`<updated>${WITHDRAWN.at}</updated>`);
  expect(first).toContain(`<updated>${WITHDRAWN.at}</updated>`);
  expect(first).toContain(`<published>${publishedAt(1)}</published>`);
  expect(first).toContain('<title>Withdrawn: therapies, Trust north: Bronze</title>');
  expect(first).toContain(
    'Withdrawn on 5 January 2028. The reason: The plan was &lt;given up&gt;.',
  );
  expect(first).toContain(old.number);
  expect(second).toContain(`<updated>${publishedAt(3)}</updated>`);
  expect(second).not.toContain('ithdrawn');
  expect(feed.match(/<entry>/g)).toHaveLength(2);
});

function appealOn({ decisionId, assessmentId }: { decisionId: string; assessmentId: string }) {
  const id = randomUUIDv7();
  const write = insertAppeal({
    id,
    decisionId,
    assessmentId,
    organisationId: 'north',
    grounds: 'Evidence was overlooked.',
    madeAt: '2027-03-01T10:00:00.000Z',
    madeBy: 'lead',
  });
  return { id, write };
}

const DISMISSED = {
  outcome: 'dismissed',
  outcomeReason: 'It was not.',
  closedAt: '2027-03-02T10:00:00.000Z',
  closedBy: 'bethan',
  reviewId: null,
} as const;

test('an award is published once the appeal against its own decision is answered', async () => {
  const services = await testServices();
  const award = await addAward(services, { publishedAt: null });
  const other = await addAward(services, { publishedAt: null, department: 'pharmacy' });
  const { number } = award;
  const appeal = appealOn(award);
  await services.engine.commit([appeal.write]);
  expect(await publishAward(services, ADMINISTRATOR, { number })).toEqual({
    ok: false,
    problem: { code: 'appeal-open' },
  });
  expect(await awardDesk(services, ADMINISTRATOR, { number, today: TODAY })).toMatchObject({
    mayPublish: false,
    appealOpen: true,
  });
  expect(await publishAward(services, ADMINISTRATOR, other)).toMatchObject({ ok: true });
  await services.engine.commit([closeAppeal(appeal.id, DISMISSED)]);
  expect(await publishAward(services, ADMINISTRATOR, { number })).toMatchObject({ ok: true });
});

test('an appeal that comes while the documents are made stops the publication', async () => {
  const services = await testServices();
  const award = await addAward(services, { publishedAt: null });
  const renderPdf: typeof services.renderPdf = async (...given) => {
    if ((await awardDesk(services, ADMINISTRATOR, { ...award, today: TODAY }))?.mayPublish) {
      await services.engine.commit([appealOn(award).write]);
    }
    return services.renderPdf(...given);
  };
  const result = await publishAward({ ...services, renderPdf }, ADMINISTRATOR, award);
  expect(result).toEqual({ ok: false, problem: { code: 'appeal-open' } });
});

test('what a decision offers goes away once it is over', async () => {
  const { services, time, lead, awarded, award } = await awardedTeam({ publishedAt: null });
  const chair = { id: 'chair', name: 'Chair', email: 'chair@example.org' };
  await services.engine.commit([insertPerson(chair, TODAY)]);
  const decision = async () => {
    const view = await assessmentView(services, lead, awarded);
    const found = view && (await decisionPage(services, lead, view)).decision;
    if (!found) throw new Error('there is no decision');
    return found;
  };
  // Ten working days after Monday 1 March 2027.
  const appeal = expect.stringContaining('You can appeal until the end of 15 March 2027');
  const publishes = expect.stringContaining('The awarding body publishes the award');
  time.now = '2027-03-15T23:30:00.000Z';
  expect(await decision()).toMatchObject({ appealEndedOn: null, may: { appeal: true } });
  expect((await decision()).nextSteps).toEqual(expect.arrayContaining([appeal, publishes]));
  time.now = '2027-03-16T00:30:00.000Z';
  expect(await decision()).toMatchObject({ appealEndedOn: '2027-03-15', may: { appeal: false } });
  expect((await decision()).nextSteps).not.toEqual(expect.arrayContaining([appeal]));
  await publishAward(services, ADMINISTRATOR, award);
  const steps = (await decision()).nextSteps;
  expect(steps).toEqual(['Carry out your action plan, and report on it each year.']);
});

test('the home of a department says what its award is, how long it holds and what comes next', async () => {
  const { services, time, lead } = await awardedTeam({ graceUntil: '2032-06-30' });
  const home = async () => {
    const found = (await homeView(services, lead)).assessments.find(({ award }) => award !== null);
    return found?.award;
  };
  expect(await home()).toMatchObject({
    level: 'Bronze',
    number: 'MC-2027-0001',
    state: 'valid',
    validUntil: '2032-02-29',
    lastDay: '2032-06-30',
    next: { what: 'report', year: 1, dueOn: '2028-02-29', late: false },
  });
  time.now = '2028-03-01T09:00:00.000Z';
  expect(await home()).toMatchObject({ next: { what: 'report', year: 1, late: true } });
  time.now = '2032-07-01T09:00:00.000Z';
  expect(await home()).toMatchObject({ state: 'expired', next: null });
});
