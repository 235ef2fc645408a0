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
