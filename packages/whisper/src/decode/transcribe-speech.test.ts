import { describe, expect, it } from 'vitest';
import type { SpeechModel } from '../model/speech-model.ts';
import { scriptedSession, TINY_VOCABULARY } from '../test-support/scripted-session.ts';
import { DecodeCancelled } from './greedy-decode.ts';
import { paddingMsFor } from './padding.ts';
import { type SpeechRequest, transcribeSpeech } from './transcribe-speech.ts';

const LOOP = Array.from({ length: 40 }, (_, at) => at % 5);

describe('transcribeSpeech', () => {
  it('decodes once when the text is sound', async () => {
    const { model, paddings } = scriptedModel(() => [1, 2, 3]);
    const result = await transcribeSpeech(model, request(), () => false);
    expect(result).toMatchObject({ text: 'w1 w2 w3', stopReason: 'end-of-text' });
    expect(result.decodedAgain).toBe(false);
    expect(paddings).toEqual([3000]);
  });

  it('decodes a text that goes in circles again with ten seconds of silence', async () => {
    const { model, paddings } = scriptedModel((paddingMs) => (paddingMs < 10_000 ? LOOP : [4, 2]));
    const result = await transcribeSpeech(model, request(), () => false);
    expect(result).toMatchObject({ text: 'w4 w2', stopReason: 'end-of-text', decodedAgain: true });
    expect(paddings).toEqual([3000, 10_000]);
  });

  it('gives a loop that stays only once, and names it as the reason of stopping', async () => {
    const { model, paddings } = scriptedModel(() => LOOP);
    const result = await transcribeSpeech(model, request({ paddingMs: 10_000 }), () => false);
    expect(result).toMatchObject({ text: 'w0 w1 w2 w3 w4', stopReason: 'repetition' });
    expect(paddings).toEqual([10_000, 20_000]);
  });

  it('caps the text by the length of the audio', async () => {
    const { model } = scriptedModel(() => [0, 1, 2, 3, 4, 5, 6, 7, 8, 0, 2, 4, 6, 8, 1, 3, 5, 7]);
    const result = await transcribeSpeech(model, request(), () => false);
    expect(result).toMatchObject({ stopReason: 'token-cap' });
    expect(result.tokens).toHaveLength(12);
  });

  it.each([
    [0.5, 12],
    [1.5, 12],
    [2, 16],
    [28, 224],
    [30, 224],
  ])('allows %d s of sound %i tokens', async (seconds, most) => {
    // No two of these runs of words are alike, so nothing goes in circles.
    const endless = Array.from({ length: 300 }, (_, at) => [
      0,
      at % 2,
      at % 3,
      at % 5,
      at % 7,
    ]).flat();
    const { model } = scriptedModel(() => endless);
    const samples = new Float32Array(seconds * 16_000);
    const { tokens, stopReason } = await transcribeSpeech(model, request({ samples }), () => false);
    if (stopReason === 'token-cap') expect(tokens).toHaveLength(most);
    else expect(stopReason).toBe('repetition');
  });

  it('does not even listen when nobody waits any more', async () => {
    const { model, paddings } = scriptedModel(() => [1]);
    await expect(transcribeSpeech(model, request(), () => true)).rejects.toThrow(DecodeCancelled);
    expect(paddings).toEqual([]);
  });
});

describe('paddingMsFor', () => {
  it('gives finals ten seconds, interims three, and short pieces enough for eight in all', () => {
    expect(paddingMsFor('final', 4000)).toBe(10_000);
    expect(paddingMsFor('interim', 6000)).toBe(3000);
    expect(paddingMsFor('interim', 1000)).toBe(7000);
  });
});

function scriptedModel(textFor: (paddingMs: number) => readonly number[]) {
  const paddings: number[] = [];
  const model: SpeechModel = {
    vocabulary: TINY_VOCABULARY,
    textTokens: {
      encode: () => [],
      decode: (tokens) => tokens.map((token) => ` w${token}`).join(''),
    },
    listen: async (_samples, paddingMs) => {
      paddings.push(paddingMs);
      const text = textFor(paddingMs);
      return scriptedSession(2, (soFar) => text[soFar.length] ?? 10);
    },
  };
  return { model, paddings };
}

function request(overrides: Partial<SpeechRequest> = {}): SpeechRequest {
  const samples = new Float32Array(16_000);
  return { samples, paddingMs: 3000, languages: ['en'], ...overrides };
}
