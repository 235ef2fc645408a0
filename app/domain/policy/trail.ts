// Who reads the trail: charter administrators all of it, assessment leads what concerns their organisation
// or their departments. What a panel does is not theirs to see, nor who objected to an award.
import { type Actor, holdsOneOf, type Role } from './actor.ts';
import { mayAdminister } from './administration.ts';

/** Who reads what concerns the places of their role. */
export const OWN_TRAIL = ['assessment-lead'] as const satisfies readonly Role[];

export type TrailPlace = {
  readonly organisation: string;
  /** null = the whole organisation. */
  readonly department: string | null;
};

/** Which events somebody sees. */
export type TrailScope = 'everything' | readonly TrailPlace[];

/** Everything, for administrators alone; null for anyone else. */
export function wholeTrail(actor: Actor): TrailScope | null {
  return mayAdminister(actor, 'read-whole-trail') ? 'everything' : null;
}

/** The places that somebody leads; null where there is none. */
export function ownTrail({ memberships }: Pick<Actor, 'memberships'>): TrailScope | null {
  const places = memberships
    .filter((held) => holdsOneOf({ memberships: [held] }, OWN_TRAIL))
    .flatMap(({ organisation, department }) =>
      organisation === null ? [] : [{ organisation, department }],
    );
  return places.length === 0 ? null : places;
}
