import OpenAI from 'openai';
import { zodResponseFormat } from 'openai/helpers/zod';
import { createAnswerReader } from './answer-reader.ts';
import { askedAnswerSchema } from './answer-schema.ts';
import { knownFrom } from './grounding/grounding.ts';
import { fromOpenAiError } from './openai-error.ts';
import { createPatience, type PatienceOptions } from './patience.ts';
import { promptMessages } from './prompt/prompt.ts';
import { promptData } from './prompt/prompt-data.ts';
import type { Suggester, SuggestRequest } from './suggester.ts';
import { SuggesterError } from './suggester-error.ts';

export interface OpenAiSuggesterOptions {
  /** Of any server of OpenAI's chat completions; ends in `/v1`. */
  baseUrl: string;
  /** Empty for servers that ask for none. */
  apiKey: string;
  model: string;
  /** Default 2 500 ms of silence, 10 000 ms in all. */
  patience?: PatienceOptions;
}

const defaultPatience = Object.freeze({ silenceMs: 2_500, totalMs: 10_000 });

/** Asks a model for suggestions, which are told while they are written. */
export function createOpenAiSuggester(options: OpenAiSuggesterOptions): Suggester {
  const { baseUrl, model, patience: waiting = defaultPatience } = options;
  // The SDK insists on a key. A suggestion that comes at the second attempt comes too late.
  const apiKey = options.apiKey || 'none';
  const client = new OpenAI({ baseURL: baseUrl, apiKey, maxRetries: 0, logLevel: 'off' });
  const responseFormat = zodResponseFormat(askedAnswerSchema, 'suggestion');

  async function ask({ signal: cancelled, onDraft, ...given }: SuggestRequest) {
    const data = promptData(given);
    const known = knownFrom(JSON.stringify(data), given);
    const reader = createAnswerReader({ known, onDraft });
    const patience = createPatience(waiting);
    try {
      const stream = await client.chat.completions.create(
        {
          model,
          stream: true,
          messages: promptMessages(data),
          response_format: responseFormat,
        },
        {
          signal: AbortSignal.any([cancelled, patience.signal]),
          timeout: waiting.totalMs + 1_000,
        },
      );
      for await (const chunk of stream) {
        const isMore = reader.take(chunk);
        if (isMore && reader.hasDraft) patience.heard();
      }
      // A stream that is cut off by us ends as if it were complete.
      if (patience.signal.aborted) throw SuggesterError.timeout();
      if (cancelled.aborted) throw SuggesterError.aborted();
      return reader.end();
    } catch (error) {
      throw fromOpenAiError(error, {
        aborted: cancelled.aborted,
        timedOut: patience.signal.aborted,
      });
    } finally {
      patience.end();
    }
  }

  return { name: model, suggest: ask };
}
