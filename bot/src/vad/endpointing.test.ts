import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  defaultEndpointing,
  type EndpointingDecision,
  type EndpointingState,
  endpoint,
  endpointNow,
} from './endpointing.ts';

const WINDOW_MS = 32;

/** Runs windows of these probabilities through endpointing and dates each decision. */
function run(probabilities: number[], levels: number[] = []) {
  let state: EndpointingState = { phase: 'silent' };
  const decisions: (EndpointingDecision & { onMs: number })[] = [];
  probabilities.forEach((probability, index) => {
    const startMs = index * WINDOW_MS;
    const endMs = startMs + WINDOW_MS;
    const step = endpoint(state, { startMs, endMs, probability, level: levels[index] ?? 1 });
    state = step.state;
    if (step.decision) decisions.push({ ...step.decision, onMs: endMs });
  });
  return { state, decisions };
}

const speech = (ms: number) => Array<number>(Math.round(ms / WINDOW_MS)).fill(0.9);
const silence = (ms: number) => Array<number>(Math.round(ms / WINDOW_MS)).fill(0.05);
const kinds = (decisions: EndpointingDecision[]) => decisions.map(({ kind }) => kind);

describe('endpoint', () => {
  it('starts, pauses and commits one utterance', () => {
    const { decisions, state } = run([...silence(96), ...speech(320), ...silence(640)]);
    expect(decisions).toEqual([
      { kind: 'start', speechStartMs: 96, onMs: 192 },
      { kind: 'pause', speechEndMs: 416, onMs: 640 },
      { kind: 'commit', speechEndMs: 416, onMs: 896 },
    ]);
    expect(state).toEqual({ phase: 'silent' });
  });

  it('goes on with the same utterance when speech resumes before the commit', () => {
    const { decisions } = run([...speech(320), ...silence(320), ...speech(320), ...silence(640)]);
    expect(kinds(decisions)).toEqual(['start', 'pause', 'resume', 'pause', 'commit']);
  });

  it('does not take a click for speech', () => {
    expect(run([...silence(64), 0.9, ...silence(640)]).decisions).toEqual([]);
  });

  it('does not flicker between its two thresholds', () => {
    const { decisions } = run([...speech(320), ...Array<number>(30).fill(0.4)]);
    expect(kinds(decisions)).toEqual(['start']);
  });

  it('ends a long utterance at the first dip', () => {
    const { decisions } = run([...speech(12_480), ...silence(128), ...speech(320)]);
    expect(kinds(decisions)).toEqual(['start', 'commit', 'start']);
    expect(decisions[1]).toMatchObject({ speechEndMs: 12_480 });
  });

  it('splits endless speech at its quietest place', () => {
    const windows = speech(15_200);
    const levels = windows.map((_, index) => (index === 400 ? 0.1 : 1));
    const { decisions } = run(windows, levels);
    expect(decisions[1]).toMatchObject({ kind: 'split', atMs: 400 * WINDOW_MS });
  });

  const anything = fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { maxLength: 1_500 });

  it('pairs each start with one end, in order, whatever it hears', () => {
    fc.assert(
      fc.property(anything, (probabilities) => {
        let isOpen = false;
        let lastMs = 0;
        for (const decision of run(probabilities).decisions) {
          expect(decision.kind === 'start').toBe(!isOpen);
          if (decision.kind === 'start') isOpen = true;
          if (decision.kind === 'commit') isOpen = false;
          expect(decision.onMs).toBeGreaterThan(lastMs);
          lastMs = decision.onMs;
        }
      }),
    );
  });

  it('lets no utterance grow beyond its limit', () => {
    const mostlySpeech = fc.array(fc.double({ min: 0.2, max: 1, noNaN: true }), {
      minLength: 900,
      maxLength: 1_500,
    });
    fc.assert(
      fc.property(mostlySpeech, (probabilities) => {
        let sinceMs: number | undefined;
        for (const decision of run(probabilities).decisions) {
          if (decision.kind === 'start') sinceMs = decision.speechStartMs;
          if (decision.kind === 'split' || decision.kind === 'commit') {
            const endMs = decision.kind === 'split' ? decision.atMs : decision.speechEndMs;
            expect(endMs - (sinceMs ?? 0)).toBeLessThanOrEqual(defaultEndpointing.splitAtMs);
            sinceMs = endMs;
          }
        }
      }),
      { numRuns: 30 },
    );
  });
});

describe('endpointNow', () => {
  it('commits what is being said', () => {
    const { state } = run(speech(320));
    expect(endpointNow(state, 320)).toEqual({
      state: { phase: 'silent' },
      decision: { kind: 'commit', speechEndMs: 320 },
    });
  });

  it('ends a paused utterance where its speech ended', () => {
    const { state } = run([...speech(320), ...silence(288)]);
    expect(endpointNow(state, 608).decision).toEqual({ kind: 'commit', speechEndMs: 320 });
  });

  it('has nothing to end in silence', () => {
    expect(endpointNow({ phase: 'silent' }, 100).decision).toBeUndefined();
    expect(endpointNow({ phase: 'starting', sinceMs: 90 }, 100).decision).toBeUndefined();
  });
});
