import type { Engine, EngineRequest, EngineResult } from './engine.ts';
import { EngineError } from './engine-error.ts';

/** A scripted engine and what it was asked. */
export interface ScriptedEngine extends Engine {
  readonly requests: readonly EngineRequest[];
}

/** What a scripted engine answers when a test does not care. */
export const SCRIPTED_RESULT: EngineResult = {
  text: 'Thank you.',
  tokens: [1044, 345, 13],
  words: [
    { word: 'Thank', probability: 0.75, pieces: 1 },
    { word: 'you.', probability: 0.9, pieces: 2 },
  ],
  language: 'en',
  meanLogProbability: -0.25,
  noSpeechProbability: 0.01,
  stopReason: 'end-of-text',
  steps: 4,
  decodedAgain: false,
  decodeMs: 20,
};

/** An engine without models: answers what `answer` says, for tests here and elsewhere. */
export function createScriptedEngine(
  answer: (request: EngineRequest) => Partial<EngineResult> | Promise<Partial<EngineResult>> = () =>
    SCRIPTED_RESULT,
): ScriptedEngine {
  const requests: EngineRequest[] = [];
  let ready = false;
  return {
    requests,
    start: async () => {
      ready = true;
    },
    isReady: () => ready,
    transcribe: async (request, signal) => {
      requests.push(request);
      const result = await answer(request);
      if (signal.aborted) throw EngineError.cancelled();
      return { ...SCRIPTED_RESULT, ...result };
    },
    close: async () => {
      ready = false;
    },
  };
}
