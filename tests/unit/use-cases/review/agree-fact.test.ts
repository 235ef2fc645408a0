import { describe, expect, test } from 'vitest';
import { consensusPage, discussionPage } from '#app/queries/review/discussion-page.ts';
import { readDecisionRecord } from '#app/domain/formats/decision-record.ts';
import { decidedFacts } from '#app/domain/review/agreed-facts.ts';
import { decidedUnder } from '#app/doors/decided-answers.ts';
import { decidePage } from '#app/queries/review/decide-page.ts';
import { reviewFactsPage } from '#app/queries/review/review-facts-page.ts';
import { enterFacts } from '#app/use-cases/assessment/enter-facts.ts';
import { agreeFact } from '#app/use-cases/review/agree-fact.ts';
import { agreeCriterion, openDiscussion } from '#app/use-cases/review/discuss-review.ts';
import { openReview } from '#app/use-cases/review/open-review.ts';
import { recordDecision } from '#app/use-cases/review/record-decision.ts';
import { withdrawAssessment } from '#app/use-cases/submission/step-back.ts';
import { listSubmissions } from '#db/repositories/submission/submissions.ts';
import { loadDecision } from '#db/repositories/review/decisions.ts';
import { formatTwo } from '#tests/support/format-two.ts';
import {
  agreeAll,
  criteriaOf,
  decisionOf,
  done,
  openedReview,
  panelOf,
  rateAll,
  submitAgain,
  submittedAssessment,
} from '#tests/support/review.ts';

/** In discussion, under a charter that asks for facts; whether G3 applies hangs on ‘leaders’. */
async function discussed(known: ReadonlyMap<string, string> = new Map()) {
  const given = await submittedAssessment();
  const services = formatTwo(given.services);
  const { administrator, chair, first, second, lead, sponsor, assessmentId } = given;
  const reason = 'Submitted again below.';
  done(await withdrawAssessment(services, lead, { assessmentId, reason }));
  if (known.size > 0) {
    const entered = { assessmentId, facts: known, confirmed: true, readVersion: 0 };
    done(await enterFacts(services, lead, entered));
  }
  await submitAgain(services, { lead, sponsor, assessmentId });
  const [submission] = await listSubmissions(services.engine.db, assessmentId);
  const panelId = await panelOf({ services, administrator }, [
    { person: chair, seat: 'chair' },
    { person: first, seat: 'reviewer', statistics: true },
    { person: second, seat: 'reviewer' },
  ]);
  const asked = { panelId, submissionId: submission?.id ?? '', ratingsDueAt: null };
  const { id: reviewId } = done(await openReview(services, administrator, asked));
  const criteria = criteriaOf(services).filter((id) => id !== 'G3' || known.get('leaders') !== '0');
  await rateAll(services, { reviewId, raters: [chair, first, second], criteria });
  done(await openDiscussion(services, chair, { reviewId }));
  return { ...given, services, reviewId, criteria };
}

const NO_LEADERS = { fact: 'leaders', value: '0', reason: 'The staff list shows none.' };

