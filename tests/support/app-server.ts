// The built service in another process, on a copy of the data folder that the set-up made. A process
// whose service has been stopped holds the next one (app-host.ts), one at a time.
import { type ChildProcess, spawn } from 'node:child_process';
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { inject } from 'vitest';
import type { HostMessage } from './app-host.ts';
import { freePort } from './free-port.ts';

const ROOT = path.resolve(import.meta.dirname, '../..');
/** What a host writes once the service that it held has ended. */
const LEFT = 'the service has left its host';
/** A service that has not ended by then ends with its host. */
const LEAVE_MS = 5000;

export type AppServer = {
  readonly origin: string;
  readonly folder: string;
  /** Every line that it has written. */
  readonly lines: readonly string[];
  readonly process: ChildProcess;
  /** Ends the process; the data folder stays. */
  readonly kill: (signal: NodeJS.Signals) => Promise<number | null>;
  /** Ends the service and removes the data folder. */
  readonly stop: () => Promise<void>;
};

type Options = {
  /** A data folder to go on with, instead of a copy. */
  readonly folder?: string;
  readonly env?: Readonly<Record<string, string>>;
  /** Started as `npm start` does it, in a process that ends with it. */
  readonly own?: boolean;
  /** What the service is started by, such as a tool that makes its disk fail; it becomes the service. */
  readonly by?: readonly string[];
};

/** A process, what it writes, and its end. */
type Held = {
  readonly child: ChildProcess;
  readonly ended: Promise<number | null>;
  /** Who is told what it writes. */
  hear: (text: string) => void;
};

/** Processes that hold no service now; they end with the worker's process. */
const idle: Held[] = [];

/** Starts the service; resolves once it listens, rejects with what it said where it does not. */
export async function startApp({
  folder,
  env = {},
  own = false,
  by = [],
}: Options = {}): Promise<AppServer> {
  const data = folder ?? copyOfData();
  const port = await freePort();
  const origin = `http://localhost:${port}`;
  const settings = {
    ...process.env,
    MODE: 'test',
    DATA_DIR: data,
    PORT: String(port),
    PUBLIC_ORIGIN: origin,
    BUILD_DIR: inject('buildFolder'),
    ...env,
  };
  const hosted = !own && by.length === 0;
  const held = hosted ? (idle.pop() ?? host()) : started([...by, ...SERVICE], settings);
  const { child, ended } = held;
  const lines: string[] = [];
  await new Promise<void>((resolve, reject) => {
    held.hear = (text) => {
      lines.push(...text.split('\n').filter(Boolean));
      if (lines.some((line) => line.includes('"listening"'))) resolve();
    };
    void ended.then((code) => reject(new Error(`ended with ${code}: ${lines.join('\n')}`)));
    if (hosted) tell(held, { start: settings });
  });
  const kill = (signal: NodeJS.Signals) => {
    child.kill(signal);
    return ended;
  };
  const stop = async () => {
    if (hosted && (await hasLeft(held))) idle.push(held);
    else await kill('SIGKILL');
    rmSync(data, { recursive: true, force: true });
  };
  return { origin, folder: data, lines, process: child, kill, stop };
}

const SERVICE = [process.execPath, 'app/server.ts'];

function host(): Held {
  return started([process.execPath, 'tests/support/app-host.ts'], process.env, ['ipc']);
}

function started(
  [program = '', ...args]: readonly string[],
  env: NodeJS.ProcessEnv,
  channel: readonly 'ipc'[] = [],
): Held {
  const child = spawn(program, args, {
    cwd: ROOT,
    env,
    stdio: ['ignore', 'pipe', 'pipe', ...channel],
  });
  const ended = new Promise<number | null>((resolve) => child.once('exit', resolve));
  const held: Held = { child, ended, hear: () => {} };
  for (const stream of [child.stdout, child.stderr]) {
    stream?.on('data', (chunk: Buffer) => held.hear(String(chunk)));
  }
  return held;
}

function tell({ child }: Held, message: HostMessage): void {
  child.send(message);
}

/** Ends the service in its host; whether the host can hold another. */
async function hasLeft(held: Held): Promise<boolean> {
  if (!held.child.connected) return false;
  const left = new Promise<boolean>((resolve) => {
    held.hear = (text) => {
      if (text.includes(LEFT)) resolve(true);
    };
    setTimeout(() => resolve(false), LEAVE_MS).unref();
    void held.ended.then(() => resolve(false));
  });
  tell(held, { leave: LEFT });
  return left;
}

/** A copy of the seeded data folder. */
function copyOfData(): string {
  const copy = mkdtempSync(path.join(os.tmpdir(), 'charter-app-'));
  cpSync(inject('dataFolder'), copy, { recursive: true });
  return copy;
}
