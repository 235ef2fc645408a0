// What an organisation or a department may be called, and whether two names are one, written in two ways.
import { ok, refused, type Result } from './problem.ts';
import { mustName, type TextRule } from './written-text.ts';

const PLACE_NAME = { code: 'name-wrong', most: 200 } as const;

/** What is left of a name where letter case, accents, signs, spaces and what is not seen make no difference. */
export function nameKey(name: string): string {
  const letters = name
    .normalize('NFKD')
    .replaceAll(/[\p{Mn}\p{Default_Ignorable_Code_Point}]/gu, '')
    .toUpperCase()
    .toLowerCase()
    .replaceAll('&', ' and ');
  const words = letters.replaceAll(/['’‘.`]/gu, '').match(/[\p{L}\p{N}]+/gu) ?? [];
  // A name of signs alone is compared as it stands.
  return words.length === 0 ? letters.trim() : words.join(' ');
}

/** The first of these that has the name, however it is written; null = none. */
export function sameNamed<T extends { readonly name: string }>(
  name: string,
  others: readonly T[],
): T | null {
  const key = nameKey(name);
  return others.find((other) => nameKey(other.name) === key) ?? null;
}

type Named = { readonly name: string };

/** One is there already, however its name is written. */
export type PlaceTaken = { readonly code: 'name-taken'; readonly name: string };

/** The name as it is kept. */
export function checkPlaceName(typed: string): Result<string, TextRule<'name-wrong'>> {
  return mustName(PLACE_NAME, typed);
}

/** The name where no other has it. */
export function checkUnused(name: string, others: readonly Named[]): Result<string, PlaceTaken> {
  const taken = sameNamed(name, others);
  return taken === null ? ok(name) : refused({ code: 'name-taken', name: taken.name });
}

/** The name of a place that is added beside these, as it is kept. */
export function checkNewPlace(
  typed: string,
  others: readonly Named[],
): Result<string, TextRule<'name-wrong'> | PlaceTaken> {
  const name = checkPlaceName(typed);
  return name.ok ? checkUnused(name.value, others) : name;
}
