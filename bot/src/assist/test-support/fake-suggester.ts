import type { ModelSuggestion, Suggester, SuggestRequest } from '../model/suggester.ts';
import { SuggesterError } from '../model/suggester-error.ts';

/** What the fake does with a request. */
export type FakeReply =
  | Partial<ModelSuggestion>
  | SuggesterError
  /** Says nothing until it is given up or its patience ends. */
  | 'hangs';

export interface FakeSuggester extends Suggester {
  readonly requests: SuggestRequest[];
  reply(reply: FakeReply): void;
}

const answer: ModelSuggestion = {
  suggestion: 'Let me look that up for you right away.',
  reasoning: 'It is what they wait for.',
  action: 'offer_solution',
  confidence: 0.8,
  sentiment: { score: -0.4, confidence: 0.9 },
};

const FIRST_WORDS_MS = 400;
const WORD_MS = 30;
const PATIENCE_MS = 2_500;

/** A model that writes its answer word by word on the (fake) clock. */
export function createFakeSuggester(): FakeSuggester {
  const requests: SuggestRequest[] = [];
  let next: FakeReply = {};

  async function suggest(request: SuggestRequest): Promise<ModelSuggestion> {
    requests.push(request);
    const reply = next;
    if (reply === 'hangs') {
      await pass(PATIENCE_MS, request.signal);
      throw SuggesterError.timeout();
    }
    await pass(FIRST_WORDS_MS, request.signal);
    if (reply instanceof SuggesterError) throw reply;
    const whole = { ...answer, ...reply };
    const words = whole.suggestion.split(' ');
    for (let count = 1; count <= words.length; count += 1) {
      request.onDraft({ suggestion: words.slice(0, count).join(' '), reasoning: '' });
      await pass(WORD_MS, request.signal);
    }
    return whole;
  }

  return {
    name: 'fake-model',
    requests,
    suggest,
    reply: (reply) => {
      next = reply;
    },
  };
}

function pass(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(resolve, ms);
    signal.addEventListener('abort', () => {
      clearTimeout(timer);
      reject(SuggesterError.aborted());
    });
  });
}
