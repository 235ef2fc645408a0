// Once for all tests: the built service, and a data folder that holds the demo's trusts. Tests that
// start a server each work on a copy of that folder.
import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { promisify, stripVTControlCharacters } from 'node:util';
import type { TestProject } from 'vitest/node';
import { ok } from '#app/domain/problem.ts';
import { readConfig } from '#app/config.ts';
import { readDemoContent } from '#app/demo/content.ts';
import { seedDemo } from '#app/demo/seed.ts';
import { openServices, type Services } from '#app/services.server.ts';
import { renderPdf } from '#reports/pdf/render.ts';
import { signingKey } from '#app/use-cases/award/credential-keys.ts';
import { addAward, addDocument } from './awards.ts';
import { PASSWORD } from './people.ts';

const ROOT = path.resolve(import.meta.dirname, '../..');

declare module 'vitest' {
  export interface ProvidedContext {
    /** Where this run has built the pages, relative to the project. */
    buildFolder: string;
    /** The data folder to copy. */
    dataFolder: string;
  }
}

// The runner of the tests cannot say where a worker thread's module is.
const renderedHere: Services['renderPdf'] = async (model, createdAt) =>
  ok(await renderPdf(model, { createdAt }));

export default async function setUp(project: TestProject): Promise<() => void> {
  // Beside `build/`, which every other build empties: a demo that starts meanwhile, too.
  const build = `build-of-tests/${process.pid}`;
  const [folder] = await Promise.all([filledFolder(), buildInto(build)]);
  project.provide('dataFolder', folder);
  project.provide('buildFolder', build);
  return () => {
    for (const made of [folder, path.join(ROOT, build)]) {
      rmSync(made, { recursive: true, force: true });
    }
  };
}

/** Builds the service; throws with what the build says where it fails or warns. */
async function buildInto(folder: string): Promise<void> {
  const env = { ...process.env, NODE_ENV: 'production', BUILD_DIR: folder };
  const built = await promisify(execFile)('react-router', ['build'], { cwd: ROOT, env });
  const said = stripVTControlCharacters(`${built.stdout}\n${built.stderr}`);
  const warnings = said.split('\n').filter((line) => /^\(!\)|^\[[A-Z_]+\]|warning/i.test(line));
  // How long plugins take is no matter; every other warning is.
  const counted = warnings.filter((line) => !line.startsWith('[PLUGIN_TIMINGS]'));
  if (counted.length > 0) throw new Error(`the build warns:\n${said}`);
}

async function filledFolder(): Promise<string> {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'charter-seed-'));
  const config = readConfig({ MODE: 'test', DATA_DIR: folder }, ROOT);
  const services = await openServices(config, ROOT, { log: () => {} });
  services.engine.connection.pragma('synchronous = OFF');
  // What the public sees of awards: one of a trust of its own, which has nothing else. It comes first, so
  // that its number is the first of its year, whatever the demo awards.
  const award = await addAward(services, {
    organisation: 'award-holder',
    department: 'holding',
    awardedOn: '2026-03-02',
    publishedAt: '2026-03-03T09:00:00.000Z',
  });
  await addDocument(services, award.decisionId, 'award-report');
  await signingKey(services);
  const demo = await readDemoContent(path.join(ROOT, 'app/demo'));
  await seedDemo({ ...services, renderPdf: renderedHere }, demo, PASSWORD);
  services.engine.connection.pragma('wal_checkpoint(TRUNCATE)');
  services.close();
  return folder;
}
