import { existsSync } from 'node:fs';
import { join, normalize } from 'node:path';
import { type Browser, chromium, type Page } from 'playwright';
import { findChromium } from '../checks/chromium.ts';
import { processEnvironment } from '../env.ts';
import type { Picture } from './picture-list.ts';

/** Where the pages of a built Storybook seem to come from; nothing goes over the network. */
const origin = 'http://storybook.invalid';
/** The moment the sample data of the stories is seen. */
const shownAt = '2026-11-23T10:04:00Z';
/** Room around a component, in CSS pixels. */
const MARGIN_PX = 16;

/** A Chromium to take pictures with. */
export function launchChromium(): Promise<Browser> {
  const executablePath = findChromium(processEnvironment());
  return chromium.launch({
    ...(executablePath === undefined ? {} : { executablePath }),
    args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking'],
  });
}

/** A page that shows stories of the Storybook built in `folder`, with a clock that stands still. */
export async function openStorybook(browser: Browser, folder: string): Promise<Page> {
  const context = await browser.newContext({
    deviceScaleFactor: 2,
    colorScheme: 'light',
    locale: 'en-GB',
    timezoneId: 'Europe/London',
    reducedMotion: 'reduce',
  });
  const page = await context.newPage();
  await page.route(`${origin}/**`, async (route) => {
    const path = join(folder, normalize(new URL(route.request().url()).pathname));
    await (existsSync(path) ? route.fulfill({ path }) : route.fulfill({ status: 404 }));
  });
  await page.clock.setFixedTime(shownAt);
  return page;
}

/** Shows a story and photographs it: the component with a margin, or the whole page. */
export async function photograph(page: Page, picture: Picture): Promise<Buffer> {
  const { width, height } = picture.page ?? { width: 1280, height: 800 };
  await page.setViewportSize({ width, height });
  const theme = picture.page?.theme ?? 'light';
  await page.goto(`${origin}/iframe.html?id=${picture.story}&globals=theme:${theme}`);
  await page.locator('body.sb-show-main').waitFor();
  const problem = page.locator('body.sb-show-errordisplay, body.sb-show-nopreview');
  if ((await problem.count()) > 0) throw new Error(`${picture.story} does not show`);
  await page.locator('#storybook-root > *').first().waitFor({ state: 'attached' });
  if (!picture.page) await page.addStyleTag({ content: roomFor(picture.width) });
  await page.evaluate(() => document.fonts.ready);
  return await (picture.page ? page : page.locator('#storybook-root')).screenshot({
    animations: 'disabled',
    caret: 'hide',
  });
}

function roomFor(width: number | undefined): string {
  const size = width === undefined ? 'max-content' : `${width + 2 * MARGIN_PX}px`;
  return `
    body { padding: 0 !important; }
    #storybook-root { inline-size: ${size}; padding: ${MARGIN_PX}px; box-sizing: border-box; }
  `;
}
