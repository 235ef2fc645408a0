// A promised date changes with a reason, after a confirmation, and those who were promised it are told.
import { asc, eq } from 'drizzle-orm';
import { beforeEach, describe, expect, test } from 'vitest';
import type { Actor } from '#app/domain/policy/actor.ts';
import {
  extendRound,
  moveClosing,
  openRound,
} from '#app/use-cases/administration/administer-rounds.ts';
import { chooseRound } from '#app/use-cases/assessment/choose-round.ts';
import { insertPerson } from '#db/repositories/accounts/sign-in-rows.ts';
import { insertMembership } from '#db/repositories/people/roles.ts';
import { rounds } from '#db/tables.ts';
import { auditEvents } from '#db/tables-trail.ts';
import { outbox } from '#db/tables-together.ts';
import { personWith } from '#tests/support/services.ts';
import { startedAssessment } from '#tests/support/started-assessment.ts';

const ADMINISTRATOR: Actor = {
  ...personWith('charter-administrator', 'body', null),
  memberships: [{ role: 'charter-administrator', organisation: null, department: null }],
};
const CLOSES = '2027-04-30T16:00:00.000Z';
const LATER = '2027-05-07T16:00:00.000Z';
const EARLIER = '2027-04-01T16:00:00.000Z';
const REASON = 'The portal was down for a day.';

async function inRound() {
  const started = await startedAssessment();
  const { services, lead, id: assessmentId } = started;
  const people = [lead, personWith('contributor', 'north', 'therapies')];
  for (const { id, name, email, memberships } of people) {
    await services.engine.commit([
      insertPerson({ id, name, email }, '2027-01-01T00:00:00.000Z'),
      insertMembership({
        id: `of ${id}`,
        userId: id,
        role: memberships[0]?.role ?? '',
        organisationId: 'north',
        departmentId: 'therapies',
      }),
    ]);
  }
  const round = await openRound(services, ADMINISTRATOR, {
    name: 'Spring 2027',
    charter: 'bme-mentoring@1.0.0',
    opensAt: '2027-02-01T09:00:00.000Z',
    closesAt: CLOSES,
  });
  if (!round.ok) throw new Error(round.problem.code);
  const roundId = round.value.id;
  await chooseRound(services, lead, { assessmentId, roundId });
  const move = (closesAt: string, confirmed: string, reason = REASON) =>
    moveClosing(services, ADMINISTRATOR, { roundId, closesAt, reason, confirmed });
  const extend = (closesAt: string, confirmed: string, reason = REASON) =>
    extendRound(services, ADMINISTRATOR, { roundId, assessmentId, closesAt, reason, confirmed });
  const closing = async () => {
    const [row] = await services.engine.db.select().from(rounds).where(eq(rounds.id, roundId));
    return row?.closesAt;
  };
  const letters = () => services.engine.db.select().from(outbox).orderBy(asc(outbox.id));
  return { ...started, assessmentId, roundId, move, extend, closing, letters };
}

type Given = Awaited<ReturnType<typeof inRound>>;
let given: Given;
beforeEach(async () => {
  given = await inRound();
});

/** What the page that asks gives back. */
async function askedBy(asking: ReturnType<Given['move']>, isSecond = false): Promise<string> {
  const result = await asking;
  if (result.ok || result.problem.code !== 'to-confirm') throw new Error('it does not ask');
  expect(result.problem.isSecond).toBe(isSecond);
  return result.problem.confirm;
}

