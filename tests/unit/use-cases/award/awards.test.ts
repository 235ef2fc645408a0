import { readdirSync } from 'node:fs';
import path from 'node:path';
import { eq } from 'drizzle-orm';
import { describe, expect, test } from 'vitest';
import { EVERYTHING } from '#app/domain/award/register-words.ts';
import type { Actor } from '#app/domain/policy/actor.ts';
import { mayWithAwards } from '#app/domain/policy/award.ts';
import { awardDesk, awardsDesk } from '#app/queries/award/awards-desk.ts';
import { awardPage } from '#app/queries/award/award-page.ts';
import { findEntries } from '#app/queries/award/register-page.ts';
import type { Services } from '#app/services.server.ts';
import { closeObjection, objectToAward } from '#app/use-cases/award/object-to-award.ts';
import { publishAward, withdrawAward } from '#app/use-cases/award/publish-award.ts';
import { listObjections } from '#db/repositories/award/objections.ts';
import { insertPerson } from '#db/repositories/accounts/sign-in-rows.ts';
import { insertMembership } from '#db/repositories/people/roles.ts';
import { outbox } from '#db/tables-together.ts';
import { files } from '#db/tables.ts';
import { auditEvents } from '#db/tables-trail.ts';
import { PRIVATE, RECOMMENDATION } from '#tests/support/award-record.ts';
import { addAward } from '#tests/support/awards.ts';
import { personWith, testServices } from '#tests/support/services.ts';

const TODAY = '2027-03-02';
const ADMINISTRATOR: Actor = {
  id: 'bethan',
  name: 'Bethan',
  email: 'bethan@example.org',
  memberships: [{ role: 'charter-administrator', organisation: null, department: null }],
};
const OTHERS: readonly (readonly [string, Actor])[] = [
  ['the lead of its department', personWith('assessment-lead', 'north', 'therapies')],
  ['its sponsor', personWith('executive-sponsor', 'north', null)],
  [
    'a chair',
    {
      ...ADMINISTRATOR,
      memberships: [{ role: 'panel-chair', organisation: null, department: null }],
    },
  ],
  ['nobody', { ...ADMINISTRATOR, memberships: [] }],
];
const OBJECTION = {
  name: 'Oya Brandt',
  email: 'oya@example.org',
  ground: 'misleading',
  text: 'The agreement form was never used: quince.',
  address: '192.0.2.7',
};

async function waiting() {
  const services = await testServices();
  const award = await addAward(services, { publishedAt: null });
  const lead = personWith('assessment-lead', 'north', 'therapies');
  await services.engine.commit([
    insertPerson({ id: lead.id, name: lead.name, email: lead.email }, TODAY),
    insertMembership({
      id: 'm',
      userId: lead.id,
      role: 'assessment-lead',
      organisationId: 'north',
      departmentId: 'therapies',
    }),
  ]);
  return { services, ...award };
}

function found(services: Services, words: string) {
  const search = { filter: { ...EVERYTHING, words }, after: null, size: 9, today: TODAY };
  return findEntries(services, search).then(({ entries }) => entries.map(({ number }) => number));
}

async function events(services: Services) {
  const rows = await services.engine.db.select().from(auditEvents);
  return rows.map(({ event, actor }) => `${event} ${actor ?? 'nobody'}`);
}

