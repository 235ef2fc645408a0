// What a comment may be, and whom it mentions.
import { type Charter, findCriterion } from '#app/domain/charter/charter.ts';
import { tidy } from '#app/domain/field-problem.ts';
import { ok, refused, type Result } from '#app/domain/problem.ts';

export const COMMENT_LIMITS = { characters: 2_000, mentions: 20, aDay: 200 } as const;

export type CommentRefused =
  | { readonly code: 'not-found' }
  | CommentProblem
  /** So many letters to others would go out that it looks like a flood. */
  | { readonly code: 'too-many-comments'; readonly most: number };

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

type Writing<Reader> = {
  readonly criterion: string;
  readonly text: string;
  /** Ids of the people chosen; those named in the text as @Name are added. */
  readonly mentions: readonly string[];
  /** Id of who writes it. */
  readonly by: string;
  /** Who may read the assessment; nobody else is mentioned, whatever the form says. */
  readonly readers: readonly Reader[];
  /** How many comments they wrote within a day. */
  readonly writtenToday: number;
};

/** The comment as it is kept, and whom it mentions. */
export function decideComment<Reader extends Named>(
  charter: Pick<Charter, 'sections'>,
  { criterion, text, mentions, by, readers, writtenToday }: Writing<Reader>,
): Result<{ text: string; mentioned: readonly Reader[] }, CommentRefused> {
  if (findCriterion(charter, criterion) === undefined) return refused({ code: 'not-found' });
  const checked = checkComment(text);
  if (!checked.ok) return checked;
  const named = new Set([...mentions, ...mentionsIn(checked.value, readers)]);
  const mentioned = readers.filter(({ id }) => named.has(id) && id !== by);
  const { mentions: most, aDay } = COMMENT_LIMITS;
  if (mentioned.length > most) return refused({ code: 'too-many-mentions', most });
  return writtenToday >= aDay
    ? refused({ code: 'too-many-comments', most: aDay })
    : ok({ text: checked.value, mentioned });
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
