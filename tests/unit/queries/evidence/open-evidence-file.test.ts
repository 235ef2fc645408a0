import { rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { evidenceDownload } from '#app/http/evidence-download.ts';
import { evidenceFile } from '#app/queries/evidence/open-evidence-file.ts';
import { attachEvidence } from '#app/use-cases/evidence/attach-evidence.ts';
import { startAssessment } from '#app/use-cases/assessment/start-assessment.ts';
import { personWith } from '#tests/support/services.ts';
import { REFUSED, startedAssessment } from '#tests/support/started-assessment.ts';
import { storedText } from '#tests/support/uploads.ts';

async function attached() {
  const begun = await startedAssessment();
  const { services, lead, id: assessmentId } = begun;
  const file = await storedText(services, 'Minutes of March');
  const fields = { assessmentId, criterion: 'G1', title: 'Minutes', description: '' };
  const item = await attachEvidence(services, lead, { ...fields, link: null, file });
  const link = await attachEvidence(services, lead, {
    ...fields,
    link: 'https://example.org',
    file: null,
  });
  if (!item.ok || !link.ok) throw new Error('not attached');
  const place = { assessmentId, evidenceId: item.value.id };
  const onDisk = path.join(services.config.dataFolder, 'files', file.id);
  return { ...begun, place, onDisk, linkId: link.value.id };
}

describe('the file of an item of evidence', () => {
  test('comes to everyone of the department, viewers too', async () => {
    const { services, lead, place } = await attached();
    for (const actor of [lead, personWith('organisation-viewer', 'north', null)]) {
      const found = await evidenceFile(services, actor, place);
      if (!found?.ok) throw new Error('not found');
      const response = evidenceDownload(found.value);
      expect(response.headers.get('content-disposition')).toContain('minutes.txt');
      expect(await response.text()).toBe('Minutes of March');
    }
  });

  test.each(REFUSED.filter(([, , code]) => code === 'not-found'))(
    'is not there for %s',
    async (_, actor) => {
      const { services, place } = await attached();
      expect(await evidenceFile(services, actor, place)).toBeNull();
    },
  );

  test('is not there under another assessment, another id, or for a link', async () => {
    const { services, lead, place, linkId } = await attached();
    const other = await startAssessment(services, lead, {
      department: 'therapies',
      charter: 'bme-mentoring@1.0.0',
      targetLevel: 'bronze',
      beside: true,
      name: 'Beside it',
    });
    if (!other.ok) throw new Error(other.problem.code);
    for (const elsewhere of [
      { ...place, assessmentId: other.value.id },
      { ...place, evidenceId: services.newId() },
      { ...place, evidenceId: linkId },
      { assessmentId: '', evidenceId: '' },
    ]) {
      expect(await evidenceFile(services, lead, elsewhere)).toBeNull();
    }
  });

  test('says that it is altered or missing on the disk', async () => {
    const { services, lead, place, onDisk } = await attached();
    writeFileSync(onDisk, 'Minutes of April');
    expect(await evidenceFile(services, lead, place)).toEqual({
      ok: false,
      problem: { code: 'file-altered' },
    });
    rmSync(onDisk);
    expect(await evidenceFile(services, lead, place)).toEqual({
      ok: false,
      problem: { code: 'file-missing' },
    });
  });
});
