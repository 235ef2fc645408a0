// Why a backup or a restore was refused, in words that say what to do.
import type { BackupProblem } from '#app/adapters/backup.ts';
import type { Flaw } from '#app/adapters/backup-manifest.ts';
import type { RestoreProblem } from '#app/adapters/restore.ts';

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
