import {
  type ModelBehaviour,
  type ModelServer,
  startModelServer,
} from '@agent/testing/model-server';
import { afterEach, expect, it } from 'vitest';
import { suggestRequest } from '../test-support/requests.ts';
import { createOpenAiSuggester } from './openai-suggester.ts';

let server: ModelServer | undefined;
afterEach(() => server?.close());

async function ask(behaviour: ModelBehaviour) {
  server = await startModelServer({ behaviour, firstTokenMs: 5, pieceMs: 1, slowPieceMs: 150 });
  const suggester = createOpenAiSuggester({
    baseUrl: server.url,
    apiKey: '',
    model: 'a-model',
    patience: { silenceMs: 400, totalMs: 1_000 },
  });
  return suggester.suggest(suggestRequest()).then(
    ({ action }) => action,
    (error) => error.reason,
  );
}

it.each([
  ['answers', 'offer_solution'],
  ['slow', 'timeout'],
  ['hangs', 'timeout'],
  ['fails', 'unavailable'],
  ['rate-limited', 'rate-limited'],
  ['quota-exhausted', 'quota-exhausted'],
  ['wrong-json', 'malformed-answer'],
  ['wrong-shape', 'malformed-answer'],
  ['cut-off', 'unavailable'],
] as const)('a server that %s gives %s', async (behaviour, outcome) => {
  expect(await ask(behaviour)).toBe(outcome);
});
