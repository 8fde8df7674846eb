import type { Browser, BrowserType, LaunchOptions } from 'playwright-core';

const TRIES = 3;

/**
 * On a busy machine a Chromium now and then dies while it starts (a signal, before its first
 * answer): it is started again, twice at most. What happens once it runs is a test's own business.
 */
export function patient(type: BrowserType): void {
  const launch = type.launch.bind(type);
  type.launch = async (options?: LaunchOptions): Promise<Browser> => {
    for (let left = TRIES - 1; ; left -= 1)
      try {
        return await launch(options);
      } catch (error) {
        if (left === 0) throw error;
      }
  };
}
