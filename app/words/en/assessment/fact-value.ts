// What is known of a fact, in words.
import type { Charter } from '#app/domain/charter/charter.ts';
import type { Fact, Facts } from '#app/domain/charter/facts.ts';
import { SMALLEST_TOLD } from '#app/domain/review/disclosure.ts';
import { LABEL } from '#words/kit/labels.ts';
import { dayText } from '#words/kit/time.ts';
import { FACTS } from './assessment-pages.ts';

type Answerable = Pick<Fact, 'kind' | 'options'>;

/** What a fact can be, of those that are chosen from. */
export function factChoices({ kind, options }: Answerable) {
  return kind === 'yes-no'
    ? [
        { value: 'true', label: LABEL.yes },
        { value: 'false', label: LABEL.no },
      ]
    : options.map(({ id, label }) => ({ value: id, label }));
}

/** The value in words; '' = not known. */
export function factValueText(fact: Answerable, value: string): string {
  if (value === '') return FACTS.notKnownYet;
  if (fact.kind === 'date') return dayText(value);
  return factChoices(fact).find((one) => one.value === value)?.label ?? value;
}

/** The value as a document has it: no small number, which may be of people (domain.md, Disclosure control). */
export function factInDocument(fact: Answerable, value: string): string {
  const number = fact.kind === 'number' ? Number(value) : 0;
  return number > 0 && number < SMALLEST_TOLD
    ? FACTS.fewerThan(SMALLEST_TOLD)
    : factValueText(fact, value);
}

/** Every fact that a charter asks for, its question with what is known of it. */
export function factsTold(
  { facts: asked }: Pick<Charter, 'facts'>,
  facts: Facts = new Map(),
  valueText: typeof factValueText = factValueText,
) {
  return asked.map((fact) => ({
    label: fact.question,
    value: valueText(fact, facts.get(fact.id) ?? ''),
  }));
}
