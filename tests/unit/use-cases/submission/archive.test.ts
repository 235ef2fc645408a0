import { createHash } from 'node:crypto';
import {
  appendFileSync,
  mkdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import { buffer } from 'node:stream/consumers';
import { describe, expect, test } from 'vitest';
import { ZipFile as ZipWriter } from 'yazl';
import { openArchive } from '#app/adapters/archive/archive-read.ts';
import { packArchive } from '#app/adapters/archive/archive-zip.ts';
import { openEvidenceFiles } from '#app/adapters/evidence-files/evidence-files.ts';
import { fileKind } from '#app/adapters/evidence-files/file-kind.ts';
import { OPERATOR } from '#app/domain/policy/people.ts';
import type { Actor } from '#app/domain/policy/actor.ts';
import { ok } from '#app/domain/problem.ts';
import { archivePlan } from '#app/queries/submission/read-archive.ts';
import { assessmentView } from '#app/doors/assessment-view.ts';
import { assessmentExport } from '#app/queries/assessment/documents.ts';
import type { Services } from '#app/services.server.ts';
import { addAction } from '#app/use-cases/plan/add-action.ts';
import { answerCriterion } from '#app/use-cases/assessment/answer-criterion.ts';
import { attachEvidence } from '#app/use-cases/evidence/attach-evidence.ts';
import { createPerson } from '#app/use-cases/accounts/create-person.ts';
import { eraseEvidenceFile } from '#app/use-cases/evidence/erase-file.ts';
import { enterCounts } from '#app/use-cases/workforce/enter-counts.ts';
import { charter, startedCharter } from '#tests/support/command.ts';
import { draftOf } from '#tests/support/action-draft.ts';
import { startedAssessment } from '#tests/support/started-assessment.ts';
import { worked } from '#tests/support/worked.ts';

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

/**
 * A draft with a text in three scripts, two files of one content, a link, counts and an action, as an
 * archive; its documents are drawn only where they are looked at.
 */
async function filled({ drawn = false } = {}) {
  const started = await startedAssessment();
  const services: Services = drawn
    ? started.services
    : {
        ...started.services,
        renderPdf: async () => ok(Buffer.from('%PDF-1.7 instead of a drawing')),
      };
  const { lead, id: assessmentId } = started;
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
  const plan = worked(await archivePlan(services, lead, { view, day: '2027-03-01' }));
  const bytes = await new Response(services.packArchive(plan)).arrayBuffer();
  const file = path.join(services.config.dataFolder, 'archive.zip');
  writeFileSync(file, Buffer.from(bytes));
  return { ...started, services, assessmentId, view, file };
}

/** The archive as it is made now, and what was logged of it. */
async function packed(given: Services, lead: Actor, assessmentId: string) {
  const logged: string[] = [];
  const files = openEvidenceFiles(path.join(given.config.dataFolder, 'files'), given.newId);
  const view = await assessmentView(given, lead, assessmentId);
  if (view === null) throw new Error('the assessment is gone');
  const plan = worked(await archivePlan(given, lead, { view, day: '2027-03-01' }));
  const stream = packArchive(plan, files, () => logged.push('archive-incomplete'));
  const bytes = Buffer.from(await new Response(stream).arrayBuffer());
  const file = path.join(given.config.dataFolder, 'again.zip');
  writeFileSync(file, bytes);
  return { archive: await openArchive(file), bytes, logged };
}

/** The files of a view by the items that show them, whatever the order in which they were attached. */
function filesOf({ evidence }: Awaited<ReturnType<typeof filled>>['view']) {
  return evidence
    .map(({ item, fileSha256, mediaType }) => [item.title, fileSha256, mediaType])
    .toSorted();
}

const importing = (services: Services, file: string, department: string) =>
  [
    ['admin', 'import', '--from', file, '--department', department, '--email', LEAD],
    { env: { MODE: 'test', DATA_DIR: services.config.dataFolder } },
  ] as const;

describe('the archive of an assessment', () => {
  test('holds every file under the fingerprint that its manifest says', async () => {
    const { file, view } = await filled({ drawn: true });
    const archive = await openArchive(file);
    const names = archive.manifest.files.map(({ path: name }) => name);
    expect(names).toEqual([
      'assessment.json',
      'evidence.json',
      'action-plan.pdf',
      'self-assessment.pdf',
      'action-plan.xlsx',
      'evidence/G1/tabl-ŵ.csv',
      'evidence/G2/tabl-ŵ.csv',
      'index.html',
    ]);
    for (const { path: name, sha256, size } of archive.manifest.files) {
      const bytes = await archive.bytes(name);
      expect(bytes.byteLength).toBe(size);
      expect(createHash('sha256').update(bytes).digest('hex')).toBe(sha256);
    }
    expect(archive.manifest.about).toMatchObject({ department: view.department, submission: null });
    await archive.close();
  });

  test('has an index that reads offline and leads to every file inside', async () => {
    const { file } = await filled();
    const archive = await openArchive(file);
    const index = String(await archive.bytes('index.html'));
    expect(index).toContain('<title>Self-assessment of therapies, Trust north</title>');
    expect(index).toContain('Table of G1');
    expect(index).toContain('Shows ŷ');
    expect(index).toContain('<a href="https://example.org/x" rel="noreferrer">');
    const inside = archive.manifest.files.map(({ path: name }) => name);
    const led = [...index.matchAll(/href="([^":]+)"/g)].map(([, to = '']) =>
      decodeURIComponent(to),
    );
    expect(led.toSorted()).toEqual(
      [...inside.filter((name) => name !== 'index.html'), 'manifest.json'].toSorted(),
    );
    // Nothing is loaded from anywhere.
    expect(index).not.toMatch(/\b(?:src|@import|url\()/);
    for (const { path: name, sha256 } of archive.manifest.files) {
      if (name.startsWith('evidence/')) expect(index).toContain(sha256);
    }
    await archive.close();
  });

  test('leaves out what was erased, and says so', async () => {
    const { services, lead, assessmentId, view } = await filled();
    const [first] = view.evidence;
    const erasing = { assessmentId, evidenceId: first?.item.id ?? '', reason: '<Names> of staff' };
    await eraseEvidenceFile(services, lead, erasing);
    const { archive, logged } = await packed(services, lead, assessmentId);
    const index = String(await archive.bytes('index.html'));
    expect(index).toContain('Erased on 1 March 2027 for: &lt;Names&gt; of staff');
    expect(archive.manifest.files.filter(({ path: name }) => name.startsWith('evidence/'))).toEqual(
      [],
    );
    const listed: unknown = JSON.parse(String(await archive.bytes('evidence.json')));
    expect(listed).toMatchObject([
      { file: { path: null, sha256: first?.fileSha256, erased: { reason: '<Names> of staff' } } },
      { file: { path: null } },
      { file: null },
    ]);
    expect(logged).toEqual([]);
    await archive.close();
  });

  test.each<[string, (place: string) => void]>([
    ['missing', (place) => rmSync(place)],
    ['altered', (place) => writeFileSync(place, 'a,b\n9,9\n')],
    ['longer', (place) => appendFileSync(place, 'more')],
    ['a link elsewhere', (place) => (rmSync(place), symlinkSync('/etc/hostname', place))],
    ['a folder', (place) => (rmSync(place), mkdirSync(place))],
  ])('REL-19 holds what can be read, and lists a file that is %s', async (_, damage) => {
    const { services, lead, assessmentId, view } = await filled();
    damage(path.join(services.config.dataFolder, 'files', view.evidence[0]?.item.fileId ?? ''));
    const { archive, logged } = await packed(services, lead, assessmentId);
    const inside = archive.manifest.files.map(({ path: name }) => name);
    expect(inside).toContain('evidence/G2/tabl-ŵ.csv');
    expect(inside).not.toContain('evidence/G1/tabl-ŵ.csv');
    expect(archive.manifest.gaps).toMatchObject([{ path: 'evidence/G1/tabl-ŵ.csv' }]);
    expect(String(await archive.bytes('index.html'))).toContain('could not be read');
    expect(logged).toEqual(['archive-incomplete']);
    await archive.close();
  });

  test('imported elsewhere, it is the same assessment but for what it does not hold', async () => {
    const { services, lead, assessmentId, view, file } = await filled();
    rmSync(path.join(services.config.dataFolder, 'files', view.evidence[0]?.item.fileId ?? ''));
    const { archive, bytes } = await packed(services, lead, assessmentId);
    await archive.close();
    writeFileSync(file, bytes);
    const memberships = [
      { role: 'assessment-lead', organisation: 'south', department: 'pharmacy' } as const,
    ];
    await createPerson(services, { name: 'Gwen', email: LEAD, memberships }, OPERATOR);
    const { code, err } = await charter(...importing(services, file, 'pharmacy'));
    expect(code, err).toBe(0);
    expect(err).toContain('G1, Table of G1: left out, the archive does not hold tabl ŵ.csv');
  });

  test('of the first format, with evidence under the ids of its files, is read as before', async () => {
    const { services, file, view } = await filled();
    const archive = await openArchive(file);
    const old = new ZipWriter();
    const files: object[] = [];
    const add = (name: string, bytes: Buffer) => {
      old.addBuffer(bytes, name);
      const sha256 = createHash('sha256').update(bytes).digest('hex');
      files.push({ path: name, size: bytes.byteLength, sha256 });
    };
    const ids = view.evidence.flatMap(({ item }) => item.fileId ?? []);
    let listed = String(await archive.bytes('evidence.json'));
    ['G1', 'G2'].forEach((criterion, index) => {
      listed = listed.replace(`evidence/${criterion}/tabl-ŵ.csv`, `evidence/${ids[index]}`);
    });
    add('assessment.json', await archive.bytes('assessment.json'));
    add('evidence.json', Buffer.from(listed));
    for (const id of ids) add(`evidence/${id}`, Buffer.from('a,b\n1,2\n'));
    await archive.close();
    const manifest = JSON.stringify({ format: 1, about: {}, files });
    old.addBuffer(Buffer.from(manifest), 'manifest.json');
    old.end();
    writeFileSync(file, await buffer(old.outputStream));
    const memberships = [
      { role: 'assessment-lead', organisation: 'south', department: 'pharmacy' } as const,
    ];
    await createPerson(services, { name: 'Gwen', email: LEAD, memberships }, OPERATOR);
    const { code, err } = await charter(...importing(services, file, 'pharmacy'));
    expect(code, err).toBe(0);
    const id = err.trim().split(' ').at(-1) ?? '';
    const lead = { id: 'x', name: 'Gwen', email: LEAD, memberships };
    const imported = await assessmentView(services, lead, id);
    if (imported === null) throw new Error('nothing was imported');
    expect(filesOf(imported)).toEqual(filesOf(view));
  });

  test('imported elsewhere, it is the same assessment', async () => {
    const { services, lead: asker, file, view } = await filled();
    const memberships = [
      { role: 'assessment-lead', organisation: 'south', department: 'pharmacy' } as const,
    ];
    await createPerson(services, { name: 'Gwen', email: LEAD, memberships }, OPERATOR);
    const { code, err } = startedCharter(...importing(services, file, 'pharmacy'));
    expect([code, err]).toEqual([0, expect.stringMatching(/^imported as /)]);
    const id = err.trim().split(' ').at(-1) ?? '';
    const lead = { id: 'x', name: 'Gwen', email: LEAD, memberships };
    const imported = await assessmentView(services, lead, id);
    if (imported === null) throw new Error('nothing was imported');
    const content = async (by: Actor, one: typeof imported) => {
      const exported = worked(await assessmentExport(services, by, one));
      const { organisation: _o, department: _d, ...rest } = exported;
      return rest;
    };
    expect(await content(lead, imported)).toEqual(await content(asker, view));
    expect(imported.scorecard).toEqual(view.scorecard);
    expect(filesOf(imported)).toEqual(filesOf(view));
  });

  test('a damaged archive, or one for another department, is refused', async () => {
    const { services, file } = await filled();
    const memberships = [
      { role: 'assessment-lead', organisation: 'south', department: 'pharmacy' } as const,
    ];
    await createPerson(services, { name: 'Gwen', email: LEAD, memberships }, OPERATOR);
    const wrong = await charter(...importing(services, file, 'therapies'));
    expect(wrong.code).toBe(4);
    const bytes = readFileSync(file);
    writeFileSync(`${file}.cut`, bytes.subarray(0, bytes.length - 100));
    const cut = await charter(...importing(services, `${file}.cut`, 'pharmacy'));
    expect(cut.code).toBe(1);
  });
});
