// The `charter` command: as a person starts it, and, a hundred times quicker, its verbs in this process.
import { spawnSync } from 'node:child_process';
import { mkdtempSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { command } from '#app/cli/command.ts';
import { runAt, type Terminal } from '#app/cli/terminal.ts';

export const ROOT = path.resolve(import.meta.dirname, '../..');

export type Run = {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
};

type Given = {
  readonly input?: string;
  readonly env?: NodeJS.ProcessEnv;
  /** Whether somebody sits at the terminal; nobody without it. */
  readonly asks?: boolean;
  /** When what runs until it is stopped is stopped; at once without it. */
  readonly stopped?: Promise<void>;
};

/** The verb's own code on a terminal of this test's own; `env` is added to the environment. */
export async function charter(
  args: readonly string[],
  { input = '', env = {}, asks = false, stopped = Promise.resolve() }: Given = {},
): Promise<Run> {
  const out: Uint8Array[] = [];
  const err: string[] = [];
  const terminal: Terminal = {
    env: { ...process.env, ...env },
    asks,
    stopped: () => stopped,
    input: (async function* () {
      yield Buffer.from(input);
    })(),
    out: (written) => void out.push(Buffer.from(written)),
    err: (text) => void err.push(text),
  };
  const code = await runAt(terminal, () => command(args));
  return { code, out: Buffer.concat(out).toString(), err: err.join('') };
}

/** The command in a process of its own, run to its end: once for each verb. */
export function startedCharter(args: readonly string[], { input = '', env = {} }: Given = {}): Run {
  const run = spawnSync(process.execPath, ['app/cli/charter.ts', ...args], {
    cwd: ROOT,
    input,
    encoding: 'utf8',
    env: { ...process.env, ...env },
  });
  return { code: run.status, out: run.stdout, err: run.stderr };
}

/** A new empty folder of this test's own. */
export function temporaryFolder(): string {
  return mkdtempSync(path.join(os.tmpdir(), 'charter-'));
}
