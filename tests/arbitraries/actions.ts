// Random actions as the plan keeps them: whatever a form can send, after it was checked.
import fc from 'fast-check';
import type { ActionFields, Milestone } from '#app/domain/plan/action.ts';
import { ACTION_FIELDS } from '#app/domain/plan/action-fields.ts';
import { checkAction } from '#app/domain/plan/check-action.ts';
import { perField } from '#app/domain/plan/per-field.ts';
import type { Charter } from '#app/domain/charter/charter.ts';

/** Texts that spreadsheets take for something else, and every script. */
const text = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 40 }),
  fc.string({ unit: 'binary', maxLength: 20 }),
  fc.constantFrom(
    '',
    '=1+1',
    '+44 20',
    '-',
    '@x',
    '＝1',
    '2027-03-31',
    '1,000',
    '[x] a',
    '\ta\r\nb',
  ),
);
const day = fc
  .date({ min: new Date('1900-01-01'), max: new Date('2999-12-31'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));

type Parts = {
  readonly text: fc.Arbitrary<string>;
  readonly day: fc.Arbitrary<string>;
  readonly criteria: readonly string[];
  readonly milestone: fc.Arbitrary<Milestone>;
};

type FieldArbitraries = { readonly [Name in keyof ActionFields]: fc.Arbitrary<ActionFields[Name]> };

/** A value for every field of the catalogue, made of the parts. */
export function anyFields(parts: Parts): fc.Arbitrary<ActionFields> {
  const values = {
    group: parts.text,
    line: parts.text,
    text: parts.text,
    lines: fc.array(parts.text, { maxLength: 3 }),
    day: fc.option(parts.day),
    criteria: fc.uniqueArray(fc.constantFrom(...parts.criteria)),
    milestones: fc.array(parts.milestone, { maxLength: 3 }),
  };
  return fc.record(
    perField<FieldArbitraries>(ACTION_FIELDS, (field) =>
      field.kind === 'choice' ? fc.constantFrom(...field.choices) : values[field.kind],
    ),
  );
}

/** Any action of a charter with these criteria that checkAction keeps. */
export function anyAction(
  charter: Charter,
  criteria: readonly string[],
): fc.Arbitrary<ActionFields> {
  const milestone = fc.record({ on: day, text, done: fc.boolean() });
  return anyFields({ text, day, criteria, milestone })
    .map((draft) => checkAction(draft, charter))
    .filter((checked) => checked.ok)
    .map((checked) => {
      if (!checked.ok) throw new Error('filtered');
      return checked.value;
    });
}
