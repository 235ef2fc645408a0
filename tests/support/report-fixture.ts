// An assessment and a plan, as the document tests use them: invented people and places, realistic
// texts.
import type { Action } from '#app/domain/plan/action.ts';
import { EMPTY_ACTION } from '#app/domain/plan/per-field.ts';
import type { Answer, CountedAnswers, EvidenceItem } from '#app/domain/scoring/answer.ts';
import { withoutCounts } from '#app/domain/scoring/indicator.ts';
import type { ReportInput } from '#reports/report-input.ts';
import { charter } from './report-charter.ts';
import { scorecard } from './report-scorecard.ts';

function item(title: string, description: string, file: string | null): EvidenceItem {
  return { title, description, file, link: null, dataTable: null };
}

function answer(claimed: number | null, narrative: string, ...evidence: EvidenceItem[]): Answer {
  return { claimed, notApplicable: null, narrative, evidence };
}

export const answers: CountedAnswers = {
  answers: new Map<string, Answer>([
    [
      'G1',
      answer(
        3,
        'Our Chief People Officer, Siân Gŵyn, has sponsored this work since April 2025. She chairs the steering group each month, reports to the board twice a year, and has set aside £48,000 and half a post.\n\nThe board minutes of March record what changed because of it: protected time for mentors was extended from two to four hours a month.',
        item('Board paper, March 2026', 'The budget and the sponsor’s report', 'board-paper.pdf'),
      ),
    ],
    ['G2', answer(2, 'The team has eleven members from bands 3 to 8b. Backfill is paid.')],
    [
      'G4',
      answer(
        2,
        'We publish our workforce by ethnicity and pay band each year, and leave out small groups.',
        item('Workforce report 2025', 'Published figures by band', 'workforce.xlsx'),
      ),
    ],
    [
      'M1',
      answer(
        4,
        'Every pair signs a confidentiality agreement at the first meeting. In our survey, most mentees said that they could speak freely.',
        item('Agreement form', 'What is agreed at the first meeting', 'agreement.docx'),
        item('Survey results (to be attached)', 'Answers of mentees', null),
      ),
    ],
    [
      'M6',
      answer(
        2,
        'Either person may end the match by a message to the coordinator, who finds a new one within four weeks.',
        item('Mentoring handbook', 'Section 5: how a match ends', 'handbook.pdf'),
      ),
    ],
    [
      'O4',
      answer(
        3,
        'We follow the careers of mentees for two years and compare them with colleagues of the same band.',
        item('Outcome study', 'Method and results', 'outcomes.pdf'),
      ),
    ],
    ['P2', { ...answer(null, ''), notApplicable: 'This is our first application.' }],
  ]),
  indicators: new Map([
    [
      'promotion',
      {
        first: { numerator: 17, denominator: 137 },
        second: { numerator: 61, denominator: 419 },
      },
    ],
  ]),
};

