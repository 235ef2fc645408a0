// The settings of one running service, read from the environment once, at the start.
// A production start without its secrets, or over plain HTTP, is refused with what to set.
import path from 'node:path';
import { z } from 'zod';
import type { ClamdAddress } from '#app/adapters/evidence-files/clamd.ts';
import { type ProviderRules, providerRules } from '#app/provider-setting.ts';
import { readClamd } from '#app/clamd-setting.ts';
import { demoHostProblem, originProblem, secretProblem } from '#app/setting-checks.ts';

/** Version 3.0, under which public bodies in the United Kingdom publish. */

const HEADS = 'trail-heads.jsonl';
const DEMO_SECRET = 'only-for-the-demo-and-tests-3f9c1a7e5b2d48606';

const environment = z.object({
  MODE: z.enum(['production', 'demo', 'test']).default('production'),
  DATA_DIR: z.string().min(1).default('data/production'),
  PORT: z.coerce.number().int().min(0).max(65_535).default(3000),
  HOST: z.string().min(1).default('127.0.0.1'),
  PUBLIC_ORIGIN: z.string().optional(),
  SESSION_SECRET: z.string().optional(),
  // A variable that is set to nothing is not set.
  BACKUP_KEY: z
    .string()
    .trim()
    .transform((key) => (key === '' ? undefined : key))
    .pipe(z.string().min(16, { error: 'expected 16 characters or more' }).optional())
    .optional(),
  AUDIT_KEY: z
    .string()
    .trim()
    .transform((key) => (key === '' ? undefined : key))
    .pipe(z.string().min(16, { error: 'expected 16 characters or more' }).optional())
    .optional(),
  AUDIT_OLD_KEYS: z.string().default(''),
  AUDIT_LOST_KEYS: z.string().default(''),
  AUDIT_HEADS_FILE: z.string().default(''),
  AWARDING_BODY: z.string().trim().min(1).optional(),
  CHARTER_DIR: z.string().min(1).optional(),
  BEHIND_PROXY: z.coerce
    .number({ error: 'expected the number of trusted proxies, such as 0 or 1' })
    .int()
    .min(0)
    .max(10)
    .default(0),
  BUILD_DIR: z.string().min(1).default('build'),
  CONTACT: z.string().trim().min(1).optional(),
  SMTP_URL: z
    .string()
    .regex(/^smtps?:\/\//, { error: 'expected smtp:// or smtps:// and the mail server' })
    .optional(),
  MAIL_FROM: z.email().optional(),
  CLAMD: z
    .string()
    .trim()
    .transform((setting, context) => {
      // A variable that is set to nothing is not set.
      if (setting === '') return null;
      const address = readClamd(setting);
      if (address === null) {
        context.addIssue('expected the path of its socket, or host:port such as 127.0.0.1:3310');
      }
      return address;
    })
    .optional(),
  DISK_RESERVE_MB: z.coerce.number().int().min(0).default(500),
  REGISTER_LICENCE: z.url().nullable().default(null),
  FILES_QUOTA_MB: z.coerce.number().int().min(1).max(10_000_000).default(10_240),
  SECOND_FACTOR: z.enum(['required', 'offered']).optional(),
  SECOND_FACTOR_PANEL: z.enum(['yes', 'no']).default('no'),
  SECOND_FACTOR_GRACE_DAYS: z.coerce.number().int().min(0).max(90).default(14),
  BODY_OIDC_ISSUER: z.url().optional(),
  BODY_OIDC_CLIENT_ID: z.string().trim().min(1).optional(),
  BODY_OIDC_CLIENT_SECRET: z.string().min(1).optional(),
  BODY_OIDC_NAME: z.string().trim().min(1).default('the awarding body'),
  BODY_OIDC_PROVES: z.string().trim().default(''),
  OIDC_PRIVATE_ADDRESSES: z.enum(['yes', 'no']).optional(),
  UPLOADS_PER_HOUR: z.coerce.number().int().min(1).max(1_000_000).default(600),
});

export type Config = {
  readonly mode: 'production' | 'demo' | 'test';
  readonly dataFolder: string;
  readonly host: string;
  readonly port: number;
  /** Scheme, host and port that people see, without a slash at the end. */
  readonly origin: string;
  readonly secret: string;
  readonly trail: TrailSettings;
  /** null = nobody yet; every result says so. */
  readonly awardingBody: string | null;
  readonly charterFolder: string;
  /** Where `npm run build` put the pages. */
  readonly buildFolder: string;
  /** So many reverse proxies, each adding to X-Forwarded-For, stand before the service; 0 = none. */
  readonly proxies: number;
  readonly secondFactor: {
    /** false = offered to everyone, asked of nobody: only in the demo and in tests. */
    readonly required: boolean;
    /** Whether panel members need one too. */
    readonly panelMembers: boolean;
    /** Days for accounts that were there before it was asked for. */
    readonly graceDays: number;
  };
  readonly providers: ProviderRules;
  /** Whom people ask for help, an address or a sentence; null = the person who gave them their account. */
  readonly contact: string | null;
  /** With less space than this on the disk, in bytes, files are refused and texts still taken. */
  readonly diskReserve: number;
  /** The mail server, with user and password where it asks for them; null = mail stays in the outbox. */
  readonly smtpUrl: string | null;
  /** The virus scanner; null = none, and files are given out unscanned. */
  readonly clamd: ClamdAddress | null;
  /** The address of the licence under which anyone may use the register; null = none is stated. */
  readonly registerLicence: string | null;
  /** The most bytes that the files of one organisation may take. */
  readonly evidenceQuotaBytes: number;
  /** How many files one person may send in an hour. */
  readonly uploadsPerHour: number;
  /** The address that mail comes from. */
  readonly mailFrom: string;
};

/** The settings, or an Error that names every missing or wrong variable and what to set. */
export function readConfig(
  env: Readonly<Record<string, string | undefined>>,
  root: string,
): Config {
  const data = parse(environment, env);
  if (data.MODE === 'production') assertProduction(data);
  const fallback = data.MODE === 'production' ? 'required' : 'offered';
  if (data.MODE === 'demo') assertDemo(data);
  const origin = normalised(data.PUBLIC_ORIGIN ?? `http://localhost:${data.PORT}`);
  return {
    mode: data.MODE,
    dataFolder: path.resolve(root, data.DATA_DIR),
    host: data.HOST,
    port: data.PORT,
    origin,
    secret: data.SESSION_SECRET ?? DEMO_SECRET,
    trail: trailSettings(data, { root, secret: data.SESSION_SECRET ?? DEMO_SECRET }),
    awardingBody: data.AWARDING_BODY ?? null,
    charterFolder: path.resolve(root, data.CHARTER_DIR ?? 'charter-criteria'),
    buildFolder: path.resolve(root, data.BUILD_DIR),
    proxies: data.BEHIND_PROXY,
    secondFactor: {
      required: (data.SECOND_FACTOR ?? fallback) === 'required',
      panelMembers: data.SECOND_FACTOR_PANEL === 'yes',
      graceDays: data.SECOND_FACTOR_GRACE_DAYS,
    },
    providers: providerRules(data),
    contact: data.CONTACT ?? null,
    diskReserve: data.DISK_RESERVE_MB * 1_000_000,
    smtpUrl: data.SMTP_URL ?? null,
    clamd: data.CLAMD ?? null,
    registerLicence: data.REGISTER_LICENCE,
    evidenceQuotaBytes: data.FILES_QUOTA_MB * 1024 * 1024,
    uploadsPerHour: data.UPLOADS_PER_HOUR,
    mailFrom: data.MAIL_FROM ?? `no-reply@${new URL(origin).hostname}`,
  };
}

/** What seals the trail, and where its heads are written. */
export type TrailSettings = {
  /** AUDIT_KEY, or the secret of the service. */
  readonly key: string;
  /** Earlier ones, the newest first; what they sealed can still be checked. */
  readonly oldKeys: readonly string[];
  /** Names of keys that nobody has any more: what they sealed opens, and is never called proven. */
  readonly lostKeys: readonly string[];
  /** Outside the data folder, so that whoever replaces the database does not replace it too. */
  readonly headsFile: string;
};

type TrailVariables = Pick<
  z.output<typeof environment>,
  'AUDIT_KEY' | 'AUDIT_OLD_KEYS' | 'AUDIT_LOST_KEYS' | 'AUDIT_HEADS_FILE' | 'DATA_DIR' | 'MODE'
>;

function trailSettings(
  { AUDIT_KEY, AUDIT_HEADS_FILE, DATA_DIR, MODE, ...more }: TrailVariables,
  { root, secret }: { readonly root: string; readonly secret: string },
): TrailSettings {
  const folder = path.resolve(root, DATA_DIR);
  // A demo that begins anew begins its trail anew.
  const beside = MODE === 'production' ? `${folder}-trail-heads.jsonl` : `${folder}/${HEADS}`;
  return {
    key: AUDIT_KEY ?? secret,
    oldKeys: wordsOf(more.AUDIT_OLD_KEYS),
    lostKeys: wordsOf(more.AUDIT_LOST_KEYS),
    headsFile: AUDIT_HEADS_FILE === '' ? beside : path.resolve(root, AUDIT_HEADS_FILE),
  };
}

function wordsOf(text: string): readonly string[] {
  return text.split(/\s+/).filter((word) => word !== '');
}

export type BackupSettings = {
  readonly dataFolder: string;
  /** What seals backups: BACKUP_KEY, or the secret of the service; null = not set. */
  readonly backup: string | null;
  readonly secret: string | null;
  /** null = neither AUDIT_KEY nor the secret is set. */
  readonly trail: TrailSettings | null;
};

/** All that a backup or a restore needs; neither stands still because a secret is not set. */
export function readBackupSettings(
  env: Readonly<Record<string, string | undefined>>,
  root: string,
): BackupSettings {
  const data = parse(
    environment.pick({
      MODE: true,
      DATA_DIR: true,
      SESSION_SECRET: true,
      BACKUP_KEY: true,
      AUDIT_KEY: true,
      AUDIT_OLD_KEYS: true,
      AUDIT_LOST_KEYS: true,
      AUDIT_HEADS_FILE: true,
    }),
    env,
  );
  // A variable that is set to nothing is not set.
  const secret = data.SESSION_SECRET || (data.MODE === 'production' ? null : DEMO_SECRET);
  const backup = data.BACKUP_KEY ?? null;
  const sealing = data.AUDIT_KEY ?? secret;
  const trail = sealing === null ? null : trailSettings(data, { root, secret: sealing });
  return { dataFolder: path.resolve(root, data.DATA_DIR), backup, secret, trail };
}

function parse<T extends z.ZodType>(
  shape: T,
  env: Readonly<Record<string, string | undefined>>,
): z.output<T> {
  const parsed = shape.safeParse(env);
  if (parsed.success) return parsed.data;
  const wrong = parsed.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`);
  throw new Error(`The settings cannot be used. ${wrong.join('; ')}`);
}

/** Scheme, host and port as browsers write them; what is no address stays as it is. */
function normalised(origin: string): string {
  const url = URL.parse(origin);
  return url === null || url.origin === 'null' ? origin : url.origin;
}

function assertProduction(data: z.output<typeof environment>): void {
  const missing = [
    originProblem(data.PUBLIC_ORIGIN),
    secretProblem(data.SESSION_SECRET, DEMO_SECRET),
    data.SECOND_FACTOR === 'offered'
      ? 'SECOND_FACTOR can be offered only in the demo and in tests; leave it out'
      : null,
  ].filter((message) => message !== null);
  if (missing.length > 0) {
    throw new Error(`A production start needs other settings. ${missing.join('. ')}.`);
  }
}

function assertDemo({ HOST }: z.output<typeof environment>): void {
  const problem = demoHostProblem(HOST);
  if (problem !== null) throw new Error(`${problem}.`);
}
