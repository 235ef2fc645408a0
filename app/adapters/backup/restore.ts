// A backup put back into a data folder. Everything is checked before anything is touched; what was
// there is set aside and never deleted; a mark says that a restore was interrupted, and no service
// starts beside it (data-folder-lock.ts).
import { mkdir, readdir, rename, rm } from 'node:fs/promises';
import path from 'node:path';
import { type Erasure, reaches } from '#app/domain/evidence/erasure.ts';
import { ok, refused, type Result } from '#app/domain/problem.ts';
import type { ErasedListDamaged } from '#app/ports.ts';
import { knownMigrations } from '#db/engine.migrations.ts';
import { type Engine, type EngineOptions, openEngine } from '#db/engine.sqlite.ts';
import { deleteAllSessions } from '#db/repositories/accounts/sign-in-rows.ts';
import { audit } from '#db/repositories/audit.ts';
import { listUploadedFiles, markErased } from '#db/repositories/evidence/erasures.ts';
import { listKnownFiles } from '#db/repositories/evidence/evidence-rows.ts';
import { expireInvitations } from '#db/repositories/people/invitation-rows.ts';
import { countWaitingLetters, holdLetters } from '#db/repositories/letters/letters-to-send.ts';
import { deleteUnusedPasswordLinks } from '#db/repositories/accounts/password-links.ts';
import type { Write } from '#db/store.ts';
import { DATABASE, type Flaw, type Manifest, readBackup, sealState } from './backup-manifest.ts';
import { SET_ASIDE } from './data-folder.ts';
import { LOCK_FILE, RESTORE_MARK, tryLock } from './data-folder-lock.ts';
import {
  addToErasedList,
  ERASED_LIST,
  readErasedList,
  uniqueErasures,
} from '#app/adapters/evidence-files/erased-list.ts';
import { copyDurably, syncFolders, writeDurably } from './durable-files.ts';

export type RestorePlan = {
  /** The folder of the backup. */
  readonly from: string;
  readonly dataFolder: string;
  readonly migrationsFolder: string;
  /** Sets what is in the data folder aside. */
  readonly force: boolean;
  /** Seals the event that tells of it; without it a start seals it, and says so. */
  readonly seal?: EngineOptions['seal'];
  /** The key that sealed our backups; null = none is set. */
  readonly key: Buffer | null;
  /** Restores a backup whose seal is missing or of another key. */
  readonly unverified: boolean;
  /** Another list of what was erased, kept outside of the data folder; null = none. */
  readonly erased: string | null;
  readonly now: Date;
};

export type RestoreReport = {
  readonly manifest: Manifest;
  /** Letters that wait for an administrator to release them. */
  readonly held: number;
  /** Files that the backup still had and that were erased since. */
  readonly erased: number;
  /** Where the old contents are now; null = the data folder was empty. */
  readonly setAside: string | null;
};

export type RestoreProblem =
  | { readonly code: 'flawed-backup'; readonly flaws: readonly Flaw[] }
  | { readonly code: 'newer-backup'; readonly has: number; readonly known: number }
  | { readonly code: 'not-sealed' }
  | { readonly code: 'other-seal' }
  | ErasedListDamaged
  | { readonly code: 'in-use' }
  | { readonly code: 'folder-not-empty' }
  | { readonly code: 'database-damaged'; readonly check: string };

/** Puts the backup back; sessions and unused password links of the time of the backup are dropped. */
export async function restore(plan: RestorePlan): Promise<Result<RestoreReport, RestoreProblem>> {
  const { manifest, flaws } = await readBackup(plan.from);
  if (manifest === null) return refused({ code: 'flawed-backup', flaws });
  const erasures = await allErasures(plan);
  if (!erasures.ok) return erasures;
  const known = knownMigrations(plan.migrationsFolder);
  const has = manifest.migrations;
  if (has > known) return refused({ code: 'newer-backup', has, known });
  const seal = sealState(manifest, plan.key);
  if (seal !== 'right' && !plan.unverified) {
    return refused({ code: seal === 'none' ? 'not-sealed' : 'other-seal' });
  }
  const lock = tryLock(plan.dataFolder);
  if (lock === null) return refused({ code: 'in-use' });
  try {
    const old = await contents(plan.dataFolder);
    if (old.length > 0 && !plan.force) return refused({ code: 'folder-not-empty' });
    const verified = seal === 'right';
    return await putBack(plan, { manifest, old, verified, erasures: erasures.value });
  } finally {
    lock.release();
  }
}

/** What a restore would replace: everything but the lock and what earlier restores set aside. */
async function contents(folder: string): Promise<readonly string[]> {
  const names = await readdir(folder);
  return names.filter((name) => !name.startsWith(LOCK_FILE) && !name.startsWith(SET_ASIDE));
}

type Given = {
  readonly manifest: Manifest;
  readonly old: readonly string[];
  readonly verified: boolean;
  readonly erasures: readonly Erasure[];
};

/** What was erased here, according to the backup, or by a list from elsewhere. */
async function allErasures({
  from,
  dataFolder,
  erased,
}: RestorePlan): Promise<Result<readonly Erasure[], RestoreProblem>> {
  const lists = [from, dataFolder].map((folder) => path.join(folder, ERASED_LIST));
  if (erased !== null) lists.push(erased);
  const read: Erasure[] = [];
  for (const list of lists) {
    const erasures = await readErasedList(list);
    // Without the whole list, what was erased might come back; nothing is restored.
    if (!erasures.ok) return erasures;
    read.push(...erasures.value);
  }
  return ok(uniqueErasures(read));
}

