// The service on node:http: files of the build, then pages; a stop finishes what is under way.
// oxlint-disable-next-line import/no-unassigned-import
import './production-builds.ts';
import http from 'node:http';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { type ClientAddress, createRequestListener } from '@remix-run/node-fetch-server';
import type { ServerBuild } from 'react-router';
import { FILES } from '#app/adapters/backup/data-folder.ts';
import { lockDataFolder } from '#app/adapters/backup/data-folder-lock.ts';
import { startBackground } from '#app/background.ts';
import { type Config, readConfig } from '#app/config.ts';
import { storageTrouble } from '#app/domain/storage-trouble.ts';
import { clientAddress } from '#app/http/door/client-address.ts';
import { clientFiles } from '#app/http/door/client-files.ts';
import { createHandle } from '#app/http/door/handle.ts';
import { refuseOdd } from '#app/http/door/odd-requests.ts';
import { openServices, type Options, type Services } from '#app/services.server.ts';
import { type Running, stopInOrder } from '#app/stopping.ts';
import { openTrail } from '#app/use-cases/administration/seal-events.ts';
import { finishErasures } from '#app/use-cases/evidence/erase-file.ts';
import { sweepEvidenceFiles } from '#app/use-cases/evidence/sweep-evidence-files.ts';
import { assertOurs, assertThere, startTroubleWords } from '#db/start-refusal.ts';

const ROOT = path.resolve(import.meta.dirname, '..');
/** Longer than a proxy keeps an idle connection (nginx: 60 s), so that it is never closed under a request. */
const IDLE_MS = 75_000;
const DAY = 24 * 60 * 60 * 1000;
const TOO_MANY_ORPHANS =
  'So many files have no row in the database that it may be older than they are. Nothing was moved. Restore the right backup, or, where the files are not wanted, move them away by hand.';

type Given = Pick<Options, 'demo' | 'library' | 'work'>;

/** Starts the service; the promise holds it once it listens. Throws where it cannot start. */
export async function startServer(config: Config, given: Given = {}): Promise<Running> {
  const built = path.join(config.buildFolder, 'server/index.js');
  assertThere(config.charterFolder, 'CHARTER_DIR', 'Put the folder of the charters back');
  assertThere(built, 'BUILD_DIR', 'Build the pages (npm run build)');
  assertOurs(path.join(config.dataFolder, 'charter.db'));
  const lock = lockDataFolder(config.dataFolder);
  const services = await openServices(config, ROOT, given);
  if (!services.engine.readOnly) {
    await openTrail(services);
    await keepSwept(services);
  }
  const build: ServerBuild = await import(pathToFileURL(built).href);
  const handle = createHandle(services, build);
  const sendFile = clientFiles(path.join(config.buildFolder, 'client'));
  const { protocol, host } = new URL(config.origin);
  const addressOf = clientAddress(config.proxies, services.log);
  const pages = createRequestListener(
    (request: Request, client: ClientAddress) =>
      handle(request, addressOf(request, client.address)),
    {
      protocol,
      host,
      onError: (error) => services.log('response-failed', { error: String(error) }),
    },
  );
  const https = protocol === 'https:';
  const underWay = new Set<http.ServerResponse>();
  let closing = false;
  const server = http.createServer((request, response) => {
    underWay.add(response);
    response.once('close', () => underWay.delete(response));
    if (closing) response.shouldKeepAlive = false;
    // A browser shows the answer only once it has sent its form, also one that was refused unread.
    response.once('finish', () => request.resume());
    if (refuseOdd(request, response, { https }) || sendFile(request, response)) return;
    pages(request, response);
  });
  server.keepAliveTimeout = IDLE_MS;
  server.headersTimeout = 20_000;
  server.requestTimeout = 120_000;
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(config.port, config.host, resolve);
  });
  // Where nothing can be written, nothing runs beside the pages.
  const stopBackground = services.engine.readOnly ? async () => {} : startBackground(services);
  services.log('listening', { origin: config.origin, mode: config.mode });
  const closeAfterAnswers = () => {
    closing = true;
    for (const response of underWay) response.shouldKeepAlive = false;
  };
  return { server, services, lock, stopBackground, closeAfterAnswers };
}

/** Files that nothing points to are set aside at the start and once a day. */
async function keepSwept(services: Services): Promise<void> {
  const sweep = async () => {
    const swept = await sweepEvidenceFiles(services, services.clock());
    const { left, ...done } = swept;
    services.log('swept', done);
    if (left.length === 0) return;
    const [first = ''] = left;
    const places = { folder: path.join(services.config.dataFolder, FILES), files: left.length };
    services.log('sweep-stopped', { ...places, first, because: TOO_MANY_ORPHANS });
  };
  const say = (error: unknown) => services.log('sweep-failed', { error: String(error) });
  // A full disk keeps nobody from reading.
  const sayTrouble = (error: unknown) => {
    if (storageTrouble(error) === null) throw error;
    say(error);
  };
  await finishErasures(services).catch(sayTrouble);
  await sweep().catch(sayTrouble);
  setInterval(() => void sweep().catch(say), DAY).unref();
}

if (import.meta.main) {
  try {
    stopInOrder(await startServer(readConfig(process.env, ROOT)));
  } catch (error) {
    console.error(startTroubleWords(error));
    process.exit(1);
  }
}
