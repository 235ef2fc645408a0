// The verbs of whoever runs a service: its first account, a link for someone locked out, backups.
// They work on the data folder of the same settings as the service, and beside it where that is safe.
import { addressOf } from '#app/addresses.ts';
import { randomUUIDv7 } from 'node:crypto';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { backUp } from '#app/adapters/backup/backup.ts';
import { backupKey, DATABASE } from '#app/adapters/backup/backup-manifest.ts';
import { openDatabase } from '#app/adapters/backup/data-folder.ts';
import { openTrailSeal, sealing } from '#app/adapters/backup/trail-seal.ts';
import { type Config, readBackupSettings, readConfig } from '#app/config.ts';
import { OPERATOR } from '#app/domain/policy/people.ts';
import { storageTrouble } from '#app/domain/storage-trouble.ts';
import { createPasswordLink } from '#app/use-cases/accounts/create-password-link.ts';
import { openCredentialSigning } from '#app/adapters/credentials/credential-signing.ts';
import { rotateKey } from '#app/use-cases/award/credential-keys.ts';
import { giveRoleByHand } from '#app/use-cases/people/give-role-by-hand.ts';
import { resetFactorNow } from '#app/use-cases/accounts/reset-factor.ts';
import { letPasswordsIn } from '#app/use-cases/people/let-passwords-in.ts';
import { canonicalEmail } from '#app/use-cases/accounts/sign-in.ts';
import type { Engine } from '#db/engine.sqlite.ts';
import { findPersonByEmail } from '#db/repositories/accounts/sign-in-rows.ts';
import { StartRefusal } from '#db/start-refusal.ts';
import { auditVerb } from './audit-verbs.ts';
import {
  backupProblemText,
  roleProblemText,
  storageTroubleText,
} from '#words/administration/command-text.ts';
import { problemText } from '#words/problem-text.ts';
import { only, type Options, usage, type Verb } from './options.ts';
import { CommandFailure, EXIT, print, printJson, STANDARD_OUTPUT, tell } from './output.ts';
import { restoreBackup } from './restore-verb.ts';
import { settings } from './settings.ts';

const ROOT = path.resolve(import.meta.dirname, '../..');
const MIGRATIONS = path.join(ROOT, 'db/migrations/sqlite');

const VERBS: Readonly<Record<string, Verb>> = {
  create,
  'reset-link': resetLink,
  'reset-factor': resetFactor,
  'provider-optional': providerOptional,
  backup,
  restore: restoreBackup,
  // Loaded when asked for: nothing else here needs the whole service.
  import: async (words, options) =>
    (await import('./import-verb.ts')).importArchive(words, options),
  'rotate-key': rotateCredentialKey,
  audit: auditVerb,
};

/** `admin WORD`; refusals exit with 4. */
export async function admin(words: readonly string[], options: Options): Promise<number> {
  const [name = '', ...more] = words;
  if (name !== 'audit') only(words, 'admin');
  const verb = Object.hasOwn(VERBS, name) ? VERBS[name] : undefined;
  if (verb === undefined) throw usage(`admin has ${Object.keys(VERBS).join(', ')}`);
  return verb(more, options).catch((error: unknown) => {
    if (!(error instanceof Error)) throw error;
    if (error instanceof StartRefusal) throw new CommandFailure(EXIT.io, error.message);
    const trouble = storageTrouble(error);
    if (trouble !== null) {
      throw new CommandFailure(EXIT.io, storageTroubleText(trouble, error.message));
    }
    if ('syscall' in error) throw new CommandFailure(EXIT.io, error.message);
    throw error;
  });
}

async function create(_: readonly string[], options: Options): Promise<number> {
  const { email, name, role, organisation, department, json } = options;
  if (!email?.includes('@')) throw usage('admin create needs --email ADDRESS');
  if (!name?.trim()) throw usage('admin create needs --name NAME');
  const config = settings(readConfig);
  return withEngine(config, async (engine) => {
    const command = { email, name, role, organisation, department };
    const made = await giveRoleByHand(servicesOn(engine), command);
    if (!made.ok) {
      const problem = { ...made.problem, email: canonicalEmail(email) };
      throw new CommandFailure(EXIT.refused, roleProblemText(problem));
    }
    return printLink({ config, engine, json }, made.value);
  });
}

async function resetLink(_: readonly string[], { email, json }: Options): Promise<number> {
  if (!email?.includes('@')) throw usage('admin reset-link needs --email ADDRESS');
  const config = settings(readConfig);
  if (!existsSync(path.join(config.dataFolder, DATABASE))) throw noDatabase(config.dataFolder);
  return withEngine(config, async (engine) => {
    const person = await findPersonByEmail(engine.db, canonicalEmail(email));
    if (person !== null) return printLink({ config, engine, json }, person);
    throw new CommandFailure(EXIT.findings, `There is no account for ${canonicalEmail(email)}.`);
  });
}

