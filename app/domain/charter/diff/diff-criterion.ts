// What changed in one criterion between two versions, and how much each part weighs.
// Source: scoring.md, Versions: 'changed' = question, a descriptor or anything that scoring reads.
import { indicatorsOf } from '#app/domain/charter/rule-checks.ts';
import type { Charter, Criterion } from '#app/domain/charter/charter.ts';
import type { Indicator } from '#app/domain/charter/schema.ts';
import { sameValue } from '#app/domain/charter/same-value.ts';

/** Parts that make a criterion 'changed': an answer to it needs another look. */
export type ChangedPart =
  | 'question'
  | 'descriptors'
  | 'section'
  | 'weight'
  | 'effort'
  | 'evidence-rules'
  | 'indicator-rules'
  /** A definition behind one of its indicator rules. */
  | 'indicator-definition'
  | 'not-applicable'
  | 'applies-when'
  /** Whether the organisation or the department answers it. */
  | 'scope';

/** Numbers that scoring does not read: more than wording, yet no answer needs another look. */
export type NumberPart = 'word-limit' | 'minutes' | 'suggested-months' | 'narrative';

/** Texts that explain. */
export type WordingPart =
  | 'title'
  | 'guidance'
  | 'rationale'
  | 'evidence-wanted'
  | 'suggested-actions'
  | 'replaces'
  | 'variants'
  | 'examples'
  | 'crosswalk';

export type PartsChanged = {
  readonly changed: readonly ChangedPart[];
  readonly numbers: readonly NumberPart[];
  readonly wording: readonly WordingPart[];
};

type Parts<Part extends string> = readonly (readonly [Part, (from: Criterion) => unknown])[];

const scoringParts: Parts<ChangedPart> = [
  ['question', ({ question }) => question],
  ['descriptors', ({ descriptors, statements }) => [descriptors, statements.filter(isSaid)]],
  ['section', ({ section }) => section],
  ['weight', ({ weight }) => weight],
  ['effort', ({ effort }) => effort],
  ['evidence-rules', ({ evidenceRules }) => evidenceRules],
  ['indicator-rules', ({ indicatorRules }) => indicatorRules],
  [
    'not-applicable',
    ({ notApplicable, notApplicableReason }) => [notApplicable, notApplicableReason],
  ],
  ['applies-when', ({ appliesWhen }) => appliesWhen],
  ['scope', ({ scope }) => scope],
];

const numberParts: Parts<NumberPart> = [
  ['word-limit', ({ wordLimit }) => wordLimit],
  ['minutes', ({ minutes }) => minutes],
  ['narrative', ({ narrative }) => narrative],
  ['suggested-months', ({ suggestedActions }) => suggestedActions.map((each) => each?.months)],
];

const wordingParts: Parts<WordingPart> = [
  ['title', ({ title }) => title],
  ['guidance', ({ guidance }) => guidance],
  ['rationale', ({ rationale }) => rationale],
  ['evidence-wanted', ({ evidenceWanted }) => evidenceWanted],
  [
    'suggested-actions',
    ({ suggestedActions }) =>
      suggestedActions.map((each) => (each === null ? null : { ...each, months: null })),
  ],
  ['replaces', ({ replaces }) => replaces],
  ['variants', ({ variants }) => variants],
  ['examples', ({ examples }) => examples],
  ['crosswalk', ({ crosswalk }) => crosswalk],
];

function isSaid(statements: readonly string[]): boolean {
  return statements.length > 0;
}

/** A criterion as it stands in its version. */
export type InCharter = { readonly charter: Charter; readonly criterion: Criterion };

/** The parts of a criterion that differ; ids are not compared. */
export function partsChanged(before: InCharter, after: InCharter): PartsChanged {
  const differing = <Part extends string>(parts: Parts<Part>): readonly Part[] =>
    parts
      .filter(([, read]) => !sameValue(read(before.criterion), read(after.criterion)))
      .map(([part]) => part);
  return {
    changed: [
      ...differing(scoringParts),
      ...(redefined(before, after) ? (['indicator-definition'] as const) : []),
    ],
    numbers: differing(numberParts),
    wording: differing(wordingParts),
  };
}

/** What decides the value of an indicator: everything but its title and guidance. */
export function definitionOf(indicator: Indicator): unknown {
  return { ...indicator, title: null, guidance: null };
}

/** True where an indicator that the criterion has a rule on, before and after, is defined anew. */
function redefined(before: InCharter, after: InCharter): boolean {
  const older = definitionsBehind(before);
  return [...definitionsBehind(after)].some(
    ([id, definition]) => older.has(id) && !sameValue(older.get(id), definition),
  );
}

function definitionsBehind({ charter, criterion }: InCharter): ReadonlyMap<string, unknown> {
  const used = new Set(criterion.indicatorRules.flatMap(indicatorsOf));
  const found = charter.indicators.filter(({ id }) => used.has(id));
  return new Map(found.map((indicator) => [indicator.id, definitionOf(indicator)]));
}
