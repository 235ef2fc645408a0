// What stands in the way of a backup, a restore or a role given by hand, in words that say what to do.
import type { StorageTrouble } from '#app/domain/storage-trouble.ts';
import { told, type Told } from '#app/words/told.ts';

type Email = { readonly email: string };

const HELD = ({ email }: Email) =>
  `There is an account for ${email} with this role already. For a new link: charter admin reset-link --email ${email}`;

const ROLE = {
  'email-in-use': HELD,
  'role-held': HELD,
  'role-apart': ({ email }: Email) =>
    `${email} cannot have both: whoever administers holds no role in an organisation, nor on a panel. Nothing was changed.`,
  'no-such-role': ({ roles }: Email & { readonly roles: readonly string[] }) =>
    `There is no such role there. Roles: ${roles.join(', ')}`,
  'no-such-organisation':
    'There is no such organisation. Give its name, ODS code or id, as on the page Administration',
  'no-such-department': 'There is no such department of the organisation. Give its name or id',
  'not-allowed': 'This is not allowed.',
};

/** Why nobody was given a role; with the address that was asked for. */
export function roleProblemText(problem: Told<typeof ROLE>): string {
  return told(ROLE, problem);
}

type Place = { readonly dataFolder: string; readonly out: string };
type Damaged = { readonly check: string };

const BACKUP = {
  'target-exists': ({ out }: Place) => `${out} is there already; a backup goes into a new folder`,
  'no-database': ({ dataFolder }: Place) =>
    `There is no database in ${dataFolder}; is DATA_DIR right?`,
  'database-damaged': ({ dataFolder, check }: Place & Damaged) =>
    `The database in ${dataFolder} is damaged (${check}). Stop the service, keep a copy of the folder, and restore the last sound backup.`,
  'target-full': ({ out }: Place) =>
    `There is no space left for the backup in ${out}. Nothing of it was kept, and the data folder is as it was. Make room, or give another folder`,
};

/** Why there is no backup. */
export function backupProblemText(problem: Told<typeof BACKUP>): string {
  return told(BACKUP, problem);
}

const FLAW = {
  missing: 'is missing',
  'wrong-size': 'has another size than the manifest says',
  'wrong-hash': 'has another content than the manifest says',
  'not-listed': 'is not in the manifest',
  unreadable: 'is missing or cannot be read; a backup that was interrupted has none',
};

type Flaw = { readonly file: string } & Told<typeof FLAW>;
type Restoring = { readonly dataFolder: string; readonly from: string };

const RESTORE = {
  'flawed-backup': ({ from, flaws }: Restoring & { readonly flaws: readonly Flaw[] }) =>
    [
      `${from} is no sound backup; nothing was changed`,
      ...flaws.map((flaw) => `  ${flaw.file}: ${told(FLAW, flaw)}`),
    ].join('\n'),
  'newer-backup': ({
    from,
    has,
    known,
  }: Restoring & { readonly has: number; readonly known: number }) =>
    `${from} was made by a newer version of this program (${has} migrations, ${known} known); restore it with that version`,
  'not-sealed': ({ from }: Restoring) =>
    `${from} has no seal, so nobody can tell whether this service made it: it is from before backups were sealed, was made without a key, or by hand. It could hold accounts and texts of somebody's choosing. If you know where it comes from, restore it with --unverified; the trail will say so.`,
  'other-seal': ({ from }: Restoring) =>
    `The seal of ${from} is not of the key that is set: BACKUP_KEY or SESSION_SECRET was another one, or the backup was changed by hand. Set the key that it was made with, or, if you know where it comes from, restore it with --unverified; the trail will say so.`,
  'erased-list-damaged': ({ why }: Restoring & { readonly why: string }) =>
    `${why}. What was erased might come back, so nothing was restored. Mend the line, or move the list away if nothing on it matters.`,
  'in-use': ({ dataFolder }: Restoring) => `A service is running on ${dataFolder}; stop it first`,
  'folder-not-empty': ({ dataFolder }: Restoring) =>
    `${dataFolder} is not empty; --force sets what is there aside and restores`,
  'database-damaged': ({ from, check }: Restoring & Damaged) =>
    `The database in ${from} is damaged (${check}); nothing was changed`,
};

/** Why nothing was restored; the data folder is as it was. */
export function restoreProblemText(problem: Told<typeof RESTORE>): string {
  return told(RESTORE, problem);
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
