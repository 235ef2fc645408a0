// Every charter version under charter-criteria/, loaded once. Being listed in published.yaml is being
// published; a published folder that differs from its hashes is refused (scoring.md, Versions).
import { readdir, readFile, rename, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { parse, stringify } from 'yaml';
import { z } from 'zod';
import type { Charter } from '#app/domain/charter/charter.ts';
import { charterName } from '#app/domain/charter/charter.ts';
import type { Translation } from './translations.ts';
import { type FolderHash, type Mistake, readCharterFolder } from './charter-files.ts';

export type CharterVersion = {
  readonly charter: Charter;
  /** The same in other languages, by tag. */
  readonly translations: ReadonlyMap<string, Translation>;
  /** false = a draft, which takes no real assessment. */
  readonly published: boolean;
  /** SHA-256 of the whole version. */
  readonly hash: string;
};

export type CharterLibrary = {
  /** Sound versions by `id@version`. */
  readonly versions: ReadonlyMap<string, CharterVersion>;
  /** Folders that cannot be used, with every reason. */
  readonly refused: readonly { readonly folder: string; readonly mistakes: readonly Mistake[] }[];
};

const hex = z.string().regex(/^[0-9a-f]{64}$/);
const publishedFile = z.record(
  z.string(),
  z.strictObject({ whole: hex, files: z.record(z.string(), hex) }),
);
type Published = z.output<typeof publishedFile>;

/** All versions of all charters below `root`; throws where the root or published.yaml is unreadable. */
export async function loadCharterLibrary(root: string): Promise<CharterLibrary> {
  const published = await readPublished(root);
  const versions = new Map<string, CharterVersion>();
  const refused: { folder: string; mistakes: readonly Mistake[] }[] = [];
  const present = new Set<string>();
  for (const folder of await versionFolders(root)) {
    const read = await readCharterFolder(path.join(root, folder));
    const { charter, translations, mistakes, hash } = read;
    const name = folder.replace('/', '@');
    present.add(name);
    const listed = published[name];
    const wrong = [
      ...mistakes,
      ...(charter ? misnamed(charter, name) : []),
      ...(listed ? differences(listed, hash) : []),
    ];
    if (charter === null || wrong.length > 0) refused.push({ folder, mistakes: wrong });
    else {
      const { whole } = hash;
      versions.set(name, { charter, translations, published: listed !== undefined, hash: whole });
    }
  }
  for (const name of Object.keys(published).filter((listed) => !present.has(listed))) {
    const message = `${name} is listed as published, and its folder is not there; restore it`;
    refused.push({
      folder: name.replace('@', '/'),
      mistakes: [mistake('missing-folder', message)],
    });
  }
  return { versions, refused };
}

/** Lists a version as published; refuses one that is listed already with other contents. */
export async function publishVersion(
  root: string,
  folder: string,
): Promise<{ readonly name: string } | { readonly mistakes: readonly Mistake[] }> {
  const { charter, mistakes, hash } = await readCharterFolder(folder);
  if (charter === null) return { mistakes };
  const name = charterName(charter);
  const published = await readPublished(root);
  const listed = published[name];
  if (listed !== undefined) {
    const changed = differences(listed, hash);
    return changed.length > 0 ? { mistakes: changed } : { name };
  }
  const next: Published = {
    ...published,
    [name]: { whole: hash.whole, files: Object.fromEntries(hash.files) },
  };
  const file = path.join(root, 'published.yaml');
  const heading =
    '# Every published version with the SHA-256 of each file and of the whole.\n' +
    '# Written by `npm run charter -- publish PATH`, reviewed like code. A published version never changes.\n';
  await writeFile(`${file}.new`, heading + stringify(next));
  await rename(`${file}.new`, file);
  return { name };
}

async function readPublished(root: string): Promise<Published> {
  const file = path.join(root, 'published.yaml');
  let text = '';
  try {
    text = await readFile(file, 'utf8');
  } catch (error) {
    // Named recovery: a library without the file has drafts only.
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return {};
    throw error;
  }
  const result = publishedFile.safeParse(parse(text) ?? {});
  if (!result.success) {
    throw new Error(
      `${file} is damaged: ${result.error.issues[0]?.message ?? ''}. Restore it from version control.`,
    );
  }
  return result.data;
}

/** The folder of the version with the name id@version, sound or not; null where there is none. */
export async function versionFolder(root: string, name: string): Promise<string | null> {
  const folders = await versionFolders(root);
  return folders.find((folder) => folder.replace('/', '@') === name) ?? null;
}

async function versionFolders(root: string): Promise<readonly string[]> {
  const charters = (await readdir(root, { withFileTypes: true })).filter(
    (entry) => entry.isDirectory() && entry.name !== 'schemas',
  );
  const folders = await Promise.all(
    charters.map(async (charter) =>
      (await readdir(path.join(root, charter.name), { withFileTypes: true }))
        .filter((entry) => entry.isDirectory())
        .map((entry) => `${charter.name}/${entry.name}`),
    ),
  );
  return folders.flat().toSorted();
}

/** What is wrong where a folder's name, id@version, is not the charter's. */
export function misnamed(charter: Charter, name: string): readonly Mistake[] {
  if (charterName(charter) === name) return [];
  const message = `this file says ${charterName(charter)}, and its folder says ${name}; make them agree`;
  return [{ ...mistake('wrong-folder', message), file: 'charter.yaml' }];
}

function differences(listed: Published[string], hash: FolderHash): readonly Mistake[] {
  if (listed.whole === hash.whole) return [];
  const names = new Set([...Object.keys(listed.files), ...hash.files.keys()]);
  return [...names].toSorted().flatMap((file) => {
    const was = listed.files[file] ?? 'not there';
    const is = hash.files.get(file) ?? 'not there';
    if (was === is) return [];
    const message = `a published version never changes: published with SHA-256 ${was}, now ${is}; restore the file, or make a new version`;
    return [{ ...mistake('published-changed', message), file }];
  });
}

function mistake(code: string, message: string): Mistake {
  return { file: '.', line: 1, column: 1, code, message };
}
