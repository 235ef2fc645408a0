// Content that is erased for good: gone from every place, named wherever it stood, and never back.
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { backUp } from '#app/adapters/backup/backup.ts';
import { restore } from '#app/adapters/backup/restore.ts';
import { assessmentView } from '#app/doors/assessment-view.ts';
import { evidenceFile } from '#app/queries/evidence/open-evidence-file.ts';
import type { Services } from '#app/services.server.ts';
import { attachEvidence } from '#app/use-cases/evidence/attach-evidence.ts';
import {
  eraseByFingerprint,
  eraseEvidenceFile,
  finishErasures,
} from '#app/use-cases/evidence/erase-file.ts';
import { removeEvidence } from '#app/use-cases/evidence/remove-evidence.ts';
import { startAssessment } from '#app/use-cases/assessment/start-assessment.ts';
import { insertDepartment } from '#db/repositories/people/roles.ts';
import { moveState } from '#db/repositories/submission/submissions.ts';
import { ROOT, temporaryFolder } from '#tests/support/command.ts';
import { personWith } from '#tests/support/services.ts';
import { team } from '#tests/support/team.ts';
import { storedText } from '#tests/support/uploads.ts';

const REASON = 'A list of staff';
const KEY = Buffer.alloc(32, 7);
const AT = '2027-03-01T09:00:00.000Z';
const ADMINISTRATOR = personWith('charter-administrator', null, null);

/** A department with two items of evidence, of which the second is not to be here. */
async function withStaffList() {
  const given = await team();
  const { services, lead, assessmentId } = given;
  const attach = async (title: string, text: string) => {
    const file = await storedText(services, text);
    const command = { assessmentId, criterion: 'G1', title, description: '', link: null, file };
    const attached = await attachEvidence(services, lead, command);
    if (!attached.ok) throw new Error(attached.problem.code);
    return { evidenceId: attached.value.id, file };
  };
  await attach('Minutes', 'Minutes of the board');
  const staff = await attach('Staff', 'Names of staff');
  const files = path.join(services.config.dataFolder, 'files');
  const view = async () => {
    const found = await assessmentView(services, lead, assessmentId);
    if (found === null) throw new Error('no assessment');
    return found;
  };
  const erase = (actor = lead, reason = REASON) =>
    eraseEvidenceFile(services, actor, { assessmentId, evidenceId: staff.evidenceId, reason });
  const listed = () =>
    readFileSync(path.join(services.config.dataFolder, 'erased.jsonl'), 'utf8')
      .trim()
      .split('\n')
      .map((line): unknown => JSON.parse(line));
  return { ...given, attach, staff, files, view, erase, listed };
}

