// Who is asked to write what: all criteria of one person, or all people of one criterion, as ticked.
import { allCriteria, type Charter } from '#app/domain/charter/charter.ts';
import { ok, refused, type Result } from '#app/domain/problem.ts';

export type Assigned = { readonly criterion: string; readonly userId: string };

/** What was ticked on the page of a person, or of a criterion. */
export type Ticked =
  | { readonly person: string; readonly criteria: readonly string[] }
  | { readonly criterion: string; readonly people: readonly string[] };

export type NotAssigned =
  | { readonly code: 'not-found' }
  /** The person has no role in which they could answer. */
  | { readonly code: 'cannot-answer' };

type Assigning<Writer> = {
  readonly ticked: Ticked;
  /** Who may answer. */
  readonly writers: readonly Writer[];
  /** What everybody is asked to write now. */
  readonly there: readonly Assigned[];
  /** Id of who asks. */
  readonly by: string;
};

export type DecidedAssignment<Writer> = {
  readonly added: readonly Assigned[];
  readonly removed: readonly Assigned[];
  /** Who hears of it: whoever is newly asked, and nobody of what they ask themselves. */
  readonly asked: readonly Writer[];
};

/** What is added to and taken from what somebody, or a criterion, has; the rest stays as it is. */
export function decideAssigning<Writer extends { readonly id: string }>(
  charter: Pick<Charter, 'sections'>,
  { ticked, writers, there, by }: Assigning<Writer>,
): Result<DecidedAssignment<Writer>, NotAssigned> {
  const wanted = pairsIn(ticked);
  const known = new Set(allCriteria(charter).map(({ id }) => id));
  if (wanted.some(({ criterion }) => !known.has(criterion))) return refused({ code: 'not-found' });
  if (wanted.some(({ userId }) => !writers.some(({ id }) => id === userId))) {
    return refused({ code: 'cannot-answer' });
  }
  const held = there.filter((pair) => isMeant(ticked, pair));
  const added = wanted.filter((pair) => !held.some((one) => isSame(one, pair)));
  const removed = held.filter((pair) => !wanted.some((one) => isSame(one, pair)));
  const asked = writers.filter(({ id }) => id !== by && added.some(({ userId }) => userId === id));
  return ok({ added, removed, asked });
}

function pairsIn(ticked: Ticked): readonly Assigned[] {
  return 'person' in ticked
    ? [...new Set(ticked.criteria)].map((criterion) => ({ criterion, userId: ticked.person }))
    : [...new Set(ticked.people)].map((userId) => ({ criterion: ticked.criterion, userId }));
}

function isMeant(ticked: Ticked, { criterion, userId }: Assigned): boolean {
  return 'person' in ticked ? userId === ticked.person : criterion === ticked.criterion;
}

function isSame(one: Assigned, other: Assigned): boolean {
  return one.criterion === other.criterion && one.userId === other.userId;
}
