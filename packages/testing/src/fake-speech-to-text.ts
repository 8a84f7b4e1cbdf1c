import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as delay } from 'node:timers/promises';

/** A server of OpenAI's transcription API that answers any sound after a fixed time. */
export interface FakeSpeechToText {
  /** Base URL, with `/v1`. */
  url: string;
  /** Requests answered, by model. */
  answered: Map<string, number>;
  close(): Promise<void>;
}

/** How long the fake takes for any request. */
export const FAKE_ANSWER_MS = 150;

/** Starts the fake on a free port of 127.0.0.1; `textOf` says what it makes of its n-th sound. */
export async function startFakeSpeechToText(
  textOf: (number: number) => string = (number) => `Faked segment number ${number}.`,
): Promise<FakeSpeechToText> {
  const answered = new Map<string, number>();
  const server = createServer((request, response) => {
    respond(request, response, { answered, textOf }).catch((cause: unknown) => {
      // The bot gives up requests whose answer it no longer needs.
      if (!request.destroyed && !response.destroyed) throw cause;
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}/v1`,
    answered,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

async function respond(
  request: IncomingMessage,
  response: ServerResponse,
  { answered, textOf }: { answered: Map<string, number>; textOf: (number: number) => string },
): Promise<void> {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part);
  response.setHeader('content-type', 'application/json');
  if (request.method !== 'POST') return void response.end(JSON.stringify(models));
  await delay(FAKE_ANSWER_MS);
  const model = fieldOf(Buffer.concat(parts).toString('latin1'), 'model') ?? 'unknown';
  const number = (answered.get(model) ?? 0) + 1;
  answered.set(model, number);
  response.end(JSON.stringify(answer(textOf(number))));
}

const models = {
  object: 'list',
  data: ['tiny.en', 'base'].map((id) => ({ id, object: 'model', created: 0, owned_by: 'bench' })),
};

function fieldOf(body: string, name: string): string | undefined {
  return new RegExp(`name="${name}"\\r\\n(?:[^\\r]+\\r\\n)*\\r\\n([^\\r]*)`, 'u').exec(body)?.[1];
}

function answer(text: string) {
  const segment = {
    id: 0,
    seek: 0,
    start: 0,
    end: 1,
    text,
    tokens: [],
    temperature: 0,
    avg_logprob: -0.2,
    compression_ratio: 1,
    no_speech_prob: 0.01,
  };
  return { task: 'transcribe', language: 'english', duration: 1, text, segments: [segment] };
}
