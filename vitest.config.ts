import path from 'node:path';
import { defineConfig } from 'vitest/config';

// Node strips types at each start of the service and of the command; what it has stripped is kept.
const env = { NODE_COMPILE_CACHE: path.resolve(import.meta.dirname, 'node_modules/.cache/node') };

// 'core' needs nothing but the sources; 'app' runs against the built service and a filled database.
export default defineConfig({
  test: {
    // Tests wait for servers and browsers more than they compute.
    maxWorkers: '100%',
    reporters: ['default', ['json', { outputFile: 'build/test-report.json' }]],
    projects: [
      {
        test: {
          name: 'core',
          env,
          include: ['tests/{unit,laws,golden}/**/*.test.ts'],
          testTimeout: 120_000,
        },
      },
      {
        test: {
          name: 'app',
          env,
          include: ['tests/{routes,e2e,faults}/**/*.test.ts'],
          globalSetup: 'tests/support/global-setup.ts',
          testTimeout: 180_000,
          hookTimeout: 120_000,
        },
      },
    ],
  },
});
