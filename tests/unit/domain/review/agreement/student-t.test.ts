import { expect, test } from 'vitest';
import { t95 } from '#app/domain/review/agreement/student-t.ts';

// The column 0.975 of any printed table of Student's t.
test.each([
  [1, 12.706],
  [2, 4.303],
  [3, 3.182],
  [4, 2.776],
  [5, 2.571],
  [10, 2.228],
  [11, 2.201],
  [29, 2.045],
  [30, 2.042],
  [60, 2.0],
  [99, 1.984],
  [120, 1.98],
  [100_000, 1.96],
])('with %i degrees of freedom the two-sided 95 %% point is %f', (degrees, published) => {
  expect(t95(degrees)).toBeCloseTo(published, 3);
});
