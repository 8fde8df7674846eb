import { registerIconLibrary } from '@awesome.me/webawesome/dist/components/icon/library.js';

const empty = "data:image/svg+xml,<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 16 16'/>";

/** The controls' own icons would be fetched from another origin; we show none of them. */
for (const library of ['default', 'system'])
  registerIconLibrary(library, { resolver: () => empty });
