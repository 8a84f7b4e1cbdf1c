import OpenAI from 'openai';
import { zodResponseFormat } from 'openai/helpers/zod';
import { z } from 'zod';
import { fromOpenAiError } from '../model/openai-error.ts';
import { plainText } from '../model/prompt/plain-text.ts';
import { SuggesterError } from '../model/suggester-error.ts';
import { isFaithful } from './is-faithful.ts';
import type { Summariser, SummaryRequest } from './summariser.ts';
import { summaryMessages } from './summary-prompt.ts';

export interface OpenAiSummariserOptions {
  /** Of any server of OpenAI's chat completions; ends in `/v1`. */
  baseUrl: string;
  /** Empty for servers that ask for none. */
  apiKey: string;
  model: string;
  /** For the whole answer. Default 15 000. */
  totalMs?: number;
}

/** Five sentences of talk, no more. */
const MAX_SUMMARY_LENGTH = 700;
const askedSchema = z.object({ summary: z.string() });
const answerSchema = z.object({ summary: z.string().trim().min(1).max(MAX_SUMMARY_LENGTH) });

/** Asks a model to sum up a call, and believes what it can find in what was said. */
export function createOpenAiSummariser(options: OpenAiSummariserOptions): Summariser {
  const { baseUrl, model, totalMs = 15_000 } = options;
  const apiKey = options.apiKey || 'none';
  const client = new OpenAI({ baseURL: baseUrl, apiKey, maxRetries: 0, logLevel: 'off' });
  const responseFormat = zodResponseFormat(askedSchema, 'summary');

  async function summarise({ signal: cancelled, ...talk }: SummaryRequest) {
    const late = AbortSignal.timeout(totalMs);
    const signal = AbortSignal.any([cancelled, late]);
    try {
      const { choices } = await client.chat.completions.create(
        { model, messages: summaryMessages(talk), response_format: responseFormat },
        { signal, timeout: totalMs + 1_000 },
      );
      return faithful(choices[0], talk);
    } catch (error) {
      throw fromOpenAiError(error, { aborted: cancelled.aborted, timedOut: late.aborted });
    }
  }

  return { name: model, summarise };
}

function faithful(
  choice: OpenAI.ChatCompletion.Choice | undefined,
  talk: Omit<SummaryRequest, 'signal'>,
): string {
  if (choice?.message.refusal) throw SuggesterError.unfitAnswer('The model refused.');
  if (choice?.finish_reason === 'length') {
    throw SuggesterError.malformedAnswer('It was cut off for its length.');
  }
  const answer = answerSchema.safeParse(jsonOf(choice?.message.content ?? ''));
  if (!answer.success) throw SuggesterError.malformedAnswer('It has another shape.');
  const summary = plainText(answer.data.summary, MAX_SUMMARY_LENGTH);
  if (!isFaithful(summary, talk)) {
    throw SuggesterError.unfitAnswer('It tells what was not said.');
  }
  return summary;
}

function jsonOf(content: string): unknown {
  try {
    return JSON.parse(content);
  } catch (error) {
    if (error instanceof SyntaxError) throw SuggesterError.malformedAnswer('It is no JSON.');
    throw error;
  }
}
