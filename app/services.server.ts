// The composition root: everything that use cases and queries are given, built once.
import { randomUUIDv7 } from 'node:crypto';
import path from 'node:path';
import { type EvidenceFiles, openEvidenceFiles } from '#app/adapters/evidence-files.ts';
import { createLog, type Log } from '#app/adapters/log.ts';
import { type CharterLibrary, loadCharterLibrary } from '#app/adapters/charter-library.ts';
import type { Config } from '#app/config.ts';
import { type Auth, createAuth } from '#app/identity/auth.ts';
import type { Clock, DemoGuide, NewId } from '#app/ports.ts';
import { type Engine, openEngine } from '#db/engine.sqlite.ts';
import type { DocumentModel } from '#reports/model.ts';
import { renderPdfOffThread } from '#reports/pdf/render-in-worker.ts';

export type Services = {
  readonly config: Config;
  readonly engine: Engine;
  readonly library: CharterLibrary;
  readonly files: EvidenceFiles;
  readonly auth: Auth;
  readonly clock: Clock;
  readonly newId: NewId;
  readonly log: Log;
  readonly demo: DemoGuide | null;
  /** A document as PDF, drawn off the main thread; `createdAt` is the date it carries. */
  readonly renderPdf: (model: DocumentModel, createdAt: Date) => Promise<Uint8Array>;
  readonly close: () => void;
};

type Options = {
  readonly clock?: Clock;
  readonly demo?: DemoGuide | null;
  readonly log?: Log;
};

/** All services on the data folder of the settings. Throws where the start-up contract is not held. */
export async function openServices(
  config: Config,
  root: string,
  { clock = () => new Date(), demo = null, log = createLog(console.log, clock) }: Options = {},
): Promise<Services> {
  const engine = openEngine(
    path.join(config.dataFolder, 'charter.db'),
    path.join(root, 'db/migrations/sqlite'),
  );
  const library = await loadCharterLibrary(config.charterFolder);
  const auth = createAuth({
    connection: engine.connection,
    origin: config.origin,
    secret: config.secret,
    newId: randomUUIDv7,
  });
  for (const { folder, mistakes } of library.refused) {
    log('charter-refused', {
      folder,
      mistakes: mistakes.length,
      first: mistakes[0]?.message ?? '',
    });
  }
  const files = openEvidenceFiles(path.join(config.dataFolder, 'files'), randomUUIDv7);
  const renderPdf: Services['renderPdf'] = (model, createdAt) =>
    renderPdfOffThread(model, { createdAt });
  const close = () => engine.close();
  return {
    config,
    engine,
    library,
    files,
    auth,
    clock,
    newId: randomUUIDv7,
    log,
    demo,
    renderPdf,
    close,
  };
}
