import { expect, test } from 'vitest';
import { meantBy } from '#app/domain/assessment/tick-field.ts';

const TICKS = ['tick-1-1', 'tick-1-2'];

test.each<[string, readonly string[], readonly string[], ReturnType<typeof meantBy>]>([
  ['no box is nothing said', [], TICKS, null],
  ['ticks are ticks', TICKS, [], 'ticks'],
  ['none of these yet, over what was ticked', [...TICKS, 'none'], TICKS, 'none'],
  ['not applicable, over what was ticked', [...TICKS, 'rating'], TICKS, 'not-applicable'],
  ['a tick, over none of these yet', ['tick-1-1', 'none'], ['none'], 'ticks'],
  ['not applicable, over none of these yet', ['none', 'rating'], ['none'], 'not-applicable'],
  [
    'a new tick beside a new ‘none’ is for its writer to settle',
    ['tick-1-1', 'none'],
    [],
    'several',
  ],
  ['both that stand alone, new', ['none', 'rating'], [], 'several'],
  ['what came back unsettled stays so', ['tick-1-1', 'none'], ['tick-1-1', 'none'], 'several'],
])('%s', (_, sent, came, meant) => {
  expect(meantBy(sent, came)).toBe(meant);
});
