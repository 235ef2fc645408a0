// What an address of the register asks for: filters, and where the page begins. The pages for people
// take an odd value for none; the interface for programs refuses it (public-api.ts).
import type { RegisterFilter } from '#app/domain/award/register-words.ts';
import { placeOf, type RegisterPlace } from '#app/domain/award/register-place.ts';

/** More of a search than this is left out. */
const MOST_CHARACTERS = 200;

const FILTER_NAMES = ['words', 'organisation', 'level', 'charter', 'year'] as const;

/** The filters of an address; an empty one is none. */
export function filterIn(asked: URLSearchParams): RegisterFilter {
  const value = (name: (typeof FILTER_NAMES)[number]) =>
    asked.get(name)?.trim().slice(0, MOST_CHARACTERS) || null;
  return {
    words: value('words'),
    organisation: value('organisation'),
    level: value('level'),
    charter: value('charter'),
    year: value('year'),
  };
}

/** Where the page begins; null = with the newest. */
export function placeIn(asked: URLSearchParams): RegisterPlace | null {
  return placeOf(asked.get('after') ?? '');
}
