// A charter in the words for the facts of an assessment: where a variant's condition is true, its texts.
// Source: scoring.md, What charter format 2 adds, Facts and `appliesWhen`.
import type { Charter, Criterion } from './charter.ts';
import { type Facts, holds } from './facts.ts';
import type { VariantEntry } from './schema-texts.ts';

/** The charter in the words for these facts; what nothing is known of keeps the plain words. */
export function inWordsFor(charter: Charter, facts: Facts): Charter {
  const varies = ({ variants }: Criterion) => variants.some(({ when }) => holds(when, facts));
  if (!charter.sections.some(({ criteria }) => criteria.some(varies))) return charter;
  const sections = charter.sections.map((section) => ({
    ...section,
    criteria: section.criteria.map((criterion) => reworded(criterion, facts)),
  }));
  return { ...charter, sections };
}

/** The criterion in the words of its first variant that holds. */
function reworded(criterion: Criterion, facts: Facts): Criterion {
  const variant = criterion.variants.find(({ when }) => holds(when, facts));
  if (variant === undefined) return criterion;
  const { title, question, guidance, notApplicable, wanted } = variant;
  const statements = criterion.statements.map(
    (plain, rating) => variant.statements?.[rating] ?? plain,
  );
  return {
    ...criterion,
    title: title ?? criterion.title,
    question: question ?? criterion.question,
    guidance: guidance ?? criterion.guidance,
    notApplicable:
      criterion.notApplicable === null ? null : (notApplicable ?? criterion.notApplicable),
    evidenceWanted: wanted ?? criterion.evidenceWanted,
    statements,
    descriptors: criterion.descriptors.map(
      (plain, rating) =>
        variant.descriptors?.[rating] ?? variant.statements?.[rating]?.join(' ') ?? plain,
    ),
    suggestedActions: criterion.suggestedActions.map((action, rating) =>
      action === null ? null : { ...action, ...defined(variant.suggestedActions?.[rating]) },
    ),
  };
}

type ActionTexts = NonNullable<VariantEntry['suggestedActions']>[string];

/** Only what is said otherwise. */
function defined({ objective, steps, owner, measure }: ActionTexts = {}) {
  return {
    ...(objective === undefined ? {} : { objective }),
    ...(steps === undefined ? {} : { steps }),
    ...(owner === undefined ? {} : { owner }),
    ...(measure === undefined ? {} : { measure }),
  };
}