describe('publishing', () => {
  test('puts an award into the register, with who approved it, and tells the department', async () => {
    const { services, number } = await waiting();
    expect((await awardsDesk(services, ADMINISTRATOR, TODAY))?.waiting).toMatchObject([{ number }]);
    expect(await publishAward(services, ADMINISTRATOR, { number })).toMatchObject({ ok: true });
    expect(await found(services, 'therapies')).toEqual([number]);
    expect(await awardPage(services, number, TODAY)).toMatchObject({ state: 'valid' });
    expect(await events(services)).toContain('award-published bethan');
    const { documents } = { ...(await awardPage(services, number, TODAY)) };
    expect(documents?.map(({ kind }) => kind)).toEqual([
      'award-report',
      'action-plan',
      'certificate',
    ]);
    expect((await awardsDesk(services, ADMINISTRATOR, TODAY))?.waiting).toEqual([]);
    const letters = await services.engine.db.select().from(outbox);
    expect(letters.map(({ recipient }) => recipient)).toEqual(['assessment-lead@example.org']);
  });

  test('the preview is what is public afterwards', async () => {
    const { services, number } = await waiting();
    const preview = await awardDesk(services, ADMINISTRATOR, { number, today: TODAY });
    await publishAward(services, ADMINISTRATOR, { number });
    const page = await awardPage(services, number, TODAY);
    expect(preview).toMatchObject({
      summary: page?.summary,
      sections: page?.sections,
      commendations: page?.commendations,
      plan: page?.plan,
      recommendations: [{ text: RECOMMENDATION }],
    });
    expect(JSON.stringify(page)).not.toContain(RECOMMENDATION);
    for (const canary of Object.values(PRIVATE)) {
      expect(JSON.stringify(preview)).not.toContain(canary);
    }
  });

  test('happens once, and leaves no file behind that nothing points to', async () => {
    const { services, number } = await waiting();
    const results = await Promise.all(
      [1, 2, 3].map(() => publishAward(services, ADMINISTRATOR, { number })),
    );
    expect(results.filter(({ ok }) => ok)).toHaveLength(1);
    expect(results.flatMap((one) => (one.ok ? [] : one.problem.code))).toEqual([
      'already-published',
      'already-published',
    ]);
    const kept = readdirSync(path.join(services.config.dataFolder, 'files'));
    const rows = await services.engine.db.select({ id: files.id }).from(files);
    expect(kept.toSorted()).toEqual(rows.map(({ id }) => id).toSorted());
    expect(rows).toHaveLength(3);
  });

  test.each(OTHERS)('is not for %s, nor is seeing what waits', async (_, actor) => {
    const { services, number } = await waiting();
    expect(await publishAward(services, actor, { number })).toMatchObject({
      problem: { code: 'not-allowed' },
    });
    expect(await awardsDesk(services, actor, TODAY)).toBeNull();
    expect(await awardDesk(services, actor, { number, today: TODAY })).toBeNull();
    const acts = ['see-unpublished', 'publish', 'withdraw', 'close-objections'] as const;
    expect(acts.filter((act) => mayWithAwards(actor, act))).toEqual([]);
    expect(await found(services, 'therapies')).toEqual([]);
  });
});

describe('withdrawing', () => {
  test('leaves the page, which says when and why', async () => {
    const services = await testServices();
    const { number } = await addAward(services);
    const reason = '  The plan was given up.\r\n';
    expect(await withdrawAward(services, ADMINISTRATOR, { number, reason })).toMatchObject({
      ok: true,
    });
    expect(await awardPage(services, number, TODAY)).toMatchObject({
      state: 'withdrawn',
      withdrawnReason: 'The plan was given up.',
    });
    expect(await found(services, 'therapies')).toEqual([number]);
    expect(await events(services)).toContain('award-withdrawn bethan');
  });

  test.each([
    ['without a reason', {}, ' ', 'reason-wrong'],
    ['for a reason too long to read', {}, 'x'.repeat(1001), 'reason-wrong'],
    ['before it is published', { publishedAt: null }, 'Because', 'not-published'],
    [
      'twice',
      { withdrawn: { at: '2027-03-01T10:00:00.000Z', reason: 'First' } },
      'Because',
      'already-withdrawn',
    ],
  ])('is refused %s', async (_, parts, reason, code) => {
    const services = await testServices();
    const { number } = await addAward(services, parts);
    const result = await withdrawAward(services, ADMINISTRATOR, { number, reason });
    expect(result).toMatchObject({ problem: { code } });
  });

  test('what is withdrawn is not published again', async () => {
    const services = await testServices();
    const { number } = await addAward(services, {
      publishedAt: null,
      withdrawn: { at: '2027-03-01T10:00:00.000Z', reason: 'A later decision' },
    });
    expect(await publishAward(services, ADMINISTRATOR, { number })).toMatchObject({
      problem: { code: 'already-withdrawn' },
    });
  });
});

