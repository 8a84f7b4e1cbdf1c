import type { Browser } from 'playwright';
import { expect } from 'vitest';
import { openDesk, stylesOfApp, stylesOfLibrary, useDesk } from './desk-page.ts';

/** What the fixtures set for themselves, on every page of theirs. */
const appStyles = { page: 'rgb(250, 240, 230)', padding: '4px 20px', radius: '3px' };

/** The desk works at this address, without complaints, and the app's own styles are what it says. */
export async function expectWorkingDesk(browser: Browser, url: string): Promise<void> {
  const { page, complaints } = await openDesk(browser, url);
  await useDesk(page);
  expect(await stylesOfApp(page)).toEqual(appStyles);
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
