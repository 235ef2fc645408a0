// Format 2: facts that are asked once for an assessment, and conditions on them. The shape of their YAML; what
// a condition may say of a fact is in checks/check-facts.ts.
import { z } from 'zod';
import { id, integer, text, yesOrNo } from './values.ts';

/** A fact that the charter asks for. */
export const factEntry = z.strictObject({
  id,
  kind: z.enum(['choice', 'yes-no', 'number', 'date'], {
    error: 'expected choice, yes-no, number or date',
  }),
  question: text,
  guidance: text.optional(),
  options: z
    .array(z.strictObject({ id, label: text }))
    .min(2, { error: 'a choice has at least two options' })
    .optional(),
});

/** A condition as it is written: one of `is`, `in`, `atLeast` with a fact, or `all`, `any`, `not`. */
export type ConditionEntry = {
  readonly fact?: string | undefined;
  readonly is?: string | undefined;
  readonly in?: readonly string[] | undefined;
  readonly atLeast?: number | undefined;
  readonly all?: readonly ConditionEntry[] | undefined;
  readonly any?: readonly ConditionEntry[] | undefined;
  readonly not?: ConditionEntry | undefined;
};

/** A condition on facts, as deep as it is written. */
export const conditionEntry = z.strictObject({
  fact: id.optional(),
  is: text.optional(),
  in: z.array(text).min(1).optional(),
  atLeast: integer(0, 9_999_999).optional(),
  get all(): z.ZodOptional<z.ZodArray<z.ZodType<ConditionEntry>>> {
    return z.array(conditionEntry).min(1).optional();
  },
  get any(): z.ZodOptional<z.ZodArray<z.ZodType<ConditionEntry>>> {
    return z.array(conditionEntry).min(1).optional();
  },
  get not(): z.ZodOptional<z.ZodType<ConditionEntry>> {
    return conditionEntry.optional();
  },
});

/** What an assessment has to bring before a level counts. */
export const preconditions = z.strictObject({
  held: z.strictObject({ level: id, years: integer(1, 20) }).optional(),
  firstApplication: yesOrNo.optional(),
  completedCycle: yesOrNo.optional(),
});

export type FactEntry = z.output<typeof factEntry>;
export type PreconditionsEntry = z.output<typeof preconditions>;
