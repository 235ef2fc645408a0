import { describe, expect, test } from 'vitest';
import { allCriteria, type Charter } from '#app/domain/charter/charter.ts';
import type { Services } from '#app/services.server.ts';
import { assessmentView } from '#app/doors/assessment-view.ts';
import { movePage } from '#app/queries/assessment/move-page.ts';
import { answerCriterion } from '#app/use-cases/assessment/answer-criterion.ts';
import { attachEvidence } from '#app/use-cases/evidence/attach-evidence.ts';
import { openRound } from '#app/use-cases/administration/administer-rounds.ts';
import { chooseRound } from '#app/use-cases/assessment/choose-round.ts';
import { moveToVersion } from '#app/use-cases/assessment/move-to-version.ts';
import { personWith } from '#tests/support/services.ts';
import { startedAssessment } from '#tests/support/started-assessment.ts';

/** The shipped version with one criterion reworded, one renamed, one removed, published as 2.0.0. */
function nextVersion(charter: Charter): Charter {
  return {
    ...charter,
    version: '2.0.0',
    sections: charter.sections.map((section) => ({
      ...section,
      criteria: section.criteria
        .filter(({ id }) => id !== 'G3')
        .map((criterion) => {
          if (criterion.id === 'G1') return { ...criterion, question: 'Another question?' };
          return criterion.id === 'G2' ? { ...criterion, id: 'G20', replaces: ['G2'] } : criterion;
        }),
    })),
  };
}

async function answered() {
  const started = await startedAssessment();
  const { services, lead, id: assessmentId } = started;
  for (const criterion of ['G1', 'G2', 'G3', 'G4']) {
    const command = { assessmentId, criterion, claimed: 1, notApplicable: null, readVersion: 0 };
    await answerCriterion(services, lead, { ...command, narrative: `About ${criterion}` });
    const item = { title: `Item of ${criterion}`, description: '', link: 'https://example.org/x' };
    await attachEvidence(services, lead, { assessmentId, criterion, ...item, file: null });
  }
  const held = services.library.versions.get('bme-mentoring@1.0.0');
  if (held === undefined) throw new Error('the charter is gone');
  const charter = nextVersion(held.charter);
  const versions = new Map([
    ...services.library.versions,
    [
      'bme-mentoring@2.0.0',
      { charter, translations: new Map(), published: true, hash: '0' },
    ] as const,
  ]);
  const moved: Services = { ...services, library: { ...services.library, versions } };
  return { ...started, services: moved, assessmentId };
}

async function viewOf({ services, lead, assessmentId }: Awaited<ReturnType<typeof answered>>) {
  const view = await assessmentView(services, lead, assessmentId);
  if (view === null) throw new Error('the assessment is gone');
  return view;
}