describe('a lead erases a file of the evidence', () => {
  test('DATA-11 its content is gone, its name and fingerprint stay, and the trail says why', async () => {
    const { services, staff, files, view, erase, listed, lead, assessmentId } =
      await withStaffList();
    const value = { files: 1, unsigned: false, elsewhere: false, left: 0 };
    expect(await erase()).toEqual({ ok: true, value });
    expect(existsSync(path.join(files, staff.file.id))).toBe(false);
    expect(readdirSync(files)).toHaveLength(1);
    const item = (await view()).evidence.find(({ item: { id } }) => id === staff.evidenceId);
    expect(item).toMatchObject({
      file: staff.file.name,
      fileSha256: staff.file.sha256,
      erasedReason: REASON,
    });
    expect(listed()).toEqual([
      {
        sha256: staff.file.sha256,
        organisation: 'north',
        departments: ['therapies'],
        at: services.clock().toISOString(),
        reason: REASON,
      },
    ]);
    const place = { assessmentId, evidenceId: staff.evidenceId };
    expect(await evidenceFile(services, lead, place)).toMatchObject({
      problem: { code: 'file-erased', text: 'Erased on 1 March 2027 for: A list of staff' },
    });
    const trail = services.engine.connection
      .prepare("select details from audit_events where event = 'file-erased'")
      .pluck();
    // What somebody typed stands with the file, not in the trail.
    expect(String(trail.get())).not.toContain(REASON);
  });

  test('in a draft it counts no more; in what was submitted it counts as it did', async () => {
    const { services, view, erase, assessmentId } = await withStaffList();
    const counting = async () =>
      (await view()).answerSet.answers.get('G1')?.evidence.map(({ file }) => file !== null);
    expect(await counting()).toEqual([true, true]);
    await erase();
    expect(await counting()).toEqual([true, false]);
    services.engine.connection
      .prepare("update assessments set state = 'submitted' where id = ?")
      .run(assessmentId);
    expect(await counting()).toEqual([true, true]);
  });

  test('what the sponsor has signed has to be signed again', async () => {
    const { services, view, erase, assessmentId, letters } = await withStaffList();
    const { version, state } = await view();
    const read = { id: assessmentId, version, state };
    await services.engine.commit([moveState(read, 'signed-off', '2027-03-01T09:00:00.000Z')]);
    expect(await erase()).toMatchObject({ value: { unsigned: true } });
    expect((await view()).state).toBe('draft');
    // Whoever signed hears of it, and not only by looking.
    expect((await letters()).map(({ recipient, subject }) => [recipient, subject])).toEqual(
      expect.arrayContaining([
        ['helen@team.example', 'To be signed again: the self-assessment of therapies'],
      ]),
    );
  });

  test('what another department has attached, too, stays, with its signature, and the lead is told', async () => {
    const given = await withStaffList();
    const { services, files, erase, join } = given;
    await services.engine.commit([
      insertDepartment({
        id: 'maternity',
        organisationId: 'north',
        name: 'maternity',
        createdAt: AT,
      }),
    ]);
    const other = await join('Bronwen Maternity', 'assessment-lead', ['north', 'maternity']);
    const started = await startAssessment(services, other, {
      department: 'maternity',
      charter: 'bme-mentoring@1.0.1',
      targetLevel: 'bronze',
    });
    if (!started.ok) throw new Error(started.problem.code);
    const file = await storedText(services, 'Names of staff');
    await attachEvidence(services, other, {
      assessmentId: started.value.id,
      criterion: 'G1',
      title: 'Ours',
      description: '',
      link: null,
      file,
    });
    services.engine.connection
      .prepare("update assessments set state = 'signed-off' where id = ?")
      .run(started.value.id);
    expect(await erase()).toMatchObject({ value: { files: 1, elsewhere: true, unsigned: false } });
    expect(existsSync(path.join(files, file.id))).toBe(true);
    const view = await assessmentView(services, other, started.value.id);
    expect([view?.state, view?.evidence[0]?.erasedAt]).toEqual(['signed-off', null]);
  });

  test('every copy of the department goes, and nobody else’s', async () => {
    const { services, attach, staff, files, erase } = await withStaffList();
    const copy = await attach('The same again', 'Names of staff');
    const foreign = await storedText(services, 'Names of staff');
    services.engine.connection
      .prepare(
        "insert into files (id, organisation_id, name, media_type, size, sha256, created_at, created_by) values (?, 'south', 'x.txt', 'text/plain', ?, ?, '2027-03-01T08:00:00.000Z', 'x')",
      )
      .run(foreign.id, foreign.size, foreign.sha256);
    expect(await erase()).toMatchObject({ value: { files: 2 } });
    expect([staff, copy].map(({ file }) => existsSync(path.join(files, file.id)))).toEqual([
      false,
      false,
    ]);
    expect(existsSync(path.join(files, foreign.id))).toBe(true);
  });

  test('from the quarantine and from what restores set aside, too', async () => {
    const { services, staff, files, erase } = await withStaffList();
    const { dataFolder } = services.config;
    const places = [
      path.join(files, 'quarantine/2027-02-27', staff.file.id),
      path.join(dataFolder, 'before-restore-2027-02-01/files', staff.file.id),
      path.join(files, 'quarantine/2027-02-28/0199a0c0-0000-7000-8000-000000000000'),
      // Left by an upload, by a restore that was cut off, and by one that was set aside with it.
      path.join(files, '0199a0c0-0000-7000-8000-000000000002'),
      path.join(dataFolder, 'restoring-12/files', staff.file.id),
      path.join(
        dataFolder,
        'before-restore-x/restoring-12/files/0199a0c0-0000-7000-8000-000000000003',
      ),
    ];
    const other = path.join(files, 'quarantine/2027-02-28/0199a0c0-0000-7000-8000-000000000001');
    for (const place of [...places, other]) {
      mkdirSync(path.dirname(place), { recursive: true });
      writeFileSync(place, place === other ? 'Something else' : 'Names of staff');
    }
    await erase();
    expect(places.filter((place) => existsSync(place))).toEqual([]);
    expect(existsSync(other)).toBe(true);
  });

  test('with a reason, and nobody but the lead; asked for again it is as if asked once', async () => {
    const { contributor, viewer, sponsor, stranger, erase, lead } = await withStaffList();
    for (const actor of [contributor, viewer, sponsor]) {
      expect(await erase(actor)).toMatchObject({ problem: { code: 'not-allowed' } });
    }
    expect(await erase(stranger)).toMatchObject({ problem: { code: 'not-found' } });
    expect(await erase(lead, ' \n')).toMatchObject({ problem: { code: 'erase-reason-missing' } });
    expect(await erase(lead, 'x'.repeat(501))).toMatchObject({
      problem: { code: 'erase-reason-too-long' },
    });
    expect(await erase()).toMatchObject({ value: { files: 1 } });
    expect(await erase()).toMatchObject({ value: { files: 0 } });
  });

  test('an end of the process right after the list is made good at the next start', async () => {
    const { services, staff, files, view, listed } = await withStaffList();
    const { sha256 } = staff.file;
    const erasure = { sha256, organisation: 'north', departments: null, at: AT, reason: REASON };
    await services.erasedList.add([erasure]);
    expect(existsSync(path.join(files, staff.file.id))).toBe(true);
    await finishErasures(services);
    expect(existsSync(path.join(files, staff.file.id))).toBe(false);
    const item = (await view()).evidence.find(({ item: { id } }) => id === staff.evidenceId);
    expect(item?.erasedReason).toBe(REASON);
    expect(listed()).toEqual([erasure]);
  });

  test('what could not be noted is not erased by the next start either', async () => {
    const { services, staff, files, lead, assessmentId } = await withStaffList();
    const full = { ...services.engine, commit: () => Promise.reject(new Error('disk full')) };
    const { evidenceId } = staff;
    await expect(
      eraseEvidenceFile({ ...services, engine: full }, lead, {
        assessmentId,
        evidenceId,
        reason: REASON,
      }),
    ).rejects.toThrow('disk full');
    await finishErasures(services);
    expect(existsSync(path.join(files, staff.file.id))).toBe(true);
  });

  test('a copy that cannot be removed is told, and the next start tries again', async () => {
    const { services, files, erase } = await withStaffList();
    const logged: string[] = [];
    const stubborn: Services['files'] = {
      ...services.files,
      erase: async () => ({ gone: 0, left: [path.join(files, 'x')] }),
    };
    const given = { ...services, files: stubborn, log: (event: string) => logged.push(event) };
    await erase();
    const command = { sha256: 'a'.repeat(64), organisation: null, reason: REASON };
    expect(await eraseByFingerprint(given, ADMINISTRATOR, command)).toMatchObject({
      value: { left: 1 },
    });
    await finishErasures(given);
    expect(logged).toEqual(['erase-incomplete', 'erase-incomplete']);
  });

  test('a list that is damaged keeps nobody from starting, and says which line it is', async () => {
    const { services, erase } = await withStaffList();
    await erase();
    writeFileSync(path.join(services.config.dataFolder, 'erased.jsonl'), '{"sha256":"half');
    const logged: object[] = [];
    await finishErasures({ ...services, log: (event, facts) => logged.push({ event, ...facts }) });
    expect(logged).toMatchObject([
      { event: 'erased-list-damaged', why: expect.stringContaining('erased.jsonl:1') },
    ]);
    const command = { sha256: 'a'.repeat(64), organisation: null, reason: REASON };
    expect(await eraseByFingerprint(services, ADMINISTRATOR, command)).toMatchObject({
      problem: { code: 'erased-list-damaged' },
    });
  });
});

