import { describe, expect, test } from 'vitest';
import type { Actor } from '#app/domain/policy/actor.ts';
import type { Services } from '#app/services.server.ts';
import { assessmentView } from '#app/doors/assessment-view.ts';
import { addAction } from '#app/use-cases/plan/add-action.ts';
import { answerCriterion } from '#app/use-cases/assessment/answer-criterion.ts';
import { attachEvidence } from '#app/use-cases/evidence/attach-evidence.ts';
import { changeAction } from '#app/use-cases/plan/change-action.ts';
import { changeEvidence } from '#app/use-cases/evidence/change-evidence.ts';
import { enterCounts } from '#app/use-cases/workforce/enter-counts.ts';
import { noteProgress } from '#app/use-cases/plan/note-progress.ts';
import { removeAction } from '#app/use-cases/plan/remove-action.ts';
import { removeEvidence } from '#app/use-cases/evidence/remove-evidence.ts';
import { draftOf } from '#tests/support/action-draft.ts';
import { REFUSED, startedAssessment } from '#tests/support/started-assessment.ts';

type Ids = {
  readonly assessmentId: string;
  readonly evidenceId: string;
  readonly actionId: string;
};
type Attempt = (services: Services, actor: Actor, ids: Ids) => Promise<unknown>;

const fields = { title: 'Minutes', description: '', link: 'https://example.org/minutes' };
const numbers = {
  firstNumerator: 1,
  firstDenominator: 20,
  secondNumerator: 1,
  secondDenominator: 20,
  source: 'ESR',
};

const ATTEMPTS: readonly (readonly [string, Attempt])[] = [
  [
    'answer a criterion',
    (services, actor, { assessmentId }) =>
      answerCriterion(services, actor, {
        assessmentId,
        criterion: 'G1',
        claimed: 2,
        notApplicable: null,
        narrative: 'x',
        readVersion: 0,
      }),
  ],
  [
    'attach evidence',
    (services, actor, { assessmentId }) =>
      attachEvidence(services, actor, { assessmentId, criterion: 'G1', ...fields, file: null }),
  ],
  [
    'change evidence',
    (services, actor, ids) =>
      changeEvidence(services, actor, { ...ids, ...fields, title: 'Other', readVersion: 1 }),
  ],
  [
    'remove evidence',
    (services, actor, ids) => removeEvidence(services, actor, { ...ids, readVersion: 1 }),
  ],
  [
    'enter counts',
    (services, actor, { assessmentId }) =>
      enterCounts(services, actor, {
        assessmentId,
        indicator: 'mentoring-reach',
        ...numbers,
        readVersion: 0,
      }),
  ],
  [
    'add an action',
    (services, actor, { assessmentId }) =>
      addAction(services, actor, { assessmentId, action: draftOf({}) }),
  ],
  [
    'change an action',
    (services, actor, ids) =>
      changeAction(services, actor, {
        ...ids,
        action: draftOf({ objective: 'Other' }),
        readVersion: 1,
      }),
  ],
  [
    'note progress',
    (services, actor, ids) =>
      noteProgress(services, actor, { ...ids, progress: { note: 'Begun', status: 'on-track' } }),
  ],
  [
    'remove an action',
    (services, actor, ids) => removeAction(services, actor, { ...ids, readVersion: 1 }),
  ],
];

async function filled() {
  const started = await startedAssessment();
  const { services, lead, id: assessmentId } = started;
  const evidence = await attachEvidence(services, lead, {
    assessmentId,
    criterion: 'G1',
    ...fields,
    file: null,
  });
  const action = await addAction(services, lead, { assessmentId, action: draftOf({}) });
  if (!evidence.ok || !action.ok) throw new Error('the beginning failed');
  return {
    ...started,
    ids: { assessmentId, evidenceId: evidence.value.id, actionId: action.value.id },
  };
}

describe('who may change an assessment', () => {
  test('everyone else is refused, changes nothing and leaves no event', async () => {
    const { services, lead, ids, trail } = await filled();
    const before = [await assessmentView(services, lead, ids.assessmentId), await trail()];
    for (const [what, attempt] of ATTEMPTS) {
      for (const [who, actor, code] of REFUSED) {
        const result = await attempt(services, actor, ids);
        expect(result, `${who} may not ${what}`).toEqual({ ok: false, problem: { code } });
      }
    }
    const after = [await assessmentView(services, lead, ids.assessmentId), await trail()];
    expect(after).toEqual(before);
  });

  test.each(ATTEMPTS)('a contributor may %s, and one event tells of it', async (_, attempt) => {
    const { services, colleague, ids, trail } = await filled();
    const before = await trail();
    expect(await attempt(services, colleague, ids)).toMatchObject({ ok: true });
    expect(await trail()).toHaveLength(before.length + 1);
  });

  test('what belongs to another assessment is not reached through one’s own', async () => {
    const [{ services, colleague, ids }, other] = [await filled(), await filled()];
    const mixed = { ...ids, evidenceId: other.ids.evidenceId, actionId: other.ids.actionId };
    expect(await removeEvidence(services, colleague, { ...mixed, readVersion: 1 })).toEqual({
      ok: false,
      problem: { code: 'not-found' },
    });
    expect(await removeAction(services, colleague, { ...mixed, readVersion: 1 })).toEqual({
      ok: false,
      problem: { code: 'not-found' },
    });
  });
});
