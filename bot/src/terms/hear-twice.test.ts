import { describe, expect, it } from 'vitest';
import type { Decode, Transcription } from '../transcribe/transcriber.ts';
import { TranscriberError } from '../transcribe/transcriber-error.ts';
import { hearTwice } from './hear-twice.ts';
import { compileTerms } from './term-list.ts';
import { heard } from './test-support/heard.ts';

const terms = compileTerms(['Orphelia', 'Kestrelon']);
const unsure = 'Your Ar|phel|ia~23 is covered.';

interface Setup {
  purpose?: Parameters<Decode>[0];
  answer?: (prompt: string | undefined) => string | Error;
  tookMs?: number;
  language?: string;
}

async function hear({
  purpose = 'final',
  answer = () => unsure,
  tookMs = 200,
  language = 'en',
}: Setup) {
  const prompts: (string | undefined)[] = [];
  let nowMs = 0;
  const decode = hearTwice({
    terms: () => terms,
    clock: () => nowMs,
    async decode(_purpose, _samples, _signal, prompt): Promise<Transcription> {
      prompts.push(prompt);
      nowMs += tookMs;
      const answered = answer(prompt);
      if (answered instanceof Error) throw answered;
      return { ...heard(answered), language, noSpeechProbability: 0.01 };
    },
  });
  const hearing = await decode(purpose, new Int16Array(16), new AbortController().signal);
  return { prompts, hearing };
}

describe('hearTwice', () => {
  it('asks again with the terms that unsure words resemble, and with no others', async () => {
    const { prompts, hearing } = await hear({
      answer: (prompt) => (prompt ? 'Your Orphelia is covered.' : unsure),
    });
    expect(prompts).toEqual([undefined, expect.stringContaining('Orphelia')]);
    expect(prompts[1]).not.toContain('Kestrelon');
    expect(hearing.text).toBe('Your Arphelia is covered.');
    expect(hearing.again?.text).toBe('Your Orphelia is covered.');
  });

  it('asks in no language but the one that is spoken', async () => {
    const { prompts } = await hear({ language: 'de' });
    expect(prompts[1]).toBe('Orphelia.');
    expect((await hear({ language: 'english' })).prompts[1]).toContain('Hello');
  });

  it.each<[string, Setup]>([
    ['an interim', { purpose: 'interim' }],
    ['words that were heard surely', { answer: () => 'Your guarantee is covered.' }],
    ['a transcriber that has enough to do', { tookMs: 2_000 }],
  ])('asks once for %s', async (_name, setup) => {
    const { prompts, hearing } = await hear(setup);
    expect(prompts).toEqual([undefined]);
    expect(hearing.again).toBeUndefined();
  });

  it('keeps what was heard when asking again fails', async () => {
    const { hearing } = await hear({
      answer: (prompt) => (prompt ? TranscriberError.unavailable() : unsure),
    });
    expect(hearing).toMatchObject({ text: 'Your Arphelia is covered.', again: undefined });
  });

  it('hides no fault of our own', async () => {
    const fault = new Error('fault');
    await expect(hear({ answer: (prompt) => (prompt ? fault : unsure) })).rejects.toBe(fault);
    await expect(hear({ answer: () => TranscriberError.unavailable() })).rejects.toThrow(
      TranscriberError,
    );
  });
});
