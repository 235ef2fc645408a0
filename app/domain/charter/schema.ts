// The shape of a charter's YAML files: charter.yaml, levels.yaml and sections/*.yaml.
// What one key means is explained in charter-criteria/README.md; rules across keys are in check-charter.ts.
import { z } from 'zod';
import { conditionEntry, factEntry, preconditions } from './schema-facts.ts';
import {
  changeEntry,
  crosswalkEntry,
  examplesEntry,
  glossaryEntry,
  ratingKey,
  standardEntry,
  statementsByRating,
  textByRating,
  variantEntry,
} from './schema-texts.ts';
import { id, integer, percentage, ratio, text, version, yamlType, yesOrNo } from './values.ts';

/** The most ratings a scale may have, so that the cheapest way stays exact and quick. */
const MOST_RATINGS = 11;

/** The most conditions of the kind 'so many of these' that one level may have (scoring.md, 6). */
const MOST_ANY_OF = 4;

const rating = integer(0, MOST_RATINGS - 1);
const claimedRating = integer(1, MOST_RATINGS - 1);
const evidenceRule = z.strictObject({
  from: claimedRating,
  minimum: integer(1, 50),
  kind: id.optional(),
});
const efforts = z.array(integer(1, 100)).min(1);
const weight = integer(1, 100);
const wordLimit = integer(50, 5000);

const source = z.strictObject({
  id,
  citation: text,
  url: z.url({ protocol: /^https$/, error: 'expected an https address' }).optional(),
});

const group = z.strictObject({ label: text, numerator: text, denominator: text });
const indicatorBase = {
  id,
  title: text,
  guidance: text,
  period: text,
  minimumDenominator: integer(1, 100_000),
};

const indicator = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('relative-likelihood'),
    ...indicatorBase,
    first: group,
    second: group,
  }),
  z.strictObject({
    kind: z.literal('trend'),
    ...indicatorBase,
    group,
    start: text,
    end: text,
  }),
]);

const format = z.enum(['1', '2'], { error: 'this program reads formats 1 and 2' });
yamlType.add(format, { type: 'integer', enum: [1, 2] });

/** charter.yaml: what the charter is, its scale, the order of its sections, its defaults. */
export const charterFile = z.strictObject({
  format,
  id,
  version,
  title: text,
  summary: text,
  notice: text,
  sources: z.array(source).min(1),
  scale: z
    .array(z.strictObject({ label: text, meaning: text }))
    .min(2, { error: 'a scale has at least two ratings' })
    .max(MOST_RATINGS, { error: `a scale has at most ${MOST_RATINGS} ratings` }),
  sections: z.array(id).min(1),
  defaults: z.strictObject({
    weight: weight.optional(),
    wordLimit,
    minutes: integer(5, 600),
    effort: efforts.optional(),
    evidence: z.array(evidenceRule).optional(),
  }),
  indicators: z.array(indicator).optional(),
  kinds: z
    .array(z.strictObject({ id, label: text, means: text }))
    .min(1)
    .optional(),
  cumulative: yesOrNo.optional(),
  facts: z.array(factEntry).min(1).optional(),
  glossary: z.array(glossaryEntry).min(1).optional(),
  crosswalk: z.array(standardEntry).min(1).optional(),
  changes: z.array(changeEntry).min(1).optional(),
  awarding: z
    .strictObject({ quorum: integer(1, 15).optional(), years: integer(1, 10).optional() })
    .optional(),
  previousPlan: z.strictObject({ criterion: id, done: z.record(ratingKey, percentage) }).optional(),
  actionPlan: z.strictObject({ criteria: z.array(id).min(1) }).optional(),
});

const criteriaNamed = z.array(id).min(1);

// Format 2. So many of the named criteria at a rating or above (scoring.md, What charter format 2 adds, 6).
const anyOf = z.strictObject({
  id,
  rating: claimedRating,
  count: integer(1, 400),
  of: criteriaNamed,
  minimumLeft: integer(1, 400).optional(),
});

/** levels.yaml: the awards, lowest first, with every threshold and required rating. */
export const levelsFile = z.strictObject({
  levels: z
    .array(
      z.strictObject({
        id,
        label: text,
        means: text,
        overall: percentage.optional(),
        section: percentage.optional(),
        sections: z.record(id, percentage).optional(),
        requires: z.record(id, rating).optional(),
        coverage: percentage.optional(),
        floor: claimedRating.optional(),
        floors: z.record(id, claimedRating).optional(),
        anyOf: z
          .array(anyOf)
          .min(1)
          .max(MOST_ANY_OF, { error: `a level has at most ${MOST_ANY_OF} of these` })
          .optional(),
        answered: criteriaNamed.optional(),
        preconditions: preconditions.optional(),
      }),
    )
    .min(1),
});

