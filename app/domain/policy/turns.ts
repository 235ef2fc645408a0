// Who is next where many wait for a password to be looked at: devices that have signed in before come
// first, then accounts and network addresses take turns, so that a flood waits behind everyone else and a
// trust behind one address gets in (catalogue SEC-40, SEC-41). Of three turns one is for the others, however
// many are known: one person who signs in again and again keeps nobody out.

export type Asker = {
  /** Whose password it is, as accounts are found. */
  readonly account: string;
  /** The network address that asks; null = somebody known, for whom it does not count. */
  readonly address: string | null;
  /** true = a device that has signed in to this account before, or someone who is signed in. */
  readonly known: boolean;
};

export type Place<Ticket> = Asker & {
  readonly ticket: Ticket;
  /** Whoever has waited in an earlier round goes first: each account and address is in each round once. */
  readonly round: number;
};

export type Line<Ticket> = {
  /** In the order in which they came. */
  readonly waiting: readonly Place<Ticket>[];
  readonly working: readonly Place<Ticket>[];
  /** The latest round that was served, of those who are known and of those who are not. */
  readonly served: { readonly known: number; readonly others: number };
  /** How many known ones have started since one of the others did. */
  readonly knownInRow: number;
};

const MOST_KNOWN_IN_ROW = 2;

/** Nobody waits. */
export function emptyLine<Ticket>(): Line<Ticket> {
  return { waiting: [], working: [], served: { known: -1, others: -1 }, knownInRow: 0 };
}

/**
 * The line with one more; where more than `most` would wait, whoever would be last of all is turned away,
 * be it the one who came or another.
 */
export function join<Ticket>(
  line: Line<Ticket>,
  asker: Asker & { readonly ticket: Ticket },
  most: number,
): { readonly line: Line<Ticket>; readonly turnedAway: Ticket | null } {
  const waiting = [...line.waiting, { ...asker, round: roundOf(line, asker) }];
  const last = waiting.length > most ? inOrder(waiting).at(-1) : undefined;
  if (last === undefined) return { line: { ...line, waiting }, turnedAway: null };
  return { line: leave({ ...line, waiting }, last.ticket), turnedAway: last.ticket };
}

/** The line with the next one at work, and who that is; null where nobody waits or all hands are full. */
export function startNext<Ticket>(
  line: Line<Ticket>,
  atOnce: number,
): { readonly line: Line<Ticket>; readonly started: Ticket } | null {
  const next = line.working.length < atOnce ? nextOf(line) : undefined;
  if (next === undefined) return null;
  const knownInRow = next.known ? line.knownInRow + 1 : 0;
  const served = { ...line.served, [classOf(next)]: next.round };
  const waiting = line.waiting.filter((place) => place !== next);
  const working = [...line.working, next];
  return { line: { waiting, working, served, knownInRow }, started: next.ticket };
}

function nextOf<Ticket>({ waiting, knownInRow }: Line<Ticket>): Place<Ticket> | undefined {
  const order = inOrder(waiting);
  const other = knownInRow < MOST_KNOWN_IN_ROW ? undefined : order.find(({ known }) => !known);
  return other ?? order[0];
}

/** The line without somebody who is served, or waits no longer. */
export function leave<Ticket>(line: Line<Ticket>, ticket: Ticket): Line<Ticket> {
  const stays = (place: Place<Ticket>) => place.ticket !== ticket;
  return { ...line, waiting: line.waiting.filter(stays), working: line.working.filter(stays) };
}

// Never in the round that is served already: it would never end while others come.
function roundOf<Ticket>(line: Line<Ticket>, asker: Asker): number {
  const own = [...line.waiting, ...line.working]
    .filter(({ known }) => known === asker.known)
    .filter(
      ({ account, address }) =>
        account === asker.account || (address !== null && address === asker.address),
    )
    .map(({ round }) => round + 1);
  return Math.max(line.served[classOf(asker)] + 1, ...own);
}

function inOrder<Ticket>(places: readonly Place<Ticket>[]): readonly Place<Ticket>[] {
  return places.toSorted((a, b) => Number(b.known) - Number(a.known) || a.round - b.round);
}

function classOf({ known }: Asker): 'known' | 'others' {
  return known ? 'known' : 'others';
}
