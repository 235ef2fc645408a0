// A charter's folder read anew whenever one of its files changes.
import { type FSWatcher, readdirSync, watch } from 'node:fs';
import path from 'node:path';
import { charterIn, filesOf, type Mistake } from '#app/adapters/charter-files/charter-files.ts';
import {
  linesAround,
  type PlacedFinding,
  type Watched,
} from '#app/domain/charter/authoring/watched.ts';

/** An editor writes a file in several steps; what comes within this time is one change. */
const QUIET_MS = 80;
/** Where the system cannot tell of changes, the folder is looked at so often. */
const LOOK_MS = 1000;
/** A folder that cannot be read for so long is gone, and not being put in another's place. */
const GONE_MS = 400;
/** What editors and desktops leave beside files: names that begin with a dot, and copies. */
const LEFT_BY_EDITORS = /(?:^|\/)(?:\.[^/]*|[^/]*~|#[^/]*#)$/;

export type CharterWatch = {
  readonly now: () => Watched;
  readonly stop: () => void;
};

/** Reads the folder, and again after every change, of which it tells. Throws where it cannot be read at first. */
export async function watchCharter(
  folder: string,
  changed: (watched: Watched) => void,
): Promise<CharterWatch> {
  let last = await reading(folder);
  let now: Watched = { folder, revision: 1, gone: false, ...last.found };
  let under = Promise.resolve();
  let again: NodeJS.Timeout | undefined;
  const tell = (next: Partial<Watched>) => {
    now = { ...now, gone: false, ...next, revision: now.revision + 1 };
    changed(now);
  };
  const look = async (isSecond: boolean) => {
    const next = await reading(folder).catch(() => null);
    clearTimeout(again);
    if (next === null) {
      // It is being put in another's place, or gone: a second look tells which.
      if (!isSecond) again = setTimeout(() => lookAgain(true), GONE_MS);
      else if (!now.gone) tell({ gone: true, mistakes: [], remarks: [] });
      return;
    }
    if (!now.gone && next.hash === last.hash) return;
    last = next;
    const { mistakes, remarks, charter } = next.found;
    // What has a mistake leaves the charter as it last was.
    tell(charter === null ? { mistakes, remarks } : next.found);
  };
  const lookAgain = (isSecond = false) => {
    under = under.then(() => look(isSecond));
  };
  const stop = onChange(folder, () => lookAgain());
  // What changed between the reading and the watching.
  lookAgain();
  return {
    now: () => now,
    stop: () => {
      stop();
      clearTimeout(again);
    },
  };
}

async function reading(folder: string) {
  const files = new Map(
    [...(await filesOf(folder))].filter(([name]) => !LEFT_BY_EDITORS.test(name)),
  );
  const { charter, translations, mistakes, remarks, hash } = await charterIn(files);
  const texts = new Map(
    [...files].map(([name, bytes]) => [name, new TextDecoder().decode(bytes)] as const),
  );
  const placed = (mistake: Mistake): PlacedFinding => ({
    ...mistake,
    lines: linesAround(texts.get(mistake.file) ?? '', mistake.line),
  });
  const findings = { mistakes: mistakes.map(placed), remarks: remarks.map(placed) };
  return { found: { charter, translations, ...findings }, hash: hash.whole };
}

/** Calls after changes in the folder or below; returns what ends that. */
function onChange(folder: string, call: () => void): () => void {
  let watchers: readonly FSWatcher[] = [];
  let waiting: NodeJS.Timeout | undefined;
  let looking: NodeJS.Timeout | undefined;
  const lookAround = () => void (looking ??= setInterval(call, LOOK_MS));
  const soon = () => {
    clearTimeout(waiting);
    waiting = setTimeout(() => {
      watchAnew();
      call();
    }, QUIET_MS);
  };
  // A folder that came, or took the place of another, has no watcher yet; the old ones end once the new ones are there.
  const watchAnew = () => {
    const before = watchers;
    watchers = watchersOf(folder, soon);
    for (const watcher of watchers) watcher.on('error', lookAround);
    for (const watcher of before) watcher.close();
    if (watchers.length === 0) lookAround();
  };
  watchAnew();
  return () => {
    for (const watcher of watchers) watcher.close();
    clearTimeout(waiting);
    clearInterval(looking);
  };
}

/**
 * One for the folder and one for each below, which see files come, change and go; none where they cannot be had. A
 * watcher of all that is below loses a file that takes the place of another, as editors save (Node 24 on Linux).
 */
function watchersOf(folder: string, changed: () => void): readonly FSWatcher[] {
  const watchers: FSWatcher[] = [];
  try {
    const below = readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isDirectory())
      .map((entry) => path.join(entry.parentPath, entry.name));
    for (const each of [folder, ...below]) watchers.push(watch(each, changed));
    return watchers;
  } catch {
    // Named recovery: a network drive, or no more watches are left; then the folder is looked at.
    for (const watcher of watchers) watcher.close();
    return [];
  }
}
