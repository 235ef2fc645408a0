// A snapshot, a decision record and an assessment file with everything that only format 2 has, from a small charter
// that uses each of its keys.
import { charterName } from '#app/domain/charter/charter.ts';
import type { Ticked } from '#app/domain/charter/ticked.ts';
import type { Assessment } from '#app/domain/formats/assessment-file.ts';
import { assessmentFileOf } from '#app/domain/formats/export-assessment.ts';
import { consensusScore } from '#app/domain/review/consensus-score.ts';
import { decisionRecord } from '#app/domain/review/make-record.ts';
import { scoreAssessment } from '#app/domain/scoring/score.ts';
import { snapshotOf } from '#app/domain/submission/make-snapshot.ts';
import { answer, charterOf, counts, evidence, level, trend } from './charter-factory.ts';

const asked = { guidance: '', options: [] };

export const EXAMPLE = {
  ...charterOf({
    format: 2,
    highest: 3,
    kinds: [{ id: 'testimony', label: 'Testimony', means: 'Somebody’s own words.' }],
    facts: [
      { ...asked, id: 'leaders', kind: 'number', question: 'How many leaders are there?' },
      { ...asked, id: 'firstApplication', kind: 'yes-no', question: 'Is it your first?' },
    ],
    indicators: [trend('women', 10), trend('men', 10), trend('all', 10)],
    criteria: [
      {
        id: 'A1',
        statements: [[], ['It is so.', 'It stays so.'], ['It grows.'], ['It leads.']],
        evidenceRules: [{ from: 2, minimum: 2, kind: 'testimony' }],
      },
      {
        id: 'A2',
        statements: [[], ['One.'], ['Two.'], ['Three.']],
        indicatorRules: [
          {
            indicator: 'women',
            from: 2,
            rises: 'true',
            numeratorNotLower: 'true',
            or: [{ indicator: 'women', atLeastShareOf: 'men' }],
          },
          {
            indicator: 'all',
            from: 3,
            rises: 'true',
            alternative: { when: ['too-few'], evidence: { minimum: 1, kind: 'testimony' } },
          },
        ],
      },
      {
        id: 'B1',
        section: 'B',
        statements: [[], ['One.'], ['Two.'], ['Three.']],
        appliesWhen: { kind: 'at-least', fact: 'leaders', value: 5 },
      },
      { id: 'B2', section: 'B', statements: [[], ['One.'], ['Two.'], ['Three.']] },
    ],
    levels: [
      level('first', { floor: 1, answered: ['A1', 'B2'] }),
      level('second', {
        overall: '60',
        floors: { B: 2 },
        anyOf: [{ id: 'outcome', rating: 3, count: 1, of: ['A2', 'B2'] }],
        preconditions: [
          { kind: 'held', level: 'first', years: 2 },
          { kind: 'fact', fact: 'firstApplication', is: false },
        ],
      }),
    ],
  }),
  cumulative: true,
};

const ASSESSMENT: Assessment = {
  format: 2,
  charter: charterName(EXAMPLE),
  organisation: 'Pen Llŷn Trust',
  department: 'Therapies',
  targetLevel: 'second',
  answerSet: {
    facts: new Map([['leaders', '2']]),
    held: new Map([['first', 1]]),
    answers: new Map([
      [
        'A1',
        answer({
          claimed: 2,
          statements: { 1: [1, 2], 2: [1] },
          narrative: 'We listen.',
          evidence: evidence(2).map((item, index) =>
            index === 0 ? { ...item, kind: 'testimony' } : item,
          ),
        }),
      ],
      ['A2', answer({ claimed: 3, narrative: 'We count.' })],
      ['B1', answer({ claimed: 1, statements: { 1: [1] } })],
    ]),
    indicators: new Map([
      ['women', counts([5, 20], [4, 20])],
      ['all', counts([1, 5], [2, 5])],
    ]),
    sources: new Map([['women', 'Staff records']]),
  },
  actions: [],
  leftBehind: { answers: new Map(), indicators: new Map(), sources: new Map() },
};

/** The file, as a value. */
export function keptFile() {
  return assessmentFileOf(ASSESSMENT);
}

/** The snapshot, as a value. */
export function keptSnapshot() {
  const [first, second] = evidence(2);
  return snapshotOf({
    assessment: 'assessment-1',
    charter: EXAMPLE,
    charterSha256: 'c'.repeat(64),
    content: keptFile(),
    scorecard: scoreAssessment(EXAMPLE, ASSESSMENT.answerSet),
    evidence: [first, second].map((item, index) => ({
      id: `evidence-${index + 1}`,
      criterion: 'A1',
      title: item?.title ?? '',
      description: item?.description ?? '',
      link: null,
      file: {
        name: item?.file ?? '',
        mediaType: 'application/pdf',
        size: 7,
        sha256: 'a'.repeat(64),
      },
      ...(index === 0 ? { kind: 'testimony' } : {}),
    })),
  });
}

/** The record of the decision on it, as a value; with what the panel found true for A1, where it ticked statements. */
export function keptRecord(first: Ticked | null = null) {
  const agreed = new Map([
    ['A1', 1],
    ['A2', 3],
    ['B2', 1],
  ]);
  const said = { reason: 'As seen.', commendation: '', recommendation: '', requirement: '' };
  return decisionRecord({
    charter: EXAMPLE,
    submission: { number: 1, sha256: 'b'.repeat(64) },
    content: keptFile(),
    answers: ASSESSMENT.answerSet,
    organisation: 'Pen Llŷn Trust',
    department: 'Therapies',
    targetLevel: 'second',
    purpose: 'submission',
    panel: {
      name: 'Panel one',
      members: [{ name: 'Siân Rees', seat: 'chair', statistics: true, present: true }],
    },
    consensus: [...agreed].map(([criterion, rating]) => ({
      criterion,
      rating,
      statements: criterion === 'A1' ? first : null,
      ...said,
    })),
    ratings: [
      { criterion: 'A1', rating: 1 },
      { criterion: 'A1', rating: 2 },
    ],
    decided: {
      outcome: 'not-awarded',
      level: null,
      revisionsDueOn: null,
      summary: 'Not yet.',
      scorecard: consensusScore(EXAMPLE, ASSESSMENT.answerSet, agreed),
    },
    correction: null,
  });
}
