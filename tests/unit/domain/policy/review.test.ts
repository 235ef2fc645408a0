import { describe, expect, test } from 'vitest';
import { mayInReview, REVIEW_ACTS } from '#app/domain/policy/review.ts';
import { type Phase, PHASES, type Standing } from '#app/domain/review/standing.ts';

const chair = (sealed: boolean): Standing => ({ kind: 'cleared', seat: 'chair', sealed });
const reviewer = (sealed: boolean): Standing => ({ kind: 'cleared', seat: 'reviewer', sealed });
const observer: Standing = { kind: 'cleared', seat: 'observer', sealed: false };

// Written by hand from product.md: acts that are allowed, by standing and phase.
const TABLE: readonly (readonly [string, Standing, Readonly<Record<Phase, string>>])[] = [
  ['conflicted', { kind: 'conflicted' }, { rating: '', discussion: '', closed: '' }],
  ['no longer on panels', { kind: 'left' }, { rating: '', discussion: '', closed: '' }],
  ['replaced', { kind: 'replaced' }, { rating: '', discussion: '', closed: '' }],
  [
    'not declared yet',
    { kind: 'to-declare', seat: 'chair' },
    { rating: 'declare', discussion: 'declare', closed: '' },
  ],
  [
    'a reviewer before sealing',
    reviewer(false),
    { rating: 'declare read rate seal', discussion: 'declare read', closed: 'read' },
  ],
  [
    'a reviewer who has sealed',
    reviewer(true),
    {
      rating: 'declare read',
      discussion: 'declare read see-ratings discuss',
      closed: 'read see-ratings',
    },
  ],
  [
    'the chair before sealing',
    chair(false),
    {
      rating: 'declare read rate seal ask-replacement',
      discussion: 'declare read',
      closed: 'read',
    },
  ],
  [
    'the chair who has sealed',
    chair(true),
    {
      rating: 'declare read open-discussion ask-replacement',
      discussion: 'declare read see-ratings discuss agree decide',
      closed: 'read see-ratings',
    },
  ],
  [
    'an observer',
    observer,
    { rating: 'declare read', discussion: 'declare read see-ratings', closed: 'read see-ratings' },
  ],
];

describe('SEC-13 SEC-14 what a member of a panel may do', () => {
  test.each(TABLE)('%s', (_, standing, allowed) => {
    for (const phase of PHASES) {
      const may = REVIEW_ACTS.filter((act) => mayInReview(standing, phase, act));
      expect(may.join(' '), phase).toBe(allowed[phase]);
    }
  });
});
