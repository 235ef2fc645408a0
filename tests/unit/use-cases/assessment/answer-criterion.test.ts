import { describe, expect, test } from 'vitest';
import { visibleAssessments } from '#app/domain/policy/assessment.ts';
import { answerCriterion, type AnswerCommand } from '#app/use-cases/assessment/answer-criterion.ts';
import { startAssessment } from '#app/use-cases/assessment/start-assessment.ts';
import { loadAssessment } from '#db/repositories/assessment/assessments.ts';
import { addDepartment, personWith, testServices } from '#tests/support/services.ts';
import { startedAssessment } from '#tests/support/started-assessment.ts';

/** A criterion that may be not applicable. */
const NOT_APPLICABLE = 'S5';

async function started() {
  const services = await testServices();
  await addDepartment(services, 'north', 'therapies');
  await addDepartment(services, 'south', 'pharmacy');
  const lead = personWith('assessment-lead', 'north', 'therapies');
  const result = await startAssessment(services, lead, {
    department: 'therapies',
    charter: 'bme-mentoring@1.0.0',
    targetLevel: 'bronze',
  });
  if (!result.ok) throw new Error(result.problem.code);
  const command: AnswerCommand = {
    assessmentId: result.value.id,
    criterion: 'G1',
    claimed: 2,
    notApplicable: null,
    narrative: 'Our sponsor is Siân O’Dowd.',
    readVersion: 0,
  };
  return { services, lead, command };
}

