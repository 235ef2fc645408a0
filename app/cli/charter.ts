// The `charter` command. It starts with what Node compiled the last time, so that only the first start compiles.
import { enableCompileCache } from 'node:module';
import path from 'node:path';

// Beside the packages: whoever may write there may write the program anyway, and `npm ci` clears it. Where it
// cannot be written, Node goes on without.
enableCompileCache(path.resolve(import.meta.dirname, '../../node_modules/.cache/charter'));

const { command } = await import('./command.ts');
process.exitCode = await command(process.argv.slice(2));
