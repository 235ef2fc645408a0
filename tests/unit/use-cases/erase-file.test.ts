// Content that is erased for good: gone from every place, named wherever it stood, and never back.
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { backUp } from '#app/adapters/backup.ts';
import { restore } from '#app/adapters/restore.ts';
import { assessmentView } from '#app/queries/assessment.ts';
import { evidenceFile } from '#app/queries/evidence-file.ts';
import { attachEvidence } from '#app/use-cases/attach-evidence.ts';
import {
  eraseByFingerprint,
  eraseEvidenceFile,
  finishErasures,
} from '#app/use-cases/erase-file.ts';
import { removeEvidence } from '#app/use-cases/remove-evidence.ts';
import { moveState } from '#db/repositories/submissions.ts';
import { ROOT, temporaryFolder } from '#tests/support/command.ts';
import { personWith } from '#tests/support/services.ts';
import { team } from '#tests/support/team.ts';
import { storedText } from '#tests/support/uploads.ts';

const REASON = 'A list of staff';
const KEY = Buffer.alloc(32, 7);
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
    expect(await erase()).toEqual({ ok: true, value: { files: 1, unsigned: false } });
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
    expect(String(trail.get())).toContain(REASON);
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
    const { services, view, erase, assessmentId } = await withStaffList();
    const { version, state } = await view();
    const read = { id: assessmentId, version, state };
    await services.engine.commit([moveState(read, 'signed-off', '2027-03-01T09:00:00.000Z')]);
    expect(await erase()).toMatchObject({ value: { unsigned: true } });
    expect((await view()).state).toBe('draft');
  });

  test('every copy in the organisation goes, and nobody else’s', async () => {
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
    ];
    const other = path.join(files, 'quarantine/2027-02-28/0199a0c0-0000-7000-8000-000000000001');
    for (const place of [...places, other]) {
      mkdirSync(path.dirname(place), { recursive: true });
      writeFileSync(place, place === other ? 'Something else' : 'Names of staff');
    }
    await erase();
    expect(places.map((place) => existsSync(place))).toEqual([false, false, false]);
    expect(existsSync(other)).toBe(true);
  });

  test('with a reason, once, and nobody but the lead', async () => {
    const { contributor, viewer, sponsor, stranger, erase, lead } = await withStaffList();
    for (const actor of [contributor, viewer, sponsor]) {
      expect(await erase(actor)).toMatchObject({ problem: { code: 'not-allowed' } });
    }
    expect(await erase(stranger)).toMatchObject({ problem: { code: 'not-found' } });
    expect(await erase(lead, ' \n')).toMatchObject({ problem: { code: 'erase-reason-missing' } });
    expect(await erase(lead, 'x'.repeat(501))).toMatchObject({
      problem: { code: 'erase-reason-too-long' },
    });
    expect(await erase()).toMatchObject({ ok: true });
    expect(await erase()).toMatchObject({ problem: { code: 'erased-already' } });
  });

  test('an end of the process half-way is made good at the next start', async () => {
    const { services, staff, files, erase, listed } = await withStaffList();
    await erase();
    // As if the process had ended right after the commit.
    writeFileSync(path.join(services.config.dataFolder, 'erased.jsonl'), '');
    writeFileSync(path.join(files, staff.file.id), 'Names of staff');
    await finishErasures(services);
    expect(existsSync(path.join(files, staff.file.id))).toBe(false);
    expect(listed()).toMatchObject([{ sha256: staff.file.sha256, reason: REASON }]);
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
