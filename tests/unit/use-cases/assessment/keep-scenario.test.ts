// Ways to a level that are kept, compared and put into the plan.
import { expect, test } from 'vitest';
import { assessmentView } from '#app/doors/assessment-view.ts';
import { scenariosPage } from '#app/queries/assessment/scenarios-page.ts';
import type { Actor } from '#app/domain/policy/actor.ts';
import { dropScenario, keepScenario, planWay } from '#app/use-cases/assessment/keep-scenario.ts';
import type { Services } from '#app/services.server.ts';
import { enterCounts } from '#app/use-cases/workforce/enter-counts.ts';
import { done } from '#tests/support/review.ts';
import { team } from '#tests/support/team.ts';

const BRONZE = { to: 'bronze', pins: [], within: null, least: 'effort' };

async function standing() {
  const given = await team();
  const { services, lead, assessmentId } = given;
  const view = async () => {
    const found = await assessmentView(services, lead, assessmentId);
    if (found === null) throw new Error('no assessment');
    return found;
  };
  const page = async () => scenariosPage(services, lead, { view: await view(), asked: null });
  const keep = (name: string, parts: object = {}, actor: Actor = lead) =>
    keepScenario(services, actor, { assessmentId, ...BRONZE, name, ...parts });
  const plan = (parts: object = {}, actor: Actor = lead) =>
    planWay(services, actor, { assessmentId, ...BRONZE, ...parts });
  return { ...given, view, page, keep, plan };
}

test('scenarios stand beside each other with what each takes now', async () => {
  const { services, lead, assessmentId, page, keep } = await standing();
  const { id } = done(await keep('All of it'));
  done(await keep('Without G5', { pins: ['G5'] }));
  const [all, without] = (await page()).scenarios;
  expect(all).toMatchObject({ name: 'All of it', text: 'Bronze', status: 'reachable' });
  expect(without?.text).toBe('Bronze, without G5');
  expect(all?.steps).toBeGreaterThan(0);
  // Fewer ways are left, so that it is never less.
  expect(without?.effort).toBeGreaterThanOrEqual(all?.effort ?? 0);
  expect(await keep('all OF it')).toMatchObject({ problem: { code: 'scenario-name-taken' } });
  done(await dropScenario(services, lead, { assessmentId, scenario: id }));
  expect((await page()).scenarios.map(({ name }) => name)).toEqual(['Without G5']);
});

test('its steps go into the plan all at once, each once', async () => {
  const { view, page, keep, plan } = await standing();
  done(await keep('All of it'));
  const { added } = done(await plan());
  const [scenario] = (await page()).scenarios;
  expect(added).toBe(scenario?.steps);
  expect((await view()).actions).toHaveLength(added);
  expect(await plan()).toMatchObject({ problem: { code: 'nothing-to-plan' } });
  expect((await view()).actions).toHaveLength(added);
});

test('only who may plan keeps, removes and plans', async () => {
  const { services, viewer, stranger, assessmentId, keep, plan } = await standing();
  expect(await keep('Mine', {}, viewer)).toMatchObject({ problem: { code: 'not-allowed' } });
  expect(await keep('Mine', {}, stranger)).toMatchObject({ problem: { code: 'not-found' } });
  expect(await plan({}, viewer)).toMatchObject({ problem: { code: 'not-allowed' } });
  expect(await plan({ to: 'platinum' })).toMatchObject({ problem: { code: 'no-such-level' } });
  const dropping = { assessmentId, scenario: 'any' };
  expect(await dropScenario(services, viewer, dropping)).toMatchObject({
    problem: { code: 'not-allowed' },
  });
});

test('the plan asks for the very way that the page has shown, so that it is sought once', async () => {
  const { services, lead, assessmentId, view, keep } = await standing();
  const counted = await enterCounts(services, lead, {
    ...{ assessmentId, indicator: 'mentoring-reach', readVersion: 0 },
    ...{ firstNumerator: 20, firstDenominator: 100, secondNumerator: 20, secondDenominator: 120 },
    source: 'ESR, 31 March',
  });
  expect(counted).toMatchObject({ ok: true });
  done(await keep('All of it'));
  const asked: unknown[] = [];
  const ways: Services['ways'] = {
    ...services.ways,
    soon: (question, asker) => {
      asked.push(question.answerSet);
      return services.ways.soon(question, asker);
    },
  };
  const watched = { ...services, ways };
  await scenariosPage(watched, lead, { view: await view(), asked: null });
  await planWay(watched, lead, { assessmentId, ...BRONZE });
  expect(asked).toHaveLength(2);
  expect(asked[1]).toEqual(asked[0]);
});
