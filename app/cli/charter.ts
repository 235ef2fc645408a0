// The `charter` command; what it does stands in command.ts. `npm run charter` starts it with what Node compiled
// the last time (app/compile-cache.mjs).
import { command } from './command.ts';

process.exitCode = await command(process.argv.slice(2));
