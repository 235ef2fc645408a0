import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { defineConfig } from 'vitest/config';

// For each start of the service and of the command: Node strips types, and what it has stripped is kept; and it
// is told at once what it would look up for every file of a package.
const quickly = {
  NODE_COMPILE_CACHE: path.resolve(import.meta.dirname, 'node_modules/.cache/node'),
  NODE_OPTIONS: `--import=${pathToFileURL(path.resolve(import.meta.dirname, 'db/quick-imports.mjs')).href}`,
};

// `--mode faults` is the long form of the tests of faults (npm run test:faults), with what needs a tool
// or a right that not every machine has.
export default defineConfig(({ mode }) => {
  const long = mode === 'faults';
  const env = long ? { ...quickly, FAULTS: 'long' } : quickly;
  const machine = long ? ['tests/faults/*.machine.ts'] : [];
  // 'core' needs nothing but the sources; 'app' runs against the built service and a filled database.
  return {
    test: {
      // Tests wait for servers and browsers more than they compute, so one of three is waiting on two cores.
      maxWorkers: '150%',
      reporters: ['default', ['json', { outputFile: 'build-of-tests/report.json' }]],
      projects: [
        {
          test: {
            name: 'core',
            env,
            include: ['tests/{unit,laws,golden}/**/*.test.ts'],
            exclude: ['**/*.alone.test.ts'],
            // Modules and scenarios are made once for all files of a worker; no file leaves anything in one.
            isolate: false,
            testTimeout: 120_000,
          },
        },
        // Those that put another module in the place of one of ours.
        { test: { name: 'alone', env, include: ['tests/unit/**/*.alone.test.ts'] } },
        {
          test: {
            name: 'app',
            env,
            include: ['tests/{routes,e2e,faults}/**/*.test.ts', ...machine],
            // As above, and the browser.
            isolate: false,
            globalSetup: 'tests/support/global-setup.ts',
            testTimeout: long ? 3_600_000 : 180_000,
            hookTimeout: 120_000,
          },
        },
      ],
    },
  };
});
