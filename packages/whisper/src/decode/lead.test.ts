import { describe, expect, it } from 'vitest';
import type { SpeechModel } from '../model/speech-model.ts';
import { languageToken, type Vocabulary } from '../model/vocabulary.ts';
import { scriptedSession, TINY_VOCABULARY } from '../test-support/scripted-session.ts';
import { type SpeechRequest, transcribeSpeech } from './transcribe-speech.ts';

const { special } = TINY_VOCABULARY;
const [SPACE = 0] = tokensOf(' ');
const MULTILINGUAL: Vocabulary = { ...TINY_VOCABULARY, multilingual: true };
const ENGLISH = languageToken(MULTILINGUAL, 'en');
const GERMAN = languageToken(MULTILINGUAL, 'de');

describe('what stands before the text', () => {
  it('is for an English model that a transcript without times begins', async () => {
    expect(await leadOf(TINY_VOCABULARY)).toEqual([
      special.startOfTranscript,
      special.noTimestamps,
    ]);
  });

  it('is for a multilingual one the language and the task, too', async () => {
    expect(await leadOf(MULTILINGUAL, { languages: ['de'] })).toEqual([
      special.startOfTranscript,
      GERMAN,
      special.transcribe,
      special.noTimestamps,
    ]);
  });

  it('begins with the prompt, of a long one its end', async () => {
    expect(await leadOf(TINY_VOCABULARY, { prompt: ' Northwind ' })).toEqual([
      special.previousText,
      ...tokensOf(' Northwind'),
      special.startOfTranscript,
      special.noTimestamps,
    ]);
    const long = await leadOf(TINY_VOCABULARY, { prompt: `a${'b'.repeat(199)}c` });
    expect(long).toHaveLength(1 + 200 + 2);
    expect(long.slice(1, 201)).toEqual(tokensOf(`${'b'.repeat(199)}c`));
  });

  it('has no place for a prompt of spaces', async () => {
    expect(await leadOf(TINY_VOCABULARY, { prompt: ' \n ' })).toHaveLength(2);
  });
});

describe('the language', () => {
  it('is the likeliest of those allowed', async () => {
    const scores = { en: 1, zh: 9, de: 3 };
    expect(await languageOf(['de', 'en'], scores)).toBe('de');
    expect(await languageOf(['de', 'en', 'zh'], scores)).toBe('zh');
  });

  it('is asked of nobody when there is no choice', async () => {
    const heard = await listened(MULTILINGUAL, { languages: ['de'] });
    expect(heard.fed[0]?.tokens).toHaveLength(4);
    const english = await listened(TINY_VOCABULARY, { languages: ['en', 'de'] });
    expect(english.language).toBe('en');
    expect(english.fed[0]?.tokens).toHaveLength(2);
  });
});

it('checks the text of the pass before as its draft, with the space before the first word', async () => {
  const { fed } = await listened(TINY_VOCABULARY, { draft: 'abc ' });
  expect(fed[1]?.tokens).toEqual(tokensOf(' abc'));
});

/** One token for each character. */
function tokensOf(text: string): number[] {
  return Array.from(text, (character) => character.charCodeAt(0) % 9);
}

async function leadOf(vocabulary: Vocabulary, part: Partial<SpeechRequest> = {}) {
  const { fed } = await listened(vocabulary, part);
  return fed[0]?.tokens ?? [];
}

/** What a decoder was fed that says a few spaces and ends. */
async function listened(vocabulary: Vocabulary, part: Partial<SpeechRequest>) {
  const session = scriptedSession(0, (context) => (context.length < 5 ? SPACE : special.endOfText));
  const { language } = await transcribeSpeech(
    modelOf(vocabulary, session),
    request(part),
    () => false,
  );
  return { fed: session.fed, language };
}

async function languageOf(languages: [string, ...string[]], scores: Record<string, number>) {
  const session = scriptedSession(4, (text) => (text.length < 1 ? 3 : special.endOfText));
  const step = session.step.bind(session);
  session.step = async (tokens, offset) => {
    const rows = await step(tokens, offset);
    for (const [code, score] of Object.entries(scores)) {
      if (tokens.length === 1 && offset === 0)
        rows[0]?.set([score], languageToken(MULTILINGUAL, code));
    }
    return rows;
  };
  const model = modelOf(MULTILINGUAL, session);
  return (await transcribeSpeech(model, request({ languages }), () => false)).language;
}

function modelOf(vocabulary: Vocabulary, session: ReturnType<typeof scriptedSession>): SpeechModel {
  const textTokens = { encode: tokensOf, decode: (tokens: readonly number[]) => tokens.join(' ') };
  return { vocabulary, textTokens, listen: async () => session };
}

function request(part: Partial<SpeechRequest>): SpeechRequest {
  return { samples: new Float32Array(16_000), paddingMs: 10_000, languages: ['en'], ...part };
}

it('knows languages by tokens that follow the start of a transcript', () => {
  expect([ENGLISH, GERMAN]).toEqual([special.startOfTranscript + 1, special.startOfTranscript + 3]);
});
