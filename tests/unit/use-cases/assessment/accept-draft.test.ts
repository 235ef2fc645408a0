import { describe, expect, test } from 'vitest';
import type { ReadPlace } from '#app/domain/assessment/draft-document.ts';
import type { Actor } from '#app/domain/policy/actor.ts';
import { assessmentView } from '#app/doors/assessment-view.ts';
import { draftDocument, draftPage } from '#app/queries/assessment/make-draft-document.ts';
import { acceptDraft } from '#app/use-cases/assessment/accept-draft.ts';
import { answerCriterion } from '#app/use-cases/assessment/answer-criterion.ts';
import { importProblemText } from '#words/import-problem.ts';
import { REFUSED, startedAssessment } from '#tests/support/started-assessment.ts';
import { worked } from '#tests/support/worked.ts';

const answer = { claimed: 2, notApplicable: null, narrative: 'Siân leads.', readVersion: 0 };

async function answered() {
  const begun = await startedAssessment();
  const { services, lead, id: assessmentId } = begun;
  await answerCriterion(services, lead, { ...answer, assessmentId, criterion: 'G1' });
  const view = async (actor: Actor = lead) => {
    const found = await assessmentView(services, actor, assessmentId);
    if (found === null) throw new Error('no assessment');
    return found;
  };
  return { ...begun, assessmentId, view };
}

/** The document as it comes back, with some of its boxes written in. */
async function brought(
  begun: Awaited<ReturnType<typeof answered>>,
  written: Readonly<Record<string, string>>,
) {
  const { services, assessmentId, view } = begun;
  const document = draftDocument(await view());
  const bytes = worked(await services.office.writeDraft(document, null));
  const read = worked(await services.office.readDraft(bytes, null));
  const places = read.places.map((place): ReadPlace => {
    const text = written[`${place.criterion} ${place.field}`];
    return text === undefined ? place : { ...place, text };
  });
  return { assessmentId, places };
}

