// Why a start is refused, for whoever runs the service: the file, its owner or the cause, and the next
// step, in a sentence or two. Nothing is changed by a start that is refused.
import { accessSync, constants, existsSync, readdirSync, statSync } from 'node:fs';
import path from 'node:path';
import { storageTrouble } from '#app/domain/storage-trouble.ts';

/** A start that is refused, in words. */
export class StartRefusal extends Error {
  constructor(message: string, cause?: unknown) {
    super(message, { cause });
    this.name = 'StartRefusal';
  }
}

/** The next step where the database is lost or damaged. */
export const RESTORE =
  'Keep a copy of the data folder, then put the last backup back: npm run charter -- admin restore --from BACKUP --force.';

/**
 * Throws where the data folder, its database or its files belong to somebody else, or where something of
 * another kind lies in their place.
 */
export function assertOurs(file: string): void {
  const folder = path.dirname(file);
  if (!existsSync(folder)) {
    const above = nearest(folder);
    assertKind(above, true);
    if (!mayWrite(above)) throw new StartRefusal(missingWords(folder, above));
    return;
  }
  assertKind(folder, true);
  const places = [folder, ...readdirSyncOf(folder).map((name) => path.join(folder, name))];
  for (const place of places) {
    assertKind(place, place === folder || path.basename(place) === 'files');
    if (!mayWrite(place)) throw new StartRefusal(ownerWords(place, folder));
  }
}

/** The refusal that an error of the start stands for; the error itself where it says enough. */
export function refusalOf(file: string, error: unknown): unknown {
  if (error instanceof StartRefusal) return error;
  const said = error instanceof Error ? error.message : String(error);
  switch (storageTrouble(error)) {
    case 'full':
      return new StartRefusal(
        `${file} cannot be opened: there is no space left on its disk (${said}). Nothing was changed. Make room and start again.`,
        error,
      );
    case 'busy':
      return new StartRefusal(
        `${file} is held by another program (${said}). End that program, such as a backup tool or a database browser, and start again.`,
        error,
      );
    case 'read-only':
      return new StartRefusal(
        `${file} cannot be opened for writing (${said}). Is the disk mounted for reading only, or gone? Mend that and start again.`,
        error,
      );
    case 'failing':
      return new StartRefusal(
        `${file} cannot be read whole: its disk reports an error, or the file is damaged (${said}). Nothing was changed. Look at the disk. ${RESTORE}`,
        error,
      );
    default:
      return error;
  }
}

const FILE_TROUBLES: Readonly<Record<string, readonly [string, string]>> = {
  ENOENT: ['is not there', 'Put it back, or mend the setting that names it,'],
  ENOTDIR: ['is no folder, or lies below something that is none', 'Mend the setting that names it'],
  EISDIR: ['is a folder, where a file belongs', 'Move it away'],
  EEXIST: ['is in the place of something else', 'Move it away'],
  ELOOP: ['is a link that leads back to itself', 'Mend the link'],
  EACCES: ['may not be used by the user of this process', 'Give that user the right to it'],
  EPERM: [
    'may not be changed, whoever asks: it belongs to somebody else or is marked immutable',
    'Take the mark away (lsattr shows it, chattr -i takes it), or mend the owner,',
  ],
  EROFS: ['lies on a disk for reading only', 'Mount it for writing'],
  ENOSPC: ['cannot be written: there is no space left on its disk', 'Make room'],
  EDQUOT: ['cannot be written: the quota of its disk is used up', 'Make room'],
  EIO: ['cannot be read or written: its disk reports an error', 'Look at the disk'],
  EMFILE: ['cannot be opened: this process has too many files open', 'Raise that limit'],
};

/** An error that ends a start, in a sentence: the file, the cause and the next step where it names a file. */
export function startTroubleWords(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  if (error instanceof StartRefusal || !('path' in error) || !('code' in error)) {
    return error.message;
  }
  const [cause, step] = FILE_TROUBLES[String(error.code)] ?? [
    `cannot be used (${error.message})`,
    'Mend that',
  ];
  return `${String(error.path)} ${cause} (${String(error.code)}). ${step} and start again.`;
}

/** Throws where a folder or file that a setting names is not there. */
export function assertThere(place: string, setting: string, step: string): void {
  if (existsSync(place)) return;
  throw new StartRefusal(
    `${place} is not there. Nothing was changed. ${step}, or set ${setting} to where it is, and start again.`,
  );
}

const OURS = /^(?:charter\.db(?:-wal|-shm|-journal)?|lock\.db|files)$/;

function assertKind(place: string, isFolder: boolean): void {
  const found = statSync(place, { throwIfNoEntry: false });
  if (found === undefined || (isFolder ? found.isDirectory() : found.isFile())) return;
  const other = found.isFile() ? 'a file' : 'no plain file';
  throw new StartRefusal(
    `${place} is ${found.isDirectory() ? 'a folder' : other}, where a ${isFolder ? 'folder' : 'file'} belongs. Nothing was changed. Check that DATA_DIR is right, or move it away, put back what belongs there and start again.`,
  );
}

function readdirSyncOf(folder: string): readonly string[] {
  try {
    return readdirSync(folder).filter((name) => OURS.test(name));
  } catch {
    // Named recovery: a folder that cannot be listed is refused by itself.
    return [];
  }
}

/** The folder itself, or the first above it that is there. */
function nearest(folder: string): string {
  return existsSync(folder) ? folder : nearest(path.dirname(folder));
}

function mayWrite(place: string): boolean {
  const { W_OK, R_OK, X_OK } = constants;
  return may(place, statSync(place).isDirectory() ? W_OK | R_OK | X_OK : W_OK | R_OK);
}

function may(place: string, rights: number): boolean {
  try {
    accessSync(place, rights);
    return true;
  } catch (error) {
    // Named recovery: any other trouble, such as a disk for reading only, is met and told later.
    return !(error instanceof Error && 'code' in error && error.code === 'EACCES');
  }
}

// Every step names the data folder and nothing above it: what else lies there is not ours to give away.
function ownerWords(place: string, folder: string): string {
  const owner = statSync(place).uid;
  const uid = ownUid(owner);
  if (owner === uid) {
    return `${place} may not be written by the user that it belongs to (uid ${uid}). Nothing was changed. Give that user the right to write: chmod -R u+rwX ${folder}.`;
  }
  const cause = `${place} belongs to another user (uid ${owner}), and this process runs as uid ${uid}, which may not write there`;
  const give = `ive the data folder to the user of the service: chown -R ${uid} ${folder}`;
  // Nobody is told to run a service as root.
  const step = owner === 0 ? `G${give}` : `Run the service as uid ${owner}, or g${give}`;
  return `${cause}. Nothing was changed. ${step}.`;
}

function missingWords(folder: string, above: string): string {
  const uid = ownUid(statSync(above).uid);
  if (!may(above, constants.X_OK)) {
    return `The data folder ${folder} cannot be reached: this process runs as uid ${uid}, which may not enter ${above}. Nothing was changed. Set DATA_DIR to a folder that this user can reach, or let it pass through ${above}.`;
  }
  return `The data folder ${folder} does not exist, and this process runs as uid ${uid}, which may not make it in ${above}. Nothing was changed. Make it and give it to the user of the service: mkdir -p ${folder} && chown ${uid} ${folder}. Is DATA_DIR right?`;
}

/** By number: in a container a user often has no name. Windows knows no such numbers. */
function ownUid(otherwise: number): number {
  return process.getuid?.() ?? otherwise;
}
