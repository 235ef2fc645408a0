import { readdirSync, utimesSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { attachEvidence } from '#app/use-cases/attach-evidence.ts';
import { sweepEvidenceFiles } from '#app/use-cases/sweep-evidence-files.ts';
import { startedAssessment } from '#tests/support/started-assessment.ts';
import { storedText } from '#tests/support/uploads.ts';

test('a stored file that was never attached is collected after a day, attached ones never', async () => {
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
  expect(await sweepEvidenceFiles(services, now)).toEqual({ temporary: 0, orphans: 0 });
  const later = new Date(now.getTime() + 1);
  expect(await sweepEvidenceFiles(services, later)).toEqual({ temporary: 0, orphans: 1 });
  expect(readdirSync(folder)).toEqual([attached.id]);
});