const suggestedAction = z.strictObject({
  objective: text,
  steps: z.array(text).min(1),
  owner: text,
  measure: text,
  months: integer(1, 60),
});

const rises = z.literal('true', { error: 'write rises: true, or leave it out' });
yamlType.add(rises, { type: 'boolean', const: true });

const numeratorNotLower = z.literal('true', {
  error: 'write numeratorNotLower: true, or leave it out',
});
yamlType.add(numeratorNotLower, { type: 'boolean', const: true });

const bounds = {
  min: ratio.optional(),
  max: ratio.optional(),
  rises: rises.optional(),
  numeratorNotLower: numeratorNotLower.optional(),
  atLeastShareOf: id.optional(),
};

// Format 2. Counts are entered before evidence can stand in for a figure, so 'no-counts' is not among them.
const alternative = z.strictObject({
  when: z
    .array(
      z.enum(['zero-denominator', 'too-few', 'no-outcome'], {
        error: 'expected zero-denominator, too-few or no-outcome',
      }),
    )
    .min(1),
  evidence: z.strictObject({ minimum: integer(1, 50), kind: id }),
});

// `indicator` may be left out beside `or`, which names it in each of its rules: check-indicator-rule.ts.
const indicatorRule = z.strictObject({
  indicator: id.optional(),
  from: claimedRating,
  ...bounds,
  or: z
    .array(z.strictObject({ indicator: id, ...bounds }))
    .min(2)
    .optional(),
  alternative: alternative.optional(),
});

const criterion = z.strictObject({
  id,
  title: text,
  question: text,
  guidance: text,
  rationale: z.strictObject({
    why: text,
    sources: z
      .array(
        z.strictObject({
          source: id,
          theme: text.optional(),
          findings: z.array(integer(1, 999)).optional(),
        }),
      )
      .min(1),
  }),
  descriptors: textByRating,
  evidence: z.strictObject({
    wanted: z.array(text).min(1),
    rules: z.array(evidenceRule).optional(),
  }),
  suggestedActions: z.record(ratingKey, suggestedAction),
  weight: weight.optional(),
  wordLimit: wordLimit.optional(),
  minutes: integer(5, 600).optional(),
  effort: efforts.optional(),
  notApplicable: text.optional(),
  indicators: z.array(indicatorRule).optional(),
  replaces: z.array(id).optional(),
  statements: statementsByRating.optional(),
  appliesWhen: conditionEntry.optional(),
  variants: z.array(variantEntry).min(1).optional(),
  scope: z
    .enum(['organisation', 'department'], { error: 'expected organisation or department' })
    .optional(),
  narrative: z
    .enum(['required', 'optional'], { error: 'expected required or optional' })
    .optional(),
  notApplicableReason: z
    .enum(['required', 'none'], { error: 'expected required or none' })
    .optional(),
  examples: examplesEntry.optional(),
  crosswalk: z.array(crosswalkEntry).min(1).optional(),
});

/** sections/*.yaml: one section and its criteria, in order. */
export const sectionFile = z.strictObject({
  id,
  title: text,
  summary: text,
  criteria: z.array(criterion).min(1),
});

export type CharterFile = z.output<typeof charterFile>;
export type LevelsFile = z.output<typeof levelsFile>;
export type SectionFile = z.output<typeof sectionFile>;
export type CriterionEntry = SectionFile['criteria'][number];
/** A workforce indicator: which counts are asked for, and the groups that they are about. */
export type Indicator = z.output<typeof indicator>;
export type IndicatorRule = z.output<typeof indicatorRule>;
/** What a rule asks of one indicator: the rule itself, or one of those under `or`. */
export type IndicatorCheck = NonNullable<IndicatorRule['or']>[number];
export type Alternative = NonNullable<IndicatorRule['alternative']>;
/** A kind of evidence that the charter's rules know. */
export type EvidenceKind = NonNullable<CharterFile['kinds']>[number];
export type EvidenceRule = z.output<typeof evidenceRule>;
export type SuggestedAction = z.output<typeof suggestedAction>;
export type Source = z.output<typeof source>;
