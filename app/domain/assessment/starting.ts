// What a new assessment needs: a version of a charter that is offered, a level of it, and a name of its own.
import type { Charter } from '#app/domain/charter/charter.ts';
import { checkOffered, type NotOffered } from '#app/domain/charter/offer.ts';
import { ok, refused, type Result } from '#app/domain/problem.ts';
import { checkNameFree, type NameTaken } from './draft-name.ts';

export type NoSuchLevel = { readonly code: 'no-such-level' };

/** A level of the charter to aim for. */
export function checkTarget(
  charter: Pick<Charter, 'levels'>,
  level: string,
): Result<string, NoSuchLevel> {
  return charter.levels.some(({ id }) => id === level)
    ? ok(level)
    : refused({ code: 'no-such-level' });
}

export type NotStarted =
  | NotOffered
  | NoSuchLevel
  | NameTaken
  /** The department has drafts for this charter already: ask whether another one is meant. */
  | { readonly code: 'under-way'; readonly count: number };

type Starting = {
  /** undefined = there is none of that name. */
  readonly version: { readonly published: boolean; readonly charter: Charter } | undefined;
  readonly isRetired: boolean;
  readonly targetLevel: string;
  readonly name: string;
  /** Those of the department that are under way for the charter. */
  readonly others: readonly { readonly name: string }[];
  /** Whether it is wanted beside them. */
  readonly beside: boolean;
};

/** Whether it may be started. */
export function checkStarting(facts: Starting): Result<null, NotStarted> {
  const { others } = facts;
  const version = checkOffered(facts.version, facts.isRetired);
  if (!version.ok) return version;
  const target = checkTarget(version.value.charter, facts.targetLevel);
  if (!target.ok) return target;
  if (facts.beside) return checkNameFree(facts.name, others);
  const { length: count } = others;
  return count === 0 ? ok(null) : refused({ code: 'under-way', count });
}
