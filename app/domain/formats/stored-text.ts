// What stands as JSON in a column, read with its schema: a text that somebody broke in the database is told by
// its column and row, and is not taken for what it is not.
import { z } from 'zod';
import type { Milestone } from '#app/domain/plan/action.ts';
import type { ReportedAction } from '#app/domain/award/plan-report.ts';
import type { PublicJwk } from './credential-claims.ts';
import { fitted, jsonIn } from './kept-format.ts';

/** `milestones` of an action. */
export const MILESTONES: z.ZodType<readonly Milestone[]> = z.array(
  z.object({ on: z.string(), text: z.string(), done: z.boolean() }),
);

/** `actions` of a report on a plan. */
export const REPORTED_ACTIONS: z.ZodType<readonly ReportedAction[]> = z.array(
  z.object({
    action: z.string(),
    objective: z.string(),
    status: z.enum(['not-started', 'on-track', 'at-risk', 'off-track', 'complete']).nullable(),
    note: z.string(),
  }),
);

const saved = {
  id: z.string(),
  assessmentId: z.string(),
  criterion: z.string(),
  version: z.number(),
  updatedAt: z.string(),
  updatedBy: z.string(),
};

/** `content` of what a signed assessment took over from its organisation: rows as they were. */
export const SHARED_COPY = z.object({
  answers: z.array(
    z.object({
      ...saved,
      claimed: z.number().nullable(),
      statements: z.record(z.string(), z.array(z.number())).nullable(),
      notApplicable: z.string().nullable(),
      narrative: z.string(),
      words: z.number().nullable(),
      origin: z.string().nullable(),
      review: z.string().nullable(),
    }),
  ),
  evidence: z.array(
    z.object({
      ...saved,
      title: z.string(),
      description: z.string(),
      link: z.string().nullable(),
      fileId: z.string().nullable(),
      kind: z.string().nullable(),
      createdAt: z.string(),
      createdBy: z.string(),
    }),
  ),
  facts: z.array(z.object({ fact: z.string(), value: z.string() })),
});
export type SharedCopy = z.output<typeof SHARED_COPY>;

const publicParts = { kty: z.string(), crv: z.string(), x: z.string() };

/** `public_jwk` of a key that signs credentials. */
export const PUBLIC_JWK: z.ZodType<PublicJwk> = z.object(publicParts);

/** Its private half, once it is unsealed. */
export const PRIVATE_JWK: z.ZodType<PublicJwk & { readonly d: string }> = z.object({
  ...publicParts,
  d: z.string(),
});

/** Its value; an Error that names column and row where the text is not what was written there. */
export function storedValue<T>(
  schema: z.ZodType<T>,
  text: string,
  { column, id }: { readonly column: string; readonly id: string },
): T {
  const read = fitted(schema, jsonIn(text));
  if (read.ok) return read.value;
  const at = 'at' in read.problem ? read.problem.at : '';
  throw new Error(
    `The database was changed: ${column} of ${id} is not what was written there${at === '' ? '' : ` at ${at}`}. A backup from before has it.`,
  );
}
