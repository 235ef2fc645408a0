// Where a verb reads and writes: the terminal of its process, or one that somebody else gives it.
import { AsyncLocalStorage } from 'node:async_hooks';
import { once } from 'node:events';
import { writeSync } from 'node:fs';

export type Terminal = {
  readonly env: NodeJS.ProcessEnv;
  readonly input: AsyncIterable<Uint8Array>;
  /** Whether somebody sits there who can be asked. */
  readonly asks: boolean;
  /** Until somebody stops what is running, as by Ctrl+C. */
  readonly stopped: () => Promise<void>;
  readonly out: (written: string | Uint8Array) => void;
  readonly err: (text: string) => void;
};

const OWN: Terminal = {
  env: process.env,
  // Opened when it is read: a verb that takes a file leaves standard input alone.
  get input() {
    return process.stdin;
  },
  get asks() {
    return process.stdin.isTTY;
  },
  stopped: async () => {
    await Promise.race(['SIGINT', 'SIGTERM'].map((signal) => once(process, signal)));
  },
  out: (written) => write(1, written),
  err: (text) => write(2, text),
};

const given = new AsyncLocalStorage<Terminal>();

/** The terminal of the verb that is running. */
export function terminal(): Terminal {
  return given.getStore() ?? OWN;
}

/** Runs a verb at a terminal that is not the one of this process. */
export function runAt<T>(other: Terminal, verb: () => Promise<T>): Promise<T> {
  return given.run(other, verb);
}

/** The lines of an input as they come, without their ends. */
export async function* linesAt(input: AsyncIterable<Uint8Array>): AsyncGenerator<string, void> {
  let rest = '';
  const decoder = new TextDecoder();
  for await (const bytes of input) {
    const parts = (rest + decoder.decode(bytes, { stream: true })).split(/\r?\n/);
    rest = parts.pop() ?? '';
    yield* parts;
  }
  if (rest !== '') yield rest;
}

function write(descriptor: number, contents: string | Uint8Array): void {
  let rest = Buffer.from(contents);
  while (rest.length > 0) {
    const written = writeSome(descriptor, rest);
    if (written === null) return;
    rest = rest.subarray(written);
  }
}

function writeSome(descriptor: number, bytes: Buffer): number | null {
  try {
    return writeSync(descriptor, bytes);
  } catch (error) {
    // Named recoveries: a closed pipe ends the output, a full pipe is tried again.
    if (error instanceof Error && 'code' in error) {
      if (error.code === 'EPIPE') return null;
      if (error.code === 'EAGAIN') return 0;
    }
    throw error;
  }
}
