import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { scriptedSession, TINY_VOCABULARY } from '../test-support/scripted-session.ts';
import { DecodeCancelled, type GreedyRequest, greedyDecode } from './greedy-decode.ts';

const END = TINY_VOCABULARY.special.endOfText;
const LEAD = [11, 116];

describe('greedyDecode', () => {
  it('says the text to its end and how sure it is', async () => {
    const decoded = await decode([1, 2, 3]);
    expect(decoded).toMatchObject({ tokens: [1, 2, 3], stopReason: 'end-of-text', steps: 4 });
    expect(decoded.meanLogProbability).toBeCloseTo(0, 4);
    expect(decoded.logProbabilities).toHaveLength(3);
    expect(decoded.noSpeechProbability).toBeLessThan(0.001);
  });

  it('reads the no-speech probability after start of transcript', async () => {
    const session = scriptedSession(LEAD.length, () => 1);
    const step = session.step.bind(session);
    session.step = async (tokens, offset) => {
      const rows = await step(tokens, offset);
      if (offset === 0) rows[0]?.fill(-10).set([9], TINY_VOCABULARY.special.noSpeech);
      return rows;
    };
    const decoded = await greedyDecode(session, request({ maxTokens: 1 }));
    expect(decoded.noSpeechProbability).toBeGreaterThan(0.99);
  });

  it('never says a suppressed token, nor an end before the beginning', async () => {
    const session = scriptedSession(LEAD.length, (text) => (text.length === 0 ? END : 9));
    const { tokens } = await greedyDecode(session, request({ maxTokens: 3 }));
    expect(tokens).not.toContain(9);
    expect(tokens[0]).not.toBe(END);
  });

  it('stops at the token cap and says so', async () => {
    expect(await decode([1, 2, 3, 4, 5, 6], { maxTokens: 4 })).toMatchObject({
      tokens: [1, 2, 3, 4],
      stopReason: 'token-cap',
    });
  });

  it('stops in a loop and keeps it once', async () => {
    const text = [7, 1, 2, 3, 4, 5, 1, 2, 3, 4, 5, 1, 2, 3, 4, 5];
    expect(await decode(text)).toMatchObject({
      tokens: [7, 1, 2, 3, 4, 5],
      logProbabilities: Array(6).fill(expect.closeTo(0, 4)),
      stopReason: 'repetition',
    });
  });

  it('checks a right draft in two steps', async () => {
    const decoded = await decode([1, 2, 3, 4, 5, 6], { draft: [1, 2, 3, 4, 5, 6] });
    expect(decoded).toMatchObject({ tokens: [1, 2, 3, 4, 5, 6], steps: 2 });
  });

  it('stops between two steps when nobody waits any more', async () => {
    let asked = 0;
    const isCancelled = () => ++asked > 3;
    await expect(decode([1, 2, 3, 4, 5], { isCancelled })).rejects.toThrow(DecodeCancelled);
    expect(asked).toBe(4);
  });

  it('says the same text whatever the draft guesses, in no more steps than without', async () => {
    const words = fc.array(fc.nat(8), { minLength: 1, maxLength: 12 });
    await fc.assert(
      fc.asyncProperty(words, words, async (text, draft) => {
        const plain = await decode(text);
        const drafted = await decode(text, { draft });
        expect(drafted.tokens).toEqual(plain.tokens);
        expect(drafted.stopReason).toBe(plain.stopReason);
        expect(drafted.steps).toBeLessThanOrEqual(plain.steps);
      }),
    );
  });
});

/** Decodes a scripted text; once a fed token differs from it, what follows is nonsense. */
function decode(text: readonly number[], overrides: Partial<GreedyRequest> = {}) {
  const session = scriptedSession(LEAD.length, (soFar) =>
    soFar.every((token, at) => token === text[at]) ? (text[soFar.length] ?? END) : 8,
  );
  return greedyDecode(session, request(overrides));
}

function request(overrides: Partial<GreedyRequest>): GreedyRequest {
  return {
    vocabulary: TINY_VOCABULARY,
    lead: LEAD,
    maxTokens: 50,
    tolerance: 'strict',
    draft: [],
    isCancelled: () => false,
    ...overrides,
  };
}
