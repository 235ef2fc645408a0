import { describe, expect, test } from 'vitest';
import type { Actor } from '#app/domain/policy/actor.ts';
import { assessmentView } from '#app/doors/assessment-view.ts';
import { charterPage } from '#app/queries/charters/charter-page.ts';
import { startChoices } from '#app/queries/assessment/start-choices.ts';
import { chartersPage, retirement } from '#app/queries/charters/charters-page.ts';
import { roundsPage } from '#app/queries/administration/rounds-page.ts';
import { openRound } from '#app/use-cases/administration/administer-rounds.ts';
import { answerCriterion } from '#app/use-cases/assessment/answer-criterion.ts';
import { offerAgain, retireCharter } from '#app/use-cases/charters/offer-charter.ts';
import { startAssessment } from '#app/use-cases/assessment/start-assessment.ts';
import { auditEvents } from '#db/tables-trail.ts';
import { confirmedly } from '#tests/support/confirmedly.ts';
import { REFUSED, startedAssessment } from '#tests/support/started-assessment.ts';

const CHARTER = 'bme-mentoring@1.0.0';
const BETWEEN = 'bme-mentoring@1.0.1';
const LATER = 'bme-mentoring@1.0.2';
const administrator: Actor = {
  id: 'admin',
  name: 'Bethan Admin',
  email: 'admin@body.example',
  memberships: [{ role: 'charter-administrator', organisation: null, department: null }],
};

async function offered() {
  const given = await startedAssessment();
  const { services, lead } = given;
  const retire = (reason = 'A newer version is there.', charter = CHARTER) =>
    confirmedly((confirmed) =>
      retireCharter(services, administrator, { charter, reason, confirmed }),
    );
  const start = () =>
    startAssessment(services, lead, {
      department: 'therapies',
      charter: CHARTER,
      targetLevel: 'bronze',
      beside: true,
      name: 'Another',
    });
  const open = () =>
    openRound(services, administrator, {
      name: 'Autumn',
      charter: CHARTER,
      opensAt: '2027-04-01T09:00:00.000Z',
      closesAt: '2027-05-01T09:00:00.000Z',
    });
  const choices = async () => ({
    start: (await startChoices(services, lead)).charters.map(({ name }) => name),
    round: (await roundsPage(services, administrator))?.charters.map(({ value }) => value),
  });
  const events = async () =>
    (await services.engine.db.select().from(auditEvents))
      .filter(({ subject }) => subject === CHARTER)
      .map(({ event }) => event);
  return { ...given, retire, start, open, choices, events };
}

test('retiring a version names who is on it, and waits for the confirmation of that', async () => {
  const { services, id, choices } = await offered();
  const retire = (confirmed: string) =>
    retireCharter(services, administrator, { charter: CHARTER, reason: 'Old', confirmed });
  const before = await choices();
  const asked = await retire('');
  if (asked.ok || asked.problem.code !== 'to-confirm') throw new Error('it does not ask');
  expect(await choices()).toEqual(before);
  expect(await retirement(services, administrator, CHARTER)).toMatchObject({
    assessments: [{ id, department: 'therapies' }],
  });
  // Somebody has submitted since: what is affected is shown anew.
  services.engine.connection.exec("update assessments set state = 'submitted'");
  expect(await retire(asked.problem.confirm)).toMatchObject({ problem: { code: 'to-confirm' } });
  services.engine.connection.exec("update assessments set state = 'draft'");
  expect(await retire(asked.problem.confirm)).toEqual({ ok: true, value: null });
});

