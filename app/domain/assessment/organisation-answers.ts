// What an assessment has from its organisation: the answers to the criteria that the charter has it answer once.
// Source: scoring.md, What charter format 2 adds, `scope: organisation`.
import { canonicalJson } from '#app/domain/formats/snapshot.ts';
import { ok, refused, type Result } from '#app/domain/problem.ts';
import type { Charter } from '#app/domain/charter/charter.ts';
import { asksOrganisation } from '#app/domain/charter/scope.ts';
import { type Round, takesVersion } from './round-times.ts';
import { isNoneTicked, type Ticked } from '#app/domain/charter/ticked.ts';

type SaidOnce = {
  readonly criterion: string;
  readonly claimed: number | null;
  readonly statements: Ticked | null;
  readonly notApplicable: string | null;
  readonly narrative: string;
};

type ShownOnce = {
  readonly item: {
    readonly criterion: string;
    readonly title: string;
    readonly description: string;
    readonly link: string | null;
    readonly fileId: string | null;
    readonly kind: string | null;
  };
};

type FactOnce = { readonly fact: string; readonly value: string };

/** Everything that counts of what an organisation says. */
export type SaidByOrganisation = {
  readonly answers: readonly SaidOnce[];
  readonly evidence: readonly ShownOnce[];
  readonly facts: readonly FactOnce[];
};

/** The criteria, of these, on which the organisation says something else by now, in their order; and whether facts differ. */
export function changedSince(
  { criteria, asked }: { readonly criteria: Iterable<string>; readonly asked: ReadonlySet<string> },
  { signed, now }: { readonly signed: SaidByOrganisation; readonly now: SaidByOrganisation },
): { readonly criteria: readonly string[]; readonly facts: boolean } {
  return {
    criteria: [...criteria].filter((id) => wordsOn(id, signed) !== wordsOn(id, now)),
    facts: factWords(signed, asked) !== factWords(now, asked),
  };
}

function wordsOn(id: string, { answers, evidence }: SaidByOrganisation): string {
  const said = answers.find(({ criterion }) => criterion === id);
  const { claimed = null, statements = null, notApplicable = null, narrative = '' } = said ?? {};
  const items = evidence
    .filter(({ item }) => item.criterion === id)
    .map(({ item: { title, description, link, fileId, kind } }) => [
      title,
      description,
      link,
      fileId,
      kind,
    ]);
  return canonicalJson({ claimed, statements, notApplicable, narrative, items });
}

/** Only of those that departments take from it. */
function factWords({ facts }: SaidByOrganisation, asked: ReadonlySet<string>): string {
  const known = facts.filter(({ fact, value }) => value !== '' && asked.has(fact));
  return canonicalJson(Object.fromEntries(known.map(({ fact, value }) => [fact, value])));
}

/** Why a department cannot do something with a criterion: its organisation answers it. */
export type AnsweredByOrganisation = { readonly code: 'answered-by-organisation' };

/** Whether a department writes a criterion itself; `theirs` = what its organisation answers. */
export function checkWrittenHere(
  theirs: ReadonlySet<string>,
  criterion: string,
): Result<null, AnsweredByOrganisation> {
  return theirs.has(criterion) ? refused({ code: 'answered-by-organisation' }) : ok(null);
}

export type NotBegun = { readonly code: 'no-such-round' };

/** Whether an organisation can answer a version (id@version) in a round: the round takes it, and it asks. */
export function checkBeginning(
  round: Pick<Round, 'charter'> | null,
  { name, charter }: { readonly name: string; readonly charter: Charter | undefined },
): Result<null, NotBegun> {
  const fits =
    round !== null &&
    charter !== undefined &&
    takesVersion(round, name) &&
    asksOrganisation(charter);
  return fits ? ok(null) : refused({ code: 'no-such-round' });
}

type Claimed = { readonly claimed: number | null; readonly notApplicable: string | null };

type GivenClaim = Claimed & { readonly ticked?: Ticked | 'all' };

/**
 * What a department says of a criterion that its organisation answers, as it is saved: a note, and whatever it had
 * claimed before stays as it was. A claim of its own is refused.
 */
export function noteOnly<Given extends GivenClaim>(
  saved: Claimed | null,
  given: Given,
): Result<Omit<Given, 'ticked'>, AnsweredByOrganisation> {
  const { claimed = null, notApplicable = null } = saved ?? {};
  const { ticked = {}, ...said } = given;
  const isTicked = ticked === 'all' || !isNoneTicked(ticked);
  const isClaimed = isTicked || (given.claimed !== null && given.claimed !== claimed);
  const isLeftOut = given.notApplicable !== null && given.notApplicable !== notApplicable;
  return isClaimed || isLeftOut
    ? refused({ code: 'answered-by-organisation' })
    : ok({ ...said, claimed, notApplicable });
}
