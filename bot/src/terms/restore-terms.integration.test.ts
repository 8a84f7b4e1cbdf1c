import { silence } from '@agent/testing/audio';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  type HeardSentence,
  hasTerm,
  hearSentence,
} from '../test-support/spoken-terms/hear-sentence.ts';
import {
  loadSpokenTerms,
  type SpokenSentence,
  type SpokenSet,
} from '../test-support/spoken-terms/spoken-sentences.ts';
import { type RunningWhisper, startWhisper } from '../test-support/start-whisper.ts';
import { compileTerms, type Term } from './term-list.ts';

/** The recorded sentences of the fixtures' own voice, heard by the project's own Whisper: `npm run bench:terms` takes all. */
describe('terms as the local Whisper server hears them', () => {
  let spoken: SpokenSet;
  let terms: Term[];
  let whisper: RunningWhisper;

  beforeAll(async () => {
    spoken = await loadSpokenTerms();
    terms = compileTerms(spoken.termsOf.tuned);
    whisper = await startWhisper();
  });
  afterAll(() => whisper.close());

  const hear = (sentence: Pick<SpokenSentence, 'samples'>) =>
    hearSentence(sentence, whisper.transcriber, terms);

  it('are written right far more often than without them', { timeout: 300_000 }, async () => {
    const sentences = spoken.sentences.filter(
      ({ set, voice, terms: said }) =>
        set === 'tuned' && voice.startsWith('joe') && said.length > 0,
    );
    const mentions: { term: string; heard: HeardSentence }[] = [];
    for (const sentence of sentences) {
      const heard = await hear(sentence);
      mentions.push(...sentence.terms.map((term) => ({ term, heard })));
    }
    expect(mentions.length).toBeGreaterThan(25);
    const rightIn = (way: 'first' | 'written') =>
      mentions.filter(({ term, heard }) => hasTerm(heard[way], term)).length / mentions.length;
    expect(rightIn('first')).toBeLessThan(0.3);
    expect(rightIn('written')).toBeGreaterThan(0.8);
  });

  it('change no sentence of the scripted calls, and cost it no pass', {
    timeout: 300_000,
  }, async () => {
    const turns = spoken.sentences.filter(({ set }) => set === 'calls');
    expect(turns).toHaveLength(28);
    for (const turn of turns) {
      const { first, again, written } = await hear(turn);
      expect(again, first).toBeUndefined();
      expect(written).toBe(first);
    }
  });

  it('are never written for what is no speech, nor for a short answer', {
    timeout: 120_000,
  }, async () => {
    const length = 32_000;
    const random = mulberry(7);
    const sounds: Record<string, Int16Array> = {
      silence: silence(2_000),
      noise: Int16Array.from({ length }, () => 6_000 * (random() - 0.5)),
      hum: Int16Array.from({ length }, (_, at) => 4_000 * Math.sin(at / 25)),
      music: Int16Array.from({ length }, (_, at) => chord(at)),
    };
    for (const [name, samples] of Object.entries(sounds)) {
      const { written } = await hear({ samples });
      expect(
        spoken.termsOf.tuned.filter((term) => hasTerm(written, term)),
        name,
      ).toEqual([]);
    }
    const answers = spoken.sentences.filter(({ text }) => /^(?:Yes|Okay)\.$/.test(text));
    expect(answers).toHaveLength(2);
    for (const answer of answers) expect(await hear(answer)).toMatchObject({ again: undefined });
  });
});

/** Three notes that change twice a second. */
function chord(at: number): number {
  const base = [220, 262, 294, 330][Math.floor(at / 8_000) % 4] ?? 220;
  return [1, 1.25, 1.5].reduce(
    (sum, part) => sum + 2_000 * Math.sin((at * part * base) / 2_546),
    0,
  );
}

/** The same numbers between 0 and 1 each time. */
function mulberry(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
