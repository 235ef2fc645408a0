// The list of parts that a build leaves beside itself.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { expect, test } from 'vitest';

const ROOT = path.resolve(import.meta.dirname, '../../..');
const own: {
  readonly name: string;
  readonly version: string;
  readonly dependencies: Readonly<Record<string, string>>;
  readonly devDependencies: Readonly<Record<string, string>>;
} = JSON.parse(readFileSync(path.join(ROOT, 'package.json'), 'utf8'));

const lock: { readonly packages: Readonly<Record<string, { readonly dev?: true }>> } = JSON.parse(
  readFileSync(path.join(ROOT, 'package-lock.json'), 'utf8'),
);

/** Whether nothing that runs needs the package. */
function isForDevelopment(name: string): boolean {
  return lock.packages[`node_modules/${name}`]?.dev === true;
}

type Part = {
  readonly name: string;
  readonly version: string;
  readonly licenses?: readonly unknown[];
};
type Parts = {
  readonly bomFormat: string;
  readonly metadata: { readonly component: Part };
  readonly components: readonly Part[];
};

function listMade(): string {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'charter-parts-'));
  const env = { ...process.env, BUILD_DIR: folder };
  const { status, stderr } = spawnSync(process.execPath, ['app/cli/parts-list.ts'], {
    cwd: ROOT,
    env,
    encoding: 'utf8',
  });
  expect(stderr).toBe('');
  expect(status).toBe(0);
  return readFileSync(path.join(folder, 'sbom.json'), 'utf8');
}

test('SEC-86 the list of parts names everything that runs, with version and licence, the same each time', () => {
  const text = listMade();
  const { bomFormat, metadata, components }: Parts = JSON.parse(text);
  expect(bomFormat).toBe('CycloneDX');
  expect(metadata.component).toMatchObject({ name: own.name, version: own.version });
  const listed = new Map(components.map(({ name, version }) => [name, version]));
  for (const [name, version] of Object.entries(own.dependencies)) {
    expect(listed.get(name), name).toBe(version);
  }
  expect(components.length).toBeGreaterThan(Object.keys(own.dependencies).length);
  expect(components.filter(({ licenses = [] }) => licenses.length === 0)).toEqual([]);
  // Another version of a tool may be what a part needs, and some parts need what the tests use as well.
  const tools = Object.entries(own.devDependencies).filter(([name]) => isForDevelopment(name));
  expect(tools.length).toBeGreaterThan(20);
  expect(tools.filter(([name, version]) => listed.get(name) === version)).toEqual([]);
  expect(text).not.toContain(path.dirname(ROOT));
  expect(text).not.toContain('file:');
  expect(listMade()).toBe(text);
});
