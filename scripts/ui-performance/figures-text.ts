import type { Percentiles } from '@agent/testing/percentiles';
import type { CallLeaks } from './call-leaks.ts';
import type { LiveObjects } from './live-objects.ts';
import type { AppendFigures, ScrollFigures, TranscriptFigures } from './transcript-figures.ts';

/** The figures of a transcript, a line each. */
export function transcriptLines(figures: TranscriptFigures): string[] {
  const { lines, mostRows, contentPx, chromium, loadBefore } = figures;
  return [
    `transcript of ${lines} lines, ${contentPx} px, at most ${mostRows} rows in the page (Chromium ${chromium}, load ${loadBefore})`,
    `append ${appendText(figures.append)}`,
    `append with interims ${appendText(figures.appendWithInterims)}`,
    `interim until painted: ${text(figures.interimMs)}`,
    ...figures.scroll.map((scroll) => `scroll ${scrollText(scroll)}`),
    ...figures.scrollWithInterims.map((scroll) => `scroll with interims ${scrollText(scroll)}`),
  ];
}

/** What calls have left over, in one line. */
export function leakLine(leaks: CallLeaks): string {
  const { mode, calls, during, afterFive, afterAll, afterHurried, afterLateYes } = leaks;
  const all = [during, afterFive, afterAll, afterHurried, afterLateYes];
  const counted = (Object.keys(afterAll) as (keyof LiveObjects)[])
    .filter((name) => name !== 'heapBytes')
    .map((name) => `${name} ${all.map((objects) => objects[name]).join(' → ')}`);
  const heap = `heap ${all.map(({ heapBytes }) => megabytes(heapBytes)).join(' → ')}`;
  const when = `in a call → after 5 → after ${calls} → after ${calls} more left while joining → after ${calls} more left while the microphone was asked for`;
  const leftOn = `microphones on after a leaving at most ${leaks.mostLeftOn}`;
  return `calls, ${mode} (${when}): ${[...counted, heap, leftOn].join(', ')}`;
}

function appendText({ paintedMs, onScreenMs }: AppendFigures): string {
  return `until painted: ${text(paintedMs)}; until on the screen: ${text(onScreenMs)}`;
}

function text({ p50, p95, n }: Percentiles): string {
  return `p50 ${p50} ms, p95 ${p95} ms (${n})`;
}

function scrollText({ pxPerSecond, framesPerSecond, frameMs, blankShare }: ScrollFigures): string {
  return `${pxPerSecond} px/s: ${framesPerSecond} frames/s, p95 ${frameMs.p95} ms, blank ${(blankShare * 100).toFixed(1)} %`;
}

function megabytes(bytes: number): string {
  return `${(bytes / 1e6).toFixed(2)} MB`;
}
