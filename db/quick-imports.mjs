// Loaded before a program: to learn that a file of drizzle-orm is a module, Node reads the list of all that the
// package exports, 130 kB, once for each of its files. Saying so takes half a second off each start.
import { registerHooks } from 'node:module';

registerHooks({
  resolve(specifier, context, next) {
    const from = context.parentURL ?? '';
    if (!specifier.startsWith('.') || !from.includes('/node_modules/drizzle-orm/')) {
      return next(specifier, context);
    }
    // Its CommonJS files end in .cjs, and are asked for by none of the others.
    const url = new URL(specifier, from).href;
    return url.endsWith('.js')
      ? { url, format: 'module', shortCircuit: true }
      : next(specifier, context);
  },
});
