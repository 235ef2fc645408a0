// The settings of a command, from the environment and the files beside it.
import path from 'node:path';
import { CommandFailure, EXIT } from './output.ts';
import { terminal } from './terminal.ts';

const ROOT = path.resolve(import.meta.dirname, '../..');

/** What `read` makes of the settings in the environment; a wrong one is a usage error. */
export function settings<T>(read: (env: NodeJS.ProcessEnv, root: string) => T): T {
  try {
    return read(terminal().env, ROOT);
  } catch (error) {
    throw new CommandFailure(EXIT.usage, error instanceof Error ? error.message : String(error));
  }
}
