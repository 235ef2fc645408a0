import { describe, expect, test } from 'vitest';
import { homeView } from '#app/queries/home/home.ts';
import { startChoices } from '#app/queries/assessment/start-choices.ts';
import { openRound } from '#app/use-cases/administration/administer-rounds.ts';
import { answerCriterion } from '#app/use-cases/assessment/answer-criterion.ts';
import { discardDraft, nameDraft, restoreDraft } from '#app/use-cases/assessment/keep-drafts.ts';
import { openAssessment } from '#app/doors/open-assessment.ts';
import { startAssessment, type StartCommand } from '#app/use-cases/assessment/start-assessment.ts';
import { listOnTheWay } from '#db/repositories/assessment/deadlines.ts';
import { loadRoundOf } from '#db/repositories/administration/round-rows.ts';
import { personWith } from '#tests/support/services.ts';
import { REFUSED, startedAssessment } from '#tests/support/started-assessment.ts';

const refusedWith = (code: string) => ({ ok: false, problem: expect.objectContaining({ code }) });
const START: StartCommand = {
  department: 'therapies',
  charter: 'bme-mentoring@1.0.0',
  targetLevel: 'silver',
};
const DAY = 24 * 60 * 60 * 1000;

type Given = Awaited<ReturnType<typeof startedAssessment>>;

const later = ({ services }: Given, days: number) => ({
  ...services,
  clock: () => new Date(services.clock().getTime() + days * DAY),
});
const labels = async ({ services, lead }: Given) =>
  (await homeView(services, lead)).assessments.map(({ label }) => label);

describe('a second draft', () => {
  test('of the same department and charter is started only when it is asked for', async () => {
    const { services, lead } = await startedAssessment();
    expect(await startAssessment(services, lead, START)).toEqual({
      ok: false,
      problem: { code: 'under-way', count: 1 },
    });
    const asked = { ...START, name: '  Second \n attempt ', beside: true };
    expect(await startAssessment(services, lead, { ...START, beside: true })).toEqual(
      refusedWith('name-taken'),
    );
    const second = await startAssessment(services, lead, asked);
    if (!second.ok) throw new Error(second.problem.code);
    const { id: assessmentId } = second.value;
    expect(await nameDraft(services, lead, { assessmentId, name: '' })).toEqual(
      refusedWith('name-taken'),
    );
    for (const name of ['second ATTEMPT', 'Sécond attempt.', '\u200B\u2060', '\u00AD']) {
      expect(await startAssessment(services, lead, { ...asked, name })).toEqual(
        refusedWith('name-taken'),
      );
    }
    const { underWay } = await startChoices(services, lead);
    expect(underWay.map(({ label }) => label).toSorted()).toEqual([
      'therapies',
      'therapies: Second attempt',
    ]);
  });

  test('for another version of the charter is asked about, too; after the first is gone it is not', async () => {
    const given = await startedAssessment();
    const { services, lead, id } = given;
    const newer = { ...START, charter: 'bme-mentoring@1.0.1' };
    expect(await startAssessment(services, lead, newer)).toEqual(refusedWith('under-way'));
    await discardDraft(services, lead, { assessmentId: id });
    expect((await startAssessment(services, lead, newer)).ok).toBe(true);
  });
});

describe('a name', () => {
  test('tells drafts apart, and can be taken away', async () => {
    const given = await startedAssessment();
    const { services, lead, id: assessmentId } = given;
    await nameDraft(services, lead, { assessmentId, name: 'Autumn' });
    expect(await labels(given)).toEqual(['therapies: Autumn']);
    await nameDraft(services, lead, { assessmentId, name: ' ' });
    expect(await labels(given)).toEqual(['therapies']);
    expect(await nameDraft(services, lead, { assessmentId, name: 'x'.repeat(81) })).toEqual(
      refusedWith('name-too-long'),
    );
  });
});

test.each([
  ...REFUSED,
  ['a contributor', personWith('contributor', 'north', 'therapies'), 'not-allowed'],
] as const)('%s names, discards and restores nothing', async (_, actor, code) => {
  const { services, lead, id: assessmentId } = await startedAssessment();
  expect(await nameDraft(services, actor, { assessmentId, name: 'x' })).toEqual(refusedWith(code));
  expect(await discardDraft(services, actor, { assessmentId })).toEqual(refusedWith(code));
  await discardDraft(services, lead, { assessmentId });
  expect(await restoreDraft(services, actor, { assessmentId })).toEqual(refusedWith(code));
});

