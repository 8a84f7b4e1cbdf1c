import { loadavg } from 'node:os';
import { type Percentiles, percentiles } from '@agent/testing/percentiles';
import type { Page } from 'playwright';
import type { ScrollFrames } from '../../packages/ui/performance/page-api.ts';
import { launchBrowser, withPage } from './browser.ts';
import { type ServedPages, servePages } from './pages.ts';

/** How long the parts of the measurement are. */
export interface TranscriptPlan {
  /** Lines appended and words changed, each time. */
  times: number;
  scrollMs: number;
}

/** A stretch of scrolling. Definitions: packages/ui/performance/README.md. */
export interface ScrollFigures {
  pxPerSecond: number;
  framesPerSecond: number;
  frameMs: Percentiles;
  /** Share of the frames with a part of the log empty, 0–1. */
  blankShare: number;
  mostRows: number;
}

/** From the change of state that appends a line. Definitions: packages/ui/performance/README.md. */
export interface AppendFigures {
  paintedMs: Percentiles;
  onScreenMs: Percentiles;
}

/** A transcript of thousands of lines in a browser, in production. */
export interface TranscriptFigures {
  chromium: string;
  isProductionBuild: boolean;
  /** Processes that wanted to run in the minute before. */
  loadBefore: number;
  lines: number;
  /** Height of all lines in CSS pixels. */
  contentPx: number;
  /** Most rows in the page at once. */
  mostRows: number;
  append: AppendFigures;
  appendWithInterims: AppendFigures;
  /** From the change of state to the painted frame. */
  interimMs: Percentiles;
  scroll: ScrollFigures[];
  scrollWithInterims: ScrollFigures[];
}

const warmUps = 20;
const interimsPerSecond = 8;
/** Reading, a flick of the wheel, and the scroll bar pulled through the whole list in seconds. */
const speedsPxPerSecond = [1_000, 5_000, 150_000];

/** Builds the page, opens it in Chromium and takes all figures. */
export async function transcriptFigures(
  plan: TranscriptPlan,
  workDir: string,
): Promise<TranscriptFigures> {
  const loadBefore = Math.round((loadavg()[0] ?? 0) * 10) / 10;
  const pages = await servePages('production', workDir);
  try {
    const { rowCount, ...figures } = await inBrowser(pages, (page) => allFigures(page, plan));
    const scrolls = [...figures.scroll, ...figures.scrollWithInterims];
    const mostRows = Math.max(rowCount, ...scrolls.map((scroll) => scroll.mostRows));
    return { loadBefore, ...figures, mostRows };
  } finally {
    await pages.close();
  }
}

async function inBrowser<T>(
  pages: ServedPages,
  run: (page: Page) => Promise<T>,
): Promise<T & { chromium: string }> {
  const browser = await launchBrowser();
  try {
    const result = await withPage(browser, `${pages.url}transcript.html`, async (page) => {
      await page.waitForFunction(() => window.transcriptPage !== undefined);
      await append(page, warmUps);
      return run(page);
    });
    return { ...result, chromium: browser.version() };
  } finally {
    await browser.close();
  }
}

async function allFigures(page: Page, { times, scrollMs }: TranscriptPlan) {
  const first = await page.evaluate(() => ({
    isProductionBuild: window.transcriptPage.isProductionBuild,
    lines: window.transcriptPage.lineCount(),
    contentPx: window.transcriptPage.contentPx(),
    rowCount: window.transcriptPage.rowCount(),
  }));
  const lines = await append(page, times);
  const interimMs = percentiles(
    await page.evaluate((count) => window.transcriptPage.changeInterim(count), times),
  );
  await setInterims(page, interimsPerSecond);
  const appendWithInterims = await append(page, times);
  await setInterims(page, 0);
  const scroll = await scrollAtAllSpeeds(page, scrollMs);
  await setInterims(page, interimsPerSecond);
  const scrollWithInterims = await scrollAtAllSpeeds(page, scrollMs);
  return { ...first, append: lines, appendWithInterims, interimMs, scroll, scrollWithInterims };
}

async function scrollAtAllSpeeds(page: Page, scrollMs: number): Promise<ScrollFigures[]> {
  const all: ScrollFigures[] = [];
  for (const pxPerSecond of speedsPxPerSecond) {
    const frames = await page.evaluate(
      ([speed, forMs]) => window.transcriptPage.scroll(speed, forMs),
      [pxPerSecond, scrollMs] as const,
    );
    all.push(scrollFigures(pxPerSecond, frames));
  }
  return all;
}

function scrollFigures(pxPerSecond: number, frames: ScrollFrames): ScrollFigures {
  const { frameMs, blankFrames, mostRows } = frames;
  const tookMs = frameMs.reduce((sum, ms) => sum + ms, 0);
  return {
    pxPerSecond,
    framesPerSecond: Math.round((frameMs.length / tookMs) * 10_000) / 10,
    frameMs: percentiles(frameMs),
    blankShare: Math.round((blankFrames / frameMs.length) * 1000) / 1000,
    mostRows,
  };
}

async function append(page: Page, times: number): Promise<AppendFigures> {
  const all = await page.evaluate((count) => window.transcriptPage.append(count), times);
  return {
    paintedMs: percentiles(all.map(({ paintedMs }) => paintedMs)),
    onScreenMs: percentiles(all.map(({ onScreenMs }) => onScreenMs)),
  };
}

function setInterims(page: Page, perSecond: number): Promise<void> {
  return page.evaluate((count) => window.transcriptPage.setInterimsPerSecond(count), perSecond);
}
