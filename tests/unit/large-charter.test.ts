// The largest charter that the format admits is a charter like any other: its pages are there at once and
// its documents say what they say of a small one.
import { expect, test } from 'vitest';
import { actionPlanPage } from '#app/queries/plan/action-plan-page.ts';
import { assessmentView } from '#app/doors/assessment-view.ts';
import { assessmentDocument, wayToTarget } from '#app/queries/assessment/documents.ts';
import { draftDocument } from '#app/queries/assessment/make-draft-document.ts';
import { whereWeStandPage } from '#app/queries/assessment/where-we-stand-page.ts';
import { startAssessment } from '#app/use-cases/assessment/start-assessment.ts';
import { LARGE_CHARTER, largeLibrary } from '#tests/support/large-charter.ts';
import { addDepartment, personWith, testServices } from '#tests/support/services.ts';
import { worked } from '#tests/support/worked.ts';

test('a charter has at most 400 criteria', async () => {
  await expect(largeLibrary({ criteria: 420 })).rejects.toThrow('at most 400 criteria');
});

test('with 400 criteria, eleven ratings and weights to 100 every page and document is made', async () => {
  const services = await testServices(await largeLibrary());
  await addDepartment(services, 'north', 'plots');
  const lead = personWith('assessment-lead', 'north', 'plots');
  const asked = { department: 'plots', charter: LARGE_CHARTER, targetLevel: 'high' };
  const started = worked(await startAssessment(services, lead, asked));
  const view = await assessmentView(services, lead, started.id);
  if (view === null) throw new Error('no assessment');
  const choice = { to: null, pins: [], asker: lead.id };
  expect((await whereWeStandPage(services, view, choice)).way.status).toMatch(/pending|reachable/);
  const way = worked(await wayToTarget(services, view, lead.id));
  expect(way.status).toBe('reachable');
  const page = await whereWeStandPage(services, view, choice);
  expect(page.way).toMatchObject({ status: 'reachable', total: way.total });
  const plan = await actionPlanPage(services, view, { today: '2027-03-01', asker: lead.id });
  expect(plan).toMatchObject({ wayUnknown: null });
  expect(plan.suggestions.length).toBe(way.steps.length);
  const model = assessmentDocument(view, 'action-plan', { preparedOn: '2027-03-01', way });
  const pdf = worked(await services.renderPdf(model, new Date('2027-03-01'), lead.id));
  expect(Buffer.from(pdf).subarray(0, 5).toString()).toBe('%PDF-');
  // What is given out to write in comes back, however large it is.
  const document = worked(await services.office.writeDraft(draftDocument(view), lead.id));
  const { places } = worked(await services.office.readDraft(document, lead.id));
  expect(places).toHaveLength(800);
  services.close();
});
