import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { moved, planOrder } from '#app/domain/plan/plan-order.ts';

const plan = [
  { id: 'a', keyPriority: 'Time', position: 0 },
  { id: 'b', keyPriority: '', position: 1 },
  { id: 'c', keyPriority: 'Time', position: 2 },
  { id: 'd', keyPriority: '', position: 3 },
];
const idsOf = (actions: readonly { readonly id: string }[]) => actions.map(({ id }) => id);

describe('the order of a plan', () => {
  test('keeps a key priority together, where it first comes up', () => {
    expect(idsOf(planOrder(plan))).toEqual(['a', 'c', 'b', 'd']);
  });

  test('moves an action within its group, and the group from its edge', () => {
    expect(moved(plan, 'c', 'up')).toEqual(['c', 'a', 'b', 'd']);
    expect(moved(plan, 'c', 'down')).toEqual(['b', 'd', 'a', 'c']);
    expect(moved(plan, 'b', 'up')).toEqual(['b', 'd', 'a', 'c']);
  });

  test('has nowhere to go at either end, and for what is not there', () => {
    expect(moved(plan, 'a', 'up')).toBeNull();
    expect(moved(plan, 'd', 'down')).toBeNull();
    expect(moved(plan, 'z', 'up')).toBeNull();
  });
});

test('whatever is moved, the plan as shown is the order asked for, with every action once', () => {
  const anyPlan = fc
    .array(fc.record({ keyPriority: fc.constantFrom('', 'x', 'y'), position: fc.nat(3) }), {
      minLength: 1,
      maxLength: 8,
    })
    .map((actions) => actions.map((action, index) => ({ ...action, id: String(index) })));
  fc.assert(
    fc.property(anyPlan, fc.nat(7), fc.constantFrom('up', 'down'), (actions, at, direction) => {
      const ids = moved(actions, String(at % actions.length), direction);
      if (ids === null) return;
      const placed = actions.map((action) => ({ ...action, position: ids.indexOf(action.id) }));
      expect(idsOf(planOrder(placed))).toEqual(ids);
      expect(ids.toSorted()).toEqual(idsOf(actions).toSorted());
    }),
  );
});
