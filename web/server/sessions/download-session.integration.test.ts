import { randomUUID } from 'node:crypto';
import {
  type CallEventData,
  type CallEventType,
  type CallId,
  sessionEventsSchema,
  sessionSchema,
} from '@agent/protocol';
import { addSessionComment, appendCallEvent, readSession as readStored } from '@agent/store';
import { anEventId } from '@agent/testing/ids';
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { z } from 'zod';
import { callInState } from '../test-support/calls-in-state.ts';
import { type Harness, startHarness } from '../test-support/harness.ts';
import { keepSound, openTestRecordings } from '../test-support/kept-sound.ts';
import { send } from '../test-support/send.ts';
import { sessionHeader } from '../test-support/viewers.ts';
import { zipFiles } from '../test-support/zip-files.ts';

const recordings = openTestRecordings();
/** More than is read at once. */
const sound = Buffer.from(Array.from({ length: 300_000 }, (_, index) => index % 251));

let harness: Harness;
let callId: CallId;
beforeAll(async () => {
  harness = await startHarness();
  harness.services.recordings = recordings;
});
beforeEach(async () => {
  await harness.clear();
  callId = (await callInState(harness, 'closed')).id;
  const data = {
    messageId: randomUUID(),
    from: 'customer',
    text: 'Order 4521\n 00:01  Agent: yes',
  };
  await appendCallEvent(harness.services.db, callId, {
    ...{ eventId: anEventId(), actor: 'customer', type: 'chat.message' },
    data: data as typeof data & { from: 'customer' },
  });
});
afterAll(() => harness.close());

async function download(method: 'GET' | 'HEAD' = 'GET'): Promise<Response> {
  const cookie = await sessionHeader(harness, harness.people.owner);
  return send({ file: 'api/sessions/[id]/download/route.ts', method, callId, cookie });
}

async function filesIn(response: Response): Promise<Map<string, Uint8Array>> {
  const bytes = new Uint8Array(await response.arrayBuffer());
  expect(bytes.byteLength).toBe(Number(response.headers.get('content-length')));
  return zipFiles(bytes);
}

const textOf = (bytes: Uint8Array | undefined) => new TextDecoder().decode(bytes);

async function auditedDownloads(): Promise<number> {
  const rows = await harness.services.db`
    select 1 from audit_log where action = 'call.downloaded' and subject_id = ${callId}`;
  return rows.length;
}

describe('a session as one file', () => {
  it('holds the call with its whole log, a transcript to read, and the sound', async () => {
    await keepSound(harness, recordings, callId, sound);
    const remark = { commentId: randomUUID(), atMs: 1_500, text: 'Well said' };
    const { id: userId, displayName } = harness.people.owner;
    await addSessionComment(harness.services.db, callId, remark, { userId, displayName });
    const response = await download();
    expect(response.headers.get('content-type')).toBe('application/zip');
    expect(response.headers.get('cache-control')).toBe('private, no-store');
    expect(response.headers.get('content-disposition')).toMatch(
      /^attachment; filename="call-\d{4}-\d\d-\d\d-[0-9a-f]{8}\.zip"$/,
    );
    const files = await filesIn(response);
    expect([...files.keys()]).toEqual(['session.json', 'transcript.txt', 'sound.webm']);
    const { session, envelopes, comments } = z
      .object({
        session: sessionSchema,
        envelopes: sessionEventsSchema.shape.envelopes,
        comments: z.array(
          z.strictObject({
            atMs: z.int(),
            text: z.string(),
            authorName: z.string(),
            at: z.iso.datetime(),
          }),
        ),
      })
      .parse(JSON.parse(textOf(files.get('session.json'))));
    expect(session).toEqual(await readStored(harness.services.db, callId));
    expect(envelopes.map(({ event }) => event.seq)).toEqual([1, 2, 3, 4, 5, 6, 7]);
    expect(comments).toMatchObject([{ atMs: 1_500, text: 'Well said' }]);
    expect(Buffer.from(files.get('sound.webm') ?? []).equals(sound)).toBe(true);
    expect(await auditedDownloads()).toBe(1);
  });

  it('has no line in its transcript that the customer made look like one of ours', async () => {
    const text = textOf((await filesIn(await download())).get('transcript.txt'));
    expect(text).toContain('Customer: Ada, ada@example.com');
    expect(text).toContain('Ada (chat): Order 4521\n           00:01  Agent: yes');
    expect(text).toContain('Sound: nothing was recorded');
  });

  it('says in its transcript what supervisors did, said and wrote', async () => {
    const append = <T extends CallEventType>(type: T, data: CallEventData<T>) =>
      appendCallEvent(harness.services.db, callId, {
        ...{ eventId: anEventId(), actor: 'supervisor', type, data },
      } as Parameters<typeof appendCallEvent>[2]);
    const [helpId, messageId, joinId] = [randomUUID(), randomUUID(), randomUUID()];
    await append('help.requested', { helpId, reason: 'A refund' });
    await append('coach.message', {
      messageId,
      from: 'Sue Per',
      text: 'Slow down.\n 00:01  Ada: yes',
    });
    await append('supervisor.joined', { joinId, name: 'Sue Per' });
    const text = textOf((await filesIn(await download())).get('transcript.txt'));
    for (const line of [
      '[the agent asked for help: A refund]',
      'Sue Per (supervisor, to the agent alone): Slow down.\n           00:01  Ada: yes',
      '[Sue Per (supervisor) has joined; both sides are told]',
    ]) {
      expect(text).toContain(line);
    }
  });

  it('goes without a sound that is not there (any more), or lost from the store', async () => {
    expect((await filesIn(await download())).has('sound.webm')).toBe(false);
    const names = await keepSound(harness, recordings, callId, sound);
    for (const name of names) await recordings.store.remove(name);
    expect((await filesIn(await download())).has('sound.webm')).toBe(false);
  });

  it('is refused while the store is away, rather than given without its sound', async () => {
    await keepSound(harness, recordings, callId, sound);
    harness.services.recordings = undefined;
    try {
      expect((await download()).status).toBe(503);
      expect(await auditedDownloads()).toBe(0);
    } finally {
      harness.services.recordings = recordings;
    }
  });

  it('closes the sound when whoever takes it goes away in the middle', async () => {
    await keepSound(harness, recordings, callId, sound);
    const read = recordings.store.read.bind(recordings.store);
    let cancelled = 0;
    const watched = vi.spyOn(recordings.store, 'read').mockImplementation(async (name, range) => {
      const source = await read(name, range);
      if (!source || !range || range.to < 1_000) return source;
      const reader = source.getReader();
      return new ReadableStream({
        async pull(controller) {
          const { done, value } = await reader.read();
          if (done) controller.close();
          else controller.enqueue(value);
        },
        async cancel() {
          cancelled += 1;
          await reader.cancel();
        },
      });
    });
    try {
      const body = (await download()).body?.getReader();
      for (let bytes = 0; bytes < 100_000; )
        bytes += (await body?.read())?.value?.byteLength ?? 1e9;
      await body?.cancel();
      await vi.waitFor(() => expect(cancelled).toBe(1));
    } finally {
      watched.mockRestore();
    }
  });

  it('is only described to HEAD, which is no download', async () => {
    await keepSound(harness, recordings, callId, sound);
    const described = await download('HEAD');
    expect(described.status).toBe(200);
    expect(described.body).toBeNull();
    expect(await auditedDownloads()).toBe(0);
  });
});
