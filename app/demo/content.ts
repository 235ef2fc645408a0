// The demo's content: trusts, people, assessments, the evidence that they name and their reviews, from YAML.
// A mistake throws with the file and the place, because the demo must not start with half of it.
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { parse } from 'yaml';
import { z } from 'zod';
import { type AssessmentFile, assessmentFile } from '#app/domain/formats/assessment-file.ts';
import { BODY_ROLES, ORGANISATION_ROLES } from '#app/domain/policy/actor.ts';
import { type DemoReviews, peopleIn, reviewsFile } from './review-content.ts';

const id = z.string().regex(/^[a-z][a-z0-9-]*$/);
const name = z.string().trim().min(1).max(300);
const email = z.email().toLowerCase();
const fileName = z.string().regex(/^[a-z0-9][a-z0-9-]*\.(pdf|csv|txt)$/, {
  error: 'expected a lower-case file name such as board-minute.pdf',
});

const membership = z.union([
  z.strictObject({
    role: z.enum(ORGANISATION_ROLES),
    organisation: id,
    department: id.optional(),
  }),
  z.strictObject({ role: z.enum(BODY_ROLES) }),
]);

const person = z.strictObject({
  name,
  email,
  /** What this person comes to do, in one or two sentences. */
  about: name,
  roles: z.array(membership).min(1),
  /** Whether an authenticator app is set up, whose codes the first page shows. */
  secondFactor: z.boolean().default(false),
});

const shares = z.strictObject({ person: email, criteria: z.array(name).min(1) });

const assessmentEntry = z.strictObject({
  file: z.string().regex(/^[a-z0-9-]+\.yaml$/),
  organisation: id,
  department: id,
  stage: name,
  /** Id of the level that scoring finds, null for none. */
  reaches: id.nullable(),
  lead: email,
  /** The version of the charter that it is moved to once it is written; left out = it stays. */
  movesTo: name.optional(),
  writes: z.array(shares),
  /** Who has been asked to write what. */
  assigned: z.array(shares).default([]),
  comments: z
    .array(z.strictObject({ person: email, criterion: name, text: z.string().trim().min(1) }))
    .default([]),
  invitations: z.array(z.strictObject({ email, role: z.enum(ORGANISATION_ROLES) })).default([]),
});

const placesFile = z.strictObject({
  awardingBody: z.strictObject({ name }),
  organisations: z.array(
    z.strictObject({
      id,
      name,
      departments: z.array(z.strictObject({ id, name })).min(1),
    }),
  ),
  people: z.array(person),
  assessments: z.array(assessmentEntry),
  organisationAnswers: z.array(
    z.strictObject({ file: assessmentEntry.shape.file, organisation: id, lead: email }),
  ),
});

const paragraphs = z.array(z.string().trim().min(1)).min(1);
const cell = z.union([z.string(), z.number()]);

const evidenceContent = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('pdf'), title: name, paragraphs }),
  z.strictObject({ kind: z.literal('txt'), title: name, paragraphs }),
  z.strictObject({
    kind: z.literal('csv'),
    title: name,
    /** The first row holds the headings. */
    rows: z.array(z.array(cell).min(1)).min(2),
  }),
]);
const evidenceFile = z.record(fileName, evidenceContent);

export type DemoOrganisation = z.output<typeof placesFile>['organisations'][number];
export type DemoPerson = z.output<typeof person>;
/** What a file attached as evidence says: paragraphs, or the rows of a table. */
export type DemoEvidence = z.output<typeof evidenceContent>;

export type DemoAssessment = {
  readonly file: string;
  readonly organisation: string;
  readonly department: string;
  readonly stage: string;
  readonly reaches: string | null;
  /** Email of the assessment lead. */
  readonly lead: string;
  readonly movesTo?: string | undefined;
  /** For each answered criterion, the email of the person who writes it. */
  readonly writers: ReadonlyMap<string, string>;
  readonly content: AssessmentFile;
} & Together;

/** What the people of an assessment arrange and say beside the answers. */
type Together = Pick<z.output<typeof assessmentEntry>, 'assigned' | 'comments' | 'invitations'>;

export type DemoOrganisationAnswers = {
  readonly organisation: string;
  /** Email of the lead of the whole organisation. */
  readonly lead: string;
  readonly content: AssessmentFile;
};

export type DemoContent = {
  readonly awardingBody: string;
  readonly organisations: readonly DemoOrganisation[];
  readonly people: readonly DemoPerson[];
  readonly assessments: readonly DemoAssessment[];
  /** What whole organisations answer once. */
  readonly organisationAnswers: readonly DemoOrganisationAnswers[];
  /** By file name. */
  readonly evidence: ReadonlyMap<string, DemoEvidence>;
  /** What became of the assessments that were submitted. */
  readonly reviews: DemoReviews;
};

