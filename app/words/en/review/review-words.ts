// A review in words: why it is there, how long it takes, how far its ratings lie apart.
import type { Difference } from '#app/domain/review/difference.ts';
import type { Purpose } from '#app/domain/review/review-opening.ts';
import type { Phase } from '#app/domain/review/standing.ts';

/** Why a submission is before a panel, after its name; the first time says nothing. */
export const REVIEW_PURPOSE: Readonly<Record<Purpose, string>> = {
  submission: '',
  resubmission: ', submitted again after revisions',
  appeal: ', on appeal',
};

const PHASE_TEXT: Readonly<Record<Phase, string>> = {
  rating: 'independent rating',
  discussion: 'discussion',
  closed: 'decided',
};

/** 'Submission 3, on appeal: discussion.' */
export function beforePanelText(submission: number, purpose: Purpose, phase: Phase): string {
  return `Submission ${submission}${REVIEW_PURPOSE[purpose]}: ${PHASE_TEXT[phase]}.`;
}

/** '2 hours 20 minutes'. */
export function hoursText(minutes: number): string {
  const hours = Math.floor(minutes / 60);
  const rest = minutes % 60;
  const parts = [
    hours === 0 ? '' : `${hours} ${hours === 1 ? 'hour' : 'hours'}`,
    rest === 0 ? '' : `${rest} minutes`,
  ];
  return parts.filter(Boolean).join(' ') || 'no time';
}

/** How far the ratings of a criterion lie apart, in words. */
export function differenceText(difference: Difference): string {
  switch (difference.kind) {
    case 'none':
      return 'None';
    case 'ratings':
      return difference.steps === 1 ? '1 rating' : `${difference.steps} ratings`;
    case 'applicability':
      return 'Not applicable or rated';
    default:
      return difference satisfies never;
  }
}
