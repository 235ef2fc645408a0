// The record of a decision, format 2.
// Frozen: never changed again (docs/decisions/0028-frozen-formats.md).
import { z } from 'zod';
import { keptContentV2 } from './kept-content-v2.ts';
import { keptResultsV2 } from './kept-results-v2.ts';

const agreement = z.strictObject({
  value: z.number(),
  standardError: z.number().nullable(),
  interval: z.strictObject({ low: z.number(), high: z.number() }).nullable(),
  units: z.number(),
});

/** The shape of the record. */
export const decisionRecordV2 = z.strictObject({
  format: z.literal(2),
  submission: z.strictObject({ number: z.number(), sha256: z.string() }),
  charter: z.string(),
  organisation: z.string(),
  department: z.string(),
  targetLevel: z.string(),
  purpose: z.enum(['submission', 'resubmission', 'appeal']),
  panel: z.strictObject({
    name: z.string(),
    members: z.array(
      z.strictObject({
        name: z.string(),
        seat: z.enum(['chair', 'reviewer', 'observer']),
        statistics: z.boolean(),
        present: z.boolean(),
      }),
    ),
    quorum: z.number(),
  }),
  criteria: z.array(
    z.strictObject({
      criterion: z.string(),
      claimed: z.number().nullable(),
      notApplicable: z.string().nullable(),
      independent: z.array(z.number()),
      consensus: z.number().nullable(),
      statements: z.record(z.string(), z.array(z.number())).exactOptional(),
      supported: z.number(),
      reason: z.string(),
      commendation: z.string(),
      recommendation: z.string(),
      requirement: z.string(),
    }),
  ),
  agreement: z.strictObject({ alpha: agreement.nullable(), ac2: agreement.nullable() }),
  results: keptResultsV2,
  outcome: z.enum(['award', 'lower-award', 'minor-revisions', 'major-revisions', 'not-awarded']),
  level: z.string().nullable(),
  revisionsDueOn: z.string().nullable(),
  summary: z.string(),
  correction: z.string().nullable(),
  agreedFacts: z
    .array(
      z.strictObject({
        fact: z.string(),
        submitted: z.string(),
        value: z.string(),
        reason: z.string(),
      }),
    )
    .exactOptional(),
  content: keptContentV2,
});

export type DecisionRecordV2 = z.output<typeof decisionRecordV2>;