describe('an administrator erases by fingerprint', () => {
  test('everywhere, or in one organisation, and nobody else may', async () => {
    const { services, staff, files, lead } = await withStaffList();
    const command = { sha256: ` ${staff.file.sha256.toUpperCase()} `, organisation: null };
    const erase = (actor = ADMINISTRATOR, given: object = {}) =>
      eraseByFingerprint(services, actor, { ...command, reason: REASON, ...given });
    expect(await erase(lead)).toMatchObject({ problem: { code: 'not-allowed' } });
    expect(await erase(ADMINISTRATOR, { sha256: 'abc' })).toMatchObject({
      problem: { code: 'no-fingerprint' },
    });
    expect(await erase(ADMINISTRATOR, { organisation: 'south' })).toMatchObject({
      value: { files: 0 },
    });
    expect(existsSync(path.join(files, staff.file.id))).toBe(true);
    expect(await erase()).toMatchObject({ value: { files: 1 } });
    expect(existsSync(path.join(files, staff.file.id))).toBe(false);
  });
});

test('erasures at the same time are all noted, and take all that they name', async () => {
  const { services, attach, lead, assessmentId, files, listed } = await withStaffList();
  const items = [];
  for (const text of ['One', 'Two', 'Three', 'Four', 'Five']) items.push(await attach(text, text));
  const nowhere = Array.from({ length: 5 }, (_, digit) => String(digit).repeat(64));
  const results = await Promise.all([
    ...items.map(({ evidenceId }) =>
      eraseEvidenceFile(services, lead, { assessmentId, evidenceId, reason: REASON }),
    ),
    ...nowhere.map((sha256) =>
      eraseByFingerprint(services, ADMINISTRATOR, { sha256, organisation: null, reason: REASON }),
    ),
  ]);
  expect(results.map(({ ok }) => ok)).toEqual(results.map(() => true));
  expect(listed()).toHaveLength(10);
  expect(items.filter(({ file }) => existsSync(path.join(files, file.id)))).toEqual([]);
});

