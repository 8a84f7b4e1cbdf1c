import { type Browser, chromium, type Page } from 'playwright';
import { expect } from 'vitest';
import { findChromium } from '../checks/chromium.ts';
import { processEnvironment } from '../env.ts';

/** A Chromium for the pages of the consumer apps. */
export function launchChromium(): Promise<Browser> {
  const executablePath = findChromium(processEnvironment());
  return chromium.launch({
    ...(executablePath === undefined ? {} : { executablePath }),
    args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking'],
  });
}

/** Opens the desk far from the server's time zone and collects everything the browser complains about. */
export async function openDesk(browser: Browser, url: string) {
  const context = await browser.newContext({
    timezoneId: 'Asia/Tokyo',
    locale: 'en-GB',
    reducedMotion: 'reduce',
  });
  const page = await context.newPage();
  const complaints: string[] = [];
  page.on('pageerror', (error) => complaints.push(error.message));
  page.on('console', (message) => {
    if (['error', 'warning'].includes(message.type())) complaints.push(message.text());
  });
  page.on('requestfailed', (request) => complaints.push(`${request.url()} failed`));
  await page.goto(url);
  await page.getByText('Connected', { exact: true }).waitFor();
  return { page, complaints };
}

const parts = [
  ...['transcript', 'suggestion-panel', 'suggestion-card', 'customer-info-card'],
  ...['call-controls', 'audio-level-meter', 'connection-badge'],
];

/** Sees every component, mutes, uses a suggestion. */
export async function useDesk(page: Page): Promise<void> {
  for (const part of parts) {
    expect(await page.locator(`[data-slot="${part}"]`).first().isVisible(), part).toBe(true);
  }
  await page.getByText('My order four five two one').waitFor();
  await page.getByRole('button', { name: 'Mute' }).click();
  await page.getByRole('button', { name: 'Unmute' }).waitFor();
  await page.getByText('You · muted').waitFor();
  await page.getByRole('button', { name: 'Use', exact: true }).click();
  const message = page.locator('[data-slot="chat-message"]');
  await message.getByText('I can send a second one by express today').waitFor();
  await page.getByText('Listening. Suggestions appear').waitFor();
}

/** What a reset changes visibly: the style of a border without width and the like are left out. */
const comparedProperties = [
  ...['display', 'color', 'background-color', 'font-size', 'font-weight', 'line-height'],
  ...['padding', 'margin', 'border-width', 'border-radius', 'box-sizing', 'list-style-type'],
  ...['text-align', 'text-transform', 'letter-spacing', 'opacity', 'cursor'],
];

/** Computed styles of each element of the library in the order of the page, one property a line. */
export function stylesOfLibrary(page: Page): Promise<string[]> {
  return page.evaluate((properties) => {
    const elements = document.querySelectorAll('.desk [data-slot], .desk [data-slot] *');
    const own = [...elements].filter((element) => !element.closest('.foreign'));
    return own.flatMap((element, index) => {
      const style = getComputedStyle(element);
      const slot = element.getAttribute('data-slot');
      const owner = element.parentElement?.closest('[data-slot]')?.getAttribute('data-slot');
      const name = `${index} ${owner ?? 'desk'} > ${slot ?? element.tagName.toLowerCase()}`;
      return properties.map(
        (property) => `${name} ${property}: ${style.getPropertyValue(property)}`,
      );
    });
  }, comparedProperties);
}

/** Elements of another library whose styles depend on the attributes that it shares with ours. */
export function restyledByAttributes(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const elements = [...document.querySelectorAll('.foreign [data-slot], .foreign svg')];
    const stylesOf = (element: Element) => {
      const style = getComputedStyle(element);
      return [...style].map((property) => `${property}: ${style.getPropertyValue(property)}`);
    };
    const slots = elements.map((element) => element.getAttribute('data-slot') ?? element.tagName);
    const before = elements.map(stylesOf);
    for (const { dataset } of elements as HTMLElement[]) {
      for (const name of Object.keys(dataset)) delete dataset[name];
    }
    const after = elements.map((element) => new Set(stylesOf(element)));
    return slots.flatMap((slot, index) =>
      (before[index] ?? [])
        .filter((line) => !after[index]?.has(line))
        .map((line) => `${slot} ${line}`),
    );
  });
}

/** What the app says of its own page and button. */
export function stylesOfApp(page: Page): Promise<Record<string, string>> {
  return page.evaluate(() => {
    const body = getComputedStyle(document.body);
    const button = getComputedStyle(document.querySelector('#own') as Element);
    return {
      page: body.backgroundColor,
      padding: button.padding,
      radius: button.borderTopLeftRadius,
    };
  });
}
