import type { ServerResponse } from 'node:http';
import { setTimeout as delay } from 'node:timers/promises';
import type { ModelRequest } from './model-answer.ts';

/** How an answer is written. */
export interface ModelWriting {
  text: string;
  /** From request to first piece. */
  firstTokenMs: number;
  /** Between pieces. */
  pieceMs: number;
  /** Breaks the connection after half of the text. */
  breaksOff: boolean;
}

/** Few characters, as a model's tokens have. */
const PIECE_LENGTH = 6;

/** Writes an answer in the form that was asked for, whole or piece by piece. */
export async function write(
  outgoing: ServerResponse,
  request: ModelRequest,
  writing: ModelWriting,
): Promise<void> {
  const { text, firstTokenMs, pieceMs, breaksOff } = writing;
  const parts = pieces(breaksOff ? text.slice(0, text.length / 2) : text);
  if (request.stream) return stream(outgoing, request, parts, writing);
  await delay(firstTokenMs + pieceMs * parts.length);
  if (breaksOff) outgoing.destroy();
  else json(outgoing, 200, completion(request, text));
}

/** Answers with an error in OpenAI's form. */
export function refuse(
  outgoing: ServerResponse,
  status: number,
  { message, code }: { message: string; code: string | null },
): void {
  json(outgoing, status, { error: { message, type: code, param: null, code } });
}

async function stream(
  outgoing: ServerResponse,
  request: ModelRequest,
  parts: readonly string[],
  { firstTokenMs, pieceMs, breaksOff }: ModelWriting,
): Promise<void> {
  outgoing.writeHead(200, { 'content-type': 'text/event-stream' });
  outgoing.flushHeaders();
  await delay(firstTokenMs);
  for (const [index, content] of parts.entries()) {
    if (index > 0) await delay(pieceMs);
    if (outgoing.destroyed) return;
    send(outgoing, chunk(request, { role: 'assistant', content }, null));
  }
  if (breaksOff) return void outgoing.destroy();
  send(outgoing, chunk(request, {}, 'stop'));
  outgoing.end('data: [DONE]\n\n');
}

function pieces(text: string): string[] {
  const parts: string[] = [];
  for (let at = 0; at < text.length; at += PIECE_LENGTH) {
    parts.push(text.slice(at, at + PIECE_LENGTH));
  }
  return parts;
}

function send(outgoing: ServerResponse, body: object): void {
  outgoing.write(`data: ${JSON.stringify(body)}\n\n`);
}

function json(outgoing: ServerResponse, status: number, body: object): void {
  outgoing.writeHead(status, { 'content-type': 'application/json' });
  outgoing.end(JSON.stringify(body));
}

const identity = { id: 'chatcmpl-fake', created: 1_760_000_000 };

function chunk({ model }: ModelRequest, delta: object, finishReason: 'stop' | null) {
  const choice = { index: 0, delta, logprobs: null, finish_reason: finishReason };
  return { ...identity, object: 'chat.completion.chunk', model, choices: [choice] };
}

function completion({ model }: ModelRequest, content: string) {
  const message = { role: 'assistant', content, refusal: null };
  const choice = { index: 0, message, logprobs: null, finish_reason: 'stop' };
  const usage = { prompt_tokens: 100, completion_tokens: 60, total_tokens: 160 };
  return { ...identity, object: 'chat.completion', model, choices: [choice], usage };
}
