// manifest.json of a backup: every file with its size and SHA-256. It is written last, so that a
// backup without it is half a backup; a backup that differs from it in anything is refused. It is sealed
// with a key of the service, so that nobody makes one by hand and has it restored.
import { createHmac, hkdfSync, timingSafeEqual } from 'node:crypto';
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
    .regex(/^(charter\.db|erased\.jsonl|files\/[^\\\0]+)$/)
    .refine((name) => !name.split('/').some((part) => ['', '.', '..'].includes(part))),
  size: z.int().min(0),
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
});

const manifest = z.strictObject({
  /** 1 = from before manifests were sealed. */
  format: z.literal([1, 2]),
  createdAt: z.iso.datetime(),
  /** Migrations applied to the database. */
  migrations: z.int().min(1),
  files: z.array(entry).min(1),
  /** The head of the trail in it; absent from before trails were sealed. */
  trailHead: z.string().max(300).optional(),
  /** HMAC-SHA-256 of everything else; absent in format 1, and where no key was set. */
  seal: z
    .string()
    .regex(/^[0-9a-f]{64}$/)
    .optional(),
});

export type Manifest = z.output<typeof manifest>;
export type ManifestEntry = z.output<typeof entry>;

/** The key that seals manifests: its own, or one derived from the secret of the service; null = neither is set. */
export function backupKey({
  backup,
  secret,
}: {
  readonly backup: string | null;
  readonly secret: string | null;
}): Buffer | null {
  const given = backup ?? secret;
  if (given === null) return null;
  return Buffer.from(hkdfSync('sha256', given, '', 'backup manifests', 32));
}

/** The manifest with its seal; as it is where there is no key. */
export function sealed(unsealed: Manifest, key: Buffer | null): Manifest {
  return key === null ? unsealed : { ...unsealed, seal: sealOf(unsealed, key).toString('hex') };
}

/** Whose seal a manifest has: that of this key, another one, or none. */
export function sealState(
  { seal, ...unsealed }: Manifest,
  key: Buffer | null,
): 'right' | 'other-key' | 'none' {
  if (seal === undefined) return 'none';
  if (key === null) return 'other-key';
  const right = timingSafeEqual(Buffer.from(seal, 'hex'), sealOf(unsealed, key));
  return right ? 'right' : 'other-key';
}

function sealOf(unsealed: Manifest, key: Buffer): Buffer {
  const { format, createdAt, migrations, files, trailHead } = unsealed;
  const listed = files.map(({ path: name, size, sha256 }) => [name, size, sha256]);
  const text = JSON.stringify([
    format,
    createdAt,
    migrations,
    listed,
    ...(trailHead === undefined ? [] : [trailHead]),
  ]);
  return createHmac('sha256', key).update(text).digest();
}

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
