import type { Browser, Page } from 'playwright';
import { expect } from 'vitest';
import {
  openDesk,
  restyledByAttributes,
  stylesOfApp,
  stylesOfLibrary,
  useDesk,
} from './desk-page.ts';

/** What the fixtures set for themselves, on every page of theirs. */
const appStyles = { page: 'rgb(250, 240, 230)', padding: '4px 20px', radius: '3px' };

/**
 * The desk works at this address, without complaints; the app's own styles are what it says, and
 * another library's are not touched.
 */
export async function expectWorkingDesk(browser: Browser, url: string): Promise<void> {
  const { page, complaints } = await openDesk(browser, url);
  const offered = page.locator('[data-slot="suggestion-card-age"]');
  expect(await offered.getAttribute('title'), 'the hour in Tokyo').toBe('19:03:54');
  await page.getByText('Mar 2021').waitFor();
  await useDesk(page);
  expect(await stylesOfApp(page)).toEqual(appStyles);
  expect(await chartWidths(page)).toEqual(['120px', '120px']);
  expect(await restyledByAttributes(page)).toEqual([]);
  expect(complaints).toEqual([]);
  await page.context().close();
}

/** Every element of the library has the same styles at both addresses. */
export async function expectSameStyles(browser: Browser, urls: [string, string]): Promise<void> {
  const [plain, other] = await Promise.all(
    urls.map(async (url) => {
      const { page } = await openDesk(browser, url);
      const styles = await stylesOfLibrary(page);
      await page.context().close();
      return styles;
    }),
  );
  expect(plain?.length).toBeGreaterThan(1000);
  expect(other?.length).toBe(plain?.length);
  expect(other?.filter((line, index) => line !== plain?.[index])).toEqual([]);
}

/** Of the pictures that another library draws: around our components, and in one of them. */
function chartWidths(page: Page): Promise<string[]> {
  return page
    .locator('.foreign > svg')
    .evaluateAll((charts) => charts.map((chart) => getComputedStyle(chart).width));
}

/** Where the system sets the colours, levels can be told from their track, and focus is seen. */
export async function expectVisibleStates(browser: Browser, url: string): Promise<void> {
  const context = await browser.newContext({ forcedColors: 'active' });
  const page = await context.newPage();
  await page.goto(url);
  const ground = (slot: string) =>
    page
      .locator(`[data-slot="${slot}"]`)
      .first()
      .evaluate((element) => getComputedStyle(element).backgroundColor);
  const track = await ground('audio-level-meter-bars');
  expect(await ground('audio-level-meter-fill')).not.toBe(track);
  expect(track).not.toBe(await ground('call-controls'));
  const card = page.locator('[data-slot="suggestion-card"][data-state="current"]');
  expect(await card.evaluate((element) => getComputedStyle(element).outlineStyle)).toBe('solid');
  await context.close();
}
