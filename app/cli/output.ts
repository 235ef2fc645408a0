// What the command line's verbs share: exit codes, usage errors, output (catalogue 3.5).
import { writeSync } from 'node:fs';

/** 0 ok, 1 findings, 2 usage, 3 input or output, 4 refused, 70 internal. */
export const EXIT = { ok: 0, findings: 1, usage: 2, io: 3, refused: 4, internal: 70 } as const;

/** A failure that the person at the keyboard can mend; printed without a stack. */
export class CommandFailure extends Error {
  readonly exitCode: number;

  constructor(exitCode: number, message: string) {
    super(message);
    this.exitCode = exitCode;
  }
}

/** Results, to standard output; a reader that stops early (head) is not an error. */
export function print(text: string): void {
  write(1, `${text}\n`);
}

/** Messages, to standard error. */
export function tell(text: string): void {
  write(2, `${text}\n`);
}

function write(descriptor: number, text: string): void {
  let rest = Buffer.from(text);
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

/** Indented JSON, to standard output. */
export function printJson(value: unknown): void {
  print(JSON.stringify(value, null, 2));
}
