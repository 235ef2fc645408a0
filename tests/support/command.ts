// The `charter` command run as a person runs it: its own process, its output and its exit code.
import { spawnSync } from 'node:child_process';
import { mkdtempSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';

export const ROOT = path.resolve(import.meta.dirname, '../..');

export type Run = {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
};

/** Runs the command to its end; `env` is added to the environment. */
export function charter(
  args: readonly string[],
  { input = '', env = {} }: { readonly input?: string; readonly env?: NodeJS.ProcessEnv } = {},
): Run {
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
