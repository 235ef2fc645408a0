// A charter in the languages that its version has besides its own.
import { assembleCharter, type Charter } from '#app/domain/charter/charter.ts';
import type { MissingText } from '#app/domain/charter/translation/translation.ts';
import type { SoundFiles } from './sound-before.ts';

/** The most languages of one version besides its own. */
export const MOST_LANGUAGES = 12;

/** A charter in another language. */
export type Translation = {
  /** With the texts that the translation has, each marked (domain/charter/translation/marked.ts). */
  readonly charter: Charter;
  /** How many texts the charter has. */
  readonly all: number;
  readonly missing: readonly MissingText[];
  /** Who speaks the language and has approved it; null = nobody has yet. */
  readonly approvedBy: string | null;
};

/** The charter in each language, from what was kept of its files. */
export function translationsIn(kept: SoundFiles['translations']): ReadonlyMap<string, Translation> {
  return new Map(
    Object.entries(kept).map(([language, { charter, levels, sections, ...rest }]) => [
      language,
      { charter: { ...assembleCharter(charter, levels, sections), language }, ...rest },
    ]),
  );
}