describe('a retired charter version', () => {
  test('is started no more, by a department or a round, until it is offered again', async () => {
    const { services, retire, start, open, choices, events } = await offered();
    expect(await retire()).toEqual({ ok: true, value: null });
    expect(await retire('Again')).toEqual({ ok: true, value: null });
    const refusal = { ok: false, problem: { code: 'charter-not-published' } };
    expect(await start()).toEqual(refusal);
    expect(await open()).toEqual(refusal);
    const without = await choices();
    expect(without.start).not.toContain(CHARTER);
    expect(without.round).not.toContain(CHARTER);
    await offerAgain(services, administrator, { charter: CHARTER });
    await offerAgain(services, administrator, { charter: CHARTER });
    expect((await choices()).round).toContain(CHARTER);
    // People start on the latest version that is offered, and on this one once that is retired.
    expect((await choices()).start).toContain(LATER);
    expect((await choices()).start).not.toContain(CHARTER);
    await retire('Withdrawn', BETWEEN);
    await retire('Withdrawn', LATER);
    expect((await choices()).start).toContain(CHARTER);
    expect((await choices()).start).not.toContain(LATER);
    expect(await start()).toMatchObject({ ok: true });
    expect(await open()).toMatchObject({ ok: true });
    expect(await events()).toEqual(['charter-retired', 'charter-offered']);
  });

  test('goes on where it has been started', async () => {
    const { services, lead, id, retire } = await offered();
    await retire();
    const command = { claimed: 1, notApplicable: null, narrative: 'We do.', readVersion: 0 };
    const answer = { ...command, assessmentId: id, criterion: 'G1' };
    expect(await answerCriterion(services, lead, answer)).toMatchObject({ ok: true });
    expect(await assessmentView(services, lead, id)).not.toBeNull();
  });

  test('stands on the page with its reason, and with what is on it', async () => {
    const { services, retire } = await offered();
    const stateOf = async (name: string) =>
      (await chartersPage(services, administrator))?.versions.find((one) => one.name === name);
    expect(await stateOf(CHARTER)).toMatchObject({ state: 'offered', assessments: 1 });
    expect(await stateOf('bme-mentoring@2.1.0')).toMatchObject({ state: 'draft', assessments: 0 });
    const publicState = async (name: string) => (await charterPage(services, name, null))?.state;
    expect(await publicState(CHARTER)).toBe('offered');
    expect(await publicState('bme-mentoring@2.1.0')).toBe('draft');
    await retire('  It has a mistake. ');
    expect(await publicState(CHARTER)).toBe('retired');
    expect(await stateOf(CHARTER)).toMatchObject({
      state: 'retired',
      assessments: 1,
      retired: { reason: 'It has a mistake.', at: '2027-03-01T09:00:00.000Z' },
    });
  });

  test.each([
    ['', 'reason-wrong'],
    ['  ', 'reason-wrong'],
    ['x'.repeat(1001), 'reason-wrong'],
  ])('is not retired for the reason %j', async (reason, code) => {
    const { retire, events } = await offered();
    expect(await retire(reason)).toMatchObject({ ok: false, problem: { code } });
    expect(await events()).toEqual([]);
  });

  test('has to be there, and published', async () => {
    const { services } = await offered();
    const reason = 'Why not';
    for (const [charter, code] of [
      ['bme-mentoring@2.1.0', 'charter-not-published'],
      ['no-such-charter@1.0.0', 'not-found'],
      ['', 'not-found'],
    ] as const) {
      const refusal = { ok: false, problem: { code } };
      expect(
        await retireCharter(services, administrator, { charter, reason, confirmed: '' }),
      ).toEqual(refusal);
      expect(await offerAgain(services, administrator, { charter })).toEqual(refusal);
    }
  });

  test.each(REFUSED.filter(([who]) => who !== 'an administrator'))(
    'is no matter for %s',
    async (_, actor) => {
      const { services, events } = await offered();
      const refusal = { ok: false, problem: { code: 'not-allowed' } };
      const reason = 'I want to';
      expect(
        await retireCharter(services, actor, { charter: CHARTER, reason, confirmed: '' }),
      ).toEqual(refusal);
      expect(await offerAgain(services, actor, { charter: CHARTER })).toEqual(refusal);
      expect(await chartersPage(services, actor)).toBeNull();
      expect(await events()).toEqual([]);
    },
  );

  test('retired by three at once is retired once', async () => {
    const { retire, events } = await offered();
    expect(await Promise.all([retire('One'), retire('Two'), retire('Three')])).toEqual(
      Array.from({ length: 3 }, () => ({ ok: true, value: null })),
    );
    expect(await events()).toEqual(['charter-retired']);
  });
});
