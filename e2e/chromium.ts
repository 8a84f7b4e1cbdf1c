import { type Browser, type BrowserContext, chromium, type Page } from 'playwright';

/**
 * Starts a Chromium whose microphone plays `wavPath` from the moment a page opens the microphone: once,
 * or over and over.
 */
export async function launchChromium(wavPath: string, loops = false): Promise<Browser> {
  return chromium.launch({
    executablePath: process.env.CHROMIUM_PATH ?? '/usr/bin/chromium',
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      '--autoplay-policy=no-user-gesture-required',
      '--use-fake-ui-for-media-stream',
      '--use-fake-device-for-media-stream',
      `--use-file-for-fake-audio-capture=${wavPath}${loops ? '' : '%noloop'}`,
    ],
  });
}

/** Cookies and storage of a browser, to be had again in another. */
export type StorageState = Awaited<ReturnType<BrowserContext['storageState']>>;

/** Ends a browser with all its processes as a crash does: nothing is said, nothing is closed. */
export async function killChromium(browser: Browser): Promise<void> {
  const session = await browser.newBrowserCDPSession();
  const { processInfo } = await session.send('SystemInfo.getProcessInfo');
  const gone = new Promise((resolve) => browser.once('disconnected', resolve));
  const isMain = ({ type }: { type: string }) => type === 'browser';
  // The main process first: it would start the others again.
  const inOrder = processInfo.toSorted((a, b) => Number(isMain(b)) - Number(isMain(a)));
  for (const { id } of inOrder) killIfThere(id);
  await gone;
}

function killIfThere(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error;
  }
}

/** Opens a page with the microphone allowed, and fails the test on an uncaught page error. */
export async function openPage(
  browser: Browser,
  baseURL: string,
  storageState?: StorageState,
): Promise<{ context: BrowserContext; page: Page; pageErrors: Error[] }> {
  const context = await browser.newContext({
    baseURL,
    permissions: ['microphone'],
    viewport: { width: 1440, height: 900 },
    ...(storageState ? { storageState } : {}),
  });
  const page = await context.newPage();
  const pageErrors: Error[] = [];
  page.on('pageerror', (error) => pageErrors.push(error));
  return { context, page, pageErrors };
}
