import { describe, expect, test } from 'vitest';
import { assessmentView } from '#app/doors/assessment-view.ts';
import { seeCounts } from '#app/doors/see-counts.ts';
import { type CountsCommand, enterCounts } from '#app/use-cases/workforce/enter-counts.ts';
import { startedAssessment } from '#tests/support/started-assessment.ts';

const EMPTY = {
  firstNumerator: null,
  firstDenominator: null,
  secondNumerator: null,
  secondDenominator: null,
};

async function started() {
  const begun = await startedAssessment();
  const command: CountsCommand = {
    assessmentId: begun.id,
    indicator: 'mentoring-reach',
    firstNumerator: 41,
    firstDenominator: 50_021,
    secondNumerator: 43,
    secondDenominator: 50_023,
    source: 'ESR, 31 March',
    readVersion: 0,
  };
  return { ...begun, command };
}

describe('entering counts', () => {
  test('they are there with their source and version, and score', async () => {
    const { services, lead, command, id } = await started();
    expect(await enterCounts(services, lead, command)).toMatchObject({ ok: true });
    const view = await assessmentView(services, lead, id);
    expect(view?.answerSet.indicators.get('mentoring-reach')?.kind).toBe('ratio');
    const seen = view && (await seeCounts(services, lead, view));
    expect(seen).toMatchObject({
      value: { rows: [{ firstNumerator: 41, source: 'ESR, 31 March' }] },
    });
  });

  test('the trail says that they changed and never what they are', async () => {
    const { services, lead, command, trail } = await started();
    const entered = await enterCounts(services, lead, command);
    if (!entered.ok) throw new Error(entered.problem.code);
    await enterCounts(services, lead, { ...command, ...EMPTY, readVersion: entered.value.version });
    const events = await trail();
    expect(events).toEqual([
      { event: 'counts-entered', details: '{"indicator":"mentoring-reach","cleared":false}' },
      { event: 'counts-entered', details: '{"indicator":"mentoring-reach","cleared":true}' },
    ]);
  });

  test.each([
    ['one is missing', { secondNumerator: null }, [{ field: 'secondNumerator', code: 'required' }]],
    [
      'all wrong at once',
      {
        firstNumerator: -1,
        firstDenominator: 1.5,
        secondNumerator: Number.NaN,
        secondDenominator: 10_000_001,
        source: 'x'.repeat(501),
      },
      [
        { field: 'firstNumerator', code: 'not-a-whole-number', most: 10_000_000 },
        { field: 'firstDenominator', code: 'not-a-whole-number', most: 10_000_000 },
        { field: 'secondNumerator', code: 'not-a-whole-number', most: 10_000_000 },
        { field: 'secondDenominator', code: 'not-a-whole-number', most: 10_000_000 },
        { field: 'source', code: 'too-long', most: 500 },
      ],
    ],
    [
      'more had the outcome than there are people',
      { firstNumerator: 50_022 },
      [{ field: 'firstNumerator', code: 'above-denominator' }],
    ],
  ] as const)('%s: nothing is saved', async (_, parts, fields) => {
    const { services, lead, command, trail } = await started();
    expect(await enterCounts(services, lead, { ...command, ...parts })).toEqual({
      ok: false,
      problem: { code: 'not-valid', fields },
    });
    expect(await trail()).toEqual([]);
  });

  test('all people may have the outcome, and nobody may', async () => {
    const { services, lead, command } = await started();
    const extremes = {
      firstNumerator: 10_000_000,
      firstDenominator: 10_000_000,
      secondNumerator: 0,
      secondDenominator: 0,
    };
    expect(await enterCounts(services, lead, { ...command, ...extremes })).toMatchObject({
      ok: true,
    });
  });

  test('an indicator that the charter does not have is not found', async () => {
    const { services, lead, command } = await started();
    const result = await enterCounts(services, lead, { ...command, indicator: 'happiness' });
    expect(result).toEqual({ ok: false, problem: { code: 'not-found' } });
  });

  test('the same again, and clearing nothing, change nothing', async () => {
    const { services, lead, command, trail } = await started();
    expect(await enterCounts(services, lead, { ...command, ...EMPTY })).toEqual({
      ok: true,
      value: { version: 0 },
    });
    await enterCounts(services, lead, command);
    await enterCounts(services, lead, command);
    expect(await trail()).toHaveLength(1);
  });

  test('of two at once one is saved, and the other gets both versions', async () => {
    const { services, lead, colleague, command, trail } = await started();
    const results = await Promise.all([
      enterCounts(services, colleague, command),
      enterCounts(services, lead, { ...command, firstNumerator: 7 }),
    ]);
    expect(results.filter(({ ok }) => ok)).toHaveLength(1);
    expect(results.find(({ ok }) => !ok)).toMatchObject({
      problem: {
        code: 'changed-meanwhile',
        saved: { firstNumerator: 41 },
        yours: { firstNumerator: 7 },
      },
    });
    expect(await trail()).toHaveLength(1);
  });

  test('a page from before the counts were cleared cannot save over those entered since', async () => {
    const { services, lead, colleague, command } = await started();
    const first = await enterCounts(services, lead, command);
    if (!first.ok) throw new Error(first.problem.code);
    const readVersion = first.value.version;
    await enterCounts(services, colleague, { ...command, ...EMPTY, readVersion });
    await enterCounts(services, colleague, { ...command, firstNumerator: 40 });
    const late = await enterCounts(services, lead, { ...command, firstNumerator: 1, readVersion });
    expect(late).toMatchObject({
      ok: false,
      problem: { code: 'changed-meanwhile', saved: { firstNumerator: 40 }, savedBy: 'Siân O’Dowd' },
    });
  });
});
