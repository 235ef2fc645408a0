import { describe, expect, test } from 'vitest';
import { homeView } from '#app/queries/home/home.ts';
import { assessmentView } from '#app/doors/assessment-view.ts';
import { togetherOf } from '#app/queries/assessment/together.ts';
import { assignCriteria } from '#app/use-cases/assessment/assign-criteria.ts';
import { team } from '#tests/support/team.ts';
import { REFUSED } from '#tests/support/started-assessment.ts';
import { deleteMembership } from '#db/repositories/people/places.ts';

async function shared() {
  const given = await team();
  const { services, assessmentId, lead, contributor } = given;
  const view = async () => {
    const found = await assessmentView(services, lead, assessmentId);
    if (found === null) throw new Error('not in sight');
    return found;
  };
  const mineOf = async (who: typeof lead) => [
    ...(await togetherOf(services, who, await view())).mine,
  ];
  const give = (criteria: readonly string[], person = contributor.id) =>
    assignCriteria(services, lead, { assessmentId, person, criteria });
  return { ...given, view, mineOf, give };
}

describe('sharing out criteria', () => {
  test('what is ticked for a person is theirs, and what is not any more is not', async () => {
    const { contributor, mineOf, give } = await shared();
    expect(await give(['G1', 'M1'])).toEqual({ ok: true, value: { added: 2, removed: 0 } });
    expect(await give(['M1', 'M2', 'M2'])).toEqual({ ok: true, value: { added: 1, removed: 1 } });
    expect(await mineOf(contributor)).toEqual(['M1', 'M2']);
  });

  test('people ticked for a criterion have it, and other criteria stay as they were', async () => {
    const { services, assessmentId, lead, contributor, mineOf, give } = await shared();
    await give(['G1', 'M1']);
    const people = [lead.id];
    expect(await assignCriteria(services, lead, { assessmentId, criterion: 'G1', people })).toEqual(
      {
        ok: true,
        value: { added: 1, removed: 1 },
      },
    );
    expect(await mineOf(contributor)).toEqual(['M1']);
    expect(await mineOf(lead)).toEqual(['G1']);
  });

  test('the same again changes nothing and leaves no event', async () => {
    const { give, trail } = await shared();
    await give(['G1']);
    await give(['G1']);
    expect((await trail()).map(({ event }) => event)).toEqual(['criteria-assigned']);
  });

  test('whoever is newly asked gets one letter in an hour, however often; nobody writes to themself', async () => {
    const { services, assessmentId, lead, contributor, letters, give } = await shared();
    await give(['G1', 'M1']);
    await give(['G1']);
    await give(['G1', 'M2', 'M3']);
    const people = [lead.id, contributor.id];
    await assignCriteria(services, lead, { assessmentId, criterion: 'M4', people });
    const later = () => new Date(services.clock().getTime() + 60 * 60_000);
    const criteria = ['G1', 'M5'];
    const command = { assessmentId, person: contributor.id, criteria };
    await assignCriteria({ ...services, clock: later }, lead, command);
    const written = await letters();
    expect(written.map(({ recipient }) => recipient)).toEqual([
      contributor.email,
      contributor.email,
    ]);
    const [first] = written;
    expect(first?.text).toContain(`/assessments/${assessmentId}?mine=yes`);
    expect(first?.text).toContain('G1 and M1');
    expect(first?.text).not.toMatch(/rating|score/);
  });

  test('the home page has them first', async () => {
    const { services, contributor, give } = await shared();
    await give(['M1']);
    const home = await homeView(services, contributor);
    expect(home.mine).toMatchObject([{ criteria: [{ id: 'M1', state: 'not-started' }] }]);
  });

  test('only people who may answer can be asked to', async () => {
    const { give, viewer, sponsor, stranger } = await shared();
    for (const { id } of [viewer, sponsor, stranger, { id: 'nobody' }]) {
      expect(await give(['G1'], id)).toEqual({ ok: false, problem: { code: 'cannot-answer' } });
    }
  });

  test('a criterion that is not in the charter is refused', async () => {
    const { give } = await shared();
    expect(await give(['Z9'])).toEqual({ ok: false, problem: { code: 'not-found' } });
  });

  test('someone who has lost the role has no criteria any more', async () => {
    const { services, contributor, mineOf, give } = await shared();
    await give(['G1']);
    await services.engine.commit([
      deleteMembership('Sian Contributor contributor', contributor.id),
    ]);
    expect(await mineOf(contributor)).toEqual([]);
  });

  test('many at once make each assignment once', async () => {
    const { give, contributor, mineOf } = await shared();
    const results = await Promise.all(Array.from({ length: 8 }, () => give(['G1', 'M1'])));
    expect(results.every(({ ok }) => ok)).toBe(true);
    expect(await mineOf(contributor)).toEqual(['G1', 'M1']);
  });

  test('everyone but a lead is refused', async () => {
    const { services, assessmentId, contributor } = await shared();
    const command = { assessmentId, person: contributor.id, criteria: ['G1'] };
    for (const [who, actor, code] of REFUSED) {
      expect(await assignCriteria(services, actor, command), who).toEqual({
        ok: false,
        problem: { code },
      });
    }
    expect(await assignCriteria(services, contributor, command)).toMatchObject({
      problem: { code: 'not-allowed' },
    });
  });
});