describe('moving to a newer version of the charter', () => {
  test('the preview says what moves, and changes nothing', async () => {
    const given = await answered();
    const view = await viewOf(given);
    const to = 'bme-mentoring@2.0.0';
    const { preview, newer } = await movePage(given.services, given.lead, { view, to });
    expect(newer.map(({ name }) => name)).toEqual([
      to,
      'bme-mentoring@1.0.2',
      'bme-mentoring@1.0.1',
    ]);
    expect((await movePage(given.services, given.lead, { view, to: null })).preview).toBeNull();
    expect(preview?.review.map((name) => name.split(' ')[0])).toEqual(['G1']);
    expect(preview?.removed.map((name) => name.split(' ')[0])).toEqual(['G3']);
    expect(await viewOf(given)).toEqual(view);
  });

  test('answers are carried, copied, marked or kept, and evidence goes with them', async () => {
    const given = await answered();
    const { services, lead, assessmentId } = given;
    const { version: readVersion } = await viewOf(given);
    const to = 'bme-mentoring@2.0.0';
    expect(await moveToVersion(services, lead, { assessmentId, to, readVersion })).toEqual({
      ok: true,
      value: { charter: to },
    });
    const view = await viewOf(given);
    expect(allCriteria(view.charter).some(({ id }) => id === 'G3')).toBe(false);
    const rows = new Map(view.rows.map((row) => [row.criterion, row]));
    expect(rows.get('G1')).toMatchObject({ narrative: 'About G1', review: expect.any(String) });
    expect(rows.get('G20')).toMatchObject({ narrative: 'About G2', claimed: 1 });
    expect(rows.get('G3')).toMatchObject({ narrative: 'About G3' });
    expect(rows.get('G4')).toMatchObject({ narrative: 'About G4', review: null, version: 1 });
    expect(view.answerSet.answers.get('G20')?.evidence).toHaveLength(1);
    expect(view.progress.criteria.get('G1')).toBe('in-progress');
    const saved = await answerCriterion(services, lead, {
      assessmentId,
      criterion: 'G1',
      claimed: 1,
      notApplicable: null,
      narrative: 'About G1',
      readVersion: rows.get('G1')?.version ?? 0,
    });
    expect(saved.ok).toBe(true);
    expect((await viewOf(given)).progress.criteria.get('G1')).toBe('ready');
  });

  test('a preview that is out of date moves nothing, and only the lead moves', async () => {
    const given = await answered();
    const { services, lead, colleague, assessmentId } = given;
    const { version: readVersion } = await viewOf(given);
    const command = { assessmentId, to: 'bme-mentoring@2.0.0', readVersion };
    const edit = { assessmentId, criterion: 'G5', claimed: 0, notApplicable: null, readVersion: 0 };
    await answerCriterion(services, colleague, { ...edit, narrative: 'In between' });
    expect(await moveToVersion(services, lead, command)).toMatchObject({
      problem: { code: 'preview-old' },
    });
    const contributor = personWith('contributor', 'north', 'therapies');
    expect(await moveToVersion(services, contributor, command)).toMatchObject({
      problem: { code: 'not-allowed' },
    });
    const now = (await viewOf(given)).version;
    const draft = { assessmentId, to: 'bme-mentoring@2.1.0', readVersion: now };
    expect(await moveToVersion(services, lead, draft)).toMatchObject({
      problem: { code: 'no-such-version' },
    });
  });

  test('to one of other wording keeps every answer as it is and the round; to another, no round', async () => {
    const given = await answered();
    const { services, lead, assessmentId } = given;
    const administrator = personWith('charter-administrator', 'body', null);
    const round = await openRound(services, administrator, {
      name: 'Spring round',
      charter: 'bme-mentoring@1.0.0',
      opensAt: '2026-06-01T00:00:00.000Z',
      closesAt: '2027-06-01T00:00:00.000Z',
    });
    if (!round.ok) throw new Error(round.problem.code);
    const roundId = round.value.id;
    const choose = () => chooseRound(services, lead, { assessmentId, roundId });
    expect((await choose()).ok).toBe(true);
    const move = async (to: string) => {
      const { version: readVersion } = await viewOf(given);
      expect((await moveToVersion(services, lead, { assessmentId, to, readVersion })).ok).toBe(
        true,
      );
      return viewOf(given);
    };
    const before = await viewOf(given);
    const kept = async (to: string) =>
      (await movePage(services, lead, { view: before, to })).preview?.keepsRound;
    expect(await kept('bme-mentoring@1.0.1')).toBe(true);
    expect(await kept('bme-mentoring@2.0.0')).toBe(false);
    const patched = await move('bme-mentoring@1.0.1');
    expect(patched.rows).toEqual(before.rows);
    expect(patched.roundId).toBe(roundId);
    expect((await choose()).ok).toBe(true);
    expect((await move('bme-mentoring@2.0.0')).roundId).toBeNull();
    expect(await choose()).toEqual({ ok: false, problem: { code: 'no-such-round' } });
  });
});