async function putBack(
  plan: RestorePlan,
  given: Given,
): Promise<Result<RestoreReport, RestoreProblem>> {
  const { manifest, old } = given;
  const { dataFolder } = plan;
  const staged = path.join(dataFolder, `restoring-${process.pid}`);
  let prepared: Prepared;
  try {
    await mkdir(path.join(staged, 'files'), { recursive: true, mode: 0o700 });
    const problem = await copyBackup(plan.from, staged, manifest);
    const result = problem === null ? await prepare(plan, staged, given) : refused(problem);
    if (!result.ok) {
      await rm(staged, { recursive: true });
      return result;
    }
    prepared = result.value;
  } catch (error) {
    await rm(staged, { recursive: true, force: true });
    throw error;
  }
  const mark = path.join(dataFolder, RESTORE_MARK);
  if (!old.includes(RESTORE_MARK)) await writeDurably(mark, `${plan.now.toISOString()}\n`);
  await syncFolders(dataFolder);
  const setAside = await putAside(plan, old);
  for (const name of await readdir(staged)) {
    await rename(path.join(staged, name), path.join(dataFolder, name));
  }
  await syncFolders(dataFolder);
  await rm(staged, { recursive: true });
  await rm(mark);
  await syncFolders(dataFolder);
  return ok({ manifest, setAside, ...prepared });
}

// Compared again while copying: the backup may lie on a medium that fails only sometimes.
async function copyBackup(
  from: string,
  staged: string,
  { files }: Manifest,
): Promise<RestoreProblem | null> {
  for (const file of files) {
    const source = path.join(from, file.path);
    const { sha256 } = await copyDurably(source, path.join(staged, file.path));
    if (sha256 !== file.sha256) {
      return { code: 'flawed-backup', flaws: [{ file: file.path, code: 'wrong-hash' }] };
    }
  }
  return null;
}

type Prepared = Pick<RestoreReport, 'held' | 'erased'>;

async function prepare(
  plan: RestorePlan,
  staged: string,
  given: Given,
): Promise<Result<Prepared, RestoreProblem>> {
  const engine = openEngine(path.join(staged, DATABASE), plan.migrationsFolder, {
    seal: plan.seal,
  });
  try {
    const check = String(engine.connection.pragma('integrity_check', { simple: true }));
    if (check !== 'ok') return refused({ code: 'database-damaged', check });
    const broken = engine.connection.pragma('foreign_key_check');
    if (!Array.isArray(broken) || broken.length > 0) {
      return refused({ code: 'database-damaged', check: 'rows point nowhere' });
    }
    const at = plan.now.toISOString();
    const erased = await eraseAgain(engine, staged, given);
    const { waiting: held } = await countWaitingLetters(engine.db);
    await engine.commit([
      deleteAllSessions(),
      deleteUnusedPasswordLinks(),
      // One that was withdrawn since the backup must not come back to life.
      expireInvitations(at),
      // They may have gone out since the backup was made.
      holdLetters(at),
      ...erased.writes,
      audit({
        at,
        actor: null,
        event: 'backup-restored',
        organisation: null,
        subject: null,
        details: { verified: given.verified, held, erased: erased.files },
      }),
    ]);
    return ok({ held, erased: erased.files });
  } finally {
    engine.close();
  }
}

// What was erased since the backup stays erased: its content goes again, and its row says so. A file
// that no row names goes by its content.
async function eraseAgain(
  engine: Engine,
  staged: string,
  { erasures, manifest }: Given,
): Promise<{ readonly files: number; readonly writes: readonly Write[] }> {
  if (erasures.length === 0) return { files: 0, writes: [] };
  await addToErasedList(staged, erasures);
  const fingerprints = [...new Set(erasures.map(({ sha256 }) => sha256))];
  const rows = await listUploadedFiles(engine.db, { fingerprints });
  const reached = rows.flatMap((row) => {
    const erasure = erasures.find((one) => reaches(one, row));
    return erasure === undefined ? [] : [{ row, erasure }];
  });
  const gone = new Set(reached.map(({ row }) => row.id));
  const copies = manifest.files.filter(({ sha256 }) => fingerprints.includes(sha256));
  const known = await listKnownFiles(
    engine.db,
    copies.map((copy) => path.posix.basename(copy.path)),
  );
  for (const copy of copies) {
    const id = path.posix.basename(copy.path);
    if (gone.has(id) || !known.has(id)) await rm(path.join(staged, copy.path), { force: true });
  }
  const fresh = reached.filter(({ row }) => row.erasedAt === null);
  const writes = fresh.map(({ row, erasure: { at, reason } }) =>
    markErased([row.id], { at, by: null, reason }),
  );
  return { files: fresh.length, writes };
}

async function putAside(
  { dataFolder, now }: RestorePlan,
  old: readonly string[],
): Promise<string | null> {
  const moved = old.filter((name) => name !== RESTORE_MARK);
  if (moved.length === 0) return null;
  const aside = path.join(dataFolder, `${SET_ASIDE}${now.toISOString().replaceAll(':', '-')}`);
  await mkdir(aside, { mode: 0o700 });
  for (const name of moved) await rename(path.join(dataFolder, name), path.join(aside, name));
  await syncFolders(aside, dataFolder);
  return aside;
}
