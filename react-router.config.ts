import path from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Config } from '@react-router/dev/config';
import type { ServerBuild } from 'react-router';
import { routesWithoutDoor } from '#app/http/door/doors-of.ts';

export default {
  appDirectory: 'app',
  ssr: true,
  buildDirectory: process.env['BUILD_DIR'] ?? 'build',
  routeDiscovery: { mode: 'initial' },
  async buildEnd({ reactRouterConfig: { buildDirectory } }) {
    const file = pathToFileURL(path.join(buildDirectory, 'server/index.js')).href;
    const build: ServerBuild = await import(/* @vite-ignore */ file);
    const open = routesWithoutDoor(build);
    if (open.length > 0) {
      throw new Error(
        `Routes without a door: ${open.join(', ')}. Say who may come in, and what else they are (app/http/door/door.ts).`,
      );
    }
  },
} satisfies Config;
