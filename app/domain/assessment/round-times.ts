// When a round takes submissions. All times are instants; wall-clock times are read and shown in London
// at the edges of the program.
import { differInWordingOnly } from '#app/domain/charter/newer.ts';

export type Round = {
  readonly id: string;
  readonly name: string;
  /** id@version */
  readonly charter: string;
  /** ISO 8601 UTC. */
  readonly opensAt: string;
  readonly closesAt: string;
};

/** Whether a round takes assessments on this version (id@version): its own, or one of other wording alone. */
export function takesVersion({ charter }: Pick<Round, 'charter'>, name: string): boolean {
  return differInWordingOnly(namedVersion(charter), namedVersion(name));
}

function namedVersion(name: string): { readonly id: string; readonly version: string } {
  const [id = '', version = ''] = name.split('@');
  return { id, version };
}

/** The closing time for one assessment: the latest of the round's own and its extensions. */
export function closesFor(
  round: Pick<Round, 'closesAt'>,
  extensions: readonly Pick<Round, 'closesAt'>[],
): string {
  const times = extensions.map((extension) => extension.closesAt);
  return [round.closesAt, ...times].reduce((latest, one) => (one > latest ? one : latest));
}

/** The one round that takes this version (id@version) now; null where there is none, or several. */
export function onlyOpenRound<Kind extends Round>(
  rounds: readonly Kind[],
  { charter, now }: { readonly charter: string; readonly now: string },
): Kind | null {
  const open = rounds.filter(
    (round) =>
      takesVersion(round, charter) &&
      roundState(round, { closesAt: round.closesAt, now }) === 'open',
  );
  return open.length === 1 ? (open[0] ?? null) : null;
}

export type RoundState = 'not-open-yet' | 'open' | 'closed';

/** Whether submissions are taken at this instant; the closing instant itself is too late. */
export function roundState(
  round: Pick<Round, 'opensAt'>,
  { closesAt, now }: { readonly closesAt: string; readonly now: string },
): RoundState {
  if (now < round.opensAt) return 'not-open-yet';
  return now < closesAt ? 'open' : 'closed';
}
