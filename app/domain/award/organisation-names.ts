// What an organisation is called and was called, and what became of it. Organisations are renamed and
// become part of others; their awards keep their history.

export type OrganisationEvent = {
  readonly organisationId: string;
  readonly kind: 'renamed' | 'merged';
  readonly nameBefore: string;
  /** The organisation that it became part of; null = renamed. */
  readonly into: string | null;
  /** YYYY-MM-DD */
  readonly happenedOn: string;
};

/** The earlier names of an organisation, latest first, each once and never the present one. */
export function formerNames(
  { id, name }: { readonly id: string; readonly name: string },
  events: readonly OrganisationEvent[],
): readonly string[] {
  const names = events
    .filter(({ organisationId, kind }) => organisationId === id && kind === 'renamed')
    .toSorted((one, other) => (one.happenedOn < other.happenedOn ? 1 : -1))
    .map(({ nameBefore }) => nameBefore);
  return [...new Set(names)].filter((former) => former !== name);
}

/** The organisation that another became part of; null = it stands by itself. */
export function successorOf(id: string, events: readonly OrganisationEvent[]): string | null {
  const merged = events.filter((one) => one.organisationId === id && one.kind === 'merged');
  return merged.at(-1)?.into ?? null;
}
