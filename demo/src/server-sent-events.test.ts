import { describe, expect, it } from 'vitest';
import { serverSentEvents } from './server-sent-events.ts';

async function read(...parts: string[]): Promise<string[]> {
  const encoder = new TextEncoder();
  const body = new ReadableStream<Uint8Array<ArrayBuffer>>({
    start(controller) {
      for (const part of parts) controller.enqueue(encoder.encode(part));
      controller.close();
    },
  });
  const events: string[] = [];
  for await (const event of serverSentEvents(body)) events.push(event);
  return events;
}

describe('serverSentEvents', () => {
  it('joins events that come in pieces', async () => {
    expect(await read('data: {"a"', ':1}\n', '\ndata: 2\n\nda')).toEqual(['{"a":1}', '2']);
  });

  it('skips comments and other fields', async () => {
    expect(await read(': ping\n\n', 'event: state\r\nid: 1\r\ndata: x\r\n\r\n')).toEqual(['x']);
  });

  it('joins the lines of one event', async () => {
    expect(await read('data: a\ndata: b\n\n')).toEqual(['a\nb']);
  });
});
