import { describe, expect, test } from 'vitest';
import type { Actor } from '#app/domain/policy/actor.ts';
import { assessmentView } from '#app/doors/assessment-view.ts';
import { checkPage } from '#app/queries/submission/check-page.ts';
import { homeView } from '#app/queries/home/home.ts';
import { requirementsPage, revisionsOf } from '#app/queries/submission/required-meanwhile.ts';
import { taskListPage } from '#app/queries/assessment/task-list-page.ts';
import { answerCriterion } from '#app/use-cases/assessment/answer-criterion.ts';
import { attachEvidence } from '#app/use-cases/evidence/attach-evidence.ts';
import { noteRequirement } from '#app/use-cases/submission/note-requirement.ts';
import { reviseSubmission } from '#app/use-cases/submission/revise-submission.ts';
import { criteriaOf, decidedReview, done, submitAgain } from '#tests/support/review.ts';

const refusedWith = (code: string) => ({ ok: false, problem: expect.objectContaining({ code }) });
const DUE = '2027-06-30';

/** A panel requires ‘Write it down.’ on every criterion by 30 June; not reopened yet. */
async function revisions() {
  const decided = await decidedReview({ outcome: 'minor-revisions', revisionsDueOn: DUE });
  const { services, lead, assessmentId } = decided;
  const view = async () => {
    const found = await assessmentView(services, lead, assessmentId);
    if (found === null) throw new Error('no assessment');
    return found;
  };
  const note = (actor: Actor, criterion: string, text: string, readVersion = 0) =>
    noteRequirement(services, actor, { assessmentId, criterion, note: text, readVersion });
  const shown = async (criterion: string) =>
    (await requirementsPage(services, await view()))?.find(({ id }) => id === criterion);
  return { ...decided, view, note, shown };
}

describe('the requirements of a panel', () => {
  test('stand on the criteria concerned, with the day they are due, until it is submitted again', async () => {
    const given = await revisions();
    const { services, lead, assessmentId, view, note } = given;
    const criteria = criteriaOf(services);
    expect(await revisionsOf(services, { id: assessmentId })).toMatchObject({
      dueOn: DUE,
      criteria,
    });
    const [home] = (await homeView(services, lead)).assessments;
    expect(home?.revisions?.dueOn).toBe(DUE);
    expect(await note(lead, 'G1', 'Too early')).toEqual(refusedWith('locked'));
    done(await reviseSubmission(services, lead, { assessmentId }));
    const { sections } = taskListPage(await view(), { required: ['G1'] });
    const marked = sections
      .flatMap((section) => section.criteria)
      .filter(({ required }) => required)
      .map(({ id }) => id);
    expect(marked).toEqual(['G1']);
    const page = await checkPage(services, lead, await view());
    expect(page.requirements.map(({ requirement }) => requirement)).toEqual(
      criteria.map(() => 'Write it down.'),
    );
    given.time.now = new Date('2027-06-01T12:00:00.000Z');
    await submitAgain(services, given);
    expect(await revisionsOf(services, { id: assessmentId })).toBeNull();
    expect(await requirementsPage(services, await view())).toEqual([]);
  });

  test('are met by what changed since the submission: text, rating or evidence', async () => {
    const { services, lead, assessmentId, shown } = await revisions();
    done(await reviseSubmission(services, lead, { assessmentId }));
    for (const criterion of ['G1', 'G2', 'G3']) {
      expect(await shown(criterion)).toMatchObject({ met: false });
    }
    const said = { assessmentId, notApplicable: null, readVersion: 1 };
    const [was, other] = ['As it is.', 'As it is, and written down.'];
    done(
      await answerCriterion(services, lead, {
        ...said,
        criterion: 'G1',
        claimed: 2,
        narrative: other,
      }),
    );
    done(
      await answerCriterion(services, lead, {
        ...said,
        criterion: 'G2',
        claimed: 1,
        narrative: was,
      }),
    );
    const policy = { title: 'Policy', description: '', link: 'https://example.org/policy' };
    done(
      await attachEvidence(services, lead, {
        assessmentId,
        criterion: 'G3',
        file: null,
        ...policy,
      }),
    );
    expect(await shown('G1')).toMatchObject({ met: true, change: { claimed: null } });
    expect((await shown('G1'))?.change?.words.some(({ kind }) => kind === 'added')).toBe(true);
    expect(await shown('G2')).toMatchObject({
      met: true,
      change: { words: [], claimed: { before: expect.stringMatching(/^2/) } },
    });
    expect(await shown('G3')).toMatchObject({ met: true, change: { added: ['Policy'] } });
  });

  test('are met by a note of the department, which two people do not write over each other', async () => {
    const { services, lead, contributor, viewer, stranger, assessmentId, note, shown } =
      await revisions();
    done(await reviseSubmission(services, lead, { assessmentId }));
    done(await note(contributor, 'G1', ' It is in section 3. '));
    expect(await shown('G1')).toMatchObject({
      met: true,
      note: { text: 'It is in section 3.', by: 'Sian Contributor', version: 1 },
    });
    expect(await note(lead, 'G1', 'Unaware of it')).toEqual(refusedWith('note-changed'));
    expect(await note(lead, 'G1', 'x'.repeat(2001), 1)).toEqual(refusedWith('note-too-long'));
    done(await note(lead, 'G1', '', 1));
    expect(await shown('G1')).toMatchObject({ met: false });
    expect(await note(viewer, 'G1', 'x', 2)).toEqual(refusedWith('not-allowed'));
    expect(await note(stranger, 'G1', 'x', 2)).toEqual(refusedWith('not-found'));
    expect(await note(lead, 'no-such-criterion', 'x')).toEqual(refusedWith('not-found'));
  });

  test('of a decision that cannot be read have their day alone; nothing is shown or noted', async () => {
    const { services, lead, assessmentId, view, note } = await revisions();
    done(await reviseSubmission(services, lead, { assessmentId }));
    const { connection } = services.engine;
    connection.exec('drop trigger decisions_no_update');
    connection.exec(`update decisions set record = json_set(record, '$.format', 2)`);
    expect(await revisionsOf(services, { id: assessmentId })).toMatchObject({
      dueOn: DUE,
      criteria: [],
    });
    expect(await requirementsPage(services, await view())).toBeNull();
    expect(await note(lead, 'G1', 'Done.')).toEqual(refusedWith('altered'));
  });
});
