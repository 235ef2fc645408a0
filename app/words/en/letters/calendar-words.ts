// What stands in the calendar of somebody who works on assessments, reviews or awards.

export const CALENDAR_NAME = 'Mentoring charter dates';

/** What each entry says; names are those of rounds, departments, actions. */
export const CALENDAR = {
  closing: (round: string, label: string) => `${round} closes: ${label}`,
  action: (objective: string, label: string) => `Due: ${objective} (${label})`,
  ratings: (submission: number) => `Ratings due, submission ${submission}`,
  report: (year: number, department: string) =>
    `Report on the plan due, year ${year}: ${department}`,
  awardEnds: (department: string) => `Award ends: ${department}`,
} as const;
