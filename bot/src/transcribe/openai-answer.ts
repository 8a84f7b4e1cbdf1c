import { z } from 'zod';
import type { HeardWord, Transcription } from './transcriber.ts';
import { TranscriberError } from './transcriber-error.ts';

const probability = z.number().nullish();

/** As our own server reports them. */
const heardWord = z.object({
  word: z.string(),
  probability: z.number().min(0).max(1),
  pieces: z.number().int().min(0),
});

/** As the `gpt-4o-transcribe` family reports them. */
const piece = z.object({ token: z.string(), logprob: z.number() });
type Piece = z.infer<typeof piece>;

const answerSchema = z.object({
  text: z.string(),
  language: z.string().nullish(),
  segments: z.array(z.object({ avg_logprob: probability, no_speech_prob: probability })).nullish(),
  x_words: z.array(heardWord).nullish(),
  logprobs: z.array(piece).nullish(),
});

/** Reads an answer in `json` or `verbose_json` form; hosted models may leave out all but the text. */
export function parseOpenAiAnswer(answer: unknown, requestedLanguage: string): Transcription {
  const parsed = answerSchema.safeParse(answer);
  if (!parsed.success) throw TranscriberError.malformedAnswer({ cause: parsed.error });
  const { text, language, segments, x_words, logprobs } = parsed.data;
  return {
    text: text.trim(),
    language: requestedLanguage || language || 'und',
    noSpeechProbability: mean(segments?.map((segment) => segment.no_speech_prob)),
    meanLogProbability: mean(segments?.map((segment) => segment.avg_logprob)),
    words: x_words ?? (logprobs ? wordsOf(logprobs) : null),
  };
}

/** Puts pieces together: each word begins with the space before it. */
function wordsOf(pieces: readonly Piece[]): HeardWord[] {
  const words: Piece[][] = [];
  for (const each of pieces) {
    const last = words.at(-1);
    if (last && !/^\s/.test(each.token)) last.push(each);
    else words.push([each]);
  }
  return words.map((ofWord) => {
    const spoken = ofWord.filter(({ token }) => /[^\s\p{P}]/u.test(token));
    const probability = Math.exp(mean(spoken.map(({ logprob }) => logprob)) ?? 0);
    const word = ofWord.map(({ token }) => token).join('');
    return { word: word.trim(), probability: Math.min(1, probability), pieces: spoken.length };
  });
}

function mean(values: (number | null | undefined)[] | undefined): number | null {
  const known = values?.filter((value) => typeof value === 'number') ?? [];
  return known.length === 0 ? null : known.reduce((sum, value) => sum + value, 0) / known.length;
}
