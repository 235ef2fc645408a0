// Format 2: texts that help a reader and that no score reads. Variants say the same in other words where a fact
// is so; examples, glossary and crosswalk explain; changes say why a version differs from the one before.
import { z } from 'zod';
import { conditionEntry } from './schema-facts.ts';
import { id, text } from './values.ts';

/** A rating as a key. */
export const ratingKey = z
  .string()
  .regex(/^(?:0|[1-9]\d?)$/, { error: 'a key here is a rating: 0, 1, 2, …' });

/** Texts by rating: one each, or a list of statements. */
export const textByRating = z.record(ratingKey, text);
export const statementsByRating = z.record(ratingKey, z.array(text).min(1));

/** Other words for a criterion where a condition is true; never other numbers. */
export const variantEntry = z.strictObject({
  when: conditionEntry,
  title: text.optional(),
  question: text.optional(),
  guidance: text.optional(),
  notApplicable: text.optional(),
  descriptors: textByRating.optional(),
  statements: statementsByRating.optional(),
  wanted: z.array(text).min(1).optional(),
  suggestedActions: z
    .record(
      ratingKey,
      z.strictObject({
        objective: text.optional(),
        steps: z.array(text).min(1).optional(),
        owner: text.optional(),
        measure: text.optional(),
      }),
    )
    .optional(),
});

const example = z.strictObject({ text, why: text });

/** An answer that a panel would be content with, and one that it would not. */
export const examplesEntry = z.strictObject({ good: example, weak: example });

/** A word of the charter in plain words; `also` = its other forms in the texts. */
export const glossaryEntry = z.strictObject({
  term: text,
  means: text,
  also: z.array(text).min(1).optional(),
});

/** Another standard that criteria refer to. */
export const standardEntry = z.strictObject({
  id,
  title: text,
  url: z.url({ protocol: /^https$/, error: 'expected an https address' }).optional(),
});

/** Where another standard asks for the same, in whole or in part, and what is accepted of it here. */
export const crosswalkEntry = z.strictObject({
  standard: id,
  ref: text,
  covers: z.enum(['whole', 'part'], { error: 'expected whole or part' }),
  accepted: text.optional(),
});

/** What this version changed, by the id of a criterion, level, section, indicator, fact or kind, or `charter`. */
export const changeEntry = z.strictObject({ of: id, why: text });

export type VariantEntry = z.output<typeof variantEntry>;
export type Examples = z.output<typeof examplesEntry>;
export type GlossaryTerm = z.output<typeof glossaryEntry>;
export type Standard = z.output<typeof standardEntry>;
export type Crosswalk = z.output<typeof crosswalkEntry>;
export type VersionChange = z.output<typeof changeEntry>;
