// Whether a trail is what was written: every event under its seal, every chain without a gap, every head
// that is known from outside in its place. Reads each event once.
import {
  type Checkpoint,
  checkpointText,
  type Head,
  headsIn,
  INSTALLATION,
  keyIn,
  numberIn,
  sealedText,
  textIn,
  type TrailEvent,
} from './event.ts';

/** What a seal says of its text; a number = right, by the present key (0) or the so-manieth before it. */
export type SealVerdict = number | 'wrong' | 'unknown-key';
export type CheckSeal = (text: string, seal: string) => SealVerdict;

export type NamedEvent = Pick<TrailEvent, 'sequence' | 'event' | 'at' | 'chain' | 'position'>;

export type TrailFinding =
  /** Its seal is not the one of what stands there: changed, moved or put in. */
  | { readonly code: 'changed'; readonly event: NamedEvent }
  /** Its place in the chain is taken by another event. */
  | { readonly code: 'inserted'; readonly event: NamedEvent }
  /** It has no seal: written without the key. */
  | { readonly code: 'unsealed'; readonly event: NamedEvent }
  /** Its seal is of a key that is not given. */
  | { readonly code: 'unknown-key'; readonly event: NamedEvent }
  /** Its seal is of an earlier key, and was made after that key had been replaced. */
  | { readonly code: 'old-key'; readonly event: NamedEvent }
  /** It follows another event than the one before it. */
  | { readonly code: 'not-linked'; readonly event: NamedEvent }
  /** Events of a chain from one place to another are gone. */
  | { readonly code: 'removed'; readonly chain: string; readonly from: number; readonly to: number }
  /** A head is known that says otherwise of this place. */
  | { readonly code: 'other-head'; readonly head: Head; readonly event: NamedEvent }
  /** A head is known, and the chain ends before it. */
  | { readonly code: 'tail-removed'; readonly head: Head; readonly ends: number }
  /** It was cut at a checkpoint, and nothing follows there, not even the event that a cut leaves. */
  | { readonly code: 'chain-removed'; readonly chain: string }
  /** Events were written without the key, and sealed at a later start. */
  | { readonly code: 'sealed-later'; readonly event: NamedEvent; readonly events: number }
  | { readonly code: 'checkpoint-changed'; readonly chain: string };

export type TrailReport = {
  readonly events: number;
  readonly chains: number;
  readonly findings: readonly TrailFinding[];
};

type Given = {
  readonly check: CheckSeal;
  /** Known from outside: receipts, letters, the log, the file beside the key, a manifest. */
  readonly heads: readonly Head[];
  readonly checkpoints: readonly Checkpoint[];
};

export type TrailReading = {
  /** The next event: those of the installation first, then chain by chain, each in its order. */
  readonly take: (event: TrailEvent) => void;
  /** What was found, once every event was taken. */
  readonly report: () => TrailReport;
};

type State = {
  readonly check: CheckSeal;
  readonly findings: TrailFinding[];
  /** Heads by chain and place: given ones, and those that the installation's chain holds. */
  readonly known: Map<string, Map<number, Head>>;
  readonly begins: ReadonlyMap<string, Checkpoint>;
  /** Events that cuts have left where the rest went, as the installation's chain names them; read ones go. */
  readonly kept: Map<string, Map<number, Head>>;
  /** Where each chain ends, as far as it was read. */
  readonly ends: Map<string, number>;
  /** By how many keys ago: the event of the installation from which on that key was used. */
  readonly usedFrom: Map<number, number>;
  /** And the first one after it under another key. */
  readonly replacedFrom: Map<number, number>;
  /** The names of keys that had been replaced when a trail was cut, and the event that says so. */
  readonly replacedBefore: Map<string, number>;
  events: number;
  chain: string;
  /** The last event that was read in the chain; no seal = it is not to be trusted. */
  position: number;
  seal: string | null;
};