describe('DATA-11 a restore of an older backup', () => {
  async function restored(given: Awaited<ReturnType<typeof withStaffList>>, backup: string) {
    const { services } = given;
    services.engine.close();
    return restore({
      from: backup,
      dataFolder: services.config.dataFolder,
      migrationsFolder: path.join(ROOT, 'db/migrations/sqlite'),
      force: true,
      key: KEY,
      unverified: false,
      erased: null,
      now: services.clock(),
    });
  }

  async function backedUp(given: Awaited<ReturnType<typeof withStaffList>>) {
    const { services } = given;
    const backup = path.join(temporaryFolder(), 'backup');
    const making = { now: services.clock(), key: KEY };
    const made = await backUp(services.config.dataFolder, backup, making);
    expect(made).toMatchObject({ ok: true, value: { unavailable: [] } });
    return backup;
  }

  test('does not bring back what was erased since', async () => {
    const given = await withStaffList();
    const backup = await backedUp(given);
    await given.erase();
    expect(await restored(given, backup)).toMatchObject({ ok: true, value: { erased: 1 } });
    expect(readdirSync(given.files)).toHaveLength(1);
    expect(given.listed()).toHaveLength(1);
  });

  test('nor what lay in its quarantine, or without a row', async () => {
    const given = await withStaffList();
    const copies = [
      path.join(given.files, 'quarantine/2027-02-28/0199a0c0-0000-7000-8000-000000000000'),
      path.join(given.files, '0199a0c0-0000-7000-8000-000000000001'),
    ];
    for (const copy of copies) {
      mkdirSync(path.dirname(copy), { recursive: true });
      writeFileSync(copy, 'Names of staff');
    }
    const backup = await backedUp(given);
    await given.erase();
    await restored(given, backup);
    expect(copies.filter((copy) => existsSync(copy))).toEqual([]);
    expect(readdirSync(given.files).filter((name) => name !== 'quarantine')).toHaveLength(1);
  });

  test('nor evidence that was removed before it was asked to be erased', async () => {
    const given = await withStaffList();
    const { services, lead, staff, assessmentId } = given;
    const backup = await backedUp(given);
    const { evidenceId } = staff;
    await removeEvidence(services, lead, { assessmentId, evidenceId, readVersion: 1 });
    const command = { sha256: staff.file.sha256, organisation: null, reason: REASON };
    expect(await eraseByFingerprint(services, ADMINISTRATOR, command)).toMatchObject({
      value: { files: 0 },
    });
    expect(await restored(given, backup)).toMatchObject({ ok: true, value: { erased: 1 } });
    expect(readdirSync(given.files)).toHaveLength(1);
  });

  test('is refused where the list of what was erased cannot be read', async () => {
    const given = await withStaffList();
    const backup = await backedUp(given);
    await given.erase();
    writeFileSync(path.join(given.services.config.dataFolder, 'erased.jsonl'), '{"sha256":"half');
    expect(await restored(given, backup)).toMatchObject({
      problem: { code: 'erased-list-damaged' },
    });
  });

  test('a backup that was made afterwards has it erased, and misses nothing', async () => {
    const given = await withStaffList();
    await given.erase();
    await restored(given, await backedUp(given));
    expect(readdirSync(given.files)).toHaveLength(1);
  });
});