describe('answering a criterion', () => {
  test('a saved answer is there with its version', async () => {
    const { services, lead, command } = await started();
    expect(await answerCriterion(services, lead, command)).toEqual({
      ok: true,
      value: { version: 1, next: 'G2' },
    });
    const loaded = await loadAssessment(
      services.engine.db,
      visibleAssessments(lead),
      command.assessmentId,
    );
    expect(loaded?.answers).toMatchObject([
      { criterion: 'G1', claimed: 2, narrative: command.narrative },
    ]);
  });

  test('saving nothing where nothing is saved leaves no answer', async () => {
    const { services, lead, command } = await started();
    const nothing = { ...command, claimed: null, narrative: '', keep: 'saved' } as const;
    expect(await answerCriterion(services, lead, nothing)).toEqual({
      ok: true,
      value: { version: 0, next: 'G2' },
    });
    const { assessmentId } = command;
    const scope = visibleAssessments(lead);
    expect((await loadAssessment(services.engine.db, scope, assessmentId))?.answers).toEqual([]);
  });

  test('‘not applicable’ takes no rating away that nobody was asked about', async () => {
    const { services, lead, command } = await started();
    const rated = { ...command, criterion: NOT_APPLICABLE };
    await answerCriterion(services, lead, rated);
    const none = { ...rated, claimed: null, notApplicable: 'There is none.', readVersion: 1 };
    expect(await answerCriterion(services, lead, none)).toEqual({
      ok: false,
      problem: { code: 'rating-would-go', claimed: 2 },
    });
    const { assessmentId } = command;
    const scope = visibleAssessments(lead);
    const claimed = async () =>
      (await loadAssessment(services.engine.db, scope, assessmentId))?.answers.map(
        (row) => row.claimed,
      );
    expect(await claimed()).toEqual([2]);
    expect(await answerCriterion(services, lead, { ...none, ratingMayGo: true })).toMatchObject({
      ok: true,
    });
    expect(await claimed()).toEqual([null]);
  });

  test('the second of two people is shown what the first saved, and nothing is overwritten', async () => {
    const { services, lead, command } = await started();
    const colleague = personWith('contributor', 'north', 'therapies');
    await answerCriterion(services, lead, command);
    const second = await answerCriterion(services, colleague, {
      ...command,
      narrative: 'Another text',
    });
    expect(second).toMatchObject({
      ok: false,
      problem: {
        code: 'changed-meanwhile',
        saved: { narrative: command.narrative, version: 1 },
        savedAt: '2027-03-01T09:00:00.000Z',
        yours: { narrative: 'Another text' },
      },
    });
  });

  test('SEC-71 of two people who save at once exactly one wins, and the other learns who', async () => {
    const { services, id, lead, colleague, trail } = await startedAssessment();
    const said = (narrative: string, readVersion: number): AnswerCommand => ({
      assessmentId: id,
      criterion: 'G1',
      claimed: 1,
      notApplicable: null,
      narrative,
      readVersion,
    });
    for (const readVersion of [0, 1]) {
      const results = await Promise.all([
        answerCriterion(services, colleague, said(`Hers ${readVersion}`, readVersion)),
        answerCriterion(services, lead, said(`Mine ${readVersion}`, readVersion)),
      ]);
      expect(results).toMatchObject([
        { ok: true, value: { version: readVersion + 1 } },
        {
          ok: false,
          problem: {
            code: 'changed-meanwhile',
            saved: { narrative: `Hers ${readVersion}` },
            savedBy: 'Siân O’Dowd',
          },
        },
      ]);
    }
    expect(await trail()).toHaveLength(2);
  });

  test.each<[string, Partial<AnswerCommand>, object]>([
    ['a rating below the scale', { claimed: -1 }, { code: 'rating-off-scale', highest: 4 }],
    ['a rating above the scale', { claimed: 5 }, { code: 'rating-off-scale', highest: 4 }],
    ['half a rating', { claimed: 1.5 }, { code: 'rating-off-scale', highest: 4 }],
    ['no number', { claimed: Number.NaN }, { code: 'rating-off-scale', highest: 4 }],
    [
      'a narrative that cannot be stored',
      { narrative: 'x'.repeat(100_001) },
      { code: 'narrative-too-long', most: 100_000, has: 100_001 },
    ],
    [
      'a long justification',
      { criterion: NOT_APPLICABLE, claimed: null, notApplicable: 'x'.repeat(5_001) },
      { code: 'justification-too-long', most: 5_000, has: 5_001 },
    ],
    ['not applicable where it never is', { notApplicable: 'x' }, { code: 'never-not-applicable' }],
  ])('%s is refused', async (_, parts, problem) => {
    const { services, lead, command } = await started();
    expect(await answerCriterion(services, lead, { ...command, ...parts })).toEqual({
      ok: false,
      problem,
    });
  });

  test('a narrative over its word limit is saved, up to the limit of storage', async () => {
    const { services, lead, command } = await started();
    const narrative = 'word '.repeat(20_000);
    expect(await answerCriterion(services, lead, { ...command, narrative })).toMatchObject({
      ok: true,
    });
  });

  test('a stranger from another organisation finds nothing', async () => {
    const { services, command } = await started();
    const stranger = personWith('assessment-lead', 'south', 'pharmacy');
    expect(await answerCriterion(services, stranger, command)).toEqual({
      ok: false,
      problem: { code: 'not-found' },
    });
  });

  test('an organisation viewer reads and never writes', async () => {
    const { services, command } = await started();
    const viewer = personWith('organisation-viewer', 'north', null);
    expect(await answerCriterion(services, viewer, command)).toEqual({
      ok: false,
      problem: { code: 'not-allowed' },
    });
  });

  test('a draft of a charter takes no assessment', async () => {
    const { services, lead } = await started();
    const refused = await startAssessment(services, lead, {
      department: 'therapies',
      charter: 'bme-mentoring@2.1.0',
      targetLevel: 'bronze',
    });
    expect(refused).toEqual({ ok: false, problem: { code: 'charter-not-published' } });
  });

  test('SEC-80 an audit event can be neither changed nor deleted', async () => {
    const { services, lead, command } = await started();
    await answerCriterion(services, lead, command);
    const { connection } = services.engine;
    expect(() => connection.exec("update audit_events set event = 'x'")).toThrow('never changed');
    expect(() => connection.exec('delete from audit_events')).toThrow('never deleted');
  });
});
