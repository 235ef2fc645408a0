// A backup put back into a data folder. Everything is checked before anything is touched; what was
// there is set aside and never deleted; a mark says that a restore was interrupted, and no service
// starts beside it (data-folder-lock.ts).
import { mkdir, readdir, rename, rm } from 'node:fs/promises';
import path from 'node:path';
import { ok, refused, type Result } from '#app/domain/problem.ts';
import { knownMigrations, openEngine } from '#db/engine.sqlite.ts';
import { deleteAllSessions } from '#db/repositories/accounts.ts';
import { audit } from '#db/repositories/audit.ts';
import { expireInvitations } from '#db/repositories/invitations.ts';
import { deleteUnusedPasswordLinks } from '#db/repositories/password-links.ts';
import { DATABASE, type Flaw, type Manifest, readBackup } from './backup-manifest.ts';
import { LOCK_FILE, RESTORE_MARK, tryLock } from './data-folder-lock.ts';
import { copyDurably, syncFolders, writeDurably } from './durable-files.ts';

const ASIDE = 'before-restore-';

export type RestorePlan = {
  /** The folder of the backup. */
  readonly from: string;
  readonly dataFolder: string;
  readonly migrationsFolder: string;
  /** Sets what is in the data folder aside. */
  readonly force: boolean;
  readonly now: Date;
};

export type RestoreReport = {
  readonly manifest: Manifest;
  /** Where the old contents are now; null = the data folder was empty. */
  readonly setAside: string | null;
};

export type RestoreProblem =
  | { readonly code: 'flawed-backup'; readonly flaws: readonly Flaw[] }
  | { readonly code: 'newer-backup'; readonly has: number; readonly known: number }
  | { readonly code: 'in-use' }
  | { readonly code: 'folder-not-empty' }
  | { readonly code: 'database-damaged'; readonly check: string };

/** Puts the backup back; sessions and unused password links of the time of the backup are dropped. */
export async function restore(plan: RestorePlan): Promise<Result<RestoreReport, RestoreProblem>> {
  const { manifest, flaws } = await readBackup(plan.from);
  if (manifest === null) return refused({ code: 'flawed-backup', flaws });
  const known = knownMigrations(plan.migrationsFolder);
  const has = manifest.migrations;
  if (has > known) return refused({ code: 'newer-backup', has, known });
  const lock = tryLock(plan.dataFolder);
  if (lock === null) return refused({ code: 'in-use' });
  try {
    const old = await contents(plan.dataFolder);
    if (old.length > 0 && !plan.force) return refused({ code: 'folder-not-empty' });
    return await putBack(plan, manifest, old);
  } finally {
    lock.release();
  }
}

/** What a restore would replace: everything but the lock and what earlier restores set aside. */
async function contents(folder: string): Promise<readonly string[]> {
  const names = await readdir(folder);
  return names.filter((name) => !name.startsWith(LOCK_FILE) && !name.startsWith(ASIDE));
}

async function putBack(
  plan: RestorePlan,
  manifest: Manifest,
  old: readonly string[],
): Promise<Result<RestoreReport, RestoreProblem>> {
  const { dataFolder } = plan;
  const staged = path.join(dataFolder, `restoring-${process.pid}`);
  try {
    await mkdir(path.join(staged, 'files'), { recursive: true, mode: 0o700 });
    const problem =
      (await copyBackup(plan.from, staged, manifest)) ?? (await prepare(plan, staged));
    if (problem !== null) {
      await rm(staged, { recursive: true });
      return refused(problem);
    }
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
  return ok({ manifest, setAside });
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

async function prepare(
  { migrationsFolder, now }: RestorePlan,
  staged: string,
): Promise<RestoreProblem | null> {
  const engine = openEngine(path.join(staged, DATABASE), migrationsFolder);
  try {
    const check = String(engine.connection.pragma('integrity_check', { simple: true }));
    if (check !== 'ok') return { code: 'database-damaged', check };
    const broken = engine.connection.pragma('foreign_key_check');
    if (!Array.isArray(broken) || broken.length > 0) {
      return { code: 'database-damaged', check: 'rows point nowhere' };
    }
    await engine.commit([
      deleteAllSessions(),
      deleteUnusedPasswordLinks(),
      // One that was withdrawn since the backup must not come back to life.
      expireInvitations(now.toISOString()),
      audit({
        at: now.toISOString(),
        actor: null,
        event: 'backup-restored',
        organisation: null,
        subject: null,
      }),
    ]);
    return null;
  } finally {
    engine.close();
  }
}

async function putAside(
  { dataFolder, now }: RestorePlan,
  old: readonly string[],
): Promise<string | null> {
  const moved = old.filter((name) => name !== RESTORE_MARK);
  if (moved.length === 0) return null;
  const aside = path.join(dataFolder, `${ASIDE}${now.toISOString().replaceAll(':', '-')}`);
  await mkdir(aside, { mode: 0o700 });
  for (const name of moved) await rename(path.join(dataFolder, name), path.join(aside, name));
  await syncFolders(aside, dataFolder);
  return aside;
}
