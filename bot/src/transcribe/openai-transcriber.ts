import OpenAI, { toFile } from 'openai';
import { encodeWav } from '../audio/wav.ts';
import { parseOpenAiAnswer } from './openai-answer.ts';
import { fromOpenAiError } from './openai-error.ts';
import type { TranscribeRequest, Transcriber } from './transcriber.ts';

export interface OpenAiTranscriberOptions {
  baseUrl: string;
  apiKey: string;
  /** Model of each purpose. */
  models: { interim: string; final: string };
  /** ISO 639-1 of requests that name none. Default empty: the model guesses. */
  language?: string;
  /** Default 2 000 for interims, after which a newer pass is worth more, and 8 000 for finals. */
  timeoutMs?: { interim: number; final: number };
}

const defaultTimeoutMs = Object.freeze({ interim: 2_000, final: 8_000 });

/** Speaks the OpenAI API: hosted Whisper and `packages/whisper` differ by configuration only. */
export function createOpenAiTranscriber(options: OpenAiTranscriberOptions): Transcriber {
  const { baseUrl, apiKey, models, timeoutMs = defaultTimeoutMs } = options;
  // The final queue alone retries, so the SDK must not.
  const client = new OpenAI({ baseURL: baseUrl, apiKey, maxRetries: 0, logLevel: 'off' });

  return {
    async transcribe(request) {
      const model = models[request.purpose];
      const language = request.language ?? options.language ?? '';
      const timeout = timeoutMs[request.purpose];
      // The SDK's own time-out stops at the headers; this one covers the body too.
      const deadline = AbortSignal.timeout(timeout);
      try {
        const answer = await client.audio.transcriptions.create(
          {
            file: await toFile(encodeWav(request.samples), 'utterance.wav', { type: 'audio/wav' }),
            model,
            response_format: responseFormat(model),
            ...(language ? { language } : {}),
            ...(request.prompt ? { prompt: request.prompt } : {}),
            ...(reportsPieces(model) ? { include: ['logprobs' as const] } : {}),
          },
          {
            headers: headersOf(request),
            signal: AbortSignal.any([request.signal, deadline]),
            timeout: timeout + 1_000,
          },
        );
        return parseOpenAiAnswer(answer, language);
      } catch (error) {
        throw fromOpenAiError(error, {
          timedOut: deadline.aborted,
          aborted: request.signal.aborted,
        });
      }
    },
  };
}

/** The `gpt-4o-transcribe` family knows no other form; Whisper also reports how sure it is. */
function responseFormat(model: string): 'json' | 'verbose_json' {
  return reportsPieces(model) ? 'json' : 'verbose_json';
}

/** The `gpt-4o-transcribe` family reports how sure it is of each piece, when it is asked to. */
function reportsPieces(model: string): boolean {
  return model.startsWith('gpt-');
}

function headersOf({ purpose, track, speaker }: TranscribeRequest): Record<string, string> {
  return { 'x-priority': purpose, 'x-track': track, 'x-speaker': speaker };
}
