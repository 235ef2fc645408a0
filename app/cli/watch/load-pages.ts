// The pages of `charter watch`, in which Node cannot read the markup as it is: built anew where the tools for it are
// there, and taken as `npm run build` made them where they are not.
import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import type { ServedFile, WatchedPages } from '#app/adapters/charter-watch/serve-watched.ts';
import type { watchedPages } from './watched-page.tsx';

const ROOT = path.resolve(import.meta.dirname, '../../..');
const PAGE = 'page.js';
const TYPES: Readonly<Record<string, string>> = { '.woff2': 'font/woff2', '.svg': 'image/svg+xml' };

/** The pages and what they need, with `build` as the folder of all that is built. */
export async function loadPages(build: string): Promise<WatchedPages> {
  const out = path.resolve(ROOT, build, 'watch');
  await buildPages(out);
  const built: { readonly watchedPages: typeof watchedPages } = await import(
    pathToFileURL(path.join(out, PAGE)).href
  );
  const { render, styles, script } = built.watchedPages;
  const files = new Map<string, ServedFile>([
    ['/watch.css', { type: 'text/css; charset=utf-8', bytes: styles }],
    ['/watch.js', { type: 'text/javascript; charset=utf-8', bytes: script }],
  ]);
  for (const name of await readdir(path.join(out, 'assets'))) {
    const type = TYPES[path.extname(name)];
    if (type === undefined) continue;
    files.set(`/assets/${name}`, { type, bytes: await readFile(path.join(out, 'assets', name)) });
  }
  return { render, files };
}

/** Builds the pages into a folder; where the tools are not installed, what is there stays. */
async function buildPages(out: string): Promise<void> {
  const vite = await import('vite').catch((error: unknown) => {
    if (error instanceof Error && 'code' in error && error.code === 'ERR_MODULE_NOT_FOUND') {
      return null;
    }
    throw error;
  });
  await vite?.build({
    root: ROOT,
    configFile: false,
    logLevel: 'error',
    // As in vite.config.ts: every element of ours marks the passages in another language.
    oxc: { jsx: { importSource: '#jsx', development: false } },
    css: { preprocessorOptions: { scss: { quietDeps: true, loadPaths: ['node_modules'] } } },
    ssr: { noExternal: true },
    build: {
      ssr: 'app/cli/watch/watched-page.tsx',
      ssrEmitAssets: true,
      emptyOutDir: true,
      outDir: out,
      rolldownOptions: { output: { codeSplitting: false, entryFileNames: PAGE } },
    },
  });
}

if (import.meta.main) await buildPages(path.resolve(ROOT, process.argv[2] ?? 'build/watch'));
