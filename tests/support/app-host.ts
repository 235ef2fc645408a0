// A process that holds one service after the other, each on what its message says: most of what a start
// costs is reading the program, which is the same for all of them.
import { flushCompileCache } from 'node:module';
import path from 'node:path';
import { readConfig } from '#app/config.ts';
import { startServer } from '#app/server.ts';
import { type Running, stopInOrder } from '#app/stopping.ts';
import { startTroubleWords } from '#db/start-refusal.ts';
import { sharedParts } from './services.ts';

const ROOT = path.resolve(import.meta.dirname, '../..');
/** What the service listens to itself, so that it ends in order. */
const HEARD = ['SIGTERM', 'SIGINT', 'uncaughtException', 'unhandledRejection'];

export type HostMessage =
  | { readonly start: Readonly<Record<string, string | undefined>> }
  /** Ends the service and says so with this line, after which nothing of it is written. */
  | { readonly leave: string };

let running: Running | undefined;

async function start(env: Readonly<Record<string, string | undefined>>): Promise<void> {
  // As a process of its own would be given it; the build is the one that is loaded.
  process.env = { ...env, NODE_ENV: process.env['NODE_ENV'] };
  try {
    const config = readConfig(process.env, ROOT);
    running = await startServer(config, await sharedParts(config));
    // A power cut is no matter to any of these tests, so nothing waits for the disk; a service of its own does.
    running.services.engine.connection.pragma('synchronous = OFF');
    stopInOrder(running);
  } catch (error) {
    console.error(startTroubleWords(error));
    process.exit(1);
  }
  flushCompileCache();
}

async function leave(line: string): Promise<void> {
  for (const event of HEARD) process.removeAllListeners(event);
  if (running !== undefined) {
    const { server, services, lock, stopBackground } = running;
    const closed = new Promise((resolve) => server.close(resolve));
    server.closeAllConnections();
    await Promise.all([closed, stopBackground()]);
    services.close();
    lock.release();
    running = undefined;
  }
  console.log(line);
}

process.on('message', (message: HostMessage) => {
  void ('start' in message ? start(message.start) : leave(message.leave));
});
// It ends with the process that the tests run in.
process.on('disconnect', () => process.exit(0));
