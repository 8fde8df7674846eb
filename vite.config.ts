import { defineConfig } from 'vite';

/** Where the server listens while one works on the client (`npx vite` beside `npm start`). */
const server = process.env['CONTRETEMPS_SERVER'] ?? 'http://127.0.0.1:3000';

export default defineConfig({
  root: 'client',
  build: {
    outDir: '../dist/client',
    emptyOutDir: true,
    target: ['es2022', 'safari16.4'],
    // A content security policy without 'unsafe-inline' for scripts: no inlined module loader.
    modulePreload: { polyfill: false },
    // Fonts stay files: data: URLs would need another permission.
    assetsInlineLimit: 0,
    rolldownOptions: {
      treeshake: {
        // The models do nothing while they load: what the client does not call stays out of it
        // (the schema of scenarios, the centre itself, the catalogue).
        moduleSideEffects: (id) => !id.includes('/models/') && !id.includes('/node_modules/zod/'),
      },
    },
  },
  server: {
    proxy: {
      '/api': server,
      '/socket.io': { target: server, ws: true },
    },
  },
});
