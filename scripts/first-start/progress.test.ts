import { stripVTControlCharacters } from 'node:util';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { createProgress } from './progress.mjs';

let written: string[];
beforeEach(() => {
  written = [];
  vi.useFakeTimers();
});
afterEach(() => vi.useRealTimers());

function screen(given: { isTTY?: boolean; columns?: number } = {}) {
  return { write: (text: string) => void (text && written.push(text)), ...given };
}
/** What stands on a terminal after all of it. */
function lines(): string[] {
  const shown: string[] = [];
  for (const text of written) {
    const up = Number(/^.\[(\d+)A.\[0J/.exec(text)?.[1] ?? 0);
    shown.splice(shown.length - up);
    shown.push(...stripVTControlCharacters(text).split('\n').slice(0, -1));
  }
  return shown;
}

it('keeps one line for each step on a terminal, with the time it has taken', () => {
  let nowMs = 0;
  const progress = createProgress(screen({ isTTY: true, columns: 60 }), { nowMs: () => nowMs });
  const packages = progress.step('Packages');
  const livekit = progress.step('LiveKit');
  packages.report('12 of 617');
  livekit.report('3 parts fetched');
  nowMs = 62_000;
  vi.advanceTimersByTime(500);
  expect(lines()).toEqual([
    expect.stringMatching(/^. Packages: 12 of 617 \(1 min 2 s\)$/),
    expect.stringMatching(/^. LiveKit: 3 parts fetched \(1 min 2 s\)$/),
  ]);
  packages.done();
  progress.print('Something else');
  expect(lines()).toEqual([
    '✔ Packages (1 min 2 s)',
    'Something else',
    expect.stringMatching(/LiveKit: 3 parts/),
  ]);
  progress.close();
  expect(lines()).toEqual(['✔ Packages (1 min 2 s)', 'Something else']);
});

it('never lets a line grow wider than the terminal, which would break it in two', () => {
  const progress = createProgress(screen({ isTTY: true, columns: 30 }), { nowMs: () => 0 });
  progress.step('Packages').report('a very long word about what is going on');
  vi.advanceTimersByTime(100);
  expect(lines()).toHaveLength(1);
  expect(lines()[0]).toHaveLength(29);
  progress.close();
});

it('writes a line at the end of a step where nothing can move, and some while it takes long', () => {
  let nowMs = 0;
  const pass = (ms: number) => {
    nowMs += ms;
    vi.advanceTimersByTime(1_000);
  };
  const progress = createProgress(screen(), { nowMs: () => nowMs });
  progress.step('Ports').done();
  const step = progress.step('LiveKit');
  step.report('12 of 790');
  pass(4_000);
  pass(2_000);
  pass(50_000);
  pass(10_000);
  step.fail();
  step.done();
  progress.close();
  expect(written).toEqual([
    '✔ Ports (0.0 s)\n',
    '… LiveKit: 12 of 790 (6.0 s)\n',
    '… LiveKit: 12 of 790 (1 min 6 s)\n',
    '✗ LiveKit (1 min 6 s)\n',
  ]);
});