describe('a fact that the panel corrects', () => {
  test('is written down by the chair, in the discussion, with a reason', async () => {
    const { services, chair, first, reviewId } = await discussed();
    const command = { reviewId, ...NO_LEADERS, readVersion: 0 };
    expect(await agreeFact(services, first, command)).toMatchObject({ ok: false });
    for (const [changed, code] of [
      [{ reason: ' ' }, 'fact-reason-wrong'],
      [{ value: 'some' }, 'no-such-value'],
      [{ fact: 'height' }, 'no-such-fact'],
    ] as const) {
      const refused = await agreeFact(services, chair, { ...command, ...changed });
      expect(refused).toMatchObject({ problem: { code } });
    }
    expect(await agreeFact(services, chair, command)).toEqual({
      ok: true,
      value: { fact: 'leaders' },
    });
    expect(await agreeFact(services, chair, command)).toMatchObject({
      problem: { code: 'fact-agreed-meanwhile' },
    });
    const page = done(await reviewFactsPage(services, first, reviewId));
    expect(page.facts.find(({ id }) => id === 'leaders')).toMatchObject({
      submittedText: 'Not known yet',
      agreed: { text: '0', reason: 'The staff list shows none.' },
    });
  });

  test('decides what applies from then on, and stands in the record', async () => {
    const { services, chair, reviewId } = await discussed();
    await agreeAll(services, { chair, reviewId, rating: 2 });
    const reached = async () =>
      done(await decidePage(services, chair, reviewId)).criteria.rows.find(
        ([name]) => typeof name === 'string' && name.startsWith('G3'),
      );
    const before = await reached();
    done(await agreeFact(services, chair, { reviewId, ...NO_LEADERS, readVersion: 0 }));
    expect(await reached()).not.toEqual(before);
    const command = decisionOf(reviewId, { outcome: 'not-awarded' });
    const { id } = done(await recordDecision(services, chair, command));
    const row = await loadDecision(services.engine.db, id);
    const record = done(readDecisionRecord(row?.record ?? ''));
    expect(record.agreedFacts).toEqual([{ ...NO_LEADERS, submitted: '' }]);
    expect(decidedFacts(record).get('leaders')).toBe('0');
    // What was rated and agreed before that was known says nothing any more.
    expect(record.criteria.find(({ criterion }) => criterion === 'G3')).toMatchObject({
      independent: [],
      consensus: null,
      reason: '',
    });
    const scored = record.results.criteria.find((one) => one.id === 'G3');
    expect(scored).toMatchObject({ claimed: null, ruledOutBy: ['leaders'] });
    // A charter on trial is tried on what was decided.
    const { decided } = await decidedUnder(services, 'bme-mentoring');
    expect(decided.map(({ answers }) => answers.facts)).toEqual([new Map([['leaders', '0']])]);
  });

  test('decides too where the only fact that was known is agreed as not known', async () => {
    const { services, chair, first, reviewId, criteria } = await discussed(
      new Map([['leaders', '0']]),
    );
    await agreeAll(services, { chair, reviewId, criteria, rating: 2 });
    const open = async () =>
      done(await decidePage(services, chair, reviewId)).open.map(({ id }) => id);
    expect(await open()).toEqual([]);
    // Nobody rates or agrees what a fact rules out.
    const at = { id: reviewId, criterion: 'G3' };
    const page = done(await consensusPage(services, chair, at));
    expect(page).toMatchObject({
      mayAgree: false,
      claim: { ruledOut: expect.stringContaining('what was said') },
    });
    const feedback = { commendation: '', recommendation: '', requirement: '' };
    const command = { reviewId, criterion: 'G3', choice: 2, reason: 'Seen.', readVersion: 0 };
    expect(await agreeCriterion(services, chair, { ...command, ...feedback })).toMatchObject({
      problem: { code: 'ruled-out' },
    });
    expect(done(await discussionPage(services, first, reviewId))).toMatchObject({
      out: [{ id: 'G3' }],
    });
    const rows = async () => done(await decidePage(services, chair, reviewId)).criteria.rows;
    const applies = async () =>
      (await rows()).find(([name]) => typeof name === 'string' && name.startsWith('G3'));
    const ruledOut = await applies();
    const unknown = { fact: 'leaders', value: '', reason: 'No staff list was sent.' };
    done(await agreeFact(services, chair, { reviewId, ...unknown, readVersion: 0 }));
    expect(await applies()).not.toEqual(ruledOut);
    expect(await open()).toEqual(['G3']);
  });

  test('is not agreed before the discussion is open', async () => {
    const { services, chair, reviewId } = await openedReview();
    const command = { reviewId, ...NO_LEADERS, readVersion: 0 };
    expect(await agreeFact(formatTwo(services), chair, command)).toMatchObject({ ok: false });
  });
});
