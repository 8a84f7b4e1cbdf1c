import { expect, inject, it } from 'vitest';
import { callLeaks } from '../ui-performance/call-leaks.ts';
import { leakLine, transcriptLines } from '../ui-performance/figures-text.ts';
import { transcriptFigures } from '../ui-performance/transcript-figures.ts';
import { printFigure } from './timed.ts';

const workDir = inject('workDir');

/** Figures of time are printed and decide nothing: they are the machine's as much as ours. */
it('measures a transcript of 10 000 lines with as many rows in the page as one sees', async () => {
  const figures = await transcriptFigures({ times: 40, scrollMs: 2_000 }, workDir);
  transcriptLines(figures).forEach(printFigure);
  expect(figures).toMatchObject({ isProductionBuild: true, append: { onScreenMs: { n: 40 } } });
  expect(figures.lines).toBeGreaterThanOrEqual(10_000);
  expect(figures.mostRows).toBeGreaterThan(5);
  expect(figures.mostRows).toBeLessThan(60);
  for (const scroll of [...figures.scroll, ...figures.scrollWithInterims]) {
    expect(scroll.frameMs.n).toBeGreaterThan(0);
  }
});

it('leaves nothing over of 20 calls with a real LiveKit under StrictMode', async () => {
  const leaks = await callLeaks('development', 20, workDir);
  printFigure(leakLine(leaks));
  expect(leaks.during.audioContexts).toBeGreaterThan(1);
  expect(leaks.during.peerConnections).toBeGreaterThan(0);
  expect(leaks.during.mediaTracks).toBeGreaterThan(1);
  const { audioContexts, mediaTracks, peerConnections } = leaks.afterAll;
  expect({ audioContexts, mediaTracks, peerConnections }).toEqual(nothing);
  const counted = ['audioElements', 'domNodes', 'detachedDomNodes', 'eventListeners'] as const;
  for (const name of counted) {
    expect(leaks.afterAll[name], name).toBeLessThanOrEqual(leaks.afterFive[name]);
  }
  expect(leaks.afterHurried).toMatchObject(nothing);
  expect(leaks.afterLateYes).toMatchObject(nothing);
  expect(leaks.mostLeftOn, 'microphones that were on after a call was left').toBe(0);
});

const nothing = { audioContexts: 0, mediaTracks: 0, peerConnections: 0 };
