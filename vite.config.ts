import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, gzip } from 'node:zlib';
import { defineConfig, type Plugin } from 'vite';
import { moduleSideEffects, oneFiles } from './client/one-file/one-file.config.ts';

/** Where the server listens while one works on the client (`npx vite` beside `npm start`). */
const server = process.env['CONTRETEMPS_SERVER'] ?? 'http://127.0.0.1:3000';

/**
 * Compresses once what every browser will download (server/http/pages.ts gives it out): the files
 * as they were written, after whatever is still put into them when they are.
 */
const compressed: Plugin = {
  name: 'compressed',
  apply: 'build',
  async writeBundle({ dir = '' }, bundle) {
    const files = Object.keys(bundle).filter((name) => /\.(js|css|svg)$/.test(name));
    for (const path of files.map((name) => join(dir, name))) {
      const text = await readFile(path);
      await writeFile(`${path}.br`, await promisify(brotliCompress)(text));
      await writeFile(`${path}.gz`, await promisify(gzip)(text));
    }
  },
};

export default defineConfig({
  plugins: [compressed, oneFiles],
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
      // What the one files and the compressing take is no fault of theirs.
      checks: { pluginTimings: false },
      treeshake: {
        // What the client does not call stays out of it (the schema of scenarios, the centre
        // itself, the catalogue).
        moduleSideEffects,
      },
    },
  },
  // What reads workbooks is loaded apart, by the worker that reads.
  worker: { format: 'es', rolldownOptions: { treeshake: { moduleSideEffects } } },
  server: {
    proxy: {
      '/api': server,
      '/socket.io': { target: server, ws: true },
    },
  },
});
