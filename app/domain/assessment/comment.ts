// What a comment may be, and whom it mentions.
import { tidy } from '#app/domain/field-problem.ts';
import { ok, refused, type Result } from '#app/domain/problem.ts';

export const COMMENT_LIMITS = { characters: 2_000, mentions: 20, aDay: 200 } as const;

export type CommentProblem =
  | { readonly code: 'comment-empty' }
  | { readonly code: 'comment-too-long'; readonly most: number; readonly has: number }
  | { readonly code: 'too-many-mentions'; readonly most: number };

/** The text as it is kept. */
export function checkComment(text: string): Result<string, CommentProblem> {
  const kept = tidy(text);
  if (kept === '') return refused({ code: 'comment-empty' });
  const { characters: most } = COMMENT_LIMITS;
  if (kept.length > most) return refused({ code: 'comment-too-long', most, has: kept.length });
  return ok(kept);
}

type Named = { readonly id: string; readonly name: string };

/**
 * Ids of the people whom a text names as `@Name`: by their whole name, and of two names of which one
 * begins the other, by the longer one. Capitals and accents written as two characters do not matter.
 */
export function mentionsIn(text: string, people: readonly Named[]): readonly string[] {
  const longestFirst = people.toSorted((one, other) => other.name.length - one.name.length);
  const mentioned = new Set<string>();
  let rest = plain(text);
  for (const { name } of longestFirst) {
    const wanted = `@${plain(name)}`;
    const parts = rest.split(wanted);
    const ends = parts.slice(1).some((after) => !/^[\p{L}\p{N}]/u.test(after));
    if (!ends) continue;
    for (const person of people) if (plain(person.name) === plain(name)) mentioned.add(person.id);
    rest = parts.join(' ');
  }
  return people.filter(({ id }) => mentioned.has(id)).map(({ id }) => id);
}

function plain(text: string): string {
  return text
    .normalize('NFC')
    .toLocaleLowerCase('en-GB')
    .replaceAll(/[’‘ʼ]/g, "'")
    .replaceAll(/\s+/g, ' ');
}
