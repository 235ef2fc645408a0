// An assessment as a file, YAML or JSON, format 1: what the command line scores and the app exports.
// The keys are explained in docs/assessment-file.md.
import { z } from 'zod';
import { type Action, ACTION_NUMBER, PRIORITIES, STATUSES } from '#app/domain/plan/action.ts';
import type { Charter } from '#app/domain/charter/charter.ts';
import { allCriteria, charterName, highestRating } from '#app/domain/charter/charter.ts';
import { didYouMean, type Path } from '#app/domain/charter/finding.ts';
import { ADDRESS_WORDS, addressProblem } from '#app/domain/web-address.ts';
import type { Answer, CountedAnswers, EvidenceItem } from '#app/domain/scoring/answer.ts';

const longText = z.string().max(100_000);
const name = z.string().trim().min(1).max(300);
const day = z.iso.date({ error: 'expected a date such as 2027-03-31' });
const count = z.strictObject({
  numerator: z.int().min(0).max(10_000_000),
  denominator: z.int().min(0).max(10_000_000),
});

const evidence = z.strictObject({
  title: z.string().max(300),
  description: longText.optional(),
  file: name.optional(),
  sha256: z
    .string()
    .regex(/^[0-9a-f]{64}$/, { error: 'expected a SHA-256 as 64 hexadecimal digits' })
    .optional(),
  link: z
    .url({ protocol: /^https?$/, error: 'expected an http or https address', abort: true })
    .superRefine((link, context) => {
      const problem = addressProblem(link);
      if (problem !== null) context.addIssue({ code: 'custom', message: ADDRESS_WORDS[problem] });
    })
    .optional(),
  dataTable: name.optional(),
});

const answer = z.strictObject({
  rating: z.int().min(0).max(99).nullish(),
  notApplicable: longText.nullish(),
  narrative: longText.nullish(),
  evidence: z.array(evidence).max(200).optional(),
});

const milestone = z.strictObject({ on: day, text: name, done: z.boolean().optional() });

const action = z.strictObject({
  criteria: z.array(name).optional(),
  keyPriority: longText.optional(),
  objective: name,
  reason: longText.optional(),
  steps: z.array(longText).optional(),
  owner: longText.optional(),
  responsible: longText.optional(),
  startOn: day.optional(),
  dueOn: day.optional(),
  milestones: z.array(milestone).max(100).optional(),
  resources: longText.optional(),
  successMeasure: longText.optional(),
  baseline: longText.optional(),
  target: longText.optional(),
  priority: z.enum(PRIORITIES).optional(),
  status: z.enum(STATUSES).optional(),
  carries: z.string().regex(ACTION_NUMBER, { error: 'expected a number such as "3"' }).optional(),
});

const indicators = z.record(
  z.string(),
  z.strictObject({ first: count, second: count, source: longText.optional() }),
);

/** The shape of an assessment file. */
export const assessmentFile = z.strictObject({
  format: z.literal(1).optional(),
  charter: z.string().regex(/^[A-Za-z][A-Za-z0-9-]*@\d+\.\d+\.\d+$/, {
    error: 'expected a charter and its version, such as name@1.0.0',
  }),
  organisation: name.optional(),
  department: name.optional(),
  targetLevel: name.optional(),
  answers: z.record(z.string(), answer).optional(),
  indicators: indicators.optional(),
  actions: z.array(action).max(1000).optional(),
  leftBehind: z
    .strictObject({
      answers: z.record(z.string(), answer).optional(),
      indicators: indicators.optional(),
    })
    .optional(),
});

export type AssessmentFile = z.output<typeof assessmentFile>;

/** What was said, with where the counts come from, by indicator id. */
export type Given = CountedAnswers & { readonly sources: ReadonlyMap<string, string> };

/** An assessment file against its charter: what scoring and the documents read. */
export type Assessment = {
  /** id@version */
  readonly charter: string;
  readonly organisation: string | null;
  readonly department: string | null;
  readonly targetLevel: string | null;
  readonly answerSet: Given;
  readonly actions: readonly Action[];
  /** What earlier versions of the charter asked for: readable, out of the score. */
  readonly leftBehind: Given;
};

export type Misfit = { readonly path: Path; readonly message: string };

