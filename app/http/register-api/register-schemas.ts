// What the interface for programs answers, as shapes: the published OpenAPI document is made of them, so
// it cannot say anything else than what is sent (catalogue 3.6).
import { z } from 'zod';
import { PUBLIC_FIELDS, type PublicField } from '#app/domain/award/public-fields.ts';
import { perField } from '#app/domain/plan/per-field.ts';

/** Every shape by the name that the document gives it. */
export const API_SCHEMAS = z.registry<{ readonly id: string }>();

function named<Schema extends z.ZodType>(id: string, schema: Schema): Schema {
  API_SCHEMAS.add(schema, { id });
  return schema;
}

const count = z.int().min(0).max(1_000_000_000);
const link = z.url();

const licence = link
  .nullable()
  .describe('The licence under which anyone may use the answer; null = none is stated');

const organisation = named(
  'Organisation',
  z.strictObject({
    id: z.string(),
    odsCode: z.string().nullable().describe('Code of the Organisation Data Service'),
    name: z.string().describe('The name on the award'),
    nowCalled: z.string().nullable().describe('The present name, where it is another'),
    formerly: z.array(z.string()),
    nowPartOf: z.strictObject({ id: z.string(), name: z.string() }).nullable(),
  }),
);

const summaryShape = {
  number: z.string().describe('As on the certificate'),
  page: link.describe('The page of the award for people'),
  organisation,
  department: z.string(),
  charter: z.strictObject({ id: z.string(), version: z.string(), title: z.string() }),
  level: z.strictObject({ id: z.string(), label: z.string() }),
  awardedOn: z.iso.date(),
  validUntil: z.iso.date(),
  graceUntil: z.iso.date().nullable().describe('The end of a grace period'),
  state: z.enum(['valid', 'grace', 'expired', 'withdrawn']).describe('Today, in London'),
  publishedAt: z.iso.datetime(),
  withdrawnAt: z.iso.datetime().nullable(),
};

export const awardSummary = named('AwardSummary', z.strictObject(summaryShape));

const criterion = z.strictObject({
  id: z.string(),
  title: z.string(),
  notApplicable: z.boolean(),
  rating: count.nullable().describe('What the panel agreed'),
  counted: count.describe('What of it counts under the rules of evidence and indicators'),
  narrative: z.string(),
  commendation: z.string(),
});

const SHAPES = {
  group: z.string(),
  line: z.string(),
  text: z.string(),
  lines: z.array(z.string()),
  choice: z.string(),
  day: z.iso.date().nullable(),
  criteria: z.array(z.string()),
  milestones: z.array(z.strictObject({ on: z.iso.date(), text: z.string() })),
} as const;

type ActionShape = { readonly [F in PublicField as F['name']]: (typeof SHAPES)[F['kind']] };

const action = named(
  'Action',
  z.strictObject(perField<ActionShape>(PUBLIC_FIELDS, ({ kind }) => SHAPES[kind])),
);

export const award = named(
  'Award',
  z.strictObject({
    ...summaryShape,
    withdrawnReason: z.string().nullable(),
    summary: z.string().describe('What the panel says of the whole'),
    overall: z.string().nullable().describe('Percentage, rounded down; null = nothing applies'),
    sections: z.array(
      z.strictObject({
        id: z.string(),
        title: z.string(),
        percent: z.string().nullable(),
        criteria: z.array(criterion),
      }),
    ),
    plan: z.array(action).describe('As submitted, without names of people'),
    documents: z.array(z.strictObject({ kind: z.string(), size: count, url: link })),
    credential: link.nullable().describe('The signed credential; null for a withdrawn award'),
    others: z
      .array(z.strictObject({ number: z.string(), awardedOn: z.iso.date() }))
      .describe('Earlier and later awards of the same department'),
    licence,
  }),
);

named(
  'AwardPage',
  z.strictObject({
    awards: z.array(awardSummary),
    next: link
      .nullable()
      .describe('The next page; null on the last. A page may hold fewer awards.'),
    licence,
  }),
);

named(
  'OrganisationPage',
  z.strictObject({
    organisation,
    predecessors: z
      .array(z.strictObject({ id: z.string(), name: z.string() }))
      .describe('What became part of it; their awards are listed, too'),
    awards: z.array(awardSummary),
    next: link.nullable(),
    licence,
  }),
);

// A refusal (RFC 9457).
named(
  'Problem',
  z.strictObject({
    type: z.string(),
    title: z.string(),
    status: z.int().min(400).max(599),
    detail: z.string(),
  }),
);

const text = z.string().min(1).max(200);

/** How a page is asked for; more than this is not known, and refused. */
export const pageQuery = z.strictObject({
  after: z.string().max(200).optional().describe('As in `next`; nobody else makes one up'),
  limit: z.coerce.number().int().min(1).max(100).default(20).describe('Awards on a page'),
});

export const awardsQuery = z.strictObject({
  words: text.optional().describe('Words of names and levels, or a number, or parts of them'),
  organisation: text.optional().describe('Words of its name, its ODS code or its id'),
  charter: text.optional().describe('Id without version'),
  level: text.optional().describe('Id of the level'),
  year: z
    .string()
    .regex(/^\d{4}$/)
    .optional()
    .describe('Of the award'),
  ...pageQuery.shape,
});

export const noQuery = z.strictObject({});
