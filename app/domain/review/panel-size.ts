// Who sits on a panel: one chair, reviewers, at least one of them qualified in statistics, and observers
// who do not rate or decide (domain.md, 1.1 Panel; design consequence 4).

export const SEATS = ['chair', 'reviewer', 'observer'] as const;
export type Seat = (typeof SEATS)[number];

export type PanelSeat = {
  readonly seat: Seat;
  /** Qualified to read statistics. */
  readonly statistics: boolean;
};

/** The seat in a row; a text that is none counts as the one that may do least. */
export function seatOf(text: string): Seat {
  return SEATS.find((known) => known === text) ?? 'observer';
}

/** Whether this seat rates and counts for the quorum. */
export function rates(seat: Seat): boolean {
  return seat !== 'observer';
}

/** What a panel lacks to review a submission. */
export type PanelGap =
  | { readonly code: 'no-chair' }
  | { readonly code: 'too-few'; readonly has: number; readonly needs: number }
  | { readonly code: 'no-statistics' };

/** What is missing among these seats; leave out who has a conflict of interest. Empty = complete. */
export function gapsIn(seats: readonly PanelSeat[], quorum: number): readonly PanelGap[] {
  const raters = seats.filter(({ seat }) => rates(seat));
  const gaps: PanelGap[] = [];
  if (!raters.some(({ seat }) => seat === 'chair')) gaps.push({ code: 'no-chair' });
  if (raters.length < quorum) gaps.push({ code: 'too-few', has: raters.length, needs: quorum });
  if (!raters.some(({ statistics }) => statistics)) gaps.push({ code: 'no-statistics' });
  return gaps;
}
