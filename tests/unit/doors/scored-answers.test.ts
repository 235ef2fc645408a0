// For how long an award is held comes from the register of the department, on the day that it is asked.
import { expect, test } from 'vitest';
import { assessmentView } from '#app/doors/assessment-view.ts';
import type { Charter } from '#app/domain/charter/charter.ts';
import type { Services } from '#app/services.server.ts';
import { movePage } from '#app/queries/assessment/move-page.ts';
import { enterFacts } from '#app/use-cases/assessment/enter-facts.ts';
import { addAward } from '#tests/support/awards.ts';
import { inFormatTwo, withCharter } from '#tests/support/format-two.ts';
import { startedAssessment } from '#tests/support/started-assessment.ts';

const NAME = 'bme-mentoring@1.0.0';

/** Silver asks for two years of bronze. */
function asking(charter: Charter): Charter {
  const levels = charter.levels.map((level, index) =>
    index === 1
      ? {
          ...level,
          preconditions: [{ kind: 'held' as const, level: charter.levels[0]?.id ?? '', years: 2 }],
        }
      : level,
  );
  return { ...inFormatTwo(charter), levels };
}

async function started(now: string) {
  const { services: plain, lead, id } = await startedAssessment();
  const at: Services = { ...plain, clock: () => new Date(now) };
  const services = withCharter(at, NAME, asking);
  const held = async (from: Services = services) => {
    const view = await assessmentView(from, lead, id);
    return view?.answerSet.held && Object.fromEntries(view.answerSet.held);
  };
  return { services, plain, lead, id, held };
}

test('an award of an earlier version counts, one of another department or not in the register does not', async () => {
  const { plain, held } = await started('2029-03-01T09:00:00.000Z');
  const other = { department: 'radiology', awardedOn: '2020-03-01', validUntil: '2030-03-01' };
  await addAward(plain, { ...other, level: 'silver' });
  await addAward(plain, { awardedOn: '2020-03-01', validUntil: '2030-03-01', publishedAt: null });
  expect(await held()).toEqual({});
  await addAward(plain, { charter: 'bme-mentoring@1.0.1', level: 'bronze' });
  expect(await held()).toEqual({ bronze: 2 });
});

test('where the register knows none, the fact says it', async () => {
  const { services, lead, id, held } = await started('2029-03-01T09:00:00.000Z');
  const facts = new Map([['heldSince', '2028-03-02']]);
  const command = { assessmentId: id, facts, confirmed: false, readVersion: 0 };
  expect(await enterFacts(services, lead, command)).toMatchObject({ ok: true });
  expect(await held()).toEqual({ bronze: 0, silver: 0, gold: 0 });
});

test('a charter that asks for no years is told none', async () => {
  const { plain, held } = await started('2029-03-01T09:00:00.000Z');
  await addAward(plain, {});
  expect(await held(plain)).toBeUndefined();
});

test('the preview of a move counts the years that the newer version asks for', async () => {
  const { services, plain, lead, id } = await started('2029-03-01T09:00:00.000Z');
  await addAward(plain, { charter: 'bme-mentoring@1.0.1', level: 'bronze' });
  const from: Services = { ...plain, clock: services.clock };
  const nothingElse = (charter: Charter): Charter => ({
    ...asking(charter),
    levels: asking(charter).levels.map((level) => ({
      ...level,
      overall: null,
      section: null,
      sections: new Map(),
      requires: new Map(),
      coverage: null,
    })),
  });
  const levelAfter = async (years: number) => {
    const to = 'bme-mentoring@1.0.1';
    const newer = withCharter(from, to, (charter) => {
      const { levels, ...rest } = nothingElse(charter);
      const more = levels.map((level, index) =>
        index === 1
          ? { ...level, preconditions: level.preconditions.map((held) => ({ ...held, years })) }
          : level,
      );
      return { ...rest, levels: more.slice(0, 2) };
    });
    const view = await assessmentView(newer, lead, id);
    if (view === null) throw new Error('no assessment');
    return (await movePage(newer, lead, { view, to })).preview?.after.level;
  };
  expect([await levelAfter(2), await levelAfter(3)]).toEqual(['Silver', 'Bronze']);
});
