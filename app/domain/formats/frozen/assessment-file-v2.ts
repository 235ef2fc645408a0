// An assessment as a file, format 2, as people write it: with every limit, because strangers' files come here.
// Frozen: never changed again (docs/decisions/0028-frozen-formats.md). What a link may be is asked of whoever
// reads, as that rule is one of safety and grows stricter.
import { z } from 'zod';

const longText = z.string().max(100_000);
const name = z.string().trim().min(1).max(300);
const day = z.iso.date({ error: 'expected a date such as 2027-03-31' });
const count = z.strictObject({
  numerator: z.int().min(0).max(10_000_000),
  denominator: z.int().min(0).max(10_000_000),
});

/** Places of statements that are true, counted from 1, by their rating. */
const statements = z.record(
  z.string().regex(/^[1-9]\d?$/, { error: 'expected a rating from 1' }),
  z.array(z.int().min(1).max(100)).max(100),
);

/** An option's id, yes or no as true or false, a whole number, a day. */
const factValue = z.union([z.string().trim().min(1).max(300), z.int().min(0), z.boolean()]);

const answerWith = (link: z.ZodType<string, string>) =>
  z.strictObject({
    rating: z.int().min(0).max(99).nullish(),
    statements: statements.optional(),
    notApplicable: longText.nullish(),
    narrative: longText.nullish(),
    /** What a department adds where its organisation answers. */
    note: longText.optional(),
    evidence: z
      .array(
        z.strictObject({
          title: z.string().max(300),
          description: longText.optional(),
          file: name.optional(),
          sha256: z
            .string()
            .regex(/^[0-9a-f]{64}$/, { error: 'expected a SHA-256 as 64 hexadecimal digits' })
            .optional(),
          link: link.optional(),
          dataTable: name.optional(),
          kind: name.optional(),
        }),
      )
      .max(200)
      .optional(),
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
  priority: z.enum(['high', 'medium', 'low']).optional(),
  status: z.enum(['not-started', 'on-track', 'at-risk', 'off-track', 'complete']).optional(),
  carries: z
    .string()
    .regex(/^[1-9]\d{0,3}$/, { error: 'expected a number such as "3"' })
    .optional(),
});

const indicators = z.record(
  z.string(),
  z.strictObject({ first: count, second: count, source: longText.optional() }),
);

/** The shape of an assessment file; `problemOf` says in words why a link is refused, null = it is not. */
export function assessmentFileV2(problemOf: (link: string) => string | null) {
  const link = z
    .url({ protocol: /^https?$/, error: 'expected an http or https address', abort: true })
    .superRefine((text, context) => {
      const message = problemOf(text);
      if (message !== null) context.addIssue({ code: 'custom', message });
    });
  const answers = z.record(z.string(), answerWith(link));
  return z.strictObject({
    format: z.literal(2),
    charter: z.string().regex(/^[A-Za-z][A-Za-z0-9-]*@\d+\.\d+\.\d+$/, {
      error: 'expected a charter and its version, such as name@1.0.0',
    }),
    organisation: name.optional(),
    department: name.optional(),
    targetLevel: name.optional(),
    facts: z.record(z.string(), factValue).optional(),
    held: z.record(z.string(), z.int().min(0).max(200)).optional(),
    answers: answers.optional(),
    indicators: indicators.optional(),
    actions: z.array(action).max(1000).optional(),
    leftBehind: z
      .strictObject({ answers: answers.optional(), indicators: indicators.optional() })
      .optional(),
  });
}