describe('another closing time of a round', () => {
  test('asks once when it is later, then tells the lead when, what it was and why', async () => {
    const confirm = await askedBy(given.move(LATER, ''));
    expect([await given.closing(), await given.letters()]).toEqual([CLOSES, []]);
    expect(await given.move(LATER, confirm)).toMatchObject({ ok: true });
    expect(await given.closing()).toBe(LATER);
    const letters = await given.letters();
    expect(letters.map(({ recipient }) => recipient)).toEqual([given.lead.email]);
    expect(letters[0]?.text).toContain('30 April 2027 at 17:00');
    expect(letters[0]?.text).toContain('7 May 2027 at 17:00');
    expect(letters[0]?.text).toContain(REASON);
    const events = await given.services.engine.db.select().from(auditEvents);
    const moved = events.find(({ event }) => event === 'round-closing-moved');
    expect(JSON.parse(moved?.details ?? '{}')).toEqual({ from: CLOSES, to: LATER, reason: REASON });
  });

  test('asks twice when it is earlier', async () => {
    const once = await askedBy(given.move(EARLIER, ''));
    const twice = await askedBy(given.move(EARLIER, once), true);
    expect(await given.closing()).toBe(CLOSES);
    expect(await given.move(EARLIER, twice)).toMatchObject({ ok: true });
    expect(await given.closing()).toBe(EARLIER);
  });

  test('asks anew where somebody joined the round, or moved it, since the page was shown', async () => {
    const { services, assessmentId } = given;
    const confirm = await askedBy(given.move(LATER, ''));
    await services.engine.connection
      .prepare('update assessments set round_id = null where id = ?')
      .run(assessmentId);
    const without = await askedBy(given.move(LATER, confirm));
    expect(without).not.toBe(confirm);
    expect(await given.move(LATER, without)).toMatchObject({ ok: true });
    await askedBy(given.move('2027-05-08T16:00:00.000Z', without));
    expect(await given.letters()).toEqual([]);
  });

  test.each([
    ['without a reason', LATER, ' ', 'reason-wrong'],
    ['for a reason too long to read', LATER, 'x'.repeat(1001), 'reason-wrong'],
    ['to when it closes already', CLOSES, REASON, 'closes-as-before'],
    ['into the past', '2027-02-28T00:00:00.000Z', REASON, 'closes-in-the-past'],
  ])('is refused %s, before it asks', async (_, closesAt, reason, code) => {
    expect(await given.move(closesAt, '', reason)).toMatchObject({ problem: { code } });
  });

  test('says what a department with more time of its own keeps', async () => {
    const own = '2027-06-01T16:00:00.000Z';
    await given.extend(own, await askedBy(given.extend(own, '')));
    await given.move(LATER, await askedBy(given.move(LATER, '')));
    const last = (await given.letters()).at(-1);
    expect(last?.text).toContain('For therapies it closes on 1 June 2027 at 17:00');
  });
});

describe('more time for one department', () => {
  test('asks, then tells its lead until when, what it was and why', async () => {
    await given.services.engine.connection
      .prepare('update assessments set name = ? where id = ?')
      .run('Second attempt', given.assessmentId);
    const confirm = await askedBy(given.extend(LATER, ''));
    expect(await given.letters()).toEqual([]);
    expect(await given.extend(LATER, confirm)).toMatchObject({ ok: true });
    const letters = await given.letters();
    expect(letters.map(({ recipient }) => recipient)).toEqual([given.lead.email]);
    expect(letters[0]?.text).toContain('therapies: Second attempt has more time');
    expect(letters[0]?.text).toContain('30 April 2027 at 17:00');
    expect(letters[0]?.text).toContain('7 May 2027 at 17:00');
    expect(letters[0]?.text).toContain(REASON);
  });

  test('is more than it has already, an earlier extension included', async () => {
    await given.extend(LATER, await askedBy(given.extend(LATER, '')));
    for (const closesAt of ['2027-05-01T16:00:00.000Z', LATER]) {
      expect(await given.extend(closesAt, '')).toEqual({
        ok: false,
        problem: { code: 'not-later', closesAt: LATER },
      });
    }
  });

  test('is refused without a reason', async () => {
    expect(await given.extend(LATER, '', '')).toMatchObject({ problem: { code: 'reason-wrong' } });
  });
});
