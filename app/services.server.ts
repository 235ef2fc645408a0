// The composition root: everything that use cases and queries are given, built once.
import { randomUUIDv7 } from 'node:crypto';
import path from 'node:path';
import { openErasedList } from '#app/adapters/evidence-files/erased-list.ts';
import {
  type EvidenceFiles,
  openEvidenceFiles,
} from '#app/adapters/evidence-files/evidence-files.ts';
import { FILES, openDatabase } from '#app/adapters/backup/data-folder.ts';
import { renderCalendar } from '#app/adapters/calendar/calendar-text.ts';
import { createScanFile } from '#app/adapters/evidence-files/clamd.ts';
import { createSendMail } from '#app/adapters/mail/mail.ts';
import { openAuthenticatorCodes } from '#app/adapters/sign-in/authenticator-codes.ts';
import { openPasskeyCheck } from '#app/adapters/sign-in/passkey-check.ts';
import { createProviderClient } from '#app/adapters/sign-in/provider-client.ts';
import { openSealing, type Sealing } from '#app/adapters/sign-in/sealing.ts';
import { createPasswordTurns } from '#app/adapters/sign-in/password-turns.ts';
import { packArchive } from '#app/adapters/archive/archive-zip.ts';
import { openCredentialSigning } from '#app/adapters/credentials/credential-signing.ts';
import type { JudgeFile } from '#app/adapters/evidence-files/file-kind.ts';
import { createLog, type Log } from '#app/adapters/log.ts';
import { openTrailHeads } from '#app/adapters/backup/trail-heads.ts';
import { openTrailSeal, sealing } from '#app/adapters/backup/trail-seal.ts';
import { createReadiness, tryToWrite } from '#app/adapters/backup/try-readiness.ts';
import { createStorageWatch, type StorageWatch } from '#app/adapters/backup/storage-watch.ts';
import {
  isShort as spaceIsShort,
  watchedFiles,
  watchedList,
} from '#app/adapters/evidence-files/watched-files.ts';
import { SERVICE_NAME } from '#words/kit/service-name.ts';
import { StorageError } from '#app/domain/storage-trouble.ts';
import {
  type CharterLibrary,
  loadCharterLibrary,
} from '#app/adapters/charter-files/charter-library.ts';
import type { Config } from '#app/config.ts';
import type { Result } from '#app/domain/problem.ts';
import { type Auth, createAuth } from '#app/identity/auth.ts';
import type {
  AuthenticatorCodes,
  PasskeyCheck,
  PasswordTurn,
  ProviderClient,
} from '#app/identity-ports.ts';
import type {
  ArchivePlan,
  WorkFor,
  Calendar,
  Clock,
  CredentialSigning,
  DemoGuide,
  ErasedList,
  NewId,
  OfficeFiles,
  ScanFile,
  SendMail,
  TrailHeads,
  TrailSeal,
  Ways,
  WorkProblem,
} from '#app/ports.ts';
import { fileJudge } from '#app/adapters/workers/judge-file.ts';
import { officeFiles } from '#app/adapters/workers/office.ts';
import { type CharterTrials, charterTrials } from '#app/adapters/workers/trials.ts';
import { openWays } from '#app/adapters/workers/ways.ts';
import { openWork, type Work } from '#app/adapters/workers/work.ts';
import type { Engine } from '#db/engine.sqlite.ts';
import type { DocumentModel } from '#reports/model.ts';
import { unshownWords } from '#reports/pdf/unshown.ts';

export type Services = {
  readonly config: Config;
  readonly engine: Engine;
  readonly library: CharterLibrary;
  readonly files: EvidenceFiles;
  /** What a file is, and whether it may be kept. */
  readonly judgeFile: JudgeFile;
  readonly erasedList: ErasedList;
  readonly auth: Auth;
  /** Every hash of a password is made in it. */
  readonly passwordTurn: PasswordTurn;
  readonly authenticators: AuthenticatorCodes;
  readonly passkeys: PasskeyCheck;
  /** OpenID Connect with the providers of organisations. */
  readonly providers: ProviderClient;
  /** Seals the secrets of providers, and what they say of who has signed in. */
  readonly providerSecrets: Sealing;
  /** Keys, signatures and status lists of credentials. */
  readonly credentials: CredentialSigning;
  /** Seals the events of the trail. */
  readonly trailSeal: TrailSeal;
  /** Where the heads of the trail are kept outside the database. */
  readonly trailHeads: TrailHeads;
  readonly clock: Clock;
  readonly newId: NewId;
  readonly log: Log;
  /** How the disk and the database do. */
  readonly storage: StorageWatch;
  /** Whether there is too little room for files; texts are still taken. */
  readonly isShort: () => Promise<boolean>;
  /** Whether the service can do its work, tried at most once in five seconds. */
  readonly isReady: () => Promise<boolean>;
  readonly demo: DemoGuide | null;
  /** Spreadsheets and documents, written and read. */
  readonly office: OfficeFiles;
  /** Charters that are tried before they are published. */
  readonly trials: CharterTrials;
  /** The cheapest way to a level. */
  readonly ways: Ways;
  /** An archive as a stream; the manifest with every fingerprint comes last. */
  readonly packArchive: (plan: ArchivePlan) => ReadableStream<Uint8Array>;
  /** A document as PDF, drawn off the main thread; `createdAt` is the date it carries. */
  readonly renderPdf: (
    model: DocumentModel,
    createdAt: Date,
    asker: WorkFor,
  ) => Promise<Result<Uint8Array, WorkProblem>>;
  /** The words in any text of this value whose letters a PDF cannot show. */
  readonly unshownWords: (value: unknown) => readonly string[];
  /** A calendar as iCalendar text. */
  readonly renderCalendar: (calendar: Calendar) => string;
  /** null = no mail server is set, so letters stay in the outbox. */
  readonly sendMail: SendMail | null;
  /** null = no virus scanner is set, so files are given out unscanned. */
  readonly scanFile: ScanFile | null;
  readonly close: () => void;
};