describe('a discarded draft', () => {
  test('is out of every list and cannot be changed; restored, it is as it was', async () => {
    const given = await startedAssessment();
    const { services, lead, id: assessmentId, trail } = given;
    const answer = { assessmentId, criterion: 'G1', claimed: 2, notApplicable: null };
    const written = { ...answer, narrative: 'Kept.', readVersion: 0 };
    await answerCriterion(services, lead, written);
    expect((await discardDraft(services, lead, { assessmentId })).ok).toBe(true);
    expect(await labels(given)).toEqual([]);
    expect((await startChoices(services, lead)).underWay).toEqual([]);
    expect(await listOnTheWay(services.engine.db)).toEqual([]);
    expect(await answerCriterion(services, lead, { ...written, readVersion: 1 })).toEqual(
      refusedWith('not-found'),
    );
    expect((await restoreDraft(services, lead, { assessmentId })).ok).toBe(true);
    const back = await openAssessment(services, lead, { id: assessmentId, act: 'read' });
    expect(back.ok && back.value.answers.map(({ narrative }) => narrative)).toEqual(['Kept.']);
    expect((await trail()).map(({ event }) => event)).toEqual([
      'criterion-answered',
      'assessment-discarded',
      'assessment-restored',
    ]);
  });

  test('whose name another draft has by now is restored when that one has another name', async () => {
    const { services, lead, id: assessmentId } = await startedAssessment();
    await nameDraft(services, lead, { assessmentId, name: 'Autumn' });
    await discardDraft(services, lead, { assessmentId });
    const other = await startAssessment(services, lead, { ...START, name: 'autumn' });
    if (!other.ok) throw new Error(other.problem.code);
    expect(await restoreDraft(services, lead, { assessmentId })).toEqual(
      refusedWith('name-taken-meanwhile'),
    );
    await nameDraft(services, lead, { assessmentId: other.value.id, name: 'Winter' });
    expect((await restoreDraft(services, lead, { assessmentId })).ok).toBe(true);
  });

  test('can be restored on the thirtieth day, and not on the one after', async () => {
    const given = await startedAssessment();
    const { services, lead, id: assessmentId } = given;
    await discardDraft(services, lead, { assessmentId });
    expect(await restoreDraft(later(given, 31), lead, { assessmentId })).toEqual(
      refusedWith('restore-over'),
    );
    expect((await restoreDraft(later(given, 30), lead, { assessmentId })).ok).toBe(true);
  });

  test.each(['signed-off', 'submitted'])('is never one that is %s', async (state) => {
    const { services, lead, id: assessmentId } = await startedAssessment();
    services.engine.connection.prepare('update assessments set state = ?').run(state);
    expect(await discardDraft(services, lead, { assessmentId })).toEqual(refusedWith('locked'));
  });
});

describe('the round of a new assessment', () => {
  const administrator = {
    ...personWith('charter-administrator', 'body', null),
    memberships: [{ role: 'charter-administrator', organisation: null, department: null }],
  } as const;
  const round = (name: string, opensAt: string) => ({
    name,
    charter: 'bme-mentoring@1.0.0',
    opensAt,
    closesAt: '2027-04-30T16:00:00.000Z',
  });
  const OPEN = '2027-02-01T09:00:00.000Z';
  const TO_COME = '2027-04-01T09:00:00.000Z';

  // The clock reads 1 March 2027.
  test.each([
    ['is the one that is open', [OPEN], 'round 0'],
    ['is the one that is open, beside one that is not yet', [TO_COME, OPEN], 'round 1'],
    ['is left open where two are', [OPEN, OPEN], null],
    ['is left open where none is open yet', [TO_COME], null],
  ])('%s', async (_, opening, expected) => {
    const { services, lead } = await startedAssessment();
    for (const [at, opensAt] of opening.entries()) {
      expect((await openRound(services, administrator, round(`round ${at}`, opensAt))).ok).toBe(
        true,
      );
    }
    const started = await startAssessment(services, lead, { ...START, beside: true, name: 'Mine' });
    if (!started.ok) throw new Error(started.problem.code);
    const opened = await openAssessment(services, lead, { id: started.value.id, act: 'read' });
    if (!opened.ok) throw new Error(opened.problem.code);
    const found = await loadRoundOf(services.engine.db, opened.value.assessment);
    expect(found?.round.name ?? null).toBe(expected);
  });
});
