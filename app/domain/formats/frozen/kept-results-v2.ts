// The score as snapshots and decision records of format 2 hold it.
// Frozen: never changed again (docs/decisions/0028-frozen-formats.md).
import { z } from 'zod';

const percent = z.string().nullable();
const score = z.strictObject({ points: z.number(), available: z.number() });
const threshold = z.strictObject({ hundredths: z.number(), decimals: z.number() });
const ratio = z.strictObject({ numerator: z.number(), denominator: z.number() });

const missing = z.enum(['no-counts', 'zero-denominator', 'too-few', 'no-outcome']);

const check = {
  indicator: z.string(),
  min: ratio.nullable(),
  max: ratio.nullable(),
  rises: z.boolean(),
  numeratorNotLower: z.literal(true).exactOptional(),
  atLeastShareOf: z.string().exactOptional(),
};

const reason = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('evidence'),
    from: z.number(),
    minimum: z.number(),
    has: z.number(),
    evidenceKind: z.string().exactOptional(),
    insteadOf: z.strictObject({ indicator: z.string(), why: missing }).exactOptional(),
  }),
  z.strictObject({
    kind: z.literal('indicator'),
    ...check,
    from: z.number(),
    state: z.enum(['missing', 'outside']),
    why: z
      .enum(['no-counts', 'zero-denominator', 'too-few', 'no-outcome', 'first-only'])
      .exactOptional(),
    enter: z.string().exactOptional(),
    or: z.array(z.strictObject(check)).exactOptional(),
  }),
]);

const precondition = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('held'), level: z.string(), years: z.number() }),
  z.strictObject({ kind: z.literal('fact'), fact: z.string(), is: z.boolean() }),
]);

const condition = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('overall'),
    met: z.boolean(),
    needs: threshold,
    has: score.nullable(),
    short: z.number(),
  }),
  z.strictObject({
    kind: z.literal('section'),
    met: z.boolean(),
    section: z.string(),
    needs: threshold,
    has: score,
    short: z.number(),
  }),
  z.strictObject({
    kind: z.literal('required'),
    met: z.boolean(),
    criterion: z.string(),
    needs: z.number(),
    has: z.number().nullable(),
    short: z.number(),
  }),
  z.strictObject({
    kind: z.literal('coverage'),
    met: z.boolean(),
    needs: threshold,
    has: score,
    short: z.number(),
  }),
  z.strictObject({
    kind: z.literal('floor'),
    met: z.boolean(),
    section: z.string().nullable(),
    needs: z.number(),
    below: z.array(z.string()),
    short: z.number(),
  }),
  z.strictObject({
    kind: z.literal('any-of'),
    met: z.boolean(),
    id: z.string(),
    rating: z.number(),
    of: z.array(z.string()),
    needs: z.number(),
    has: z.number(),
    left: z.number(),
    minimumLeft: z.number(),
    short: z.number(),
  }),
  z.strictObject({
    kind: z.literal('answered'),
    met: z.boolean(),
    criteria: z.array(z.string()),
    unanswered: z.array(z.string()),
    short: z.number(),
  }),
  z.strictObject({
    kind: z.literal('precondition'),
    met: z.boolean(),
    precondition,
    state: z.enum(['yes', 'no', 'unknown']),
    years: z.number().nullable(),
    short: z.number(),
  }),
]);

const summed = { points: z.number(), available: z.number(), percent };

/** The shape of the kept score. */
export const keptResultsV2 = z.strictObject({
  charter: z.string(),
  coverage: z.strictObject({ answered: z.number(), applicable: z.number(), percent }),
  overall: z.strictObject(summed),
  sections: z.array(z.strictObject({ id: z.string(), ...summed })),
  criteria: z.array(
    z.strictObject({
      id: z.string(),
      claimed: z.number().nullable(),
      ruledOutBy: z.array(z.string()).exactOptional(),
      supported: z.number(),
      reasons: z.array(reason),
    }),
  ),
  levels: z.array(
    z.strictObject({ id: z.string(), met: z.boolean(), conditions: z.array(condition) }),
  ),
  level: z.string().nullable(),
});
