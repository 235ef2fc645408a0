// The scalar values of a charter's YAML. Every scalar is read as the text that stands in the file
// (YAML's failsafe schema), so a threshold never passes through a float (scoring.md, Points).
import { z } from 'zod';

/** A share of the points written in the YAML, kept exactly: 59.5 is 5950 hundredths of a per cent. */
export type Threshold = {
  /** 0 to 10000. */
  readonly hundredths: number;
  /** Decimals written in the file, 0 to 2: results beside it are shown with as many. */
  readonly decimals: number;
};

/** A ratio written in the YAML as a decimal, kept exactly: 0.80 is 80 over 100. */
export type Ratio = { readonly numerator: number; readonly denominator: number };

const wholeNumber = /^(?:0|[1-9]\d{0,6})$/;
const percentageText = /^(?:100(?:\.0{1,2})?|\d{1,2}(?:\.\d{1,2})?)$/;
const ratioText = /^\d{1,3}(?:\.\d{1,4})?$/;

/** What an editor should offer for a value that this file reads as text; used for the JSON Schema. */
export const yamlType = z.registry<Record<string, unknown>>();

/** Plain text, trimmed, never empty. */
export const text = z
  .string({ error: 'expected text' })
  .trim()
  .min(1, { error: 'this text is empty' })
  .max(10_000, { error: 'this text is longer than 10,000 characters' });
// An editor takes a text such as 2027 for a number.
yamlType.add(text, { type: ['string', 'number', 'boolean'], minLength: 1, maxLength: 10_000 });

/** An id: letters, digits, hyphens and single dots between them, starting with a letter, at most 40 characters. */
export const id = z
  .string({ error: 'expected an id' })
  .regex(/^(?=.{1,40}$)[A-Za-z][A-Za-z0-9-]*(?:\.[A-Za-z0-9-]+)*$/, {
    error:
      'an id starts with a letter and has only letters, digits, hyphens and dots between them, at most 40',
  });

/** A whole number from `min` to `max`. */
export function integer(min: number, max: number) {
  const error = `expected a whole number from ${min} to ${max}`;
  const schema = z
    .string({ error })
    .regex(wholeNumber, { error })
    .transform(Number)
    .refine((value) => value >= min && value <= max, { error });
  yamlType.add(schema, { type: 'integer', minimum: min, maximum: max });
  return schema;
}

/** A percentage from 0 to 100 with at most two decimals, as an exact threshold. */
export const percentage = z
  .string({ error: 'expected a percentage from 0 to 100 with at most two decimals' })
  .regex(percentageText, {
    error: 'expected a percentage from 0 to 100 with at most two decimals',
  })
  .transform((written): Threshold => {
    const [whole = '0', fraction = ''] = written.split('.');
    return {
      hundredths: Number(whole) * 100 + Number(fraction.padEnd(2, '0')),
      decimals: fraction.length,
    };
  });
yamlType.add(percentage, { type: 'number', minimum: 0, maximum: 100 });

/** A ratio such as 0.80 or 1.25 with at most four decimals, as an exact fraction. */
export const ratio = z
  .string({ error: 'expected a ratio such as 0.80, with at most four decimals' })
  .regex(ratioText, { error: 'expected a ratio such as 0.80, with at most four decimals' })
  .transform((written): Ratio => {
    const [whole = '0', fraction = ''] = written.split('.');
    const denominator = 10 ** fraction.length;
    return { numerator: Number(whole) * denominator + Number(fraction || '0'), denominator };
  });
yamlType.add(ratio, { type: 'number', minimum: 0 });

/** True or false, as the text that stands in the file. */
export const yesOrNo = z.enum(['true', 'false'], { error: 'expected true or false' });
yamlType.add(yesOrNo, { type: 'boolean' });

/** A semantic version without pre-release parts: 1.0.0. */
export const version = z
  .string({ error: 'expected a version such as 1.0.0' })
  .regex(/^(?:0|[1-9]\d{0,3})\.(?:0|[1-9]\d{0,3})\.(?:0|[1-9]\d{0,3})$/, {
    error: 'expected a version such as 1.0.0',
  });
