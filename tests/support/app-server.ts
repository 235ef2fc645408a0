// The built service in a process of its own, on a copy of the data folder that the set-up made.
import { type ChildProcess, spawn } from 'node:child_process';
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import net from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { inject } from 'vitest';

const ROOT = path.resolve(import.meta.dirname, '../..');

export type AppServer = {
  readonly origin: string;
  readonly folder: string;
  /** Every line that it has written. */
  readonly lines: readonly string[];
  readonly process: ChildProcess;
  /** Ends the process; the data folder stays. */
  readonly kill: (signal: NodeJS.Signals) => Promise<number | null>;
  /** Ends the process and removes the data folder. */
  readonly stop: () => Promise<void>;
};

type Options = {
  /** A data folder to go on with, instead of a copy. */
  readonly folder?: string;
  readonly env?: Readonly<Record<string, string>>;
  /** What the service is started by, such as a tool that makes its disk fail; it becomes the service. */
  readonly by?: readonly string[];
};

/** Starts the service; resolves once it listens, rejects with what it said where it does not. */
export async function startApp({ folder, env = {}, by = [] }: Options = {}): Promise<AppServer> {
  const data = folder ?? copyOfData();
  const port = await freePort();
  const origin = `http://localhost:${port}`;
  const [program, ...args] = [...by, process.execPath, 'app/server.ts'];
  const child = spawn(program ?? '', args, {
    cwd: ROOT,
    env: {
      ...process.env,
      MODE: 'test',
      DATA_DIR: data,
      PORT: String(port),
      PUBLIC_ORIGIN: origin,
      BUILD_DIR: inject('buildFolder'),
      ...env,
    },
  });
  const lines: string[] = [];
  const ended = new Promise<number | null>((resolve) => child.once('exit', resolve));
  await new Promise<void>((resolve, reject) => {
    child.stdout.on('data', (chunk: Buffer) => {
      lines.push(...String(chunk).split('\n').filter(Boolean));
      if (lines.some((line) => line.includes('"listening"'))) resolve();
    });
    child.stderr.on('data', (chunk: Buffer) => lines.push(String(chunk)));
    void ended.then((code) => reject(new Error(`ended with ${code}: ${lines.join('\n')}`)));
  });
  const kill = (signal: NodeJS.Signals) => {
    child.kill(signal);
    return ended;
  };
  const stop = async () => {
    await kill('SIGKILL');
    rmSync(data, { recursive: true, force: true });
  };
  return { origin, folder: data, lines, process: child, kill, stop };
}

/** A copy of the seeded data folder. */
function copyOfData(): string {
  const copy = mkdtempSync(path.join(os.tmpdir(), 'charter-app-'));
  cpSync(inject('dataFolder'), copy, { recursive: true });
  return copy;
}

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const probe = net.createServer();
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      const port = typeof address === 'object' && address !== null ? address.port : 0;
      probe.close(() => resolve(port));
    });
  });
}
