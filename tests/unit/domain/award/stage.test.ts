import { describe, expect, test } from 'vitest';
import { OUTCOMES } from '#app/domain/review/decided-outcome.ts';
import { type Stage, type StageFacts, stageOf, STAGES } from '#app/domain/award/stage.ts';
import { stageText } from '#words/award/stage-text.ts';

const TODAY = '2027-09-01';
const AT = '2027-05-01T09:00:00.000Z';

const rating = { discussionOpenedAt: null, closedAt: null };
const discussing = { discussionOpenedAt: AT, closedAt: null };
const closed = { discussionOpenedAt: AT, closedAt: AT };
const awarded = { outcome: 'award', revisionsDueOn: null } as const;
const minor = { outcome: 'minor-revisions', revisionsDueOn: '2027-09-01' } as const;
const major = { outcome: 'major-revisions', revisionsDueOn: '2027-08-31' } as const;
const award = {
  awardedOn: '2027-05-01',
  validUntil: '2032-04-30',
  graceUntil: null,
  publishedAt: null,
  withdrawnAt: null,
};
const published = { ...award, publishedAt: AT };
const old = { ...published, validUntil: '2027-08-31' };

const NEW: StageFacts = {
  withdrawnAt: null,
  submittedAgain: false,
  reviews: [],
  decision: null,
  appealOpen: false,
  award: null,
};

const TABLE: readonly (readonly [string, Partial<StageFacts>, Stage])[] = [
  ['nothing yet', {}, 'submitted'],
  ['a panel has it', { reviews: [rating] }, 'rating'],
  ['the panel meets', { reviews: [discussing] }, 'discussing'],
  ['closed without a decision', { reviews: [closed] }, 'submitted'],
  ['decided for an award', { reviews: [closed], decision: awarded, award }, 'awarded'],
  ['and published', { reviews: [closed], decision: awarded, award: published }, 'published'],
  ['and over', { reviews: [closed], decision: awarded, award: old }, 'expired'],
  [
    'in its grace period',
    { reviews: [closed], decision: awarded, award: { ...old, graceUntil: TODAY } },
    'grace',
  ],
  [
    'and withdrawn',
    { reviews: [closed], decision: awarded, award: { ...published, withdrawnAt: AT } },
    'award-withdrawn',
  ],
  [
    'decided against an award',
    { reviews: [closed], decision: { outcome: 'not-awarded', revisionsDueOn: null } },
    'not-awarded',
  ],
  ['to be revised by today', { reviews: [closed], decision: minor }, 'revision-due'],
  ['to be revised by yesterday', { reviews: [closed], decision: major }, 'revision-late'],
  [
    'to be revised, without a date',
    { reviews: [closed], decision: { ...minor, revisionsDueOn: null } },
    'revision-due',
  ],
  ['revised', { reviews: [closed], decision: major, submittedAgain: true }, 'revised'],
  ['appealed', { reviews: [closed], decision: awarded, award, appealOpen: true }, 'appealed'],
  [
    'an appeal is heard',
    { reviews: [closed, rating], decision: awarded, award, appealOpen: true },
    'rating',
  ],
  ['an appeal is discussed', { reviews: [discussing, closed], decision: awarded }, 'discussing'],
  ['withdrawn', { withdrawnAt: AT }, 'withdrawn'],
  ['withdrawn while it was read', { withdrawnAt: AT, reviews: [rating] }, 'withdrawn'],
];

describe('SEC-13 the stage of a submission', () => {
  test.each(TABLE)('%s', (_, facts, stage) => {
    expect(stageOf({ ...NEW, ...facts }, TODAY)).toBe(stage);
  });

  test('every stage is reached by the table, and has words of its own', () => {
    expect(new Set(TABLE.map(([, , stage]) => stage))).toEqual(new Set(STAGES));
    expect(new Set(STAGES.map(stageText)).size).toBe(STAGES.length);
  });

  test('every outcome leads somewhere once the review is closed', () => {
    const stages = OUTCOMES.map((outcome) =>
      stageOf({ ...NEW, reviews: [closed], decision: { outcome, revisionsDueOn: null } }, TODAY),
    );
    expect(stages).not.toContain('submitted');
  });
});
