// Why a backup or a restore was refused, in words that say what to do.
import type { BackupProblem } from '#app/adapters/backup/backup.ts';
import type { Flaw } from '#app/adapters/backup/backup-manifest.ts';
import type { StorageTrouble } from '#app/domain/storage-trouble.ts';
import type { RestoreProblem } from '#app/adapters/backup/restore.ts';
import type { GiveRoleProblem } from '#app/use-cases/people/give-role-by-hand.ts';

/** Why nobody was given a role. */
export function roleProblemText(problem: GiveRoleProblem, email: string): string {
  switch (problem.code) {
    case 'email-in-use':
    case 'role-held':
      return `There is an account for ${email} with this role already. For a new link: charter admin reset-link --email ${email}`;
    case 'role-apart':
      return `${email} cannot have both: whoever administers holds no role in an organisation, nor on a panel. Nothing was changed.`;
    case 'no-such-role':
      return `There is no such role there. Roles: ${problem.roles.join(', ')}`;
    case 'no-such-organisation':
      return 'There is no such organisation. Give its name, ODS code or id, as on the page Administration';
    case 'no-such-department':
      return 'There is no such department of the organisation. Give its name or id';
    case 'not-allowed':
      return 'This is not allowed.';
    default:
      return problem satisfies never;
  }
}

/** Why there is no backup. */
export function backupProblemText(
  problem: BackupProblem,
  { dataFolder, out }: { readonly dataFolder: string; readonly out: string },
): string {
  switch (problem.code) {
    case 'target-exists':
      return `${out} is there already; a backup goes into a new folder`;
    case 'no-database':
      return `There is no database in ${dataFolder}; is DATA_DIR right?`;
    case 'database-damaged':
      return `The database in ${dataFolder} is damaged (${problem.check}). Stop the service, keep a copy of the folder, and restore the last sound backup.`;
    case 'target-full':
      return `There is no space left for the backup in ${out}. Nothing of it was kept, and the data folder is as it was. Make room, or give another folder`;
    default:
      return problem satisfies never;
  }
}

/** Why nothing was restored; the data folder is as it was. */
export function restoreProblemText(
  problem: RestoreProblem,
  { dataFolder, from }: { readonly dataFolder: string; readonly from: string },
): string {
  switch (problem.code) {
    case 'flawed-backup':
      return [
        `${from} is no sound backup; nothing was changed`,
        ...problem.flaws.map(({ file, code }) => `  ${file}: ${flawText(code)}`),
      ].join('\n');
    case 'newer-backup':
      return `${from} was made by a newer version of this program (${problem.has} migrations, ${problem.known} known); restore it with that version`;
    case 'not-sealed':
      return `${from} has no seal, so nobody can tell whether this service made it: it is from before backups were sealed, was made without a key, or by hand. It could hold accounts and texts of somebody's choosing. If you know where it comes from, restore it with --unverified; the trail will say so.`;
    case 'other-seal':
      return `The seal of ${from} is not of the key that is set: BACKUP_KEY or SESSION_SECRET was another one, or the backup was changed by hand. Set the key that it was made with, or, if you know where it comes from, restore it with --unverified; the trail will say so.`;
    case 'erased-list-damaged':
      return `${problem.why}. What was erased might come back, so nothing was restored. Mend the line, or move the list away if nothing on it matters.`;
    case 'in-use':
      return `A service is running on ${dataFolder}; stop it first`;
    case 'folder-not-empty':
      return `${dataFolder} is not empty; --force sets what is there aside and restores`;
    case 'database-damaged':
      return `The database in ${from} is damaged (${problem.check}); nothing was changed`;
    default:
      return problem satisfies never;
  }
}

function flawText(code: Flaw['code']): string {
  switch (code) {
    case 'missing':
      return 'is missing';
    case 'wrong-size':
      return 'has another size than the manifest says';
    case 'wrong-hash':
      return 'has another content than the manifest says';
    case 'not-listed':
      return 'is not in the manifest';
    case 'unreadable':
      return 'is missing or cannot be read; a backup that was interrupted has none';
    default:
      return code satisfies never;
  }
}

const TROUBLES: Readonly<Record<StorageTrouble, string>> = {
  full: 'There is no space left on the disk. Make room and try again',
  reserve: 'There is too little space left on the disk for files. Make room and try again',
  busy: 'Another program holds the database. End it, or wait until it is done, and try again',
  'read-only':
    'It may not be written: the disk is for reading only, or the files are somebody else’s',
  failing: 'The disk reports errors, or the file is damaged. Look at the disk, and keep a copy',
};

/** Why the disk or the database stopped a command, with what the system said of it. */
export function storageTroubleText(trouble: StorageTrouble, said: string): string {
  return `${TROUBLES[trouble]} (${said}).`;
}
