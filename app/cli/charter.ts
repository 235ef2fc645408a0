// The `charter` command; what it does stands in command.ts. `npm run charter` starts it by app/start-charter.mjs.
import { command } from './command.ts';

process.exitCode = await command(process.argv.slice(2));
