import type { SuggestionAction } from '@agent/protocol';

/** What a suggester is asked with; the bot's own request has at least these fields. */
export interface FakeSuggestRequest {
  signal: AbortSignal;
  onDraft: (draft: { suggestion: string; reasoning: string }) => void;
}

/** A whole answer; confidence 0–1, score −1…1. */
export interface FakeSuggestion {
  suggestion: string;
  reasoning: string;
  action: SuggestionAction;
  confidence: number;
  sentiment: { score: number; confidence: number };
}

/**
 * What the fake does with a request: answers (what is left out is as usual), fails, or says nothing
 * until it is given up or its patience ends.
 */
export type FakeSuggesterReply =
  | Partial<FakeSuggestion>
  | Promise<Partial<FakeSuggestion>>
  | Error
  | 'hangs';

/** How the fake answers at first, and how fast it writes. */
export interface FakeSuggesterOptions {
  /** Makes the error of a request that nobody answered. */
  timeoutError: () => Error;
  /** Makes the error of a request that was given up. */
  abortError: () => Error;
  /** Default: the usual answer. */
  reply?: FakeSuggesterReply;
  /** From request to first word. Default 400; 0 does not wait for any timer. */
  firstWordMs?: number;
  /** Between words. Default 30; 0 does not wait for any timer. */
  wordMs?: number;
}

/** A `Suggester` without a model, with a record of what it was asked. */
export interface FakeSuggester<Request extends FakeSuggestRequest> {
  readonly name: string;
  readonly requests: readonly Request[];
  /** What it does with every request from now on. */
  reply(reply: FakeSuggesterReply): void;
  suggest(request: Request): Promise<FakeSuggestion>;
}

const usual: FakeSuggestion = {
  suggestion: 'Let me look that up for you right away.',
  reasoning: 'It is what they wait for.',
  action: 'offer_solution',
  confidence: 0.8,
  sentiment: { score: -0.4, confidence: 0.9 },
};

const PATIENCE_MS = 2_500;

/** Makes a model that writes its answer word by word, on timers that may be fake. */
export function createFakeSuggester<Request extends FakeSuggestRequest>(
  options: FakeSuggesterOptions,
): FakeSuggester<Request> {
  const { timeoutError, abortError, firstWordMs = 400, wordMs = 30 } = options;
  const requests: Request[] = [];
  let next: FakeSuggesterReply = options.reply ?? {};
  const pass = (ms: number, signal: AbortSignal) => waitOrAbort(ms, signal, abortError);

  return {
    name: 'fake-model',
    requests,
    reply: (reply) => {
      next = reply;
    },
    async suggest(request) {
      requests.push(request);
      const reply = next;
      if (reply === 'hangs') {
        await pass(PATIENCE_MS, request.signal);
        throw timeoutError();
      }
      await pass(firstWordMs, request.signal);
      if (reply instanceof Error) throw reply;
      const whole = { ...usual, ...(await reply) };
      const words = whole.suggestion.split(' ');
      for (let count = 1; count <= words.length; count += 1) {
        request.onDraft({ suggestion: words.slice(0, count).join(' '), reasoning: '' });
        await pass(wordMs, request.signal);
      }
      return whole;
    },
  };
}

async function waitOrAbort(
  ms: number,
  signal: AbortSignal,
  abortError: () => Error,
): Promise<void> {
  if (ms === 0) return;
  await new Promise<void>((resolve, reject) => {
    const timer = setTimeout(resolve, ms);
    signal.addEventListener('abort', () => {
      clearTimeout(timer);
      reject(abortError());
    });
  });
}
