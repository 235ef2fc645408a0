import { describe, expect, test } from 'vitest';
import { assessmentView } from '#app/doors/assessment-view.ts';
import { historyPage } from '#app/queries/assessment/history-page.ts';
import { answerCriterion } from '#app/use-cases/assessment/answer-criterion.ts';
import { restoreAnswer } from '#app/use-cases/assessment/restore-answer.ts';
import { REFUSED, startedAssessment } from '#tests/support/started-assessment.ts';

async function written() {
  const started = await startedAssessment();
  const { services, id: assessmentId, lead, colleague } = started;
  const save = async (who: typeof lead, narrative: string, readVersion: number) => {
    const command = {
      assessmentId,
      criterion: 'G1',
      claimed: 1 + readVersion,
      notApplicable: null,
    };
    const result = await answerCriterion(services, who, { ...command, narrative, readVersion });
    expect(result).toMatchObject({ ok: true });
  };
  await save(lead, 'One', 0);
  await save(lead, 'One two', 1);
  await save(colleague, 'Something else', 2);
  const history = async () => {
    const view = await assessmentView(services, lead, assessmentId);
    if (view === null) throw new Error('not in sight');
    return historyPage(services, view, { criterion: 'G1', page: 1 });
  };
  return { ...started, assessmentId, history };
}

describe('the history of an answer', () => {
  test('every save is a version, grouped by who and when, newest first', async () => {
    const { history } = await written();
    const page = await history();
    expect(page?.items).toMatchObject([
      { version: 3, by: 'Siân O’Dowd', isCurrent: true },
      { version: 2, isCurrent: false, changes: [{ kind: 'added', text: 'One two' }] },
    ]);
  });

  test('each explicit save is an entry of its own, with or without a change, and any can be restored', async () => {
    const { services, lead, assessmentId, history } = await written();
    const base = { assessmentId, criterion: 'G1', claimed: 1, notApplicable: null };
    const save = async (narrative: string, readVersion: number, keep?: 'saved') =>
      answerCriterion(services, lead, {
        ...base,
        narrative,
        readVersion,
        ...(keep === undefined ? {} : { keep }),
      });
    await save('Four', 3);
    await save('Five', 4, 'saved');
    await save('Six', 5, 'saved');
    await save('Seven', 6);
    // By the button, and nothing is typed since: the version of the autosave is the one that is kept.
    expect(await save('Seven', 7, 'saved')).toEqual({
      ok: true,
      value: { version: 7, next: 'G2' },
    });
    await save('Eight', 7);
    const items = (await history())?.items ?? [];
    expect(items.map(({ version, how }) => [version, how])).toEqual([
      [8, 'typed'],
      [7, 'saved'],
      [6, 'saved'],
      [5, 'saved'],
      [3, 'typed'],
      [2, 'typed'],
    ]);
    const command = { assessmentId, criterion: 'G1', version: 5, readVersion: 8 };
    expect(await restoreAnswer(services, lead, command)).toMatchObject({ ok: true });
    const view = await assessmentView(services, lead, assessmentId);
    expect(view?.rows).toMatchObject([{ narrative: 'Five', version: 9 }]);
    expect((await history())?.items.slice(0, 2).map(({ version, how }) => [version, how])).toEqual([
      [9, 'restored'],
      [8, 'typed'],
    ]);
  });

  test('a refused save leaves no version', async () => {
    const { services, lead, assessmentId, history } = await written();
    const command = { assessmentId, criterion: 'G1', claimed: 1, notApplicable: null };
    await answerCriterion(services, lead, { ...command, narrative: 'Late', readVersion: 1 });
    expect((await history())?.currentVersion).toBe(3);
  });

  test('an earlier text comes back as a new version; the rating and what was there stay', async () => {
    const { services, lead, assessmentId, history, trail } = await written();
    const command = { assessmentId, criterion: 'G1', version: 2, readVersion: 3 };
    expect(await restoreAnswer(services, lead, command)).toEqual({
      ok: true,
      value: { version: 4, next: 'G2' },
    });
    const view = await assessmentView(services, lead, assessmentId);
    expect(view?.rows).toMatchObject([{ narrative: 'One two', claimed: 3, version: 4 }]);
    expect((await history())?.items.map(({ version }) => version)).toEqual([4, 3, 2]);
    expect((await trail()).at(-1)?.event).toBe('answer-restored');
  });

  test('restoring over a newer save is refused with it', async () => {
    const { services, lead, assessmentId } = await written();
    const command = { assessmentId, criterion: 'G1', version: 1, readVersion: 2 };
    expect(await restoreAnswer(services, lead, command)).toMatchObject({
      ok: false,
      problem: { code: 'changed-meanwhile', saved: { narrative: 'Something else' } },
    });
  });

  test.each(REFUSED)('%s brings nothing back', async (_, actor, code) => {
    const { services, assessmentId, history } = await written();
    const command = { assessmentId, criterion: 'G1', version: 1, readVersion: 3 };
    expect(await restoreAnswer(services, actor, command)).toEqual({ ok: false, problem: { code } });
    expect((await history())?.currentVersion).toBe(3);
  });

  test('a version can be neither changed nor deleted', async () => {
    const { services } = await written();
    const { connection } = services.engine;
    expect(() => connection.exec("update answer_versions set narrative = 'x'")).toThrow('never');
    expect(() => connection.exec('delete from answer_versions')).toThrow('never');
  });
});