/** Begins to read a trail. */
export function readTrail({ check, heads, checkpoints }: Given): TrailReading {
  const findings: TrailFinding[] = [];
  const begins = beginnings(checkpoints, check, findings);
  const read = {
    known: new Map(),
    kept: new Map(),
    ends: new Map(),
    usedFrom: new Map(),
    replacedFrom: new Map(),
    replacedBefore: new Map(),
    events: 0,
  };
  const state: State = { check, findings, begins, ...read, chain: '', position: 0, seal: null };
  for (const head of heads) demand(state.known, head);
  return {
    take: (event) => take(state, event),
    report: () => ({
      events: state.events,
      chains: state.ends.size,
      findings: [...findings, ...lost(state), ...shortened(state)],
    }),
  };
}

function take(state: State, event: TrailEvent): void {
  state.events += 1;
  const { chain, position, seal } = event;
  if (seal === null || chain === null || position === null) {
    state.findings.push({ code: 'unsealed', event: named(event) });
    return;
  }
  if (chain !== state.chain) enter(state, chain);
  const verdict = state.check(sealedText(event), seal);
  if (position <= (state.begins.get(chain)?.position ?? 0)) {
    takeKept(state, { ...event, chain, position }, verdict);
    return;
  }
  if (typeof verdict === 'number') {
    noteAge(state, { ...event, chain, position }, verdict);
    takeRight(state, { ...event, chain, position });
  } else {
    takeWrong(state, { ...event, chain, position }, verdict);
  }
  state.ends.set(chain, state.position);
}

function enter(state: State, chain: string): void {
  const begin = state.begins.get(chain);
  Object.assign(state, { chain, position: begin?.position ?? 0, seal: begin?.eventSeal ?? '' });
}

type Placed = TrailEvent & { readonly chain: string; readonly position: number };

/** From before a checkpoint: only what the cut has left may stand there. */
function takeKept({ kept, known, findings }: State, event: Placed, verdict: SealVerdict): void {
  const { chain, position } = event;
  const left = kept.get(chain)?.get(position);
  kept.get(chain)?.delete(position);
  const head = known.get(chain)?.get(position);
  if (left === undefined) findings.push({ code: 'inserted', event: named(event) });
  else if (verdict === 'unknown-key') findings.push({ code: verdict, event: named(event) });
  else if (verdict === 'wrong' || left.seal !== event.seal) {
    findings.push({ code: 'changed', event: named(event) });
  } else if (head !== undefined && head.seal !== event.seal) {
    findings.push({ code: 'other-head', head, event: named(event) });
  }
}

function takeRight(state: State, event: Placed): void {
  const { chain, findings } = state;
  const { position, seal } = event;
  if (position <= state.position) {
    findings.push({ code: 'inserted', event: named(event) });
    return;
  }
  if (position > state.position + 1) {
    findings.push({ code: 'removed', chain, from: state.position + 1, to: position - 1 });
  } else if (state.seal !== null && event.previous !== state.seal) {
    findings.push({ code: 'not-linked', event: named(event) });
  }
  const head = state.known.get(chain)?.get(position);
  if (head !== undefined && head.seal !== seal) {
    findings.push({ code: 'other-head', head, event: named(event) });
  }
  Object.assign(state, { position, seal });
  if (chain === INSTALLATION) learn(state, event);
}

function takeWrong(state: State, event: Placed, verdict: 'wrong' | 'unknown-key'): void {
  const taken = event.position <= state.position;
  const wrong = taken ? 'inserted' : 'changed';
  const code = verdict === 'wrong' ? wrong : verdict;
  state.findings.push({ code, event: named(event) });
  // It stands in its place; what follows is not called removed too.
  if (event.position !== state.position + 1) return;
  Object.assign(state, { position: event.position, seal: null });
}

/**
 * A key that was replaced seals nothing any more, unless it is the present one: whoever puts a key back
 * trusts it. An earlier key has had its time once another one is used after it.
 */
