import type OpenAI from 'openai';
import { MalformedJSON, PartialJSON, parse } from 'partial-json';
import { answerSchema, MAX_SUGGESTION_LENGTH, partialAnswerSchema } from './answer-schema.ts';
import { isGrounded, type Known, maySuggest } from './grounding/grounding.ts';
import { plainText } from './prompt/plain-text.ts';
import type { ModelSuggestion, SuggestionText } from './suggester.ts';
import { SuggesterError } from './suggester-error.ts';

/** An answer of a few hundred words; a model that writes more has lost its way. */
const MAX_ANSWER_LENGTH = 8_000;

export interface AnswerReaderOptions {
  /** What the answer may name. */
  known: Known;
  onDraft: (draft: SuggestionText) => void;
}

/** Reads one streamed answer. Both methods throw `SuggesterError` `malformed-answer` or `unfit-answer`. */
export interface AnswerReader {
  /** Whether words of a suggestion have come. */
  readonly hasDraft: boolean;
  /** Takes the next chunk; tells whether it held anything. */
  take(chunk: OpenAI.ChatCompletionChunk): boolean;
  /** The answer, now that it is complete. */
  end(): ModelSuggestion;
}

/** Creates the reader of one answer. Drafts are whole words, each longer than the one before. */
export function createAnswerReader({ known, onDraft }: AnswerReaderOptions): AnswerReader {
  let content = '';
  let written = 0;

  function takeDraft() {
    const draft = draftOf(content);
    const { suggestion, reasoning } = draft;
    const length = suggestion.length + reasoning.length;
    if (length <= written) return;
    written = length;
    if (suggestion.length > MAX_SUGGESTION_LENGTH) throw malformed('It is too long.');
    if (!isGrounded(suggestion, known)) throw unfit('It names what nobody told it.');
    // Half a sentence may promise what its end denies: only the whole answer is refused for that.
    if (maySuggest(suggestion, known) && isGrounded(reasoning, known)) onDraft(draft);
  }

  return {
    get hasDraft() {
      return written > 0;
    },
    take({ choices: [choice] }) {
      if (choice?.delta?.refusal) throw unfit('The model refused.');
      const ended = choice?.finish_reason;
      if (ended === 'content_filter') throw unfit('The content filter ended it.');
      if (ended === 'length') throw malformed('It was cut off for its length.');
      const piece = choice?.delta?.content;
      if (!piece) return false;
      content += piece;
      if (content.length > MAX_ANSWER_LENGTH) throw malformed('It does not end.');
      takeDraft();
      return true;
    },
    end() {
      const answer = answerSchema.safeParse(jsonOf(content));
      if (!answer.success) throw malformed('It has another shape.');
      const { suggestion, reasoning } = answer.data;
      if (!maySuggest(suggestion, known) || !isGrounded(reasoning, known)) {
        throw unfit('It names, promises or asks for what it may not.');
      }
      return answer.data;
    },
  };
}

function draftOf(content: string): SuggestionText {
  const partial = partialAnswerSchema.safeParse(partialJson(content));
  if (!partial.success) return { suggestion: '', reasoning: '' };
  const { suggestion, reasoning } = partial.data;
  const written = plainText(suggestion, Number.POSITIVE_INFINITY);
  return reasoning === undefined
    ? { suggestion: wholeWords(written), reasoning: '' }
    : { suggestion: written, reasoning: wholeWords(plainText(reasoning, MAX_SUGGESTION_LENGTH)) };
}

/** Half a word may become another one, and a number another amount by what follows it. */
function wholeWords(text: string): string {
  return text.slice(0, Math.max(0, text.lastIndexOf(' '))).replace(/(?:^|\s+)\S*\d\S*$/u, '');
}

function partialJson(content: string): unknown {
  try {
    return parse(content);
  } catch (error) {
    if (error instanceof PartialJSON) return {};
    if (error instanceof MalformedJSON || error instanceof SyntaxError) return undefined;
    throw error;
  }
}

function jsonOf(content: string): unknown {
  try {
    return JSON.parse(content);
  } catch (error) {
    if (error instanceof SyntaxError) throw malformed('It is no JSON.');
    throw error;
  }
}

function malformed(why: string): SuggesterError {
  return SuggesterError.malformedAnswer(why);
}

function unfit(why: string): SuggesterError {
  return SuggesterError.unfitAnswer(why);
}
