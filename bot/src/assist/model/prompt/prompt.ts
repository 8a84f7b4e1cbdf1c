import type OpenAI from 'openai';
import type { PromptData } from './prompt-data.ts';
import { rules } from './rules.ts';

/**
 * The messages of a request. The first is the same for every call; the second is one JSON document
 * and nothing else, so there is no text around it into which data could break out.
 */
export function promptMessages(
  data: PromptData,
): [OpenAI.ChatCompletionSystemMessageParam, OpenAI.ChatCompletionUserMessageParam] {
  return [{ role: 'system', content: rules }, dataMessage(data)];
}

/** A message that is one JSON document and nothing else. */
export function dataMessage(data: object): OpenAI.ChatCompletionUserMessageParam {
  return { role: 'user', content: encode(data) };
}

/** JSON in which no model's markers (`<|…|>`, fences) occur: JSON knows another spelling for them. */
function encode(data: object): string {
  return JSON.stringify(data).replace(
    /[<>|`]/g,
    (mark) => `\\u${mark.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}
