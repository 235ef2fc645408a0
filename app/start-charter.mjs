// Starts the `charter` command: with what Node compiled the last time, and `report` from the one file that
// `npm run build` makes of it (report-build.ts), if it was made from the sources as they are now. JavaScript, as
// whatever is loaded before that cache is there has to be compiled at each start.
import { readFileSync, statSync } from 'node:fs';
import { enableCompileCache } from 'node:module';
import { fileURLToPath } from 'node:url';

const ROOT = new URL('../', import.meta.url);
const BUILT = new URL('build/report/', ROOT);

// Beside the packages: whoever may write there may write the program anyway, and `npm ci` clears it. Where it
// cannot be written, Node goes on without.
enableCompileCache(fileURLToPath(new URL('node_modules/.cache/charter', ROOT)));

function isMadeFromSources() {
  try {
    const stamps = JSON.parse(readFileSync(new URL('made-from.json', BUILT), 'utf8'));
    return stamps.every(([file, size, mtimeMs]) => {
      const now = statSync(new URL(file, ROOT));
      return now.size === size && now.mtimeMs === mtimeMs;
    });
  } catch {
    // There is no build, or a source of it is gone. The sources are always right.
    return false;
  }
}

const [, , verb] = process.argv;
const built = verb === 'report' && isMadeFromSources();
if (!built) await import('../db/quick-imports.mjs');
await import(built ? new URL('charter.js', BUILT).href : './cli/charter.ts');
