// Makes `charter report` one file, as a part of `npm run build`: a third of a short run is to find and load 350
// modules. start-charter.mjs takes the file where nothing that it was made from has changed since.
import { statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { build } from 'vite';

const ROOT = path.resolve(import.meta.dirname, '..');

/** Where start-charter.mjs looks for it: as deep as app/cli, as its paths go from there. */
const OUT = path.resolve(ROOT, process.argv[2] ?? 'build/report');

const made = await build({
  root: ROOT,
  configFile: false,
  logLevel: 'warn',
  ssr: { noExternal: true },
  build: {
    ssr: 'app/cli/charter.ts',
    outDir: OUT,
    rolldownOptions: {
      // No other verb is started from here; and HarfBuzz looks for its file beside itself.
      external: [/\/(?:criteria|assessment|agreement|admin)-verbs?\.ts$/, 'harfbuzzjs'],
      output: { codeSplitting: false },
    },
  },
});
const outputs = Array.isArray(made) ? made : [made];
const modules = outputs.flatMap((one) =>
  'output' in one ? one.output.flatMap((part) => ('moduleIds' in part ? part.moduleIds : [])) : [],
);
const sources = modules.filter((id) => path.isAbsolute(id) && !id.includes('/node_modules/'));
const files = [...sources.map((id) => path.relative(ROOT, id)), 'package-lock.json'];
const stamps = files.map((file) => {
  const { size, mtimeMs } = statSync(path.join(ROOT, file));
  return [file, size, mtimeMs];
});
writeFileSync(path.join(OUT, 'made-from.json'), JSON.stringify(stamps));
