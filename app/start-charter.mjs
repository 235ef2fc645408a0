// Starts the `charter` command: with what Node compiled the last time, and `report` from the one file that
// `npm run build` makes of it (report-build.ts), if it was made from the sources as they are now. JavaScript, as
// whatever is loaded before that cache is there has to be compiled at each start.
// What Node has is asked for by name: an import of it would load all that it only would load when asked.
const { readFileSync, statSync } = process.getBuiltinModule('fs');
const { enableCompileCache } = process.getBuiltinModule('module');

const ROOT = `${import.meta.dirname}/../`;
const BUILT = 'build/report/';

function isMadeFromSources() {
  try {
    const stamps = JSON.parse(readFileSync(`${ROOT}${BUILT}made-from.json`, 'utf8'));
    return stamps.every(([file, size, mtimeMs]) => {
      const now = statSync(ROOT + file);
      return now.size === size && now.mtimeMs === mtimeMs;
    });
  } catch {
    // There is no build, or a source of it is gone. The sources are always right.
    return false;
  }
}

const [, , verb] = process.argv;
const built = verb === 'report' && isMadeFromSources();
// Beside the build, which has filled it, or beside the packages: whoever may write there may write the program anyway.
// Where it cannot be written, Node goes on without.
enableCompileCache(ROOT + (built ? `${BUILT}compiled` : 'node_modules/.cache/charter'));
if (!built) await import('../db/quick-imports.mjs');
await import(built ? `../${BUILT}charter.js` : './cli/charter.ts');
