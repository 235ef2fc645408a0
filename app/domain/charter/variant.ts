// Other words for a criterion where a fact is so: never other numbers. Source: scoring.md, What charter format 2
// adds, Facts and `appliesWhen`.
import { type Condition, conditionOf } from './facts.ts';
import type { VariantEntry } from './schema-texts.ts';

/** The texts that a variant says otherwise, and when. */
export type Variant = Omit<VariantEntry, 'when'> & { readonly when: Condition };

/** A variant from its entry. */
export function variantOf({ when, ...texts }: VariantEntry): Variant {
  return { ...texts, when: conditionOf(when) };
}
