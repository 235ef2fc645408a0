// Why a level cannot be reached: the ceilings of the criteria on which a condition fails even when
// everything is raised as far as it goes. Source: scoring.md, Cheapest way to a level, Status.
import type { Precondition } from '#app/domain/charter/facts.ts';
import type { Scorecard } from '#app/domain/scoring/scorecard.ts';
import type { Goal } from './goal.ts';
import { ceilingOf, type Ceilings, monthsOf, type Room } from './room.ts';

export type Reason =
  | { readonly kind: 'indicator'; readonly criterion: string; readonly indicator: string }
  | { readonly kind: 'pin'; readonly criterion: string }
  /** Raising it as far as it is wanted takes more months than there are. */
  | { readonly kind: 'date'; readonly criterion: string }
  /** Fewer of the criteria of this condition apply than it takes (scoring.md, format 2, 6). */
  | { readonly kind: 'too-few-left'; readonly anyOf: string }
  /** A precondition of this level is not so. */
  | { readonly kind: 'precondition'; readonly level: string; readonly precondition: Precondition }
  | { readonly kind: 'nothing-applicable' };

/** Counts to enter before the criterion can be raised as far as it is wanted. */
export type CountsToEnter = { readonly criterion: string; readonly indicator: string };

/** A criterion that a condition which cannot be met would want at this rating. */
type Wanted = { readonly room: Room; readonly rating: number };

/** Every criterion with a ceiling in the way of a condition that cannot be met; empty = reachable. */
export function blockedBy(
  rooms: readonly Room[],
  { goal, scorecard, ceilings }: { goal: Goal; scorecard: Scorecard; ceilings: Ceilings },
): readonly Wanted[] {
  const most = (room: Room) => room.criterion.weight * ceilingOf(room, ceilings);
  const scopes = [
    { needs: goal.overall, counted: rooms },
    ...scorecard.sections.map(({ id }) => ({
      needs: goal.sections.get(id) ?? 0,
      counted: rooms.filter(({ criterion }) => criterion.section === id),
    })),
  ];
  const short = new Set(
    scopes
      .filter(({ needs, counted }) => counted.reduce((sum, room) => sum + most(room), 0) < needs)
      .flatMap(({ counted }) => counted),
  );
  const unmet = goal.demands.map(({ rating, needs }, demand) => {
    const able = (room: Room) => isCounted(room, demand) && ceilingOf(room, ceilings) >= rating;
    return rooms.filter(able).length < needs;
  });
  const demanded = (room: Room) =>
    room.counts.map((from, demand) => (unmet[demand] === true ? (from ?? 0) : 0));
  return rooms
    .map((room) => ({
      room,
      rating: short.has(room) ? room.highest : Math.max(room.required, ...demanded(room)),
    }))
    .filter(({ room, rating }) => ceilingOf(room, ceilings) < rating);
}

function isCounted({ counts }: Room, demand: number): boolean {
  return (counts[demand] ?? null) !== null;
}

/** The conditions of which too few criteria apply, so that no rating meets them. */
export function tooFewLeft({ demands }: Goal): readonly Reason[] {
  return demands.flatMap((demand) =>
    demand.tooFewLeft ? { kind: 'too-few-left' as const, anyOf: demand.id } : [],
  );
}

/** What stands in the way for good: pins, and indicators whose numbers must change first. */
export function reasonsOf(wanted: readonly Wanted[]): readonly Reason[] {
  return wanted.flatMap(({ room, rating }): readonly Reason[] => {
    const criterion = room.criterion.id;
    const pin: readonly Reason[] =
      room.pinned && room.score.supported < rating ? [{ kind: 'pin', criterion }] : [];
    const indicators = new Set(
      room.caps
        .filter(({ state, from }) => state === 'outside' && from <= rating)
        .map(({ indicator }) => indicator),
    );
    const { months, score } = room;
    const late =
      months !== null && !room.pinned && monthsOf(room.criterion, score, rating) > months;
    return [
      ...pin,
      ...(late ? [{ kind: 'date' as const, criterion }] : []),
      ...[...indicators].map((indicator): Reason => ({ kind: 'indicator', criterion, indicator })),
    ];
  });
}

/** The indicators with missing counts that keep these criteria below the wanted ratings. */
export function countsToEnter(wanted: readonly Wanted[]): readonly CountsToEnter[] {
  return wanted.flatMap(({ room, rating }) => {
    const indicators = new Set(
      room.caps
        .filter(({ state, from }) => state === 'missing' && from <= rating)
        .map(({ indicator, enter }) => enter ?? indicator),
    );
    return [...indicators].map((indicator) => ({ criterion: room.criterion.id, indicator }));
  });
}
