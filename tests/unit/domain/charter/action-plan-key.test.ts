import path from 'node:path';
import { expect, test } from 'vitest';
import { readCharterFolder } from '#app/adapters/charter-files/charter-files.ts';
import { diffCharters } from '#app/domain/charter/diff.ts';
import { charterOf } from '#tests/support/charter-factory.ts';

test('the versions that name what judges the plan name the criterion that asks about it', async () => {
  for (const [version, criteria] of [
    ['1.0.0', []],
    ['1.0.1', []],
    ['1.0.2', ['P1']],
  ] as const) {
    const read = await readCharterFolder(path.resolve(`charter-criteria/bme-mentoring/${version}`));
    expect(read.charter?.judgesPlan, version).toEqual(criteria);
  }
});

test('1.0.2 is 1.0.1 with the key, and nothing else', async () => {
  const folder = (version: string) => path.resolve(`charter-criteria/bme-mentoring/${version}`);
  const [before, after] = await Promise.all(
    ['1.0.1', '1.0.2'].map(async (version) => (await readCharterFolder(folder(version))).charter),
  );
  expect({ ...after, version: '1.0.1', judgesPlan: [] }).toEqual(before);
});

test.each([
  ['written', [], ['P1']],
  ['another', ['P1'], ['P2']],
  ['one more', ['P1'], ['P1', 'P2']],
  ['left out', ['P1'], []],
])('the key, %s, is a patch: no answer and no score means anything else', (_, one, other) => {
  const criteria = [{ id: 'P1' }, { id: 'P2' }];
  const before = charterOf({ criteria, judgesPlan: one });
  const after = charterOf({ criteria, judgesPlan: other, version: '1.0.1' });
  expect(diffCharters(before, after)).toMatchObject({
    needs: 'patch',
    truthful: true,
    causes: [{ what: 'action-plan', id: null }],
  });
});

test('another order of the same criteria is no difference', () => {
  const criteria = [{ id: 'P1' }, { id: 'P2' }];
  const before = charterOf({ criteria, judgesPlan: ['P1', 'P2'] });
  const after = charterOf({ criteria, judgesPlan: ['P2', 'P1'] });
  expect(diffCharters(before, after).causes).toEqual([]);
});
