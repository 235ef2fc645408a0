// What the documents of an assessment say beside the answers.
import type { Score } from '#app/domain/charter/percent.ts';

/** The self-assessment report. */
export const SELF_ASSESSMENT = {
  title: 'Self-assessment report',
  titleWithPlan: 'Self-assessment report and action plan',
  plan: 'The action plan',
  missing: 'What is missing for the target',
  sectionScore: (score: string) => `Supported score of this section: ${score}.`,
  notAnswered: 'Not answered yet: no rating, no text and no evidence. It counts as rating 0.',
  whatWeDo: 'What we do',
  noClaim: 'No rating is claimed; it counts as 0.',
  inFull: 'In full',
  noEvidence: 'No evidence is attached.',
};

/** The summary that opens every report. */
export const STANDING = {
  means: (label: string, means: string) => ` ${label} means: ${means}`,
  noLevel: 'The assessment does not meet the conditions of any level yet.',
  meets: (level: string, meaning: string) =>
    `The assessment meets every condition of ${level}.${meaning}`,
  answered: 'Answered, of those that apply',
  of: (part: number, whole: number) => `${part} of ${whole}`,
};

/** The cover and the frame of every report. */
export const FRAME = {
  subject: (title: string, charter: string) => `${title} for the ${charter}`,
  preparedOn: 'Prepared on',
};

/** What stands between a department and its target. */
export const GAP = {
  noTarget: 'No target level has been chosen yet.',
  allMet: (level: string) => `Every condition of ${level} and of the levels below it is met.`,
  oneCondition: 'condition is',
  moreConditions: 'conditions are',
  intro: (level: string, number: number, are: string) =>
    `A level is reached when all of its conditions are met, and those of every level below it. On the way to ${level}, ${number} ${are} not met yet.`,
  unmet: (level: string) => `Conditions of ${level} that are not met`,
  missing: 'Missing',
  way: (level: string) => `The shortest way to ${level}`,
  notWorkedOut: 'The way with the least effort could not be worked out in the time allowed.',
  alsoAnswer: 'These criteria also need an answer, whatever the rating:',
  byOrganisation: (name: string) => `${name} (the organisation’s step)`,
  leastEffort: (criteria: string, units: string) =>
    `Of all ways to meet every condition, this one takes the least effort: ${criteria}, ${units} of effort in the charter’s own estimate.`,
  ratingsToRaise: (level: string) => `Ratings to raise on the shortest way to ${level}`,
  from: 'From',
  to: 'To',
  effort: 'Effort',
  whatToDoFirst: 'What to do first',
};

/** How the score came about. */
export const SCORE_APPENDIX = {
  noScore: 'No criterion is applicable, so there is no score.',
  together: (points: number, available: number, percent: string) =>
    `Together that makes ${points} of ${available} points, or ${percent}. Percentages are rounded down.`,
  title: 'Appendix: how the score came about',
  how: (highest: number, sum: string) =>
    `Each criterion earns its weight times its supported rating, out of its weight times ${highest}. The supported rating is the claimed rating, as far as evidence and workforce indicators bear it out. A criterion that is not applicable counts nowhere; one without an answer counts as rating 0. ${sum}`,
  pointsBySection: 'Points by section',
  sectionWithout: (section: string) => `${section}: no applicable criterion, no score`,
  sectionPoints: (section: string, { points, available }: Score, percent: string) =>
    `${section}: ${points} of ${available} points, ${percent}`,
  weight: 'Weight',
  points: 'Points',
  of: 'Of',
  whyPart: 'Why a claim counts only in part',
  notApplicable: 'Not applicable.',
  notAnswered: 'Not answered.',
  areMet: 'its conditions are met',
  areNotMet: 'its conditions are not all met',
  met: 'Met',
  notMet: 'Not met',
};

/** The chart of where a department stands. */
export const STANDING_CHART = {
  asClaimed: 'As claimed',
  supportedByEvidence: 'Supported by evidence',
  scoreBySection: 'Score by section',
  scoreWithLines: 'Score by section against the line of each level',
  overall: 'Overall',
  noLevel: 'no level is reached yet',
  reached: (level: string) => `the level reached is ${level}`,
  start: (score: string, reached: string) => `The overall score is ${score} and ${reached}`,
  everySection: 'every section is',
  everyLined: 'every section with a line is',
  withALine: ' with a line',
  atOrAbove: (start: string, every: string, level: string) =>
    `${start}; ${every} at or above its line for ${level}.`,
  sections: (below: number, all: number, lined: string) =>
    `${below} of ${all} sections${lined} ${below === 1 ? 'is' : 'are'}`,
  below: (number: string, level: string, titles: string) =>
    `${number} below the line for ${level}: ${titles}.`,
  allRequired: (level: string) => `; every rating that ${level} requires is reached`,
  requiredLeft: (unmet: number, all: number, level: string) =>
    `; ${unmet} of ${all} ratings that ${level} requires ${unmet === 1 ? 'is' : 'are'} not reached`,
  sameAsTable: 'The same values as a table',
  levelNeeds: (level: string) => `${level} needs`,
};
