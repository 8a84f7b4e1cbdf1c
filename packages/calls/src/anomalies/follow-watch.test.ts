import { describe, expect, it } from 'vitest';
import type { Finding, Verdict } from './finding.ts';
import { followWatch, newWatch, type Watch, type WatchStep } from './follow-watch.ts';

const finding: Finding = {
  ...{ metric: 'offered', value: 182, n: 182, side: 'above', usualLow: 80, usualHigh: 104 },
  ...{ weeks: 8, startsAtMs: 0, endsAtMs: 3_600_000 },
};
const hit: Verdict = { state: 'out-of-line', finding };
const quiet: Verdict = { state: 'usual' };
const minute = 60_000;

/** What becomes of a figure that is judged at these minutes. */
function follow(verdicts: readonly (readonly [atMinute: number, verdict: Verdict])[]) {
  let watch: Watch = newWatch;
  const steps: WatchStep[] = [];
  for (const [atMinute, verdict] of verdicts) {
    const followed = followWatch(watch, verdict, atMinute * minute);
    watch = followed.watch;
    steps.push(followed.step);
  }
  return { watch, steps };
}

describe('followWatch', () => {
  it('opens after two hits in a row, and says since when', () => {
    const { watch, steps } = follow([
      [5, hit],
      [10, quiet],
      [15, hit],
      [20, hit],
      [25, hit],
    ]);
    expect(steps).toEqual(['nothing', 'nothing', 'nothing', 'open', 'keep']);
    expect(watch).toMatchObject({ isOpen: true, firstHitAtMs: 15 * minute });
  });

  it('closes after thirty quiet minutes, not before', () => {
    const { steps } = follow([
      [5, hit],
      [10, hit],
      [15, quiet],
      [30, hit],
      [55, quiet],
      [60, quiet],
      [65, quiet],
    ]);
    expect(steps).toEqual(['nothing', 'open', 'nothing', 'keep', 'nothing', 'close', 'nothing']);
  });

  it('takes what cannot be judged for quiet', () => {
    const { steps } = follow([
      [5, hit],
      [10, hit],
      [40, { state: 'too-few' }],
    ]);
    expect(steps.at(-1)).toBe('close');
  });

  it('counts no moment twice, whoever does a job again', () => {
    const { watch, steps } = follow([
      [5, hit],
      [5, hit],
      [5, hit],
      [10, hit],
      [10, hit],
      [5, quiet],
    ]);
    expect(steps).toEqual(['nothing', 'nothing', 'nothing', 'open', 'nothing', 'nothing']);
    expect(watch.hits).toBe(2);
  });

  it('takes hits on both sides of a long gap for two, not for a row', () => {
    const { steps } = follow([
      [5, hit],
      [25, hit],
      [30, hit],
    ]);
    expect(steps).toEqual(['nothing', 'nothing', 'open']);
  });
});
