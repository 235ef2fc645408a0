// Where a submission stands, and what an award is worth, in words.
import { longDate } from '#words/kit/day-words.ts';
import type { AwardState } from '#app/domain/award/award.ts';
import type { Stage } from '#app/domain/award/stage.ts';

const STAGE_TEXT: Readonly<Record<Stage, string>> = {
  submitted: 'Submitted, waiting for a panel',
  rating: 'In review: independent rating',
  discussing: 'In review: discussion',
  appealed: 'Appealed, waiting for an answer',
  'revision-due': 'Revision due',
  'revision-late': 'Revision overdue',
  revised: 'Revised and submitted again',
  'not-awarded': 'Decided, no award',
  awarded: 'Awarded, not published yet',
  published: 'Published',
  grace: 'Published, in its grace period',
  expired: 'Award expired',
  'award-withdrawn': 'Award withdrawn',
  withdrawn: 'Withdrawn',
};

/** The stage in words. */
export function stageText(stage: Stage): string {
  return STAGE_TEXT[stage];
}

const AWARD_STATE_TEXT: Readonly<Record<AwardState, string>> = {
  unpublished: 'Not published',
  valid: 'Valid',
  grace: 'Valid, in its grace period',
  expired: 'Expired',
  withdrawn: 'Withdrawn',
};

/** The state in two or three words. */
export function awardStateText(state: AwardState): string {
  return AWARD_STATE_TEXT[state];
}

/** What stands with an award that was withdrawn on this day (YYYY-MM-DD). */
export function withdrawnText(on: string, reason: string): string {
  return `Withdrawn on ${longDate(on)}. The reason: ${reason}`;
}
