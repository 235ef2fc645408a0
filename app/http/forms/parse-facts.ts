// The form of the facts of an assessment: a field for each, a date in three.
import { z } from 'zod';
import { factField } from '#app/domain/assessment/decide-facts.ts';
import type { Fact } from '#app/domain/charter/facts.ts';
import { dayFields, dayIn } from './parse-action.ts';
import { type Typed, typedIn } from './parse-form.ts';

const Version = z.coerce.number().int().min(0).catch(0);

/** The facts in the form; what is wrong with them is decided in the domain (decide-facts.ts). */
export function readFactsForm(form: FormData, asked: readonly Fact[]) {
  const typed = typedIn(form);
  const facts = asked.flatMap(({ id, kind }): readonly (readonly [string, string])[] => {
    const field = factField(id);
    if (kind === 'date') {
      return `${field}-year` in typed ? [[id, dayIn(typed, field) ?? '']] : [];
    }
    const value = typed[field];
    return value === undefined ? [] : [[id, value.trim()]];
  });
  return {
    facts: new Map(facts),
    confirmed: typed['confirmed'] === 'yes',
    readVersion: Version.parse(typed['version']),
    typed,
  };
}

/** What is known as the form shows it. */
export function typedFacts(facts: readonly (Fact & { readonly value: string })[]): Typed {
  return Object.assign(
    {},
    ...facts.map(({ id, kind, value }) =>
      kind === 'date' ? dayFields(factField(id), value) : { [factField(id)]: value },
    ),
  );
}
