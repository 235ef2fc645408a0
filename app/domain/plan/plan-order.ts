// The order of a plan: by key priority in the order in which they first come up, and within one by
// place. Moving an action swaps it with its neighbour; at the edge of its group the group moves.
type Grouped = { readonly keyPriority: string };
type Placed = Grouped & { readonly id: string; readonly position: number };

export type Group<A> = { readonly keyPriority: string; readonly actions: readonly A[] };
export type Direction = 'up' | 'down';

/** The actions by key priority; within a group they stay in the order given. */
export function byKeyPriority<A extends Grouped>(actions: readonly A[]): readonly Group<A>[] {
  const groups = new Map<string, A[]>();
  for (const action of actions) {
    const group = groups.get(action.keyPriority);
    if (group === undefined) groups.set(action.keyPriority, [action]);
    else group.push(action);
  }
  return [...groups].map(([keyPriority, members]) => ({ keyPriority, actions: members }));
}

/** The whole plan in order; equal places stay in the order given. */
export function planOrder<A extends Placed>(actions: readonly A[]): readonly A[] {
  const placed = actions.toSorted((first, second) => first.position - second.position);
  return byKeyPriority(placed).flatMap((group) => group.actions);
}

/** The ids in their new order; null where the action is not there or stands at the end already. */
export function moved(
  actions: readonly Placed[],
  id: string,
  direction: Direction,
): readonly string[] | null {
  const groups: readonly (readonly string[])[] = byKeyPriority(planOrder(actions)).map((group) =>
    group.actions.map((action) => action.id),
  );
  const at = groups.findIndex((group) => group.includes(id));
  const group = groups[at];
  if (group === undefined) return null;
  const within = swapped(group, group.indexOf(id), direction);
  if (within !== null) return groups.with(at, within).flat();
  return swapped(groups, at, direction)?.flat() ?? null;
}

function swapped<T>(list: readonly T[], at: number, direction: Direction): readonly T[] | null {
  const to = direction === 'up' ? at - 1 : at + 1;
  const [moving, other] = [list[at], list[to]];
  if (moving === undefined || other === undefined) return null;
  return list.with(at, other).with(to, moving);
}
