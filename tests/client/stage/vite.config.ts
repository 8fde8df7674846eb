import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vite';

/** The client on stage, without a server: `npx vite --config tests/client/stage/vite.config.ts`. */
const here = (name: string) => fileURLToPath(new URL(name, import.meta.url));

export default defineConfig({
  root: here('../../../client'),
  cacheDir: here('../../../node_modules/.vite-stage'),
  server: { fs: { allow: [here('../../..')] } },
  plugins: [
    {
      name: 'stage',
      enforce: 'pre',
      resolveId(source, importer) {
        if (importer?.includes('/stage/')) return null;
        if (source.endsWith('wire/socket.ts')) return here('./wire.ts');
        if (source.endsWith('wire/http.ts')) return here('./http.ts');
        return null;
      },
    },
  ],
});
