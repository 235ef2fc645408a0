// Ways to a level that are kept under a name.
import { count } from '#words/kit/wording.ts';

export const SCENARIOS = {
  title: 'Scenarios',
  of: (department: string) => `Scenarios: ${department}`,
  explained:
    'Each is a way to a level under a name: what is left out, and how much time there is. What it takes is worked out from your answers as they are now.',
  none: 'No scenario is kept yet. Under ‘Where we stand’, choose a level, leave out what cannot be done this year, and keep the way.',
  caption: 'Scenarios beside each other',
  scenario: 'Scenario',
  steps: 'Steps',
  effort: 'Effort',
  months: 'Months',
  /** Of what there is no figure. */
  unknown: '–',
  reached: 'Level and score then',
  whatNow: 'What now',
  after: (level: string, score: string) => `${level}, ${score}`,
  without: (criteria: string) => `without ${criteria}`,
  within: (months: number) => `in ${count(months, 'month')}`,
  status: {
    reachable: '',
    'already-met': 'Reached already',
    unreachable: 'Cannot be reached like this',
    'not-found': 'Could not be worked out in the time allowed',
    pending: 'Being worked out: load this page again in some seconds',
    'no-level': 'The charter has no such level any more',
  },
  show: 'Show its steps',
  drop: 'Remove',
  keepTitle: 'Keep this way',
  keep: 'Keep it',
  name: 'Name',
  nameHint: 'Such as: if we do these six',
  keepLink: 'Keep this way as a scenario',
  link: 'Compare scenarios',
  planAll: 'Add all of its steps to the plan',
  effortMeans: 'Effort is the charter’s own estimate, in units.',
};
