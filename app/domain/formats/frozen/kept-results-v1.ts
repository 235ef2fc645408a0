// The score as snapshots and decision records of format 1 hold it.
// Frozen: never changed again (docs/decisions/0028-frozen-formats.md).
import { z } from 'zod';

const percent = z.string().nullable();
const score = z.strictObject({ points: z.number(), available: z.number() });
const threshold = z.strictObject({ hundredths: z.number(), decimals: z.number() });
const ratio = z.strictObject({ numerator: z.number(), denominator: z.number() });

const reason = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('evidence'),
    from: z.number(),
    minimum: z.number(),
    has: z.number(),
  }),
  z.strictObject({
    kind: z.literal('indicator'),
    indicator: z.string(),
    from: z.number(),
    state: z.enum(['missing', 'outside']),
    // Not in what was written before the first release.
    why: z
      .enum(['no-counts', 'zero-denominator', 'too-few', 'no-outcome', 'first-only'])
      .exactOptional(),
    min: ratio.nullable(),
    max: ratio.nullable(),
    rises: z.boolean(),
  }),
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
]);

const summed = { points: z.number(), available: z.number(), percent };

/** The shape of the kept score. */
export const keptResultsV1 = z.strictObject({
  charter: z.string(),
  coverage: z.strictObject({ answered: z.number(), applicable: z.number(), percent }),
  overall: z.strictObject(summed),
  sections: z.array(z.strictObject({ id: z.string(), ...summed })),
  criteria: z.array(
    z.strictObject({
      id: z.string(),
      claimed: z.number().nullable(),
      supported: z.number(),
      reasons: z.array(reason),
    }),
  ),
  levels: z.array(
    z.strictObject({ id: z.string(), met: z.boolean(), conditions: z.array(condition) }),
  ),
  level: z.string().nullable(),
});
