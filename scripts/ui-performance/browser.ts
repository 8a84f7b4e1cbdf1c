import { type Browser, chromium, type Page } from 'playwright';
import { findChromium } from '../checks/chromium.ts';
import { processEnvironment } from '../env.ts';

/** Chromium's own fake microphone (a beep each second), allowed without asking; sound without a click. */
const withMicrophone = [
  '--use-fake-ui-for-media-stream',
  '--use-fake-device-for-media-stream',
  '--autoplay-policy=no-user-gesture-required',
];

const flags = { withMicrophone };

/** Starts a headless Chromium that draws on the CPU, at 60 frames per second. */
export function launchBrowser(...features: (keyof typeof flags)[]): Promise<Browser> {
  const executablePath = findChromium(processEnvironment());
  return chromium.launch({
    ...(executablePath === undefined ? {} : { executablePath }),
    args: [
      ...['--no-sandbox', '--disable-gpu', '--disable-background-networking'],
      ...features.flatMap((feature) => flags[feature]),
    ],
  });
}

/** Opens a page; whatever fails in it fails `run`, too. */
export async function withPage<T>(
  browser: Browser,
  url: string,
  run: (page: Page) => Promise<T>,
): Promise<T> {
  const page = await browser.newPage({ viewport: { width: 900, height: 900 } });
  const errors: Error[] = [];
  page.on('pageerror', (error) => errors.push(error));
  try {
    await page.goto(url);
    const result = await run(page);
    if (errors[0] !== undefined) throw errors[0];
    return result;
  } finally {
    await page.close();
  }
}
