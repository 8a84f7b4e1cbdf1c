import type { Page } from 'playwright';

/** What an agent's desk says, apart from its clocks and from what is never stored. */
export interface DeskText {
  /** Final lines that are in view, oldest first. */
  lines: string[];
  /** Words of each card that something can be done with. */
  cards: string[];
  /** Numbers of the orders that stand out as they were named. */
  namedOrders: string[];
}

/** Lines compared: more may be in view on one screen than on the other. */
const LINES = 3;

/** Reads the desk that stands in `within`, a CSS selector. */
export async function deskText(page: Page, within: string): Promise<DeskText> {
  const text = await page.evaluate((selector) => {
    const desk = document.querySelector(selector);
    const words = (element: Element | null) => element?.textContent?.trim() ?? '';
    const all = (part: string) => [...(desk?.querySelectorAll(part) ?? [])];
    const cards = all('article[data-suggestion-id]').filter(
      (card) => card.getAttribute('data-state') !== 'leaving',
    );
    const orders = all('li').filter((row) => words(row).includes('Mentioned'));
    return {
      lines: all('[data-segment-id][data-state=final]').map(words),
      cards: cards.map((card) => words(card.querySelector('[data-slot=suggestion-card-text]'))),
      namedOrders: orders.map((row) => /\d{3,}/.exec(words(row))?.[0] ?? ''),
    };
  }, within);
  return { ...text, lines: text.lines.slice(-LINES) };
}

/** A desk as it stood still for a moment. */
export interface DeskMoment {
  /** Milliseconds since 1970. */
  atMs: number;
  text: DeskText;
}

/** So long nothing may change: a whole second lies in it, with what was stored a moment before on the screen. */
const STILL_MS = 1_300;

/** Waits until nothing is half said and nothing changes, and reads the desk. */
export async function stillDesk(page: Page, within: string): Promise<DeskMoment> {
  for (;;) {
    const atMs = Date.now();
    const text = await deskText(page, within);
    await page.waitForTimeout(STILL_MS);
    const isSame = JSON.stringify(await deskText(page, within)) === JSON.stringify(text);
    if (isSame && text.lines.length > 0) return { atMs, text };
  }
}
