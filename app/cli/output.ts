// What the command line's verbs share: exit codes, usage errors, output (catalogue 3.5).
import { stat, writeFile } from 'node:fs/promises';
import { unmarked } from '#app/domain/charter/translation/marked.ts';
import { terminal } from './terminal.ts';

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
  terminal().out(`${unmarked(text)}\n`);
}

/** Messages, to standard error. */
export function tell(text: string): void {
  terminal().err(`${unmarked(text)}\n`);
}

/** Indented JSON, to standard output. */
export function printJson(value: unknown): void {
  print(JSON.stringify(value, null, 2));
}

/** What --out names instead of a file: standard output. */
export const STANDARD_OUTPUT = '-';

/** Refuses to write over a file that the verb reads, by whatever name it goes. */
export async function mustNotBeInput(out: string, inputs: readonly string[]): Promise<void> {
  const written = await sameFileId(out);
  if (written === null) return;
  const read = await Promise.all(inputs.filter((input) => input !== '-').map(sameFileId));
  if (!read.includes(written)) return;
  throw new CommandFailure(EXIT.refused, `${out} is what is read; write to another file`);
}

/** What is the same for two names of one file; null = there is none. */
async function sameFileId(file: string): Promise<string | null> {
  if (file === STANDARD_OUTPUT) return null;
  const found = await stat(file, { bigint: true }).catch(() => null);
  return found === null ? null : `${found.dev} ${found.ino}`;
}

/**
 * Writes what a verb makes where --out says: to standard output, or into a file of its own. A file that is
 * there already is kept, exit code 4, unless it is forced.
 */
export async function writeOut(
  out: string,
  contents: string | Uint8Array,
  { force }: { readonly force: boolean },
): Promise<void> {
  if (out === STANDARD_OUTPUT) {
    terminal().out(contents);
    return;
  }
  await writeFile(out, contents, { flag: force ? 'w' : 'wx' }).catch((error: unknown) => {
    const there = error instanceof Error && 'code' in error && error.code === 'EEXIST';
    throw there
      ? new CommandFailure(EXIT.refused, `${out} is there already; --force writes over it`)
      : new CommandFailure(EXIT.io, `cannot write ${out}`);
  });
}
