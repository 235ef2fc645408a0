import { readdirSync, utimesSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { attachEvidence } from '#app/use-cases/evidence/attach-evidence.ts';
import { sweepEvidenceFiles } from '#app/use-cases/evidence/sweep-evidence-files.ts';
import { startedAssessment } from '#tests/support/started-assessment.ts';
import { storedText } from '#tests/support/uploads.ts';

test('a stored file that was never attached is set aside after a day, attached ones never', async () => {
  const { services, lead, id: assessmentId } = await startedAssessment();
  const folder = path.join(services.config.dataFolder, 'files');
  const attached = await storedText(services);
  const left = await storedText(services);
  await attachEvidence(services, lead, {
    assessmentId,
    criterion: 'G1',
    title: 'Minutes',
    description: '',
    link: null,
    file: attached,
  });
  const now = services.clock();
  for (const { id } of [attached, left]) {
    const day = now.getTime() / 1000 - 24 * 3600;
    utimesSync(path.join(folder, id), day, day);
  }
  const nothing = { temporary: 0, quarantined: 0, returned: 0, expired: 0, left: [] };
  expect(await sweepEvidenceFiles(services, now)).toEqual(nothing);
  const later = new Date(now.getTime() + 1);
  expect(await sweepEvidenceFiles(services, later)).toEqual({ ...nothing, quarantined: 1 });
  const place = path.join('quarantine', now.toISOString().slice(0, 10), left.id);
  expect(readdirSync(folder, { recursive: true }).map(String).toSorted()).toEqual(
    [attached.id, 'quarantine', path.dirname(place), place].toSorted(),
  );
});