export type Options = {
  readonly clock?: Clock;
  readonly demo?: DemoGuide | null;
  readonly log?: Log;
  /** Charters that are loaded already; those of the settings' folder without it. */
  readonly library?: CharterLibrary;
  /** Pools that others go on with; a pair that ends with the services without it. */
  readonly work?: Work;
};

/** All services on the data folder of the settings. Throws where the start-up contract is not held. */
export async function openServices(
  config: Config,
  root: string,
  options: Options = {},
): Promise<Services> {
  const { clock = () => new Date(), demo = null, log = createLog(console.log, clock) } = options;
  const storage = createStorageWatch(log);
  const trailSeal = openTrailSeal(config.trail.key, config.trail.oldKeys, config.trail.lostKeys);
  const engine = openDatabase(config.dataFolder, path.join(root, 'db/migrations/sqlite'), {
    seal: sealing(trailSeal),
    failed: storage.note,
    wrote: storage.wrote,
    mayOnlyRead: true,
  });
  if (engine.readOnly) storage.note(new StorageError('read-only'));
  const library = options.library ?? (await loadCharterLibrary(config.charterFolder));
  const auth = createAuth({
    connection: engine.connection,
    origin: config.origin,
    secret: config.secret,
    newId: randomUUIDv7,
    log,
  });
  for (const { folder, mistakes } of library.refused) {
    log('charter-refused', {
      folder,
      mistakes: mistakes.length,
      first: mistakes[0]?.message ?? '',
    });
  }
  const folder = path.join(config.dataFolder, FILES);
  const isShort = () => spaceIsShort(config.dataFolder, config.diskReserve);
  const files = watchedFiles(openEvidenceFiles(folder, randomUUIDv7), storage, isShort);
  const isReady = createReadiness(
    [
      () =>
        storage.standing() === 'failing' ? 'the disk has failed; look at it and restart' : null,
      () => (hasPublished(library) ? null : 'no published charter is loaded'),
      async () => ((await isShort()) ? 'there is too little space' : null),
      tried(storage, () => engine.probe(clock().toISOString())),
      tried(storage, () => tryToWrite(folder)),
    ],
    { clock, log },
  );
  const work = options.work ?? openWork(log);
  const sendMail =
    config.smtpUrl === null
      ? null
      : createSendMail({ url: config.smtpUrl, from: config.mailFrom, name: SERVICE_NAME });
  const close = () => {
    if (options.work === undefined) work.close();
    engine.close();
  };
  return {
    config,
    engine,
    library,
    files,
    erasedList: watchedList(openErasedList(config.dataFolder), storage),
    judgeFile: fileJudge(work),
    office: officeFiles(work),
    trials: charterTrials(work),
    ways: openWays(work),
    auth,
    passwordTurn: createPasswordTurns(),
    authenticators: openAuthenticatorCodes(config.secret, SERVICE_NAME),
    passkeys: openPasskeyCheck(config.origin, SERVICE_NAME),
    providers: createProviderClient({ clock, ...config.providers }),
    providerSecrets: openSealing(config.secret, {
      salt: 'identity providers',
      purpose: 'secrets of providers, version 1',
    }),
    credentials: openCredentialSigning(config.secret),
    trailSeal,
    trailHeads: openTrailHeads(config.trail.headsFile),
    clock,
    newId: randomUUIDv7,
    log,
    storage,
    isShort,
    isReady,
    demo,
    packArchive: (plan) =>
      packArchive(plan, files, (gaps) =>
        // Not which: their names are what people typed.
        log('archive-incomplete', { files: gaps.length }),
      ),
    renderPdf: (model, createdAt, asker) => work.own.run('renderPdf', { model, createdAt }, asker),
    unshownWords,
    renderCalendar,
    sendMail,
    scanFile: config.clamd === null ? null : createScanFile(config.clamd),
    close,
  };
}

function hasPublished({ versions }: CharterLibrary): boolean {
  return [...versions.values()].some(({ published }) => published);
}

/** A trial of the storage, whose failure the watch hears of. */
function tried(storage: StorageWatch, work: () => Promise<void> | void) {
  return async (): Promise<null> => {
    try {
      await work();
      return null;
    } catch (error) {
      storage.note(error);
      throw error;
    }
  };
}
