import type { Speaker } from '@agent/protocol';

/** What a pipeline asks a transcriber for; the bot's own request has at least these fields. */
export interface FakeTranscribeRequest {
  samples: Int16Array;
  purpose: 'interim' | 'final';
  speaker: Speaker;
  signal: AbortSignal;
  language?: string | undefined;
  prompt?: string | undefined;
}

/** What the fake makes of some audio. */
export interface FakeTranscription {
  text: string;
  language: string;
  noSpeechProbability: number | null;
  meanLogProbability: number | null;
  words: readonly { word: string; probability: number; pieces: number }[] | null;
}

/** One scripted answer: a text, a whole transcription, or an error to fail with. */
export type FakeAnswer = string | Partial<FakeTranscription> | Error;

/** What is answered, and after how many milliseconds. */
export interface FakeTranscriberOptions {
  /** Decides the answer to each request; `index` counts all requests from 0. */
  answer: (request: FakeTranscribeRequest, index: number) => FakeAnswer;
  /** How long an answer takes. Default 150, a fixed figure for load tests. */
  delayMs?: number | ((request: FakeTranscribeRequest, index: number) => number);
  /** Makes the error of a request whose caller gave up. */
  abortError?: () => Error;
}

/** A transcriber that needs no model, with a record of what it was asked. */
export interface FakeTranscriber {
  readonly requests: readonly FakeTranscribeRequest[];
  /** Most requests that were in flight at once, per speaker and purpose. */
  readonly mostInFlight: ReadonlyMap<string, number>;
  transcribe(request: FakeTranscribeRequest): Promise<FakeTranscription>;
}

/** Creates a transcriber that answers as scripted, after a delay that timers (fake ones too) count. */
export function createFakeTranscriber(options: FakeTranscriberOptions): FakeTranscriber {
  const { answer, delayMs = 150, abortError = () => new Error('aborted') } = options;
  const requests: FakeTranscribeRequest[] = [];
  const inFlight = new Map<string, number>();
  const mostInFlight = new Map<string, number>();

  function track({ speaker, purpose }: FakeTranscribeRequest, change: 1 | -1) {
    const key = `${speaker} ${purpose}`;
    const now = (inFlight.get(key) ?? 0) + change;
    inFlight.set(key, now);
    mostInFlight.set(key, Math.max(now, mostInFlight.get(key) ?? 0));
  }

  return {
    requests,
    mostInFlight,
    async transcribe(request) {
      const index = requests.push(request) - 1;
      track(request, 1);
      try {
        const waitMs = typeof delayMs === 'function' ? delayMs(request, index) : delayMs;
        await waitOrAbort(waitMs, request.signal, abortError);
        const answered = answer(request, index);
        if (answered instanceof Error) throw answered;
        return completed(answered);
      } finally {
        track(request, -1);
      }
    },
  };
}

/** The usual figures of a clear answer around a scripted text. */
function completed(answer: string | Partial<FakeTranscription>): FakeTranscription {
  return {
    text: '',
    language: 'en',
    noSpeechProbability: 0.01,
    meanLogProbability: -0.2,
    words: null,
    ...(typeof answer === 'string' ? { text: answer } : answer),
  };
}

function waitOrAbort(waitMs: number, signal: AbortSignal, abortError: () => Error): Promise<void> {
  return new Promise((resolve, reject) => {
    if (signal.aborted) return reject(abortError());
    const timer = setTimeout(done, waitMs);
    const abort = () => {
      clearTimeout(timer);
      reject(abortError());
    };
    signal.addEventListener('abort', abort, { once: true });
    function done() {
      signal.removeEventListener('abort', abort);
      resolve();
    }
  });
}
