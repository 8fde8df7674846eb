import { join } from 'node:path';
import { build, type Rolldown } from 'vite';

/**
 * The golden days and all they need as one classic script, which any engine can run: it defines
 * `golden`, and asks for neither a module loader nor a file.
 */
export async function bundleGolden(): Promise<string> {
  const built = await build({
    configFile: false,
    logLevel: 'warn',
    root: join(import.meta.dirname, '..'),
    build: {
      write: false,
      minify: false,
      target: 'es2022',
      lib: { entry: 'golden.ts', formats: ['iife'], name: 'golden' },
    },
  });
  const [{ output }] = [built].flat() as [Rolldown.RolldownOutput];
  const [chunk, ...others] = output;
  if (others.length > 0)
    throw new Error(`the golden days do not fit into one script: ${others.map((o) => o.fileName)}`);
  return chunk.code;
}
