import { promisify } from 'node:util';
import { brotliCompress, gzip } from 'node:zlib';
import { defineConfig, type Plugin } from 'vite';

/** Where the server listens while one works on the client (`npx vite` beside `npm start`). */
const server = process.env['CONTRETEMPS_SERVER'] ?? 'http://127.0.0.1:3000';

/** Compresses once what every browser will download (server/http/pages.ts gives it out). */
const compressed: Plugin = {
  name: 'compressed',
  apply: 'build',
  // Last: what is compressed is what every other plugin has made of it.
  generateBundle: {
    order: 'post',
    async handler(_options, bundle) {
      const named = Object.values(bundle).filter(({ fileName }) =>
        /\.(js|css|svg)$/.test(fileName),
      );
      for (const file of named) {
        const source = file.type === 'chunk' ? file.code : file.source;
        for (const [ending, compress] of [
          ['br', promisify(brotliCompress)],
          ['gz', promisify(gzip)],
        ] as const)
          this.emitFile({
            type: 'asset',
            fileName: `${file.fileName}.${ending}`,
            source: await compress(source),
          });
      }
    },
  },
};

export default defineConfig({
  plugins: [compressed],
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
