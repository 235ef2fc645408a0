// Makes `charter report` one file, as a part of `npm run build`: a third of a short run is to find and load 350
// modules. start-charter.mjs takes the file where nothing that it was made from has changed since.
import { createHash } from 'node:crypto';
import { globSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { build, type Plugin } from 'vite';
import { readYaml } from '#app/adapters/charter-files/yaml-file.ts';

const ROOT = path.resolve(import.meta.dirname, '..');

/** Where start-charter.mjs looks for it: as deep as app/cli, as its paths go from there. */
const OUT = path.resolve(ROOT, process.argv[2] ?? 'build/report');

const readBefore: Plugin = {
  name: 'read-before',
  load(id) {
    if (!id.endsWith('/charter-files/read-before.ts')) return null;
    return `export const readBefore = new Map(${JSON.stringify(libraryRead())});`;
  },
};

/** Each file of the library by the hash of its bytes, as the JSON of its data; none that has a mistake. */
function libraryRead(): readonly (readonly [hash: string, json: string])[] {
  return globSync('charter-criteria/*/*/**/*.yaml', { cwd: ROOT }).flatMap((file) => {
    const bytes = readFileSync(path.join(ROOT, file));
    const { data, mistakes } = readYaml(file, bytes);
    const json = JSON.stringify(data);
    if (mistakes.length > 0 || !isDeepStrictEqual(JSON.parse(json), data)) return [];
    return [[createHash('sha256').update(bytes).digest('hex'), json]];
  });
}

const made = await build({
  root: ROOT,
  configFile: false,
  plugins: [readBefore],
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