/** What in the file does not fit the charter: unknown ids, ratings off the scale, impossible counts. */
export function misfits(file: AssessmentFile, charter: Charter): readonly Misfit[] {
  const criteria = allCriteria(charter).map(({ id }) => id);
  const highest = highestRating(charter);
  const unknown = (path: Path, id: string, known: readonly string[]) =>
    known.includes(id)
      ? []
      : [{ path, message: `${charterName(charter)} has no "${id}".${didYouMean(id, known)}` }];
  return [
    ...bothSaid(['answers'], file.answers),
    ...bothSaid(['leftBehind', 'answers'], file.leftBehind?.answers),
    ...Object.entries(file.answers ?? {}).flatMap(([id, { rating }]) => [
      ...unknown(['answers', id], id, criteria),
      ...((rating ?? 0) > highest
        ? [{ path: ['answers', id, 'rating'], message: `expected a rating from 0 to ${highest}` }]
        : []),
    ]),
    ...Object.entries(file.indicators ?? {}).flatMap(([id, counts]) => [
      ...unknown(
        ['indicators', id],
        id,
        charter.indicators.map((indicator) => indicator.id),
      ),
      ...(['first', 'second'] as const)
        .filter((group) => counts[group].numerator > counts[group].denominator)
        .map((group) => ({
          path: ['indicators', id, group, 'numerator'],
          message:
            'the numerator is larger than the denominator; it counts some of the same people',
        })),
    ]),
    ...(file.targetLevel === undefined
      ? []
      : unknown(
          ['targetLevel'],
          file.targetLevel,
          charter.levels.map(({ id }) => id),
        )),
    ...(file.actions ?? []).flatMap((entry, index) =>
      (entry.criteria ?? []).flatMap((id, at) =>
        unknown(['actions', index, 'criteria', at], id, criteria),
      ),
    ),
  ];
}

function bothSaid(path: Path, answers: AssessmentFile['answers']): readonly Misfit[] {
  return Object.entries(answers ?? {})
    .filter(([, { rating, notApplicable }]) => (rating ?? null) !== null && notApplicable != null)
    .map(([id]) => ({
      path: [...path, id, 'notApplicable'],
      message: `${id} has both rating and notApplicable; keep one: what does not apply has no rating`,
    }));
}

/** The assessment in a file that fits its charter. */
export function assessmentOf(file: AssessmentFile): Assessment {
  return {
    charter: file.charter,
    organisation: file.organisation ?? null,
    department: file.department ?? null,
    targetLevel: file.targetLevel ?? null,
    answerSet: givenOf(file),
    actions: (file.actions ?? []).map((entry, index) => actionOf(entry, index)),
    leftBehind: givenOf(file.leftBehind ?? {}),
  };
}

function givenOf(file: Pick<AssessmentFile, 'answers' | 'indicators'>): Given {
  const counted = Object.entries(file.indicators ?? {});
  return {
    answers: new Map(
      Object.entries(file.answers ?? {}).map(([id, entry]) => [id, answerOf(entry)]),
    ),
    indicators: new Map(counted.map(([id, { first, second }]) => [id, { first, second }])),
    sources: new Map(
      counted.flatMap(([id, { source }]): [string, string][] =>
        source === undefined ? [] : [[id, source]],
      ),
    ),
  };
}

function answerOf(entry: z.output<typeof answer>): Answer {
  return {
    claimed: entry.rating ?? null,
    notApplicable: entry.notApplicable ?? null,
    narrative: entry.narrative ?? '',
    evidence: (entry.evidence ?? []).map(evidenceOf),
  };
}

function evidenceOf(item: z.output<typeof evidence>): EvidenceItem {
  return {
    title: item.title,
    description: item.description ?? '',
    file: item.file ?? null,
    ...(item.sha256 === undefined ? {} : { sha256: item.sha256 }),
    link: item.link ?? null,
    dataTable: item.dataTable ?? null,
  };
}

function actionOf(entry: z.output<typeof action>, index: number): Action {
  return {
    id: `action-${index + 1}`,
    criteria: entry.criteria ?? [],
    objective: entry.objective,
    steps: entry.steps ?? [],
    ...actionTextsOf(entry),
    startOn: entry.startOn ?? null,
    dueOn: entry.dueOn ?? null,
    milestones: (entry.milestones ?? []).map(({ on, text, done }) => ({
      on,
      text,
      done: done ?? false,
    })),
    priority: entry.priority ?? 'medium',
    status: entry.status ?? 'not-started',
    carries: entry.carries ?? null,
  };
}

function actionTextsOf(entry: z.output<typeof action>) {
  return {
    keyPriority: entry.keyPriority ?? '',
    reason: entry.reason ?? '',
    owner: entry.owner ?? '',
    responsible: entry.responsible ?? '',
    resources: entry.resources ?? '',
    successMeasure: entry.successMeasure ?? '',
    baseline: entry.baseline ?? '',
    target: entry.target ?? '',
  };
}
