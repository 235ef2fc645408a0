import { reactRouter } from '@react-router/dev/vite';
import { defineConfig } from 'vite';

export default defineConfig({
  plugins: [reactRouter()],
  // Every element of ours is made by app/ui/kit/jsx.
  oxc: { jsx: { importSource: '#jsx' } },
  css: { preprocessorOptions: { scss: { quietDeps: true, loadPaths: ['node_modules'] } } },
  environments: {
    ssr: {
      build: {
        // Node runs our TypeScript as it is, and the server shares these modules with the pages: a
        // second, bundled copy would have contexts and errors of its own.
        rollupOptions: { external: /^#(?:app|db|reports)\/(?!ui\/).*(?<!\.tsx)$/ },
      },
    },
  },
});