function noteAge(state: State, event: Placed, age: number): void {
  const { usedFrom, replacedFrom, findings } = state;
  const { chain, sequence } = event;
  if (chain === INSTALLATION) {
    for (const other of usedFrom.keys()) {
      if (other !== age && !replacedFrom.has(other)) replacedFrom.set(other, sequence);
    }
    if (!usedFrom.has(age)) usedFrom.set(age, sequence);
  }
  if (age > 0 && isReplaced(state, event, age)) {
    findings.push({ code: 'old-key', event: named(event) });
  }
}

function isReplaced(state: State, { sequence, seal }: Placed, age: number): boolean {
  const { usedFrom, replacedFrom, replacedBefore } = state;
  const cut = replacedBefore.get(keyIn(seal ?? ''));
  const from = [replacedFrom.get(age) ?? Infinity, cut ?? Infinity];
  // One that the installation's chain was never under had its time before any younger one.
  if (!usedFrom.has(age)) {
    from.push(...[...usedFrom].flatMap(([other, first]) => (other < age ? [first] : [])));
  }
  return Math.min(...from) < sequence;
}

/** What an event of the installation says of others. */
function learn(state: State, { details, ...event }: TrailEvent): void {
  if (event.event === 'audit-heads') for (const head of headsIn(details)) demand(state.known, head);
  if (event.event === 'audit-kept') for (const head of headsIn(details)) demand(state.kept, head);
  if (event.event === 'audit-cut') learnKeys(state, textIn(details, 'replaced'), event.sequence);
  if (event.event !== 'audit-events-sealed' || numberIn(details, 'after') === 0) return;
  const events = numberIn(details, 'events');
  state.findings.push({ code: 'sealed-later', event: named({ ...event, details }), events });
}

function learnKeys({ replacedBefore }: State, names: string, sequence: number): void {
  for (const name of names.split(' ')) {
    if (!replacedBefore.has(name)) replacedBefore.set(name, sequence);
  }
}

function demand(all: Map<string, Map<number, Head>>, head: Head): void {
  const places = all.get(head.chain) ?? new Map<number, Head>();
  all.set(head.chain, places.set(head.position, head));
}

/** Where chains begin: at their newest checkpoint, if it is under its seal. */
function beginnings(
  checkpoints: readonly Checkpoint[],
  check: CheckSeal,
  findings: TrailFinding[],
): ReadonlyMap<string, Checkpoint> {
  const begins = new Map<string, Checkpoint>();
  for (const checkpoint of checkpoints) {
    const { chain, position, seal } = checkpoint;
    if (typeof check(checkpointText(checkpoint), seal) !== 'number') {
      findings.push({ code: 'checkpoint-changed', chain });
    } else if (position > (begins.get(chain)?.position ?? 0)) {
      begins.set(chain, checkpoint);
    }
  }
  return begins;
}

/** Events that a cut had left, and that are gone now. */
function lost({ kept, begins }: State): readonly TrailFinding[] {
  return [...kept].flatMap(([chain, places]) =>
    [...places.keys()]
      .filter((position) => position <= (begins.get(chain)?.position ?? 0))
      .map((position) => ({ code: 'removed' as const, chain, from: position, to: position })),
  );
}

/** Chains that end before a head of theirs, or that are gone. */
function shortened({ known, ends, begins }: State): readonly TrailFinding[] {
  const gone = [...begins.keys()]
    .filter((chain) => !ends.has(chain))
    .map((chain) => ({ code: 'chain-removed' as const, chain }));
  const cut = [...known].flatMap(([chain, places]) => {
    const end = ends.get(chain) ?? 0;
    const beyond = [...places.values()]
      .filter(({ position }) => position > end)
      .toSorted((a, b) => b.position - a.position);
    const [head] = beyond;
    return head === undefined ? [] : [{ code: 'tail-removed' as const, head, ends: end }];
  });
  return [...gone, ...cut];
}

function named({ sequence, event, at, chain, position }: TrailEvent): NamedEvent {
  return { sequence, event, at, chain, position };
}
