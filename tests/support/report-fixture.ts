// A small charter, its scorecard and a plan, as the document tests use them: invented people and
// places, realistic texts, numbers small enough to check by hand.
import type { Action } from '#app/domain/action-plan/action.ts';
import type { Answer, AnswerSet, EvidenceItem } from '#app/domain/assessment/answer.ts';
import type { Charter, Criterion, Level } from '#app/domain/charter/charter.ts';
import type { CriterionScore, Scorecard } from '#app/domain/scoring/scorecard.ts';
import type { ReportInput } from '#reports/report-input.ts';

const evidenceRules = [
  { from: 2, minimum: 1 },
  { from: 4, minimum: 2 },
];

function criterion(
  given: Pick<Criterion, 'id' | 'section' | 'title' | 'question' | 'weight'> & Partial<Criterion>,
): Criterion {
  return {
    guidance: 'Say what happens now, and for whom.',
    rationale: { why: 'It decides whether mentoring lasts.', sources: [{ source: 'study' }] },
    descriptors: [
      'Nothing has been agreed.',
      'It is agreed, with an owner, a budget and a date.',
      'It runs for the staff it is meant for.',
      'Results show a difference and staff have reviewed them.',
      'It has held for two years and others have learned from it.',
    ],
    evidenceWanted: ['A board paper'],
    evidenceRules,
    suggestedActions: [null, null, null, null, null],
    wordLimit: 350,
    minutes: 30,
    effort: [2, 4, 6, 8],
    notApplicable: null,
    indicatorRules: [],
    replaces: [],
    ...given,
  };
}

const percent = (whole: number) => ({ hundredths: whole * 100, decimals: 0 });

function level(
  given: Pick<Level, 'id' | 'label' | 'means'> & {
    thresholds: [number, number, number];
    requires: Record<string, number>;
  },
): Level {
  const [overall, section, coverage] = given.thresholds;
  return {
    id: given.id,
    label: given.label,
    means: given.means,
    overall: percent(overall),
    section: percent(section),
    sections: new Map(),
    requires: new Map(Object.entries(given.requires)),
    coverage: percent(coverage),
  };
}

export const charter: Charter = {
  id: 'mentoring-example',
  version: '1.0.0',
  title: 'Mentoring charter for healthcare staff',
  summary: 'How well an organisation mentors its staff.',
  notice:
    'This charter is a proposal built from published research. No professional body, regulator or government body has adopted it.',
  sources: [{ id: 'study', citation: 'A study, 2023.' }],
  scale: [
    { label: 'Not started', meaning: 'Nothing is agreed yet.' },
    { label: 'Planned', meaning: 'It is agreed and dated.' },
    { label: 'In place', meaning: 'It is running.' },
    { label: 'Working', meaning: 'There is evidence that it makes a difference.' },
    { label: 'Leading', meaning: 'It has been sustained, and others learn from it.' },
  ],
  sections: [
    {
      id: 'governance',
      title: 'Leading and owning the work',
      summary: 'Who leads, who pays, and who takes part in the decisions.',
      criteria: [
        criterion({
          id: 'G1',
          section: 'governance',
          title: 'A named board-level sponsor is accountable',
          question: 'Who on the board answers for this work, and what have they given it?',
          weight: 2,
        }),
        criterion({
          id: 'G2',
          section: 'governance',
          title: 'The self-assessment team is co-produced with staff',
          question: 'Who is on the team, and how is their time recognised?',
          weight: 3,
        }),
        criterion({
          id: 'G4',
          section: 'governance',
          title: 'The organisation knows its workforce',
          question: 'What do you know about your workforce by ethnicity and pay band?',
          weight: 1,
        }),
      ],
    },
    {
      id: 'relationship',
      title: 'The mentoring relationship',
      summary: 'What happens between a mentor and a mentee.',
      criteria: [
        criterion({
          id: 'M1',
          section: 'relationship',
          title: 'Trust comes first: a confidential, safe space',
          question: 'How do mentor and mentee agree what stays between them?',
          weight: 3,
        }),
        criterion({
          id: 'M6',
          section: 'relationship',
          title: 'A relationship that is not working ends safely',
          question: 'How can either person end a match without blame?',
          weight: 2,
        }),
      ],
    },
    {
      id: 'outcomes',
      title: 'What mentoring leads to',
      summary: 'Opportunities, progress and credit.',
      criteria: [
        criterion({
          id: 'O4',
          section: 'outcomes',
          title: 'Career outcomes of mentees are followed and compared fairly',
          question: 'What has become of those who were mentored?',
          weight: 2,
          indicatorRules: [
            { indicator: 'promotion', from: 3, min: { numerator: 100, denominator: 100 } },
          ],
        }),
        criterion({
          id: 'O5',
          section: 'outcomes',
          title: 'Mentors share their own journeys',
          question: 'How do mentors speak about their own careers?',
          weight: 1,
        }),
      ],
    },
    {
      id: 'plan',
      title: 'Plan and progress',
      summary: 'What was planned last time, and what came of it.',
      criteria: [
        criterion({
          id: 'P2',
          section: 'plan',
          title: 'The previous plan was carried out',
          question: 'What did the previous plan promise, and what came of it?',
          weight: 1,
          notApplicable: 'On a first application.',
        }),
      ],
    },
  ],
  levels: [
    level({
      id: 'bronze',
      label: 'Bronze',
      means: 'The organisation knows where it stands, has begun, and has a credible plan.',
      thresholds: [40, 25, 80],
      requires: { G1: 2, M1: 2 },
    }),
    level({
      id: 'silver',
      label: 'Silver',
      means: 'Mentoring is in place across the organisation and makes a difference.',
      thresholds: [60, 45, 100],
      requires: { G1: 3, G2: 3 },
    }),
    level({
      id: 'gold',
      label: 'Gold',
      means: 'The effect is sustained, and others learn from it.',
      thresholds: [80, 70, 100],
      requires: { G1: 3, M1: 4 },
    }),
  ],
  indicators: [
    {
      kind: 'relative-likelihood',
      id: 'promotion',
      title: 'Relative likelihood of promotion, mentored against not mentored',
      guidance: 'Count people.',
      period: 'Two years',
      minimumDenominator: 10,
      first: { label: 'Mentored', numerator: 'promoted', denominator: 'in post' },
      second: { label: 'Not mentored', numerator: 'promoted', denominator: 'in post' },
    },
  ],
};

