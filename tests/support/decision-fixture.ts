// A decision on the assessment of the report fixture, and its award: invented people, realistic texts.
import { assessmentFileOf } from '#app/domain/formats/export-assessment.ts';
import { allCriteria, charterName } from '#app/domain/charter/charter.ts';
import { gwetAgreement } from '#app/domain/review/agreement/gwet.ts';
import { krippendorffAlpha } from '#app/domain/review/agreement/krippendorff.ts';
import { consensusScore } from '#app/domain/review/consensus-score.ts';
import type { DecidedCriterion, DecisionRecord } from '#app/domain/formats/decision-record.ts';
import { scoreResults } from '#app/domain/scoring/results.ts';
import type { AwardInput } from '#reports/award-facts.ts';
import type { FeedbackInput } from '#reports/panel-feedback.ts';
import { charter } from './report-charter.ts';
import { actions, answers, input } from './report-fixture.ts';

type Said = Partial<
  Pick<DecidedCriterion, 'reason' | 'commendation' | 'recommendation' | 'requirement'>
>;

const decided = (
  independent: readonly number[],
  consensus: number | null,
  said: Said = {},
): Omit<DecidedCriterion, 'criterion' | 'claimed' | 'notApplicable' | 'supported'> => ({
  independent,
  consensus,
  reason: '',
  commendation: '',
  recommendation: '',
  requirement: '',
  ...said,
});

const panel: Readonly<Record<string, ReturnType<typeof decided>>> = {
  G1: decided([3, 3, 4], 3, {
    reason: 'The sponsor reports twice a year and has set money aside; the board paper shows it.',
    commendation: 'The sponsor chairs the group herself, each month.',
  }),
  G2: decided([1, 1, 2], 1, {
    reason: 'Backfill is said to be paid, and nothing that was attached shows it.',
    requirement: 'Show with a signed agreement that the time of the members is recognised.',
  }),
  G4: decided([2, 2, 2], 2, { reason: 'Figures are published each year.' }),
  M1: decided([2, 3, 4], 3, {
    reason:
      'Agreements are signed. One reviewer saw the survey as enough for more; the panel agreed that it has to be attached first.',
    recommendation: 'Attach the results of the survey in the next round.',
  }),
  M6: decided([2, 2, 3], 2, { reason: 'Either person can end a match, and it is written down.' }),
  O4: decided([3, 3, 3], 3, {
    reason: 'The study follows mentees for two years.',
    recommendation: 'Put mentees forward by name for secondments.',
  }),
  O5: decided([0, 0, 1], 0, { reason: 'Nothing was written.' }),
  P2: decided([], null, { reason: 'A first application, as the department says.' }),
};

const scored = consensusScore(
  charter,
  input.answers,
  new Map(allCriteria(charter).map(({ id }) => [id, panel[id]?.consensus ?? null])),
);

const units = Object.values(panel).map(({ independent }) => independent);
const scale = { categories: [0, 1, 2, 3, 4], weights: 'quadratic' } as const;

/** An award at a lower level than the one aimed for. */
export const record: DecisionRecord = {
  format: 1,
  submission: { number: 1, sha256: 'ab'.repeat(32) },
  charter: charterName(charter),
  organisation: input.organisation,
  department: 'Therapies and Rehabilitation',
  targetLevel: 'silver',
  purpose: 'submission',
  panel: {
    name: 'Panel A, spring 2026',
    members: [
      { name: 'Professor Efa Llŷr-Jones', seat: 'chair', statistics: false, present: true },
      { name: 'Yusuf Al-Masri يوسف المصري', seat: 'reviewer', statistics: true, present: true },
      { name: 'Chidi Okonkwo-Reyes', seat: 'reviewer', statistics: false, present: true },
      { name: 'Margaret Thistlewood', seat: 'reviewer', statistics: false, present: false },
      { name: 'Ines Duarte', seat: 'observer', statistics: false, present: false },
    ],
    quorum: 3,
  },
  criteria: allCriteria(charter).map(({ id }): DecidedCriterion => {
    const answer = input.answers.answers.get(id);
    return {
      ...(panel[id] ?? decided([], 0)),
      criterion: id,
      claimed: answer?.claimed ?? null,
      notApplicable: answer?.notApplicable ?? null,
      supported: scored.criteria.find((each) => each.id === id)?.supported ?? 0,
    };
  }),
  agreement: {
    alpha: krippendorffAlpha(units, 'ordinal'),
    ac2: gwetAgreement(units, scale),
  },
  results: scoreResults(scored),
  outcome: 'lower-award',
  level: 'bronze',
  revisionsDueOn: null,
  summary:
    'The department knows where it stands and says so openly. Mentoring is in place and safe.\n\nWhat is missing for the level aimed for is evidence of the time that its team gives.',
  correction: null,
  content: assessmentFileOf({
    format: 1,
    charter: charterName(charter),
    organisation: input.organisation,
    department: 'Therapies and Rehabilitation',
    targetLevel: 'silver',
    answerSet: { ...answers, sources: new Map() },
    actions,
    leftBehind: { answers: new Map(), indicators: new Map(), sources: new Map() },
  }),
};

export const feedbackInput: FeedbackInput = {
  charter,
  record,
  decidedOn: '2026-06-12',
  appealBy: '2026-06-26',
};

export const awardInput: AwardInput = {
  charter,
  record,
  award: {
    number: 'MC-2026-0042',
    level: 'bronze',
    awardedOn: '2026-06-12',
    validUntil: '2031-06-11',
    awardingBody: 'The Mentoring Charter Council',
    address: 'https://charter.example.org/verify/MC-2026-0042',
  },
};
