// `admin restore`: a backup back into the data folder. What is refused exits with 4.
import { existsSync } from 'node:fs';
import path from 'node:path';
import { backupKey } from '#app/adapters/backup/backup-manifest.ts';
import { openTrailSeal, sealing } from '#app/adapters/backup/trail-seal.ts';
import { restore, type RestoreProblem, type RestoreReport } from '#app/adapters/backup/restore.ts';
import { readBackupSettings } from '#app/config.ts';
import { restoreProblemText } from '#words/administration/command-text.ts';
import { type Options, usage } from './options.ts';
import { CommandFailure, EXIT, printJson, tell } from './output.ts';
import { settings } from './settings.ts';

const MIGRATIONS = path.resolve(import.meta.dirname, '../../db/migrations/sqlite');

const REFUSALS: readonly RestoreProblem['code'][] = [
  'in-use',
  'folder-not-empty',
  'newer-backup',
  'not-sealed',
  'other-seal',
];

/** Puts a backup back and tells what is different from the day on which it was made. */
export async function restoreBackup(_: readonly string[], options: Options): Promise<number> {
  const { from, force, unverified, erased = null, json } = options;
  if (from === undefined) throw usage('admin restore needs --from FOLDER');
  if (erased !== null && !existsSync(erased)) {
    throw new CommandFailure(EXIT.io, `cannot read ${erased}`);
  }
  const { dataFolder, trail, ...keys } = settings(readBackupSettings);
  const seal = trail === null ? undefined : sealing(openTrailSeal(trail.key, trail.oldKeys));
  const given = { from, dataFolder, force, unverified, erased, key: backupKey(keys), seal };
  const result = await restore({ ...given, migrationsFolder: MIGRATIONS, now: new Date() });
  if (!result.ok) {
    const { code } = result.problem;
    throw new CommandFailure(
      REFUSALS.includes(code) ? EXIT.refused : EXIT.findings,
      restoreProblemText({ ...result.problem, from, dataFolder }),
    );
  }
  report(result.value, { dataFolder, json });
  return EXIT.ok;
}

function report(
  { manifest, setAside, held, erased }: RestoreReport,
  { dataFolder, json }: { readonly dataFolder: string; readonly json: boolean },
): void {
  if (json) printJson({ dataFolder, createdAt: manifest.createdAt, setAside, held, erased });
  if (held > 0) {
    const letters = held === 1 ? '1 letter is' : `${held} letters are`;
    tell(`${letters} held until an administrator releases what should go out (/outbox)`);
  }
  if (erased > 0) {
    const files = erased === 1 ? '1 file was' : `${erased} files were`;
    tell(`${files} erased after the backup was made, and erased here again`);
  }
  if (setAside !== null) tell(`What was there before is in ${setAside}`);
  tell(`${dataFolder} is as it was on ${manifest.createdAt}; everybody signs in again`);
}