/** Everything in the demo's folder; throws where a file is wrong or names what is not there. */
export async function readDemoContent(folder: string): Promise<DemoContent> {
  const places = await readYamlAs(path.join(folder, 'places.yaml'), placesFile);
  const evidence = await readYamlAs(path.join(folder, 'evidence.yaml'), evidenceFile);
  const assessments: DemoAssessment[] = [];
  for (const entry of places.assessments) {
    const content = await readYamlAs(path.join(folder, 'assessments', entry.file), assessmentFile);
    assessments.push(assessmentFrom(entry, content));
  }
  const organisationAnswers: DemoOrganisationAnswers[] = [];
  for (const { file, ...entry } of places.organisationAnswers) {
    const said = await readYamlAs(path.join(folder, 'assessments', file), assessmentFile);
    organisationAnswers.push({ ...entry, content: said });
  }
  const content: DemoContent = {
    awardingBody: places.awardingBody.name,
    organisations: places.organisations,
    people: places.people,
    assessments,
    organisationAnswers,
    evidence: new Map(Object.entries(evidence)),
    reviews: await readYamlAs(path.join(folder, 'reviews.yaml'), reviewsFile),
  };
  const loose = looseEnds(content);
  if (loose.length > 0) throw new Error(`${folder}: ${loose.join('; ')}`);
  return content;
}

/** Names of the files attached as evidence anywhere in an assessment, each once. */
export function evidenceFilesOf(content: AssessmentFile): readonly string[] {
  const named = Object.values(content.answers ?? {})
    .flatMap(({ evidence }) => evidence ?? [])
    .flatMap(({ file }) => (file === undefined ? [] : [file]));
  return [...new Set(named)];
}

async function readYamlAs<T>(file: string, schema: z.ZodType<T>): Promise<T> {
  const parsed = schema.safeParse(parse(await readFile(file, 'utf8'), { schema: 'core' }));
  if (parsed.success) return parsed.data;
  const [first] = parsed.error.issues;
  throw new Error(`${file}: ${first?.path.join('.') ?? ''}: ${first?.message ?? 'not readable'}`);
}

function assessmentFrom(
  { writes, ...entry }: z.output<typeof assessmentEntry>,
  content: AssessmentFile,
): DemoAssessment {
  const shared = new Map(
    writes.flatMap(({ person: writer, criteria }) => criteria.map((c) => [c, writer] as const)),
  );
  const answered = Object.keys(content.answers ?? {});
  return {
    ...entry,
    content,
    writers: new Map(answered.map((c) => [c, shared.get(c) ?? entry.lead])),
  };
}

// Places, people and files that one file names and no other holds.
function looseEnds(content: DemoContent): string[] {
  const { organisations, people, assessments, evidence, reviews } = content;
  const places = new Map(organisations.map((o) => [o.id, o]));
  const emails = new Set(people.map((one) => one.email));
  const roles = people.flatMap((one) => one.roles.map((role) => ({ who: one.name, ...role })));
  const named = [
    ...roles.flatMap((role) => ('organisation' in role ? [role] : [])),
    ...assessments.map(({ file, organisation, department }) => ({
      who: file,
      organisation,
      department,
    })),
  ];
  return [
    ...named.flatMap(({ who, organisation, department }) => {
      const departments = places.get(organisation)?.departments;
      if (departments === undefined) return [`${who} names no organisation: ${organisation}`];
      return department === undefined || departments.some((d) => d.id === department)
        ? []
        : [`${who} names no department: ${department}`];
    }),
    ...assessments.flatMap(({ file, lead, writers, content: said, assigned, comments }) => [
      ...[lead, ...writers.values(), ...[...assigned, ...comments].map(({ person: who }) => who)]
        .filter((writer) => !emails.has(writer))
        .map((writer) => `${file} names nobody known: ${writer}`),
      ...evidenceFilesOf(said)
        .filter((attached) => !evidence.has(attached))
        .map((attached) => `${file} attaches what evidence.yaml does not hold: ${attached}`),
    ]),
    ...looseAnswers(content),
    ...peopleIn(reviews)
      .filter((one) => !emails.has(one))
      .map((one) => `reviews.yaml names nobody known: ${one}`),
    ...reviews.submissions
      .filter((one) => !assessments.some(({ file }) => file === one.file))
      .map((one) => `reviews.yaml names no assessment: ${one.file}`),
    ...reviews.submissions
      .filter((one) => !reviews.rounds.some(({ name: round }) => round === one.round))
      .map((one) => `reviews.yaml names no round: ${one.round}`),
  ];
}

// The same of what whole organisations answer.
function looseAnswers({
  organisations,
  people,
  organisationAnswers,
  evidence,
}: DemoContent): readonly string[] {
  return organisationAnswers.flatMap(({ organisation, lead, content }) => [
    ...(organisations.some(({ id: known }) => known === organisation)
      ? []
      : [`answers name no organisation: ${organisation}`]),
    ...(people.some((one) => one.email === lead) ? [] : [`answers name nobody known: ${lead}`]),
    ...evidenceFilesOf(content)
      .filter((attached) => !evidence.has(attached))
      .map((attached) => `answers attach what evidence.yaml does not hold: ${attached}`),
  ]);
}