describe('an objection', () => {
  test('arrives, and its maker hears of it without a word of what was written', async () => {
    const services = await testServices();
    const { id, number } = await addAward(services);
    expect(await objectToAward(services, { ...OBJECTION, number })).toMatchObject({ ok: true });
    expect(await listObjections(services.engine.db, id)).toMatchObject([{ ground: 'misleading' }]);
    const [letter] = await services.engine.db.select().from(outbox);
    expect(letter).toMatchObject({ recipient: 'oya@example.org' });
    expect(JSON.stringify(letter)).not.toContain('quince');
    expect(JSON.stringify(await awardPage(services, number, TODAY))).not.toMatch(/quince|Oya/);
  });

  test('several in an hour from one address of mail are one letter', async () => {
    const services = await testServices();
    const { number } = await addAward(services);
    for (const email of ['oya@example.org', 'Oya@example.org', 'oya@example.org']) {
      expect(await objectToAward(services, { ...OBJECTION, number, email })).toMatchObject({
        ok: true,
      });
    }
    expect(await services.engine.db.select().from(outbox)).toHaveLength(1);
  });

  test.each([
    ['upheld', 'withdrawn'],
    ['dismissed', 'valid'],
  ] as const)('that is %s leaves the award %s', async (outcome, state) => {
    const services = await testServices();
    const { number } = await addAward(services);
    const made = await objectToAward(services, { ...OBJECTION, number });
    if (!made.ok) throw new Error(made.problem.code);
    const command = { number, objection: made.value.id, outcome, reason: 'We looked.' };
    for (const [, actor] of OTHERS) {
      expect(await closeObjection(services, actor, command)).toMatchObject({
        problem: { code: 'not-allowed' },
      });
    }
    expect(await closeObjection(services, ADMINISTRATOR, command)).toMatchObject({ ok: true });
    expect(await awardPage(services, number, TODAY)).toMatchObject({ state });
    expect(await closeObjection(services, ADMINISTRATOR, command)).toMatchObject({
      problem: { code: 'already-closed' },
    });
    const letters = await services.engine.db
      .select()
      .from(outbox)
      .where(eq(outbox.recipient, 'oya@example.org'));
    expect(letters).toHaveLength(2);
    expect(JSON.stringify(letters)).not.toContain('quince');
  });

  test('to an award that is not published or withdrawn is to nothing', async () => {
    const services = await testServices();
    const hidden = await addAward(services, { publishedAt: null });
    const gone = await addAward(services, {
      withdrawn: { at: '2027-03-01T10:00:00.000Z', reason: 'First' },
    });
    for (const number of [hidden.number, gone.number, 'MC-2027-9999']) {
      expect(await objectToAward(services, { ...OBJECTION, number })).toEqual({
        ok: false,
        problem: { code: 'not-found' },
      });
    }
  });

  test('of another award is not closed by way of this one', async () => {
    const services = await testServices();
    const [one, other] = [await addAward(services), await addAward(services)];
    const made = await objectToAward(services, { ...OBJECTION, number: one.number });
    if (!made.ok) throw new Error(made.problem.code);
    const command = { objection: made.value.id, outcome: 'upheld', reason: 'Because' } as const;
    const closed = await closeObjection(services, ADMINISTRATOR, {
      ...command,
      number: other.number,
    });
    expect(closed).toMatchObject({ problem: { code: 'not-found' } });
  });

  test('says all that is missing at once', async () => {
    const services = await testServices();
    const { number } = await addAward(services);
    const empty = { name: ' ', email: 'oya', ground: 'envy', text: '' };
    const refused = await objectToAward(services, { ...OBJECTION, ...empty, number });
    expect(refused).toMatchObject({
      problem: {
        code: 'not-valid',
        fields: ['name', 'email', 'ground', 'text'].map((field) => ({ field, code: 'required' })),
      },
    });
  });

  test('is made a few times in a row from one network, and others are not held up', async () => {
    const services = await testServices();
    const { number } = await addAward(services);
    const codes = [];
    for (let time = 1; time <= 7; time += 1) {
      const made = await objectToAward(services, { ...OBJECTION, number });
      codes.push(made.ok ? 'made' : made.problem.code);
    }
    expect(codes).toEqual([
      'made',
      'made',
      'made',
      'made',
      'made',
      'too-many-objections',
      'too-many-objections',
    ]);
    const elsewhere = await objectToAward(services, { ...OBJECTION, address: '::1', number });
    expect(elsewhere.ok).toBe(true);
  });
});
