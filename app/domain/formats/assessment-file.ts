// An assessment as a file, YAML or JSON: what the command line scores and the app exports. Format 2 is for charters
// of format 2; the keys are explained in docs/assessment-file.md.
import { z } from 'zod';
import type { Facts } from '#app/domain/charter/facts.ts';
import type { Path } from '#app/domain/charter/finding.ts';
import type { Action } from '#app/domain/plan/action.ts';
import { ok, refused, type Result } from '#app/domain/problem.ts';
import type { Answer, CountedAnswers, EvidenceItem } from '#app/domain/scoring/answer.ts';
import { ADDRESS_PROBLEMS, type AddressProblem, addressProblem } from '#app/domain/web-address.ts';
import { assessmentFileV1 } from './frozen/assessment-file-v1.ts';
import { assessmentFileV2 } from './frozen/assessment-file-v2.ts';

// What is said of a link is the code of its problem.
const version1 = assessmentFileV1(addressProblem);
const version2 = assessmentFileV2(addressProblem);

/** The shape of a file of either format. */
export const assessmentFile = z.discriminatedUnion('format', [version1, version2]);

/** A file of either format; what only format 2 has is left out in one of format 1. */
export type AssessmentFile = Omit<z.output<typeof version2>, 'format'> & {
  readonly format?: 1 | 2 | undefined;
};

/** What is wrong in a file, and where. */
export type Misfit = {
  readonly path: Path;
  readonly message: string;
  /** Where it is a link that is wrong; words say it. */
  readonly link?: AddressProblem;
};

/** What is said of a place that has not its shape, where the schema has no words of its own. */
type Words = (issue: ShapeIssue) => string;

/** What a schema finds at a place. */
export type ShapeIssue = z.core.$ZodRawIssue;

const NO_WORDS: Words = ({ code }) => String(code);

/** The data of a file, whichever format it says; without one it is format 1. */
export function readAssessmentFile(
  data: unknown,
  words: Words = NO_WORDS,
): Result<AssessmentFile, readonly Misfit[]> {
  switch (formatOf(data)) {
    // What is no file at all is told by the schema.
    case undefined:
    case 1:
      return fileIn(version1, data, words);
    case 2:
      return fileIn(version2, data, words);
    default:
      return refused([{ path: ['format'], message: 'expected 1 or 2' }]);
  }
}

function fileIn(
  schema: typeof version1 | typeof version2,
  data: unknown,
  words: Words,
): Result<AssessmentFile, readonly Misfit[]> {
  const { data: file, error } = schema.safeParse(data, { error: words });
  return error === undefined ? ok(file) : refused(error.issues.map(misfitOf));
}

function formatOf(data: unknown): unknown {
  return typeof data === 'object' && data !== null && 'format' in data ? data.format : undefined;
}

function misfitOf({ path, message }: z.core.$ZodIssue): Misfit {
  const link = ADDRESS_PROBLEMS.find((known) => known === message);
  return {
    path: path.map((key) => (typeof key === 'number' ? key : String(key))),
    message,
    ...(link === undefined ? {} : { link }),
  };
}

/** What was said, with where the counts come from, by indicator id. */
export type Given = CountedAnswers & { readonly sources: ReadonlyMap<string, string> };

/** An assessment file against its charter: what scoring and the documents read. */
export type Assessment = {
  /** Of the file, and of the charter that it is for. */
  readonly format: 1 | 2;
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

type FileAnswer = NonNullable<AssessmentFile['answers']>[string];
type FileEvidence = NonNullable<FileAnswer['evidence']>[number];
type FileAction = NonNullable<AssessmentFile['actions']>[number];

/** The assessment in a file that fits its charter. */
export function assessmentOf(file: AssessmentFile): Assessment {
  return {
    format: file.format ?? 1,
    charter: file.charter,
    organisation: file.organisation ?? null,
    department: file.department ?? null,
    targetLevel: file.targetLevel ?? null,
    answerSet: { ...givenOf(file), ...knownOf(file) },
    actions: (file.actions ?? []).map((entry, index) => actionOf(entry, index)),
    leftBehind: givenOf(file.leftBehind ?? {}),
  };
}

/** What a file says of the facts that its charter asks for. */
export function factsOf({ facts = {} }: AssessmentFile): Facts {
  return new Map(Object.entries(facts).map(([id, value]) => [id, String(value)]));
}

/** What is known of the facts, and for how long an award of each level has been held. */
function knownOf(file: AssessmentFile): Pick<Given, 'facts' | 'held'> {
  const { facts, held } = file;
  return {
    ...(facts === undefined ? {} : { facts: factsOf(file) }),
    ...(held === undefined ? {} : { held: new Map(Object.entries(held)) }),
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

function answerOf(entry: FileAnswer): Answer {
  return {
    claimed: entry.rating ?? null,
    ...(entry.statements === undefined ? {} : { statements: entry.statements }),
    notApplicable: entry.notApplicable ?? null,
    narrative: entry.narrative ?? '',
    ...(entry.note === undefined ? {} : { note: entry.note }),
    evidence: (entry.evidence ?? []).map(evidenceOf),
  };
}

function evidenceOf(item: FileEvidence): EvidenceItem {
  return {
    title: item.title,
    description: item.description ?? '',
    file: item.file ?? null,
    ...(item.sha256 === undefined ? {} : { sha256: item.sha256 }),
    link: item.link ?? null,
    dataTable: item.dataTable ?? null,
    ...(item.kind === undefined ? {} : { kind: item.kind }),
  };
}

function actionOf(entry: FileAction, index: number): Action {
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

function actionTextsOf(entry: FileAction) {
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
