// The list of parts (SBOM, CycloneDX) that `npm run build` leaves beside the build: what npm reads in
// package-lock.json, without a network. The same lock file makes the same list on every machine.
import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';

const ROOT = path.resolve(import.meta.dirname, '../..');
const BUILD = path.resolve(ROOT, process.env['BUILD_DIR'] ?? 'build');

/** What a package says of its licence in a file of its own and not in package.json. */
const LICENCES: Readonly<Record<string, string>> = { 'png-js': 'MIT' };

const listOfNpm = z.looseObject({
  serialNumber: z.string(),
  metadata: z.looseObject({
    timestamp: z.string(),
    component: z.looseObject({ 'bom-ref': z.string(), name: z.string() }),
  }),
  components: z.array(
    z.looseObject({
      'bom-ref': z.string(),
      name: z.string(),
      licenses: z.array(z.unknown()).optional(),
    }),
  ),
  dependencies: z.array(z.looseObject({ ref: z.string(), dependsOn: z.array(z.string()) })),
});
type PartsList = z.output<typeof listOfNpm>;

const versions = z.record(z.string(), z.string()).default({});
const lockFile = z.object({
  name: z.string(),
  packages: z.record(
    z.string(),
    z.object({
      version: z.string().optional(),
      dev: z.boolean().default(false),
      /** A part that runs could use it, and it is here for development alone. */
      devOptional: z.boolean().default(false),
      dependencies: versions,
      optionalDependencies: versions,
    }),
  ),
});
type LockFile = z.output<typeof lockFile>;

function madeByNpm(): PartsList {
  const asked = ['sbom', '--sbom-format=cyclonedx', '--sbom-type=application'];
  const quietly = ['--package-lock-only', '--offline', '--no-update-notifier'];
  const { status, stdout, stderr } = spawnSync('npm', [...asked, ...quietly], {
    cwd: ROOT,
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
    shell: process.platform === 'win32',
  });
  if (status !== 0) throw new Error(`npm made no list of parts: ${stderr}`);
  return listOfNpm.parse(JSON.parse(stdout));
}

/**
 * The parts that run: what package.json names for it, and what they need in turn. npm's own `--omit=dev` would
 * leave out react and others, because packages for development need them, too.
 */
function partsThatRun({ dependencies }: PartsList, { packages }: LockFile): ReadonlySet<string> {
  const refOf = (place: string) =>
    `${place.split('node_modules/').at(-1)}@${packages[place]?.version}`;
  const development = Object.keys(packages)
    .filter((place) => packages[place]?.dev || packages[place]?.devOptional)
    .map(refOf);
  const needs = new Map(dependencies.map(({ ref, dependsOn }) => [ref, dependsOn]));
  const own = packages['']?.dependencies;
  const found = new Set(
    Object.keys({ ...own, ...packages['']?.optionalDependencies }).map((name) =>
      refOf(`node_modules/${name}`),
    ),
  );
  for (const ref of found) {
    for (const next of needs.get(ref) ?? []) if (!development.includes(next)) found.add(next);
  }
  return found;
}

/** The list of the parts that run, without what would be another each time. */
function whatRuns(all: PartsList, lock: LockFile) {
  const runs = partsThatRun(all, lock);
  const { component } = all.metadata;
  const { serialNumber: _number, ...list } = all;
  const { timestamp: _time, ...about } = all.metadata;
  return {
    ...list,
    // npm calls the whole by the name of its folder.
    metadata: { ...about, component: { ...component, name: lock.name } },
    components: all.components
      .filter((part) => runs.has(part['bom-ref']))
      .map((part) => {
        const id = LICENCES[part.name];
        return part.licenses === undefined && id !== undefined
          ? { ...part, licenses: [{ license: { id } }] }
          : part;
      }),
    dependencies: all.dependencies
      .filter(({ ref }) => runs.has(ref) || ref === component['bom-ref'])
      .map((one) => ({ ...one, dependsOn: one.dependsOn.filter((ref) => runs.has(ref)) })),
  };
}

const lock = lockFile.parse(JSON.parse(readFileSync(path.join(ROOT, 'package-lock.json'), 'utf8')));
mkdirSync(BUILD, { recursive: true });
writeFileSync(
  path.join(BUILD, 'sbom.json'),
  `${JSON.stringify(whatRuns(madeByNpm(), lock), null, 2)}\n`,
);
