import type { TestProject } from 'vitest/node';

/** Global setup of the projects that need a browser: no silent skip, one clear sentence. */
export default function needChromium(project: TestProject): void {
  const missing = project.config.env['CHROMIUM_MISSING'];
  if (missing) throw new Error(missing);
}
