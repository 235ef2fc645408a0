// An event of the trail as it is sealed: every column of it, and the seal of the event before it in its
// chain. Ids and numbers only; names and addresses stand elsewhere, so that a person can be erased.

export type SealedPart = {
  /** The order of arrival over all chains. */
  readonly sequence: number;
  readonly at: string;
  readonly actor: string | null;
  readonly event: string;
  readonly organisationId: string | null;
  readonly subject: string | null;
  readonly details: string;
  readonly chain: string | null;
  readonly position: number | null;
  readonly previous: string | null;
};

export type TrailEvent = SealedPart & { readonly seal: string | null };

/** Where a chain begins after its older events were cut off. */
export type Checkpoint = {
  readonly chain: string;
  readonly position: number;
  readonly eventSeal: string;
  readonly before: string;
  readonly cutAt: string;
  readonly seal: string;
};

/** The newest event of a chain: who holds it can tell whether anything before it was changed. */
export type Head = {
  readonly chain: string;
  readonly position: number;
  readonly seal: string;
};

/** The chain that holds the heads of all others. */
export const INSTALLATION = 'installation';

/** The events that vouch for what was submitted and decided, by what names it in them: no cut takes them. */
export const VOUCHING = {
  submission: 'assessment-submitted',
  decision: 'decision-recorded',
} as const;

/** The text of an event that its seal is made of; another one for every other event. */
export function sealedText(event: SealedPart): string {
  return JSON.stringify([
    'event 1',
    event.chain,
    event.position,
    event.previous,
    event.sequence,
    event.at,
    event.actor,
    event.event,
    event.organisationId,
    event.subject,
    event.details,
  ]);
}

/** The text of a checkpoint that its seal is made of. */
export function checkpointText(checkpoint: Omit<Checkpoint, 'seal'>): string {
  const { chain, position, eventSeal, before, cutAt } = checkpoint;
  return JSON.stringify(['checkpoint 1', chain, position, eventSeal, before, cutAt]);
}

/** The name of the key that a seal is of. */
export function keyIn(seal: string): string {
  return seal.slice(0, seal.indexOf('.'));
}

/** A head as it is printed: `chain:position:seal`. */
export function headText({ chain, position, seal }: Head): string {
  return `${chain}:${position}:${seal}`;
}

const HEAD =
  /^(installation|(?:assessment|review)\/[\w-]{1,64}):([1-9]\d{0,14}):([0-9a-f]{8}\.[\w-]{43})$/;

/** A printed head, read again; null = it is none. Spaces and line breaks of a letter do not count. */
export function readHead(text: string): Head | null {
  const [, chain, position, seal] = HEAD.exec(text.replaceAll(/\s+/g, '')) ?? [];
  if (chain === undefined || position === undefined || seal === undefined) return null;
  return { chain, position: Number(position), seal };
}

/** The heads that an event of the installation's chain holds. */
export function headsIn(details: string): readonly Head[] {
  return textIn(details, 'heads')
    .split('\n')
    .flatMap((line) => readHead(line) ?? []);
}

/** A text among the details of an event; '' where there is none of this name. */
export function textIn(details: string, name: string): string {
  const found = valueIn(details, name);
  return typeof found === 'string' ? found : '';
}

/** A number among the details of an event; 0 where there is none of this name. */
export function numberIn(details: string, name: string): number {
  const found = valueIn(details, name);
  return typeof found === 'number' ? found : 0;
}

function valueIn(details: string, name: string): unknown {
  const parsed: unknown = JSON.parse(details);
  return typeof parsed === 'object' && parsed !== null ? Reflect.get(parsed, name) : null;
}

/** The kind of an event in words. */
export function eventText(event: string): string {
  const words = event.replaceAll('-', ' ');
  return `${words.charAt(0).toUpperCase()}${words.slice(1)}`;
}

const LONGEST_DETAIL = 80;

/** The details of an event in words, long ones cut; '' where there are none. */
export function detailsText(details: string): string {
  if (details === '') return '';
  const parsed: unknown = JSON.parse(details);
  return Object.entries(Object(parsed))
    .filter(([, value]) => value !== null)
    .map(([name, value]) => `${name}: ${cut(String(value))}`)
    .join(', ');
}

function cut(text: string): string {
  return text.length > LONGEST_DETAIL ? `${text.slice(0, LONGEST_DETAIL)}…` : text;
}
