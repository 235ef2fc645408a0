// Loaded before a program: Node starts it with what it compiled the last time. JavaScript, as whatever is loaded
// before the cache is there has to be compiled, and TypeScript turned into JavaScript, at each start.
import { enableCompileCache } from 'node:module';
import { fileURLToPath } from 'node:url';
// oxlint-disable-next-line import/no-unassigned-import
import './quick-imports.mjs';

// Beside the packages: whoever may write there may write the program anyway, and `npm ci` clears it. Where it
// cannot be written, Node goes on without.
enableCompileCache(fileURLToPath(new URL('../node_modules/.cache/charter', import.meta.url)));
