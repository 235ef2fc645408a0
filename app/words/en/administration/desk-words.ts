// The administrator’s desk as a workbook.

/** Its sheets and columns. */
export const DESK = {
  submissionsOn: (madeOn: string) => `Submissions on ${madeOn}`,
  workload: 'Workload',
  turnaround: 'Turnaround',
  submission: 'Submission',
  submittedOn: 'Submitted on',
  state: 'State',
  revisionDueOn: 'Revision due on',
  outcomePromisedBy: 'Outcome promised by',
  daysSoFarOr: 'Days so far, or until decided',
  promise: 'Promise',
  panelMember: 'Panel member',
  openReviews: 'Open reviews',
  interestsToDeclare: 'Interests to declare',
  ratingsToSeal: 'Ratings to seal',
  ratingsSealed: 'Ratings sealed',
  conflictsDeclared: 'Conflicts declared',
  lastActiveOn: 'Last active on',
  medianDays: 'Median days',
  longestDays: 'Longest days',
  decidedLate: 'Decided late',
  lateNow: 'Late now',
};
