// A small charter with invented sections, small enough to check its scores by hand.
import type { Charter, Criterion, Level } from '#app/domain/charter/charter.ts';

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
    statements: [],
    appliesWhen: null,
    variants: [],
    scope: 'department',
    narrative: 'required',
    notApplicableReason: 'required',
    examples: null,
    crosswalk: [],
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
    floor: 0,
    floors: new Map(),
    anyOf: [],
    answered: [],
    preconditions: [],
  };
}

export const charter: Charter = {
  format: 1,
  kinds: [],
  cumulative: false,
  facts: [],
  glossary: [],
  standards: [],
  changes: [],
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
  awarding: { quorum: 3, years: 5 },
  previousPlan: null,
  judgesPlan: [],
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
