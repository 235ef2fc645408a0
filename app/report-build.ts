// Makes `charter report` one file, as a part of `npm run build`: a third of a short run is to find and load 350
// modules. start-charter.mjs takes the file where nothing that it was made from has changed since.
import { spawnSync } from 'node:child_process';
import { globSync, mkdirSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { builtinModules } from 'node:module';
import os from 'node:os';
import path from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { build, type Plugin } from 'vite';
import { soundFiles } from '#app/adapters/charter-files/charter-files.ts';

const ROOT = path.resolve(import.meta.dirname, '..');

/** Where start-charter.mjs looks for it. */
const STARTED = path.join(ROOT, 'build/report');
/** As deep as that and as app/cli, as its paths go from there. */
const OUT = path.resolve(ROOT, process.argv[2] ?? STARTED);

/** Every sound version of the library as JSON, by the hash of its files, in a file beside the verb. */
const KEPT = 'sound';

const soundBefore: Plugin = {
  name: 'sound-before',
  load(id) {
    if (!id.endsWith('/charter-files/sound-before.ts')) return null;
    return `import { existsSync, readFileSync } from 'node:fs';
      export function soundBefore(whole) {
        const file = new URL('./${KEPT}/' + whole + '.json', import.meta.url);
        return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : null;
      }`;
  },
};

/** HarfBuzz is for letters that join, and starts by itself: the one file would start it for every report. */
const shaperApart: Plugin = {
  name: 'shaper-apart',
  enforce: 'pre',
  resolveId(source) {
    const id = path.relative(OUT, path.join(ROOT, 'reports/pdf/fonts/shaping.ts'));
    return source === './shaping.ts' ? { id, external: true } : null;
  },
};

/** What Node has is asked for by name: an import of it would load all that it only would load when asked. */
const builtinsByName: Plugin = {
  name: 'builtins-by-name',
  enforce: 'pre',
  resolveId(source, _importer, options) {
    const name = source.replace(/^node:/, '');
    // The bundler's own start needs `module` before any other module runs.
    const ours = name !== 'module' && builtinModules.includes(name);
    return ours && options.kind !== 'require-call' ? `\0builtin:${name}` : null;
  },
  load(id) {
    const [, name] = /^\0builtin:(.+)$/.exec(id) ?? [];
    if (name === undefined) return null;
    const names = Object.keys(process.getBuiltinModule(name) ?? {}).filter((one) =>
      /^[a-z]\w*$/i.test(one),
    );
    const exported = names.map(
      (one) =>
        `const a_${one} = /* @__PURE__ */ (() => all.${one})(); export { a_${one} as ${one} };`,
    );
    return `const all = process.getBuiltinModule('${name}'); export default all;\n${exported.join('\n')}`;
  },
};

/** What a report never needs of its parts, or what Node does many times as quickly. */
const INSTEAD: Readonly<Record<string, string>> = {
  'tiny-inflate/index.js': `const { inflateRawSync } = require('zlib');
    module.exports = (packed, to) => { to.set(inflateRawSync(packed)); return to; };`,
  // Of fonts in WOFF 2; ours are WOFF.
  'brotli/decompress.js': `const { brotliDecompressSync } = require('zlib');
    module.exports = (packed) => brotliDecompressSync(packed);`,
  // Of documents with a password.
  '@noble/ciphers/esm/aes.js': 'export const cbc = undefined; export const ecb = undefined;',
};

const leaner: Plugin = {
  name: 'leaner',
  enforce: 'pre',
  load(id) {
    const [, file = ''] = /^.*\/node_modules\/((?:@[^/]+\/)?[^/]+\/[^?]+)$/.exec(id) ?? [];
    return INSTEAD[file] ?? null;
  },
};

/** Writes what is kept of each version that comes back from JSON as it was. */
async function keepLibrary(): Promise<void> {
  const folder = path.join(OUT, KEPT);
  mkdirSync(folder, { recursive: true });
  for (const version of globSync('charter-criteria/*/*/charter.yaml', { cwd: ROOT })) {
    const found = await soundFiles(path.join(ROOT, path.dirname(version)));
    if (found === null) continue;
    const json = JSON.stringify(found.files);
    if (!isDeepStrictEqual(JSON.parse(json), found.files)) continue;
    writeFileSync(path.join(folder, `${found.whole}.json`), json);
  }
}

/** Reports once, because Node keeps of a program what its first run has compiled, and asks no other. */
function compileOnce(): void {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'charter-report-'));
  const assessment = 'app/demo/assessments/half-done.yaml';
  const words = ['report', assessment, '--out', path.join(folder, 'report.pdf')];
  const { status, stderr } = spawnSync(process.execPath, ['app/start-charter.mjs', ...words], {
    cwd: ROOT,
    encoding: 'utf8',
  });
  rmSync(folder, { recursive: true });
  if (status !== 0) throw new Error(stderr);
}

const made = await build({
  root: ROOT,
  configFile: false,
  plugins: [soundBefore, shaperApart, builtinsByName, leaner],
  logLevel: 'warn',
  ssr: { noExternal: true },
  build: {
    ssr: 'app/cli/charter.ts',
    outDir: OUT,
    rolldownOptions: {
      // No other verb is started from here.
      external: [/\/(?:criteria|assessment|agreement|admin)-verbs?\.ts$/],
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
await keepLibrary();
writeFileSync(path.join(OUT, 'made-from.json'), JSON.stringify(stamps));
if (OUT === STARTED) compileOnce();