async function resetFactor(_: readonly string[], { email, json }: Options): Promise<number> {
  if (!email?.includes('@')) throw usage('admin reset-factor needs --email ADDRESS');
  const config = settings(readConfig);
  if (!existsSync(path.join(config.dataFolder, DATABASE))) throw noDatabase(config.dataFolder);
  return withEngine(config, async (engine) => {
    const person = await findPersonByEmail(engine.db, canonicalEmail(email));
    if (person === null) {
      throw new CommandFailure(EXIT.findings, `There is no account for ${canonicalEmail(email)}.`);
    }
    const reset = await resetFactorNow({ ...servicesOn(engine), config }, person, OPERATOR);
    if (!reset.ok) throw new CommandFailure(EXIT.refused, problemText(reset.problem));
    if (json) printJson({ email: person.email });
    tell(
      `The second factor of ${person.email} is taken away, and they are signed out. With their password they set up another. They have a letter about it.`,
    );
    return EXIT.ok;
  });
}

async function providerOptional(_: readonly string[], options: Options): Promise<number> {
  const { organisation, json } = options;
  if (!organisation) throw usage('admin provider-optional needs --organisation NAME');
  const config = settings(readConfig);
  if (!existsSync(path.join(config.dataFolder, DATABASE))) throw noDatabase(config.dataFolder);
  return withEngine(config, async (engine) => {
    const changed = await letPasswordsIn(servicesOn(engine), organisation);
    if (!changed.ok) {
      const nothing = `No organisation called ${organisation} has its people sign in at a provider.`;
      throw new CommandFailure(EXIT.findings, nothing);
    }
    if (json) printJson({ organisation: changed.value.organisation });
    tell(
      'Its people may sign in with passwords again, beside their provider. Those who answer for the organisation have a letter about it.',
    );
    return EXIT.ok;
  });
}

async function printLink(
  { config, engine, json }: { config: Config; engine: Engine; json: boolean },
  { id, email }: { readonly id: string; readonly email: string },
): Promise<number> {
  const made = await createPasswordLink(servicesOn(engine), { userId: id }, OPERATOR);
  if (!made.ok) throw new CommandFailure(EXIT.refused, problemText(made.problem));
  const { token, expiresAt } = made.value;
  const link = `${config.origin}${addressOf('/set-password/:token', { token })}`;
  if (json) printJson({ id, email, link, expiresAt });
  else print(link);
  tell(`With this link ${email} chooses a password. It works once, until ${expiresAt}.`);
  return EXIT.ok;
}

async function rotateCredentialKey(_: readonly string[], { json }: Options): Promise<number> {
  const config = settings(readConfig);
  if (!existsSync(path.join(config.dataFolder, DATABASE))) throw noDatabase(config.dataFolder);
  return withEngine(config, async (engine) => {
    const credentials = openCredentialSigning(config.secret);
    const made = await rotateKey({ engine, clock: () => new Date(), credentials }, OPERATOR);
    if (!made.ok) throw new CommandFailure(EXIT.refused, problemText(made.problem));
    if (json) printJson(made.value);
    else print(made.value.id);
    tell('Credentials are signed with this key from now on. Earlier ones stay valid.');
    return EXIT.ok;
  });
}

async function backup(_: readonly string[], { out, json }: Options): Promise<number> {
  if (out === undefined || out === STANDARD_OUTPUT) {
    throw usage('admin backup needs --out FOLDER');
  }
  const { dataFolder, ...keys } = settings(readBackupSettings);
  const key = backupKey(keys);
  const result = await backUp(dataFolder, path.resolve(out), { now: new Date(), key });
  if (!result.ok) {
    const { code } = result.problem;
    const exitCode = code === 'target-exists' ? EXIT.refused : EXIT.io;
    throw new CommandFailure(exitCode, backupProblemText({ ...result.problem, dataFolder, out }));
  }
  const { manifest, unavailable } = result.value;
  if (json) printJson({ folder: out, ...manifest, unavailable });
  for (const id of unavailable)
    tell(`The evidence file ${id} is missing or altered in ${dataFolder}`);
  if (key === null) tell(NO_SEAL);
  tell(`${out}: ${manifest.files.length} files, ${manifest.migrations} migrations`);
  return unavailable.length === 0 ? EXIT.ok : EXIT.findings;
}

const NO_SEAL =
  'Neither BACKUP_KEY nor SESSION_SECRET is set, so this backup has no seal: its restore will want --unverified.';

function noDatabase(folder: string): CommandFailure {
  return new CommandFailure(EXIT.io, `There is no ${DATABASE} in ${folder}; is DATA_DIR right?`);
}

async function withEngine<T>(
  { dataFolder, trail }: Config,
  work: (engine: Engine) => Promise<T>,
): Promise<T> {
  const engine = openDatabase(dataFolder, MIGRATIONS, {
    seal: sealing(openTrailSeal(trail.key, trail.oldKeys)),
  });
  try {
    return await work(engine);
  } finally {
    engine.close();
  }
}

function servicesOn(engine: Engine) {
  return { engine, clock: () => new Date(), newId: randomUUIDv7 };
}
