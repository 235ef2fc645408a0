// The record of a decision under a real charter, with a canary in every place that must not become
// public: names, counts, evidence, ratings of single reviewers.
import type { Action } from '#app/domain/plan/action.ts';
import { EMPTY_ACTION } from '#app/domain/plan/per-field.ts';
import { assessmentFileOf } from '#app/domain/formats/export-assessment.ts';
import { allCriteria, type Charter, charterName } from '#app/domain/charter/charter.ts';
import type { DecisionRecord } from '#app/domain/formats/decision-record.ts';
import { scoreResults } from '#app/domain/scoring/results.ts';
import { scoreAssessment } from '#app/domain/scoring/score.ts';
import { answer, counts } from '#tests/support/charter-factory.ts';

/** What no public page, document, file or answer may hold. */
export const PRIVATE = {
  owner: 'canary-owner-bergamot',
  responsible: 'canary-responsible-kumquat',
  evidenceTitle: 'canary-evidence-mirabelle',
  evidenceDescription: 'canary-shows-physalis',
  evidenceFile: 'canary-file-tamarillo.pdf',
  baseline: 'canary-baseline-durian',
  source: 'canary-source-feijoa',
  member: 'canary-member-loquat',
  reason: 'canary-reason-sapodilla',
  requirement: 'canary-requirement-rambutan',
  count: '918273',
} as const;

/** What stands in the award report, and nowhere else that is public. */
export const RECOMMENDATION = 'canary-recommendation-pomelo';

/** What the public reads. */
export const PUBLIC = {
  summary: 'A well led programme that its mentees trust.',
  narrative: 'Every pair agrees what stays between them.',
  commendation: 'The agreement form is a model for others.',
  objective: 'Give every mentor two hours a month',
} as const;

export type RecordParts = Partial<
  Pick<DecisionRecord, 'organisation' | 'department' | 'level' | 'outcome' | 'summary' | 'purpose'>
> & {
  /** The consensus of every criterion; 3 where none is given. */
  readonly rating?: number;
  /** The plan; one action where none is given. */
  readonly actions?: readonly Action[];
};

export const ACTION: Action = {
  ...EMPTY_ACTION,
  id: 'a1',
  keyPriority: 'Time',
  objective: PUBLIC.objective,
  reason: 'Mentors have no time.',
  steps: ['Agree it with the managers.'],
  owner: PRIVATE.owner,
  responsible: PRIVATE.responsible,
  startOn: '2027-04-01',
  dueOn: '2027-09-30',
  milestones: [{ on: '2027-06-30', text: 'Job plans are changed', done: false }],
  resources: 'Two days a month',
  successMeasure: 'All mentors have the time.',
  baseline: PRIVATE.baseline,
  target: 'All',
  priority: 'high',
  status: 'on-track',
  carries: null,
};

/** A record that is complete; every criterion has the same claim and the same consensus. */
export function decisionRecord(charter: Charter, parts: RecordParts = {}): DecisionRecord {
  const { rating = 3, level = charter.levels[0]?.id ?? null } = parts;
  const criteria = allCriteria(charter);
  const evidence = [1, 2].map((number) => ({
    title: `${PRIVATE.evidenceTitle} ${number}`,
    description: PRIVATE.evidenceDescription,
    file: PRIVATE.evidenceFile,
    link: null,
    dataTable: null,
  }));
  const answers = new Map(
    criteria.map(({ id }) => [
      id,
      answer({ claimed: rating, narrative: `${PUBLIC.narrative} (${id})`, evidence }),
    ]),
  );
  const [first] = charter.indicators;
  const indicators = new Map(
    first === undefined
      ? []
      : [[first.id, counts([40, Number(PRIVATE.count)], [40, Number(PRIVATE.count)])] as const],
  );
  const scorecard = scoreAssessment(charter, { answers, indicators });
  const supported = new Map(scorecard.criteria.map((one) => [one.id, one.supported]));
  const { organisation = 'Trust north', department = 'therapies' } = parts;
  return {
    format: 1,
    submission: { number: 1, sha256: 'a'.repeat(64) },
    charter: charterName(charter),
    organisation,
    department,
    targetLevel: level ?? '',
    purpose: parts.purpose ?? 'submission',
    panel: {
      name: 'Panel one',
      quorum: charter.awarding.quorum,
      members: (['chair', 'reviewer', 'reviewer'] as const).map((seat, index) => ({
        name: `${PRIVATE.member} ${index + 1}`,
        seat,
        statistics: index === 1,
        present: true,
      })),
    },
    criteria: criteria.map(({ id }, index) => ({
      criterion: id,
      claimed: rating,
      notApplicable: null,
      independent: [rating - 1, rating, rating],
      consensus: rating,
      supported: supported.get(id) ?? 0,
      reason: PRIVATE.reason,
      commendation: index === 0 ? PUBLIC.commendation : '',
      recommendation: index === 1 ? RECOMMENDATION : '',
      requirement: index === 1 ? PRIVATE.requirement : '',
    })),
    agreement: { alpha: null, ac2: null },
    results: scoreResults(scorecard),
    outcome: parts.outcome ?? 'award',
    level,
    revisionsDueOn: null,
    summary: parts.summary ?? PUBLIC.summary,
    correction: null,
    content: assessmentFileOf({
      format: charter.format,
      charter: charterName(charter),
      organisation,
      department,
      targetLevel: level,
      answerSet: {
        answers,
        indicators,
        sources: new Map(first === undefined ? [] : [[first.id, PRIVATE.source]]),
      },
      actions: parts.actions ?? [ACTION],
      leftBehind: { answers: new Map(), indicators: new Map(), sources: new Map() },
    }),
  };
}
