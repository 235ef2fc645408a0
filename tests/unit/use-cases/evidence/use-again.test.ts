// One file for several criteria: stored once, counted once for the department, there as long as anything uses it.
import { existsSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { assessmentView } from '#app/doors/assessment-view.ts';
import { libraryPage } from '#app/queries/evidence/library-page.ts';
import { attachEvidence } from '#app/use-cases/evidence/attach-evidence.ts';
import { removeEvidence } from '#app/use-cases/evidence/remove-evidence.ts';
import { useAgain as attachAgain } from '#app/use-cases/evidence/use-again.ts';
import { loadDepartmentBytes } from '#db/repositories/evidence/evidence-rows.ts';
import { REFUSED } from '#tests/support/started-assessment.ts';
import { done } from '#tests/support/review.ts';
import { team } from '#tests/support/team.ts';
import { storedText } from '#tests/support/uploads.ts';

async function withMinutes() {
  const given = await team();
  const { services, lead, assessmentId } = given;
  const file = await storedText(services, 'Minutes of the board');
  const command = { assessmentId, criterion: 'G1', title: 'Minutes', description: '', link: null };
  const { id } = done(await attachEvidence(services, lead, { ...command, file }));
  const view = async () => {
    const found = await assessmentView(services, lead, assessmentId);
    if (found === null) throw new Error('no assessment');
    return found;
  };
  const use = (criterion: string, chosen = [id], actor = lead) =>
    attachAgain(services, actor, { assessmentId, criterion, chosen });
  const stored = path.join(services.config.dataFolder, 'files', file.id);
  return { ...given, id, file, view, use, stored };
}

test('a file is used for a second criterion, and stays one', async () => {
  const { services, id, file, view, use, stored, lead, assessmentId, trail } = await withMinutes();
  const { place } = await view();
  const before = await loadDepartmentBytes(services.engine.db, place.department);
  expect(before).toBe(file.size);
  expect(done(await use('G2'))).toEqual({ count: 1 });
  expect(await loadDepartmentBytes(services.engine.db, place.department)).toBe(before);
  const [piece, ...others] = libraryPage(await view(), 'G3').pieces;
  expect(others).toEqual([]);
  expect(piece).toMatchObject({ title: 'Minutes', criteria: ['G1', 'G2'], mayUse: true });
  expect(libraryPage(await view(), 'G2').pieces[0]?.mayUse).toBe(false);
  const events = (await trail()).map(({ event }) => event);
  expect(events.filter((event) => event === 'evidence-attached')).toHaveLength(2);

  // The last use takes the file with it, and no earlier one.
  const items = (await view()).evidence.map(({ item }) => item);
  for (const item of items) {
    expect(existsSync(stored)).toBe(true);
    const removed = { assessmentId, evidenceId: item.id, readVersion: 1 };
    done(await removeEvidence(services, lead, removed));
  }
  expect(existsSync(stored)).toBe(false);
  expect(id).toBe(items[0]?.id);
});

test('what is there already, or nowhere, is refused and changes nothing', async () => {
  const { view, use } = await withMinutes();
  expect(await use('G1')).toMatchObject({ problem: { code: 'nothing-chosen' } });
  expect(await use('G2', [])).toMatchObject({ problem: { code: 'nothing-chosen' } });
  expect(await use('G2', ['gone'])).toMatchObject({ problem: { code: 'nothing-chosen' } });
  expect(await use('X9')).toMatchObject({ problem: { code: 'not-found' } });
  expect((await view()).evidence).toHaveLength(1);
});

test.each(REFUSED)('%s may not', async (_, actor, code) => {
  const { use, id } = await withMinutes();
  expect(await use('G2', [id], actor)).toMatchObject({ problem: { code } });
});
