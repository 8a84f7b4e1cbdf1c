import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import {
  answerText,
  type ModelAnswer,
  type ModelRequest,
  modelRequestSchema,
  sensibleAnswer,
} from './model-answer.ts';
import { refuse, write } from './model-reply.ts';

export type { ModelAnswer, ModelRequest } from './model-answer.ts';

/**
 * How the fake model behaves. `answers`: well; `slow`: a piece every `slowPieceMs`; `hangs`: takes
 * the request and says nothing; `fails`: 500; `rate-limited`: 429; `quota-exhausted`: 429 with code
 * `insufficient_quota`; `wrong-json`: text that is no JSON; `wrong-shape`: JSON that was not asked
 * for; `cut-off`: the connection breaks in the middle of the answer.
 */
export type ModelBehaviour =
  | 'answers'
  | 'slow'
  | 'hangs'
  | 'fails'
  | 'rate-limited'
  | 'quota-exhausted'
  | 'wrong-json'
  | 'wrong-shape'
  | 'cut-off';

/** What the fake model writes, how fast, and how it misbehaves. */
export interface ModelServerOptions {
  /** Default `answers`. */
  behaviour?: ModelBehaviour;
  /** What the model writes. Default: a plausible suggestion. */
  answer?: (request: ModelRequest) => ModelAnswer;
  /** From request to first piece. Default 800. */
  firstTokenMs?: number;
  /** Between pieces. Default 15. */
  pieceMs?: number;
  /** Between pieces when `slow`. Default 1000. */
  slowPieceMs?: number;
  /** `Retry-After` of a 429, in seconds. Default 5. */
  retryAfterSeconds?: number;
  /** Port of 127.0.0.1. Default: a free one. */
  port?: number;
}

/** A server of OpenAI's chat completions that does as it is told. */
export interface ModelServer {
  /** Base URL, with `/v1`. */
  readonly url: string;
  readonly port: number;
  /** Requests seen, in order. */
  readonly requests: readonly ModelRequest[];
  /** From the next request on. */
  setBehaviour(behaviour: ModelBehaviour): void;
  /** Breaks every connection and stops listening. Closing twice is harmless. */
  close(): Promise<void>;
}

const defaults = {
  behaviour: 'answers',
  answer: sensibleAnswer,
  firstTokenMs: 800,
  pieceMs: 15,
  slowPieceMs: 1000,
  retryAfterSeconds: 5,
  port: 0,
} as const satisfies Required<ModelServerOptions>;

/** Starts the fake model on 127.0.0.1. */
export async function startModelServer(given: ModelServerOptions = {}): Promise<ModelServer> {
  const options: Required<ModelServerOptions> = { ...defaults, ...given };
  const requests: ModelRequest[] = [];
  const server = createServer((incoming, outgoing) => {
    respond(incoming, outgoing, options, requests).catch((cause: unknown) => {
      // The client may hang up at any time.
      if (!incoming.destroyed && !outgoing.destroyed) outgoing.destroy(cause as Error);
    });
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(options.port, '127.0.0.1', resolve);
  });
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}/v1`,
    port,
    requests,
    setBehaviour: (behaviour) => {
      options.behaviour = behaviour;
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

async function respond(
  incoming: IncomingMessage,
  outgoing: ServerResponse,
  options: Required<ModelServerOptions>,
  requests: ModelRequest[],
): Promise<void> {
  const bytes: Buffer[] = [];
  for await (const part of incoming) bytes.push(part);
  if (incoming.method !== 'POST' || !incoming.url?.endsWith('/chat/completions')) {
    return refuse(outgoing, 404, { message: 'There is nothing here.', code: 'not_found' });
  }
  const request = modelRequestSchema.parse(JSON.parse(Buffer.concat(bytes).toString()));
  requests.push(request);
  return behave(request, outgoing, options);
}

async function behave(
  request: ModelRequest,
  outgoing: ServerResponse,
  options: Required<ModelServerOptions>,
): Promise<void> {
  const { behaviour, answer, firstTokenMs, pieceMs, retryAfterSeconds } = options;
  const text = answerText(request, answer(request));
  const writing = { text, firstTokenMs, pieceMs, breaksOff: false };
  switch (behaviour) {
    case 'answers':
      return write(outgoing, request, writing);
    case 'slow':
      return write(outgoing, request, { ...writing, pieceMs: options.slowPieceMs });
    case 'wrong-json':
      return write(outgoing, request, { ...writing, text: `Sure! ${text.slice(0, -5)}` });
    case 'wrong-shape':
      return write(outgoing, request, { ...writing, text: '{"answer":{"advice":42}}' });
    case 'cut-off':
      return write(outgoing, request, { ...writing, breaksOff: true });
    case 'hangs':
      return;
    case 'fails':
      return refuse(outgoing, 500, { message: 'The server had an error.', code: null });
    case 'rate-limited':
      outgoing.setHeader('retry-after', retryAfterSeconds);
      return refuse(outgoing, 429, { message: 'Rate limit.', code: 'rate_limit_exceeded' });
    case 'quota-exhausted':
      return refuse(outgoing, 429, { message: 'No quota.', code: 'insufficient_quota' });
    default:
      return behaviour satisfies never;
  }
}
