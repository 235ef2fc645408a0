// The content of an assessment as snapshots and decision records of format 2 hold it. It says which shape
// was written and nothing of limits: what a form or a file may hold changes, what is kept does not.
// Frozen: never changed again (docs/decisions/0028-frozen-formats.md).
import { z } from 'zod';

const count = z.strictObject({ numerator: z.number(), denominator: z.number() });

const answers = z.record(
  z.string(),
  z.strictObject({
    rating: z.number().nullish(),
    statements: z.record(z.string(), z.array(z.number())).optional(),
    notApplicable: z.string().nullish(),
    narrative: z.string().nullish(),
    note: z.string().optional(),
    evidence: z
      .array(
        z.strictObject({
          title: z.string(),
          description: z.string().optional(),
          file: z.string().optional(),
          sha256: z.string().optional(),
          link: z.string().optional(),
          dataTable: z.string().optional(),
          kind: z.string().optional(),
        }),
      )
      .optional(),
  }),
);

const indicators = z.record(
  z.string(),
  z.strictObject({ first: count, second: count, source: z.string().optional() }),
);

const action = z.strictObject({
  criteria: z.array(z.string()).optional(),
  keyPriority: z.string().optional(),
  objective: z.string(),
  reason: z.string().optional(),
  steps: z.array(z.string()).optional(),
  owner: z.string().optional(),
  responsible: z.string().optional(),
  startOn: z.string().optional(),
  dueOn: z.string().optional(),
  milestones: z
    .array(z.strictObject({ on: z.string(), text: z.string(), done: z.boolean().optional() }))
    .optional(),
  resources: z.string().optional(),
  successMeasure: z.string().optional(),
  baseline: z.string().optional(),
  target: z.string().optional(),
  priority: z.enum(['high', 'medium', 'low']).optional(),
  status: z.enum(['not-started', 'on-track', 'at-risk', 'off-track', 'complete']).optional(),
  carries: z.string().optional(),
});

/** The shape of the kept content. */
export const keptContentV2 = z.strictObject({
  format: z.literal(2),
  charter: z.string(),
  organisation: z.string().optional(),
  department: z.string().optional(),
  targetLevel: z.string().optional(),
  facts: z.record(z.string(), z.string()).optional(),
  held: z.record(z.string(), z.number()).optional(),
  answers: answers.optional(),
  indicators: indicators.optional(),
  actions: z.array(action).optional(),
  leftBehind: z
    .strictObject({ answers: answers.optional(), indicators: indicators.optional() })
    .optional(),
});
