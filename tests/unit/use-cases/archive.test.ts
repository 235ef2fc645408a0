import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { openArchive } from '#app/adapters/archive-zip.ts';
import { fileKind } from '#app/adapters/file-kind.ts';
import { OPERATOR } from '#app/domain/policy/people.ts';
import { archivePlan } from '#app/queries/archive.ts';
import { assessmentView } from '#app/queries/assessment.ts';
import { assessmentExport } from '#app/queries/documents.ts';
import type { Services } from '#app/services.server.ts';
import { addAction } from '#app/use-cases/add-action.ts';
import { answerCriterion } from '#app/use-cases/answer-criterion.ts';
import { attachEvidence } from '#app/use-cases/attach-evidence.ts';
import { createPerson } from '#app/use-cases/create-person.ts';
import { enterCounts } from '#app/use-cases/enter-counts.ts';
import { draftOf } from '#tests/support/action-draft.ts';
import { startedAssessment } from '#tests/support/started-assessment.ts';

const ROOT = path.resolve(import.meta.dirname, '../../..');
const LEAD = 'lead@aur.example';

async function* once(bytes: Uint8Array) {
  yield bytes;
}

async function stored({ files }: Services, name: string, bytes: Buffer) {
  const received = await files.receive(once(bytes), (source) => fileKind(source, name));
  if (!received.ok) throw new Error(received.problem.code);
  const { id, size, sha256, found } = received.value;
  return { id, name, size, sha256, mediaType: found.mediaType };
}

/** A draft with a text in three scripts, two files of one content, a link, counts and an action. */
async function filled() {
  const started = await startedAssessment();
  const { services, lead, id: assessmentId } = started;
  const narrative = 'Siân, Łukasz a عائشة.\n\n“Quotes” & <tags> – 😀';
  const answer = { assessmentId, criterion: 'G1', claimed: 2, notApplicable: null };
  await answerCriterion(services, lead, { ...answer, narrative, readVersion: 0 });
  for (const criterion of ['G1', 'G2']) {
    const file = await stored(services, 'tabl ŵ.csv', Buffer.from('a,b\n1,2\n'));
    const item = { title: `Table of ${criterion}`, description: 'Shows ŷ', link: null };
    await attachEvidence(services, lead, { assessmentId, criterion, ...item, file });
  }
  const link = { title: 'Page', description: '', link: 'https://example.org/x' };
  await attachEvidence(services, lead, { assessmentId, criterion: 'G1', ...link, file: null });
  await enterCounts(services, lead, {
    assessmentId,
    indicator: 'mentoring-reach',
    firstNumerator: 96,
    firstDenominator: 1200,
    secondNumerator: 300,
    secondDenominator: 3000,
    source: 'ESR, 31 March 2026',
    readVersion: 0,
  });
  await addAction(services, lead, {
    assessmentId,
    action: draftOf({ objective: '=HYPERLINK("x")' }),
  });
  const view = await assessmentView(services, lead, assessmentId);
  if (view === null) throw new Error('the assessment is gone');
  const plan = await archivePlan(services, view, '2027-03-01');
  const bytes = await new Response(services.packArchive(plan)).arrayBuffer();
  const file = path.join(services.config.dataFolder, 'archive.zip');
  writeFileSync(file, Buffer.from(bytes));
  return { ...started, assessmentId, view, file };
}

/** The files of a view by the items that show them, whatever the order in which they were attached. */
function filesOf({ evidence }: Awaited<ReturnType<typeof filled>>['view']) {
  return evidence
    .map(({ item, fileSha256, mediaType }) => [item.title, fileSha256, mediaType])
    .toSorted();
}

function importInto(services: Services, file: string, department: string) {
  const args = ['app/cli/charter.ts', 'admin', 'import', '--from', file];
  return spawnSync(process.execPath, [...args, '--department', department, '--email', LEAD], {
    cwd: ROOT,
    encoding: 'utf8',
    env: { ...process.env, MODE: 'test', DATA_DIR: services.config.dataFolder },
  });
}

describe('the archive of an assessment', () => {
  test('holds every file under the fingerprint that its manifest says', async () => {
    const { file, view } = await filled();
    const archive = await openArchive(file);
    const names = archive.manifest.files.map(({ path: name }) =>
      name.replace(/[0-9a-f-]{36}/, 'ID'),
    );
    expect(names).toEqual([
      'assessment.json',
      'evidence.json',
      'action-plan.pdf',
      'self-assessment.pdf',
      'action-plan.xlsx',
      'evidence/ID',
      'evidence/ID',
    ]);
    for (const { path: name, sha256, size } of archive.manifest.files) {
      const bytes = await archive.bytes(name);
      expect(bytes.byteLength).toBe(size);
      expect(createHash('sha256').update(bytes).digest('hex')).toBe(sha256);
    }
    expect(archive.manifest.about).toMatchObject({ department: view.department, submission: null });
    archive.close();
  });

  test('imported elsewhere, it is the same assessment', async () => {
    const { services, file, view } = await filled();
    const memberships = [
      { role: 'assessment-lead', organisation: 'south', department: 'pharmacy' } as const,
    ];
    await createPerson(services, { name: 'Gwen', email: LEAD, memberships }, OPERATOR);
    const { status, stderr } = importInto(services, file, 'pharmacy');
    expect([status, stderr]).toEqual([0, expect.stringMatching(/^imported as /)]);
    const id = stderr.trim().split(' ').at(-1) ?? '';
    const lead = { id: 'x', name: 'Gwen', email: LEAD, memberships };
    const imported = await assessmentView(services, lead, id);
    if (imported === null) throw new Error('nothing was imported');
    const content = (one: typeof imported) => {
      const { organisation: _o, department: _d, ...rest } = assessmentExport(one);
      return rest;
    };
    expect(content(imported)).toEqual(content(view));
    expect(imported.scorecard).toEqual(view.scorecard);
    expect(filesOf(imported)).toEqual(filesOf(view));
  });

  test('a damaged archive, or one for another department, is refused', async () => {
    const { services, file } = await filled();
    const memberships = [
      { role: 'assessment-lead', organisation: 'south', department: 'pharmacy' } as const,
    ];
    await createPerson(services, { name: 'Gwen', email: LEAD, memberships }, OPERATOR);
    expect(importInto(services, file, 'therapies').status).toBe(4);
    const bytes = readFileSync(file);
    writeFileSync(`${file}.cut`, bytes.subarray(0, bytes.length - 100));
    expect(importInto(services, `${file}.cut`, 'pharmacy').status).toBe(1);
  });
});
