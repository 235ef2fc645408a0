// Counts of people are for the team that enters them; nothing that others are shown is made from a count.
import { describe, expect, test } from 'vitest';
import { assessmentView, type AssessmentView } from '#app/doors/assessment-view.ts';
import { countsChangedSince, seeCounts } from '#app/doors/see-counts.ts';
import { type Actor, ORGANISATION_ROLES } from '#app/domain/policy/actor.ts';
import { mayWithAssessment } from '#app/domain/policy/assessment.ts';
import {
  assessmentDocument,
  assessmentExport,
  DOCUMENT_KINDS,
  planSpreadsheet,
  wayToTarget,
} from '#app/queries/assessment/documents.ts';
import { archivePlan } from '#app/queries/submission/read-archive.ts';
import { submittedSnapshot } from '#app/queries/submission/submission-page.ts';
import { indicatorPage } from '#app/queries/workforce/indicator-page.ts';
import { enterCounts } from '#app/use-cases/workforce/enter-counts.ts';
import type { Services } from '#app/services.server.ts';
import { personWith } from '#tests/support/services.ts';
import { startedAssessment } from '#tests/support/started-assessment.ts';
import { worked } from '#tests/support/worked.ts';

const INDICATOR = 'mentoring-reach';
const COUNTS = {
  firstNumerator: 7919,
  firstDenominator: 50_021,
  secondNumerator: 8117,
  secondDenominator: 50_023,
};
const PLACE = { organisation: 'north', department: 'therapies' };
const DAY = '2027-03-01';

const readers = ORGANISATION_ROLES.map((role) => personWith(role, 'north', 'therapies'));
const others = readers.filter((actor) => !mayWithAssessment(actor, 'see-counts', PLACE));
const roleOf = ({ memberships }: Actor) => memberships.map(({ role }) => role).join();

/** Everything in a value as text, whatever holds it. */
function textOf(value: unknown): string {
  return JSON.stringify(value, (_, held: unknown) => {
    if (held instanceof Map) return [...held];
    return typeof held === 'bigint' ? `${held}` : held;
  });
}

function holdsCount(value: unknown): boolean {
  const bare = textOf(value).replaceAll(/(?<=\d)[,\u00A0\u202F ](?=\d{3})/g, '');
  return Object.values(COUNTS).some((count) =>
    new RegExp(`(?<![0-9a-z-])${count}(?![0-9a-z-])`).test(bare),
  );
}

async function counted() {
  const { services, lead, id } = await startedAssessment();
  const entered = { assessmentId: id, indicator: INDICATOR, source: 'ESR', readVersion: 0 };
  worked(await enterCounts(services, lead, { ...entered, ...COUNTS }));
  return { services, lead, id };
}

async function seenBy(services: Services, actor: Actor, id: string): Promise<AssessmentView> {
  const view = await assessmentView(services, actor, id);
  if (view === null) throw new Error(`${roleOf(actor)} finds no assessment`);
  return view;
}

describe('counts of people', () => {
  test('are for the lead and contributors', () => {
    expect(others.map(roleOf)).toEqual([
      'executive-sponsor',
      'deputy-sponsor',
      'organisation-viewer',
    ]);
  });

  test('are found by this test where they are', async () => {
    const { services, lead, id } = await counted();
    const view = await seenBy(services, lead, id);
    expect(holdsCount(worked(await seeCounts(services, lead, view)))).toBe(true);
    expect(holdsCount(worked(await assessmentExport(services, lead, view)))).toBe(true);
  });

  test('are in no view, whoever reads it', async () => {
    const { services, id } = await counted();
    for (const actor of readers) {
      expect(holdsCount(await seenBy(services, actor, id)), roleOf(actor)).toBe(false);
    }
  });

  test.each(others.map((actor) => [roleOf(actor), actor] as const))(
    'are in no document for %s, and every export is refused',
    async (_, actor) => {
      const { services, id } = await counted();
      const view = await seenBy(services, actor, id);
      const way = worked(await wayToTarget(services, view, actor.id));
      const made = DOCUMENT_KINDS.map((kind) =>
        assessmentDocument(view, kind, { preparedOn: DAY, way }),
      );
      expect(holdsCount([made, planSpreadsheet(view, DAY)])).toBe(false);
      const page = await indicatorPage(services, actor, { view, indicator: INDICATOR });
      expect(page).toMatchObject({ entered: null, result: expect.stringMatching(/0\.97/) });
      const refused = { ok: false, problem: { code: 'not-allowed' } };
      expect(await seeCounts(services, actor, view)).toEqual(refused);
      expect(await assessmentExport(services, actor, view)).toEqual(refused);
      expect(await archivePlan(services, actor, { view, day: DAY })).toEqual(refused);
      expect(await submittedSnapshot(services, actor, { view, number: 1 })).toEqual(refused);
    },
  );

  test('tell whether they changed since a snapshot, or their source did', async () => {
    const { services, id } = await counted();
    const snapshot = (numerator: number, source: string) => ({
      content: {
        charter: 'bme-mentoring@1.0.0',
        indicators: {
          [INDICATOR]: {
            first: { numerator, denominator: COUNTS.firstDenominator },
            second: { numerator: 8117, denominator: COUNTS.secondDenominator },
            source,
          },
        },
      },
    });
    const changed = async (before: ReturnType<typeof snapshot>) =>
      countsChangedSince(services, { id }, before);
    expect(await changed(snapshot(7919, 'ESR'))).toBe(false);
    expect(await changed(snapshot(7920, 'ESR'))).toBe(true);
    expect(await changed(snapshot(7919, 'payroll'))).toBe(true);
  });
});
