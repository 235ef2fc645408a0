// When a round takes submissions. All times are instants; wall-clock times are read and shown in London
// at the edges of the program.

export type Round = {
  readonly id: string;
  readonly name: string;
  /** id@version */
  readonly charter: string;
  /** ISO 8601 UTC. */
  readonly opensAt: string;
  readonly closesAt: string;
};

/** The closing time for one assessment: the latest of the round's own and its extensions. */
export function closesFor(
  round: Pick<Round, 'closesAt'>,
  extensions: readonly Pick<Round, 'closesAt'>[],
): string {
  const times = extensions.map((extension) => extension.closesAt);
  return [round.closesAt, ...times].reduce((latest, one) => (one > latest ? one : latest));
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
