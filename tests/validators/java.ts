// Runs a Java program and gives what it printed.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { text } from 'node:stream/consumers';

export type Printed = { readonly code: number | null; readonly out: string };

/** What the command printed on standard output; its complaints go to ours. */
export async function printed(command: string, args: readonly string[]): Promise<Printed> {
  const child = spawn(command, args, { stdio: ['ignore', 'pipe', 'inherit'] });
  const ended = once(child, 'close');
  const out = await text(child.stdout);
  await ended;
  return { code: child.exitCode, out };
}