const points: Record<string, [claimed: number | null, supported: number]> = {
  G1: [3, 3],
  G2: [2, 1],
  G4: [2, 2],
  M1: [4, 3],
  M6: [2, 2],
  O4: [3, 2],
  O5: [null, 0],
  P2: [null, 0],
};

const reasons: Record<string, CriterionScore['reasons']> = {
  G2: [{ kind: 'evidence', from: 2, minimum: 1, has: 0 }],
  M1: [{ kind: 'evidence', from: 4, minimum: 2, has: 1 }],
  O4: [
    {
      kind: 'indicator',
      indicator: 'promotion',
      from: 3,
      state: 'outside',
      min: { numerator: 100, denominator: 100 },
      max: null,
      rises: false,
    },
  ],
};

const criteriaScores = charter.sections.flatMap(({ criteria }) =>
  criteria.map(({ id, section, weight }): CriterionScore => {
    const [claimed = null, supported = 0] = points[id] ?? [];
    const applicable = id !== 'P2';
    return {
      id,
      section,
      weight,
      applicable,
      answered: claimed !== null,
      claimed,
      supported,
      reasons: reasons[id] ?? [],
      points: weight * supported,
      available: applicable ? weight * 4 : 0,
    };
  }),
);

const overall = { points: 28, available: 56 };
const governance = { points: 11, available: 24 };
const relationship = { points: 13, available: 20 };
const outcomes = { points: 4, available: 12 };
const coverage = { points: 6, available: 7 };

function conditions(
  needs: [overall: number, section: number, coverage: number],
  short: [overall: number, sections: [number, number, number], coverage: number],
  required: [criterion: string, needs: number, has: number][],
): Scorecard['levels'][number]['conditions'] {
  const section = (id: string, has: typeof overall, missing: number) => ({
    kind: 'section' as const,
    met: missing === 0,
    section: id,
    needs: percent(needs[1]),
    has,
    short: missing,
  });
  return [
    {
      kind: 'overall',
      met: short[0] === 0,
      needs: percent(needs[0]),
      has: overall,
      short: short[0],
    },
    section('governance', governance, short[1][0]),
    section('relationship', relationship, short[1][1]),
    section('outcomes', outcomes, short[1][2]),
    ...required.map(([criterionId, rating, has]) => ({
      kind: 'required' as const,
      met: has >= rating,
      criterion: criterionId,
      needs: rating,
      has,
      short: Math.max(0, rating - has),
    })),
    {
      kind: 'coverage',
      met: short[2] === 0,
      needs: percent(needs[2]),
      has: coverage,
      short: short[2],
    },
  ];
}

export const scorecard: Scorecard = {
  charter: 'mentoring-example@1.0.0',
  answered: 6,
  applicable: 7,
  unanswered: ['O5'],
  overall,
  sections: [
    { id: 'governance', score: governance },
    { id: 'relationship', score: relationship },
    { id: 'outcomes', score: outcomes },
    { id: 'plan', score: null },
  ],
  criteria: criteriaScores,
  levels: [
    {
      id: 'bronze',
      met: true,
      conditions: conditions(
        [40, 25, 80],
        [0, [0, 0, 0], 0],
        [
          ['G1', 2, 3],
          ['M1', 2, 3],
        ],
      ),
    },
    {
      id: 'silver',
      met: false,
      conditions: conditions(
        [60, 45, 100],
        [6, [0, 0, 2], 1],
        [
          ['G1', 3, 3],
          ['G2', 3, 1],
        ],
      ),
    },
    {
      id: 'gold',
      met: false,
      conditions: conditions(
        [80, 70, 100],
        [17, [6, 1, 5], 1],
        [
          ['G1', 3, 3],
          ['M1', 4, 3],
        ],
      ),
    },
  ],
  level: 'bronze',
};

function item(title: string, description: string, file: string | null): EvidenceItem {
  return { title, description, file, link: null, dataTable: null };
}

function answer(claimed: number | null, narrative: string, ...evidence: EvidenceItem[]): Answer {
  return { claimed, notApplicable: null, narrative, evidence };
}

export const answers: AnswerSet = {
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
  },
  {
    id: 'a2',
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
  },
  {
    id: 'a3',
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
  },
  {
    id: 'a4',
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
  },
  {
    id: 'a5',
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
  },
  {
    id: 'a6',
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
  },
];

export const input: ReportInput = {
  charter,
  scorecard,
  answers,
  actions,
  organisation: 'Northfield Valley NHS Foundation Trust',
  department: 'Therapies and Rehabilitation',
  audience:
    'For the executive sponsor and the self-assessment team of Northfield Valley NHS Foundation Trust.',
  preparedOn: '2026-03-16',
  targetLevel: 'silver',
  cheapestPath: {
    steps: [
      { criterion: 'G2', from: 1, to: 3, effort: 10 },
      { criterion: 'O5', from: 0, to: 2, effort: 6 },
    ],
    alsoAnswer: ['O5'],
    total: 16,
  },
};
