// Conflicts of interest that the service finds by itself: the member works or has worked where the
// submission comes from, or has shared an employer with the sponsor who signed it (domain.md, 1.1 Panel).

export const CONFLICTS = ['same-organisation', 'past-employment', 'worked-with-sponsor'] as const;
export type Conflict = (typeof CONFLICTS)[number];

/** Where somebody works now, and where they say they have worked; ids of organisations. */
export type WorkPlaces = {
  readonly id: string;
  readonly now: readonly string[];
  readonly before: readonly string[];
};

type Given = {
  readonly member: WorkPlaces;
  /** Where the submission comes from. */
  readonly organisation: string;
  /** Who signed it. */
  readonly sponsor: WorkPlaces;
};

/** Every conflict that is found, in the order of CONFLICTS; empty = none is known. */
export function conflictsOf({ member, organisation, sponsor }: Given): readonly Conflict[] {
  const sponsors = new Set([...sponsor.now, ...sponsor.before]);
  const found: Readonly<Record<Conflict, boolean>> = {
    'same-organisation': member.now.includes(organisation),
    'past-employment': member.before.includes(organisation),
    'worked-with-sponsor':
      member.id === sponsor.id || [...member.now, ...member.before].some((id) => sponsors.has(id)),
  };
  return CONFLICTS.filter((conflict) => found[conflict]);
}
