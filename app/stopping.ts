// How the service ends: what has arrived is answered, a letter under way is waited for, the database is
// closed, and each step is logged. After an error that nobody caught it ends the same way, so that whoever
// runs it starts it anew (REL-23, REL-30).
import type http from 'node:http';
import type { DataFolderLock } from '#app/adapters/backup/data-folder-lock.ts';
import type { Services } from '#app/services.server.ts';

/** What is under way at a stop has so long to finish. */
const STOP_SECONDS = 30;
/** So many turns of the event loop without anything new, and whatever the system had taken in is read. */
const QUIET_TURNS = 10;
/** Where something new arrives in every turn, the door is shut all the same. */
const MOST_TURNS = 2000;

export type Running = {
  readonly server: http.Server;
  readonly services: Services;
  readonly lock: DataFolderLock;
  /** Stops what runs beside the pages, once what is under way is done. */
  readonly stopBackground: () => Promise<void>;
  /** From now on no connection is kept open after its answer. */
  readonly closeAfterAnswers: () => void;
};

/** Stops on SIGTERM, on Ctrl-C and after an error that nobody caught; asked for twice it is at once. */
export function stopInOrder(running: Running): void {
  const { log } = running.services;
  let stopping = false;
  const stop = (exitCode: number) => {
    stopping = true;
    log('stopping');
    setTimeout(() => end(running, { exitCode: 1, inOrder: false }), STOP_SECONDS * 1000).unref();
    finish(running).then(
      () => end(running, { exitCode, inOrder: true }),
      (error: unknown) => {
        log('stop-failed', { error: textOf(error) });
        end(running, { exitCode: 1, inOrder: false });
      },
    );
  };
  const onSignal = () => {
    if (stopping) return end(running, { exitCode: 1, inOrder: false });
    stop(0);
  };
  process.on('SIGTERM', onSignal);
  process.on('SIGINT', onSignal);
  const onError = (error: unknown) => {
    log('uncaught', { error: textOf(error) });
    if (!stopping) stop(1);
  };
  process.on('uncaughtException', onError);
  process.on('unhandledRejection', onError);
}

async function finish(running: Running): Promise<void> {
  const { server, services, lock, stopBackground, closeAfterAnswers } = running;
  const letters = stopBackground();
  closeAfterAnswers();
  await arrivals(server);
  const closed = new Promise((resolve) => server.close(resolve));
  // A connection that was busy at the stop is idle once its answer is out.
  setInterval(() => server.closeIdleConnections(), 200).unref();
  await Promise.all([closed, letters]);
  services.close();
  lock.release();
}

/** Requests that wait in the system's queue have arrived, too: they are read before the door is shut. */
async function arrivals(server: http.Server): Promise<void> {
  let quiet = 0;
  const arrived = () => {
    quiet = 0;
  };
  server.on('connection', arrived);
  server.on('request', arrived);
  for (let turn = 0; turn < MOST_TURNS && quiet < QUIET_TURNS; turn += 1) {
    quiet += 1;
    await new Promise((resolve) => setImmediate(resolve));
  }
}

function end(
  { services }: Running,
  { exitCode, inOrder }: { readonly exitCode: number; readonly inOrder: boolean },
): never {
  services.log('stopped', { inOrder });
  process.exit(exitCode);
}

function textOf(error: unknown): string {
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}
