import { z } from 'zod';
import type { Transcription } from './transcriber.ts';
import { TranscriberError } from './transcriber-error.ts';

const probability = z.number().nullish();

const answerSchema = z.object({
  text: z.string(),
  language: z.string().nullish(),
  segments: z.array(z.object({ avg_logprob: probability, no_speech_prob: probability })).nullish(),
});

/** Reads an answer in `json` or `verbose_json` form; hosted models may leave out all but the text. */
export function parseOpenAiAnswer(answer: unknown, requestedLanguage: string): Transcription {
  const parsed = answerSchema.safeParse(answer);
  if (!parsed.success) throw TranscriberError.malformedAnswer({ cause: parsed.error });
  const { text, language, segments } = parsed.data;
  return {
    text: text.trim(),
    language: requestedLanguage || language || 'und',
    noSpeechProbability: mean(segments?.map((segment) => segment.no_speech_prob)),
    meanLogProbability: mean(segments?.map((segment) => segment.avg_logprob)),
  };
}

function mean(values: (number | null | undefined)[] | undefined): number | null {
  const known = values?.filter((value) => typeof value === 'number') ?? [];
  return known.length === 0 ? null : known.reduce((sum, value) => sum + value, 0) / known.length;
}
