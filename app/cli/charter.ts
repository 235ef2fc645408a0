// The `charter` command: criteria checked and shown, assessments scored, ways found, plans rendered,
// agreement calculated.
import { runCharter } from './run-charter.ts';

process.exitCode = await runCharter(process.argv.slice(2));