export const actions: readonly Action[] = [
  {
    id: 'a1',
    ...EMPTY_ACTION,
    keyPriority: 'Time for mentoring',
    responsible: 'Divisional managers; Mentoring Coordinator',
    milestones: [
      { on: '2026-05-01', text: 'The standard is agreed', done: true },
      { on: '2026-06-30', text: 'Job plans are changed', done: false },
    ],
    baseline: 'None of eleven in March 2026',
    target: 'All eleven by 31 July 2026',
    criteria: ['G2'],
    objective: 'Recognise the time that members of the self-assessment team give',
    reason:
      'The team is co-produced, but its members do the work on top of their own. No evidence shows that their time is recognised.',
    steps: [
      'Agree a standard of two hours a week with the divisional managers.',
      'Write it into job plans and rosters.',
      'Attach the signed agreement as evidence.',
    ],
    owner: 'Fatima Al-Sayed فاطمة السيد, Head of Equality and Inclusion',
    startOn: '2026-04-01',
    dueOn: '2026-07-31',
    resources: '£12,000 for backfill; one day a month of the coordinator’s time',
    successMeasure: 'All eleven members have the time in their job plan by the end of July.',
    priority: 'high',
    status: 'on-track',
    carries: null,
  },
  {
    id: 'a2',
    ...EMPTY_ACTION,
    keyPriority: 'Careers',
    criteria: ['O5', 'O4'],
    objective: 'Let mentors tell their own career journeys at the autumn forum',
    reason: 'Nothing is in place, and mentees ask for it.',
    steps: [
      'Invite six mentors.',
      'Record three short films.',
      'Ask mentees what they took from it.',
    ],
    owner: 'Llŷr Wynne, Mentoring Coordinator, Tŷ Gŵydd',
    startOn: '2026-09-01',
    dueOn: '2026-11-30',
    resources: 'Communications team, three days',
    successMeasure: 'At least forty mentees attend, and eight in ten say that it helped them.',
    priority: 'medium',
    status: 'not-started',
    carries: null,
  },
  {
    id: 'a3',
    ...EMPTY_ACTION,
    keyPriority: 'Careers',
    milestones: [{ on: '2026-09-30', text: 'The first list is agreed', done: false }],
    baseline: '0.85 over two years',
    target: '1.00 or more',
    criteria: ['O4'],
    objective:
      'Put mentees forward by name for secondments and stretch work, so that promotion becomes as likely for those who were mentored as for everyone else',
    reason: 'Mentored staff were promoted less often than their colleagues over two years.',
    steps: ['Agree a quarterly list with the executive team.', 'Follow each name for a year.'],
    owner: 'Chief Nurse',
    startOn: '2026-05-15',
    dueOn: '2027-05-14',
    resources: '',
    successMeasure: 'The relative likelihood of promotion is 1.00 or more.',
    priority: 'high',
    status: 'at-risk',
    carries: null,
  },
  {
    id: 'a4',
    ...EMPTY_ACTION,
    criteria: ['M1'],
    objective: 'Publish the survey of mentees',
    reason: 'A second item of evidence is missing.',
    steps: [],
    owner: '',
    startOn: null,
    dueOn: null,
    resources: '',
    successMeasure: 'The survey is attached.',
    priority: 'low',
    status: 'not-started',
    carries: null,
  },
  {
    id: 'a5',
    ...EMPTY_ACTION,
    criteria: ['M6'],
    objective: 'Tell every mentee how to end a match',
    reason: 'Four mentees did not know that they may.',
    steps: ['Add a page to the handbook.', 'Say it at each first meeting.'],
    owner: 'Mentoring Coordinator',
    startOn: '2026-04-01',
    dueOn: '2026-05-15',
    resources: 'None',
    successMeasure: 'All mentees can say how.',
    priority: 'medium',
    status: 'complete',
    carries: null,
  },
  {
    id: 'a6',
    ...EMPTY_ACTION,
    criteria: ['G4'],
    objective: 'Report the workforce by band to the board each quarter',
    reason: 'The board sees the figures once a year, too late to act.',
    steps: ['Build the report.', 'Agree a date with the company secretary.'],
    owner: 'Director of Workforce',
    startOn: '2026-06-01',
    dueOn: '2026-10-31',
    resources: 'Analyst, ten days',
    successMeasure: 'Three reports by March 2027.',
    priority: 'medium',
    status: 'off-track',
    carries: null,
  },
];

export const input: ReportInput = {
  charter,
  scorecard,
  answers: withoutCounts(charter, answers),
  actions,
  organisation: 'Northfield Valley NHS Foundation Trust',
  department: 'Therapies and Rehabilitation',
  audience:
    'For the executive sponsor and the self-assessment team of Northfield Valley NHS Foundation Trust.',
  preparedOn: '2026-03-16',
  targetLevel: 'silver',
  cheapestPath: {
    status: 'reachable',
    steps: [
      { criterion: 'G2', from: 1, to: 3, effort: 10 },
      { criterion: 'O5', from: 0, to: 2, effort: 6 },
    ],
    alsoAnswer: ['O5'],
    total: 16,
  },
};
