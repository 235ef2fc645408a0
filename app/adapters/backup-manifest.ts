// manifest.json of a backup: every file with its size and SHA-256. It is written last, so that a
// backup without it is half a backup; a backup that differs from it in anything is refused.
import { lstat, readFile } from 'node:fs/promises';
import path from 'node:path';
import { z } from 'zod';
import { digestOf } from './durable-files.ts';
import { filesBelow } from './files-below.ts';

export const MANIFEST = 'manifest.json';
export const DATABASE = 'charter.db';

const entry = z.strictObject({
  // Only names below the backup itself: a restore writes to them.
  path: z
    .string()
    .regex(/^(charter\.db|files\/[^\\\0]+)$/)
    .refine((name) => !name.split('/').some((part) => ['', '.', '..'].includes(part))),
  size: z.int().min(0),
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
});

const manifest = z.strictObject({
  format: z.literal(1),
  createdAt: z.iso.datetime(),
  /** Migrations applied to the database. */
  migrations: z.int().min(1),
  files: z.array(entry).min(1),
});

export type Manifest = z.output<typeof manifest>;
export type ManifestEntry = z.output<typeof entry>;

export type Flaw = {
  readonly file: string;
  readonly code: 'missing' | 'wrong-size' | 'wrong-hash' | 'not-listed' | 'unreadable';
};

/** The manifest of a sound backup, or everything that is wrong with it. */
export async function readBackup(
  folder: string,
): Promise<{ readonly manifest: Manifest | null; readonly flaws: readonly Flaw[] }> {
  const listed = await readManifest(folder);
  if (listed === null) return { manifest: null, flaws: [{ file: MANIFEST, code: 'unreadable' }] };
  const known = new Set([MANIFEST, ...listed.files.map((file) => file.path)]);
  const flaws: Flaw[] = known.has(DATABASE) ? [] : [{ file: DATABASE, code: 'missing' }];
  for (const file of await filesBelow(folder)) {
    if (!known.has(file)) flaws.push({ file, code: 'not-listed' });
  }
  for (const file of listed.files) {
    const code = await flawOf(path.join(folder, file.path), file);
    if (code !== null) flaws.push({ file: file.path, code });
  }
  return flaws.length === 0 ? { manifest: listed, flaws } : { manifest: null, flaws };
}

async function flawOf(file: string, listed: ManifestEntry): Promise<Flaw['code'] | null> {
  const found = await lstat(file).catch(() => null);
  if (found === null || !found.isFile()) return 'missing';
  if (found.size !== listed.size) return 'wrong-size';
  const { sha256 } = await digestOf(file);
  return sha256 === listed.sha256 ? null : 'wrong-hash';
}

async function readManifest(folder: string): Promise<Manifest | null> {
  try {
    const data: unknown = JSON.parse(await readFile(path.join(folder, MANIFEST), 'utf8'));
    return manifest.safeParse(data).data ?? null;
  } catch {
    // Named recovery: a manifest that cannot be read is the flaw that is reported.
    return null;
  }
}
