// The shape of a translation's files, made from what is text in a charter's (texts.ts): the same keys, each of
// which may be left out, and nothing else.
import { z } from 'zod';
import { ratingKey } from '#app/domain/charter/schema-texts.ts';
import { text } from '#app/domain/charter/values.ts';
import { type Texts, TEXTS } from './texts.ts';

function schemaOf(texts: Texts): z.ZodType {
  if (texts === 'text') return text;
  if (texts === 'list') return z.array(text).min(1);
  if ('keys' in texts) return z.strictObject(optional(texts.keys));
  if ('ratings' in texts) return z.record(ratingKey, schemaOf(texts.ratings));
  if ('each' in texts) return z.array(schemaOf(texts.each)).min(1);
  return z.array(z.strictObject({ [texts.as]: text, ...optional(texts.named, texts.as) })).min(1);
}

function optional(keys: Readonly<Record<string, Texts>>, but = '') {
  const others = Object.entries(keys).filter(([key]) => key !== but);
  return Object.fromEntries(others.map(([key, below]) => [key, schemaOf(below).optional()]));
}

/** `approvedBy` = who speaks the language and has approved it, as a role and a date; absent = nobody has yet. */
const charterTranslation = z.strictObject({
  approvedBy: text.optional(),
  ...optional(TEXTS.charter.keys),
});

/** The shape of each kind of file in `translations/<lang>/`. */
export const TRANSLATION_FILES = {
  charter: charterTranslation,
  levels: schemaOf(TEXTS.levels),
  section: schemaOf(TEXTS.section),
} as const satisfies Readonly<Record<keyof typeof TEXTS, z.ZodType>>;
