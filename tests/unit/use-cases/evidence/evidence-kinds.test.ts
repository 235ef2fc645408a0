// The kind of an item of evidence, from the form to the score, and along with a copy or a move.
import { expect, test } from 'vitest';
import { assessmentView } from '#app/doors/assessment-view.ts';
import { criterionPage } from '#app/queries/assessment/criterion-page.ts';
import { assessmentDocument, wayToTarget } from '#app/queries/assessment/documents.ts';
import { answerCriterion } from '#app/use-cases/assessment/answer-criterion.ts';
import { copyAnswers } from '#app/use-cases/assessment/copy-answers.ts';
import { moveToVersion } from '#app/use-cases/assessment/move-to-version.ts';
import { startAssessment } from '#app/use-cases/assessment/start-assessment.ts';
import { attachEvidence } from '#app/use-cases/evidence/attach-evidence.ts';
import { changeEvidence } from '#app/use-cases/evidence/change-evidence.ts';
import type { Services } from '#app/services.server.ts';
import { formatTwo, inFormatTwo, withCharter } from '#tests/support/format-two.ts';
import { startedAssessment } from '#tests/support/started-assessment.ts';

const NEXT = 'bme-mentoring@1.0.1';

async function started() {
  const { services: plain, lead, id: assessmentId } = await startedAssessment();
  const services = formatTwo(plain);
  const place = { assessmentId, criterion: 'G1' };
  const item = { title: 'A letter', description: '', link: 'https://example.org/l', file: null };
  const attach = (kind?: string) =>
    attachEvidence(services, lead, { ...place, ...item, ...(kind === undefined ? {} : { kind }) });
  const view = async (from: Services = services) => {
    const found = await assessmentView(from, lead, assessmentId);
    if (found === null) throw new Error('no assessment');
    return found;
  };
  const answer = { claimed: 1, notApplicable: null, narrative: 'A sponsor.', readVersion: 0 };
  await answerCriterion(services, lead, { ...place, ...answer });
  return { services, lead, assessmentId, place, item, attach, view };
}

const scored = ({ scorecard }: Awaited<ReturnType<Awaited<ReturnType<typeof started>>['view']>>) =>
  scorecard.criteria.find(({ id }) => id === 'G1')?.supported;

test('an item of the kind that a rule asks for counts, and is shown with its label', async () => {
  const { services, lead, attach, view } = await started();
  expect(await attach()).toMatchObject({ ok: true });
  expect(scored(await view())).toBe(0);
  expect(await attach('testimony')).toMatchObject({ ok: true });
  const now = await view();
  // The same link again counts once, but as what it is.
  expect(scored(now)).toBe(1);
  expect(criterionPage(now, 'G1')?.evidence.map(({ kind }) => kind)).toEqual([null, 'Testimony']);
  const way = await wayToTarget(services, now, lead.id);
  if (!way.ok) throw new Error(way.problem.code);
  const given = { preparedOn: '2027-03-01', way: way.value };
  const document = assessmentDocument(now, 'self-assessment', given);
  expect(JSON.stringify(document)).toContain('A letter [Testimony]');
});

test('a kind that the charter does not know is refused, and changes nothing', async () => {
  const { services, lead, assessmentId, attach, item, view } = await started();
  const problem = {
    code: 'not-valid',
    fields: [{ field: 'kind', code: 'not-listed', value: 'rumour' }],
  };
  expect(await attach('rumour')).toEqual({ ok: false, problem });
  const attached = await attach('figure');
  if (!attached.ok) throw new Error(attached.problem.code);
  const change = { assessmentId, evidenceId: attached.value.id, readVersion: 1, ...item };
  expect(await changeEvidence(services, lead, { ...change, kind: 'rumour' })).toEqual({
    ok: false,
    problem,
  });
  expect((await view()).evidence.map(({ item: { kind } }) => kind)).toEqual(['figure']);
});

test('a kind can be changed and taken away', async () => {
  const { services, lead, assessmentId, attach, item, view } = await started();
  const attached = await attach('figure');
  if (!attached.ok) throw new Error(attached.problem.code);
  const change = { assessmentId, evidenceId: attached.value.id, ...item };
  await changeEvidence(services, lead, { ...change, kind: 'testimony', readVersion: 1 });
  expect(scored(await view())).toBe(1);
  await changeEvidence(services, lead, { ...change, kind: '', readVersion: 2 });
  expect(scored(await view())).toBe(0);
});

test('a copy keeps the kind where the charter that it goes to knows it', async () => {
  const { services, lead, assessmentId, attach } = await started();
  await attach('testimony');
  const kindsAfterCopyTo = async (to: Services) => {
    const copy = await startAssessment(to, lead, {
      department: 'therapies',
      charter: NEXT,
      targetLevel: 'bronze',
      beside: true,
      name: to === services ? 'One' : 'Two',
    });
    if (!copy.ok) throw new Error(copy.problem.code);
    const { id } = copy.value;
    await copyAnswers(to, lead, { assessmentId: id, sourceId: assessmentId, criteria: ['G1'] });
    const view = await assessmentView(to, lead, id);
    return view?.evidence.map(({ item: { kind } }) => kind);
  };
  expect(await kindsAfterCopyTo(services)).toEqual([null]);
  expect(await kindsAfterCopyTo(withCharter(services, NEXT, inFormatTwo))).toEqual(['testimony']);
});

test.each([
  ['one that knows the kinds', (given: Services) => withCharter(given, NEXT, inFormatTwo), true],
  ['one that knows none', (given: Services) => given, false],
])('a move to %s', async (_, change, isKept) => {
  const { services, lead, assessmentId, attach, view } = await started();
  await attach('testimony');
  const { version: readVersion } = await view();
  const to = change(services);
  expect(await moveToVersion(to, lead, { assessmentId, to: NEXT, readVersion })).toMatchObject({
    ok: true,
  });
  const [row] = (await view(to)).evidence;
  expect(row?.item).toMatchObject(
    isKept ? { kind: 'testimony', version: 1 } : { kind: null, version: 2 },
  );
});
