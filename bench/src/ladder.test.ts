import { describe, expect, it } from 'vitest';
import { callFigures } from './figures.ts';
import { isBehind, type LadderStep, whatFallsBehind } from './ladder.ts';

const lag = (p95: number) => ({ p50: p95, p95, p99: p95, n: 1 });
const step: LadderStep = {
  ...callFigures([], false),
  calls: 3,
  finalLagMs: lag(900),
  interimWordLagMs: lag(500),
  bot: { cpuCores: 0.1, cpuCoresWhileSpeaking: 0.12, rssMb: 100 },
  whisper: { cpuCores: 1.5, cpuCoresWhileSpeaking: 1.94, rssMb: 400 },
  busyCores: 1.2,
  eventToRowMs: lag(5),
  transcriberMs: { interim: lag(100), final: lag(400) },
};

describe('isBehind', () => {
  it('is true when finals are late, text is announced as late, or segments are lost', () => {
    expect(isBehind(step)).toBe(false);
    expect(isBehind({ ...step, finalLagMs: lag(2600) })).toBe(true);
    expect(isBehind({ ...step, timesDelayed: 1 })).toBe(true);
    expect(isBehind({ ...step, lostSegments: 1 })).toBe(true);
  });

  it('is true when no final came at all', () => {
    expect(isBehind(callFigures([], false))).toBe(true);
  });
});

it('names the process at its limit and the symptoms', () => {
  const late = { ...step, finalLagMs: lag(2600), timesDelayed: 2 };
  expect(whatFallsBehind(late, 2)).toBe(
    'speech-to-text (1.94 of 2 cores while somebody speaks): ' +
      'finals p95 2600 ms, interim words p95 500 ms, "transcription delayed" 2 times',
  );
});
