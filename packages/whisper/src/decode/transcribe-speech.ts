import { LANGUAGES } from '../model/languages.ts';
import type { SpeechModel } from '../model/speech-model.ts';
import { languageToken, type Vocabulary } from '../model/vocabulary.ts';
import type { DecoderSession } from './decoder-session.ts';
import { DecodeCancelled, type Decoded, greedyDecode, type StopReason } from './greedy-decode.ts';
import { type HeardWord, heardWords } from './heard-words.ts';
import type { RepetitionTolerance } from './repetition.ts';

/** Speech to be written down, with all that shapes the result. */
export interface SpeechRequest {
  /** 16 kHz mono. */
  readonly samples: Float32Array;
  /** Silence appended before decoding; more is safer and slower. */
  readonly paddingMs: number;
  /** One code fixes the language; several are the choice for detection. */
  readonly languages: readonly [string, ...string[]];
  /** Earlier text or vocabulary that the model should lean on. */
  readonly prompt?: string | undefined;
  /** Guess of the text, usually that of the pass before. */
  readonly draft?: string | undefined;
}

/** What was said, and how sure the model is. */
export interface SpeechResult {
  readonly text: string;
  readonly tokens: readonly number[];
  /** The words of the text, each with how sure the model is of it. */
  readonly words: readonly HeardWord[];
  readonly language: string;
  readonly meanLogProbability: number;
  readonly noSpeechProbability: number;
  readonly stopReason: StopReason;
  /** Decoder runs, over both decodings where there were two. */
  readonly steps: number;
  /** True when a loop made a second decoding with more padding necessary. */
  readonly decodedAgain: boolean;
}

const TOKENS_PER_SECOND = 8;
/** A short "thank you very much" in half a second must fit. */
const MIN_TOKENS = 12;
/** Half of the model's text length belongs to the prompt, half to the text. */
const MAX_PROMPT_TOKENS = 200;
const MAX_TEXT_TOKENS = 224;
/** Padding of the second decoding: Whisper seldom loops with this much silence. */
const SAFE_PADDING_MS = 10_000;

/** Writes down one piece of speech; when the text goes in circles, once more with more silence. */
export async function transcribeSpeech(
  model: SpeechModel,
  request: SpeechRequest,
  isCancelled: () => boolean,
): Promise<SpeechResult> {
  const attempt = (paddingMs: number, tolerance: RepetitionTolerance, draft?: string) =>
    decodeOnce(model, { ...request, paddingMs, draft }, tolerance, isCancelled);
  const first = await attempt(request.paddingMs, 'strict', request.draft);
  if (first.stopReason !== 'repetition') return { ...first, decodedAgain: false };
  const paddingMs = request.paddingMs < SAFE_PADDING_MS ? SAFE_PADDING_MS : 2 * SAFE_PADDING_MS;
  const second = await attempt(paddingMs, 'lenient');
  return { ...second, steps: first.steps + second.steps, decodedAgain: true };
}

async function decodeOnce(
  model: SpeechModel,
  request: SpeechRequest,
  tolerance: RepetitionTolerance,
  isCancelled: () => boolean,
): Promise<Omit<SpeechResult, 'decodedAgain'>> {
  if (isCancelled()) throw new DecodeCancelled('Nobody waits for this text any more.');
  const { vocabulary, textTokens } = model;
  const session = await model.listen(request.samples, request.paddingMs);
  const language = await chooseLanguage(session, vocabulary, request.languages);
  const seconds = request.samples.length / 16_000;
  const decoded: Decoded = await greedyDecode(session, {
    vocabulary,
    lead: leadTokens(vocabulary, language, textTokens.encode(withSpace(request.prompt))),
    draft: textTokens.encode(withSpace(request.draft)),
    maxTokens: Math.min(
      MAX_TEXT_TOKENS,
      Math.max(MIN_TOKENS, Math.ceil(seconds * TOKENS_PER_SECOND)),
    ),
    tolerance,
    isCancelled,
  });
  const { tokens, meanLogProbability, noSpeechProbability, stopReason, steps } = decoded;
  const words = heardWords(decoded, textTokens);
  const figures = { meanLogProbability, noSpeechProbability, stopReason, steps };
  return { ...figures, tokens, words, text: textTokens.decode(tokens).trim(), language };
}

/** Words carry the space before them, also the first one of a text. */
function withSpace(text: string | undefined): string {
  const trimmed = text?.trim() ?? '';
  return trimmed === '' ? '' : ` ${trimmed}`;
}

function leadTokens(vocabulary: Vocabulary, language: string, prompt: readonly number[]): number[] {
  const { special, multilingual } = vocabulary;
  return [
    ...(prompt.length > 0 ? [special.previousText, ...prompt.slice(-MAX_PROMPT_TOKENS)] : []),
    special.startOfTranscript,
    ...(multilingual ? [languageToken(vocabulary, language), special.transcribe] : []),
    special.noTimestamps,
  ];
}

/** The most probable of the allowed languages; one allowed language is no question. */
async function chooseLanguage(
  session: DecoderSession,
  vocabulary: Vocabulary,
  languages: readonly [string, ...string[]],
): Promise<string> {
  if (languages.length === 1 || !vocabulary.multilingual) return languages[0];
  const [row] = await session.step([vocabulary.special.startOfTranscript], 0);
  const score = (code: string) => row?.[languageToken(vocabulary, code)] ?? -Infinity;
  return LANGUAGES.filter((code) => languages.includes(code)).reduce((best, code) =>
    score(code) > score(best) ? code : best,
  );
}