describe('the questions and the draft', () => {
  test('come back unchanged from every question of the charter', async () => {
    const begun = await answered();
    const page = await draftPage(begun.services, await begun.view(), await brought(begun, {}));
    expect(page).toMatchObject({ ok: true, value: { changes: [], problems: [] } });
    const criteria = (await begun.view()).charter.sections.flatMap((section) => section.criteria);
    expect(page.ok && page.value.unchanged).toBe(criteria.length);
  });

  test('come back with differences, which are accepted one by one', async () => {
    const begun = await answered();
    const { services, lead, assessmentId, view, trail } = begun;
    const draft = await brought(begun, {
      'G1 rating': '3',
      'G1 narrative': 'Siân O’Dowd leads.',
      'G2 narrative': 'Eleven people.',
      'M1 rating': 'often',
    });
    const page = await draftPage(services, await view(), draft);
    if (!page.ok) throw new Error(page.problem.code);
    expect(page.value.changes.map(({ criterion }) => criterion)).toEqual(['G1', 'G2']);
    expect(page.value.changes[0]?.changes).toEqual([
      { kind: 'kept', text: 'Siân ' },
      { kind: 'added', text: 'O’Dowd ' },
      { kind: 'kept', text: 'leads.' },
    ]);
    expect(page.value.problems).toMatchObject([{ criterion: 'M1', code: 'rating-unclear' }]);
    const accepted = page.value.changes.slice(0, 1).map(({ carried }) => carried);
    expect(await acceptDraft(services, lead, { assessmentId, answers: accepted })).toEqual({
      ok: true,
      value: { saved: ['G1'], refused: [] },
    });
    expect((await view()).rows).toMatchObject([
      { criterion: 'G1', claimed: 3, narrative: 'Siân O’Dowd leads.', version: 2 },
    ]);
    expect((await trail()).map(({ event }) => event)).toEqual([
      'criterion-answered',
      'criterion-answered',
    ]);
  });

  test('change nothing where only a colleague changed the answer meanwhile', async () => {
    const begun = await answered();
    const { services, colleague, assessmentId, view } = begun;
    const draft = await brought(begun, {});
    const theirs = { ...answer, narrative: 'Nia leads.', readVersion: 1 };
    await answerCriterion(services, colleague, { ...theirs, assessmentId, criterion: 'G1' });
    const page = await draftPage(services, await view(), draft);
    expect(page).toMatchObject({ value: { changes: [] } });
  });

  test('show both texts where both changed it, and overwrite nothing unseen', async () => {
    const begun = await answered();
    const { services, lead, colleague, assessmentId, view } = begun;
    const draft = await brought(begun, { 'G1 narrative': 'We lead.' });
    const theirs = { ...answer, narrative: 'Nia leads.', readVersion: 1 };
    await answerCriterion(services, colleague, { ...theirs, assessmentId, criterion: 'G1' });
    const page = await draftPage(services, await view(), draft);
    if (!page.ok) throw new Error(page.problem.code);
    expect(page.value.changes).toMatchObject([
      { outdated: true, narrative: { now: 'Nia leads.', proposed: 'We lead.' } },
    ]);
    const [carried] = page.value.changes.map((change) => change.carried);
    if (carried === undefined) throw new Error('nothing to accept');
    const third = { ...answer, narrative: 'Third', readVersion: 2 };
    await answerCriterion(services, colleague, { ...third, assessmentId, criterion: 'G1' });
    expect(await acceptDraft(services, lead, { assessmentId, answers: [carried] })).toMatchObject({
      ok: true,
      value: { saved: [], refused: [{ criterion: 'G1' }] },
    });
    expect((await view()).rows).toMatchObject([{ narrative: 'Third' }]);
  });

  test('are saved in one commit, and one that changed meanwhile is left out', async () => {
    const { services, lead, assessmentId, view } = await answered();
    let commits = 0;
    const commit: typeof services.engine.commit = (writes) => {
      commits += 1;
      return services.engine.commit(writes);
    };
    const counting = { ...services, engine: { ...services.engine, commit } };
    const answers = [
      { ...answer, criterion: 'G1', narrative: 'Seen long ago.', readVersion: 0 },
      { ...answer, criterion: 'G2' },
      { ...answer, criterion: 'M1', claimed: 9 },
      { ...answer, criterion: 'G3', narrative: 'First' },
      { ...answer, criterion: 'G3', narrative: 'Last' },
    ];
    expect(await acceptDraft(counting, lead, { assessmentId, answers })).toMatchObject({
      value: {
        saved: ['G2', 'G3'],
        refused: [
          { criterion: 'G1', problem: { code: 'changed-meanwhile', savedBy: null } },
          { criterion: 'M1', problem: { code: 'rating-off-scale' } },
        ],
      },
    });
    expect(commits).toBe(1);
    const texts = (await view()).rows.map(({ criterion, narrative }) => [criterion, narrative]);
    expect(Object.fromEntries(texts)).toEqual({
      G1: 'Siân leads.',
      G2: 'Siân leads.',
      G3: 'Last',
    });
  });

  test('are decided again where a colleague saves at the same moment', async () => {
    const { services, lead, colleague, assessmentId, view } = await answered();
    const theirs = { ...answer, assessmentId, criterion: 'G2', narrative: 'Theirs' };
    let first = true;
    const commit: typeof services.engine.commit = async (writes) => {
      if (first) {
        first = false;
        await answerCriterion(services, colleague, theirs);
      }
      return services.engine.commit(writes);
    };
    const racing = { ...services, engine: { ...services.engine, commit } };
    const answers = ['G2', 'G3'].map((criterion) => ({ ...answer, criterion, narrative: 'Ours' }));
    expect(await acceptDraft(racing, lead, { assessmentId, answers })).toMatchObject({
      value: { saved: ['G3'], refused: [{ criterion: 'G2' }] },
    });
    const texts = (await view()).rows.map(({ criterion, narrative }) => [criterion, narrative]);
    expect(Object.fromEntries(texts)).toMatchObject({ G2: 'Theirs', G3: 'Ours' });
  });

  test('of another assessment are refused', async () => {
    const begun = await answered();
    const draft = { ...(await brought(begun, {})), assessmentId: 'another' };
    expect(await draftPage(begun.services, await begun.view(), draft)).toEqual({
      ok: false,
      problem: { code: 'draft-of-another-assessment' },
    });
  });

  test.each([
    ['G1 narrative', 100_000],
    ['G1 rating', 5_000],
    ['G1 reason', 5_000],
  ])(
    'SEC-60 are refused in words, uncompared, where one text is too long: %s',
    async (box, most) => {
      const begun = await answered();
      const place = { criterion: 'G1', version: 0 };
      const [, field] = /^G1 (rating|reason|narrative)$/.exec(box) ?? [];
      const textOf = (characters: number) => 'a b '.repeat(characters / 4);
      const draftOf = (text: string) => ({
        assessmentId: begun.assessmentId,
        places: (['rating', 'reason', 'narrative'] as const).map((one) => ({
          ...place,
          field: one,
          text: one === field ? text : '',
        })),
      });
      const page = await draftPage(begun.services, await begun.view(), draftOf(textOf(9_000_000)));
      const problem = { code: 'draft-text-too-long', criterion: 'G1', most } as const;
      expect(page).toEqual({ ok: false, problem });
      expect(importProblemText(problem)).toContain(
        `G1 has more than ${most.toLocaleString('en-GB')} characters`,
      );
      const longest = await draftPage(begun.services, await begun.view(), draftOf(textOf(most)));
      expect(longest.ok).toBe(true);
    },
  );

  test('SEC-60 are refused in words where all texts together are too long', async () => {
    const begun = await answered();
    const criteria = (await begun.view()).charter.sections.flatMap((section) => section.criteria);
    const places = criteria.slice(0, 21).map(({ id }) => ({
      criterion: id,
      field: 'narrative' as const,
      version: 0,
      text: 'a b '.repeat(25_000),
    }));
    const problem = { code: 'draft-too-long', most: 2_000_000 } as const;
    const draft = { assessmentId: begun.assessmentId, places };
    expect(await draftPage(begun.services, await begun.view(), draft)).toEqual({
      ok: false,
      problem,
    });
    expect(importProblemText(problem)).toContain('more than 2,000,000 characters together');
  });

  test('SEC-60 name the first criteria that the charter does not have, and count the others', async () => {
    const begun = await answered();
    const places = Array.from({ length: 1_400 }, (_, at) => ({
      criterion: `Z${at}${'z'.repeat(500)}`,
      field: 'narrative' as const,
      version: 3,
      text: 'a b',
    }));
    const draft = { assessmentId: begun.assessmentId, places };
    const page = worked(await draftPage(begun.services, await begun.view(), draft));
    expect(page).toMatchObject({ changes: [], moreUnknown: 1_380 });
    expect(page.problems).toHaveLength(20);
    expect(page.problems[0]?.name).toHaveLength(61);
  });

  test.each(REFUSED)('are not accepted from %s', async (_, actor, code) => {
    const { services, assessmentId } = await answered();
    const answers = [{ ...answer, criterion: 'G1', readVersion: 1 }];
    const result = await acceptDraft(services, actor, { assessmentId, answers });
    expect(result).toEqual({ ok: false, problem: { code } });
  });
});
