import { mkdtempSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { CallId } from '@agent/protocol';
import {
  createDataKey,
  createFolderStore,
  type OpenRecordings,
  parseMasterKey,
  type RecordingStore,
  sealBytes,
  wrapDataKey,
} from '@agent/recordings';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { callInState } from '../test-support/calls-in-state.ts';
import { type Harness, startHarness } from '../test-support/harness.ts';
import { errorOf, type Sent, send } from '../test-support/send.ts';
import { sessionHeader } from '../test-support/viewers.ts';

const sound = Buffer.from(Array.from({ length: 200_000 }, (_, index) => (index * 7) % 251));
const waveform = Buffer.from('the waveform');
const masters = [parseMasterKey(Buffer.alloc(32, 5).toString('base64'))] as const;
const folder = mkdtempSync(join(tmpdir(), 'sounds-'));
const files = createFolderStore(folder);
/** Streams of the store that are open. */
const open = new Set<object>();

const watched: RecordingStore = {
  ...files,
  async read(name, range) {
    const stream = await files.read(name, range);
    if (!stream) return undefined;
    const reader = stream.getReader();
    open.add(reader);
    return new ReadableStream<Uint8Array>(
      {
        async pull(controller) {
          const { done, value } = await reader.read();
          if (!done) return controller.enqueue(value);
          open.delete(reader);
          controller.close();
        },
        async cancel() {
          open.delete(reader);
          await reader.cancel();
        },
      },
      { highWaterMark: 0 },
    );
  },
};

let harness: Harness;
let cookie: string;
let callId: CallId;
beforeAll(async () => {
  harness = await startHarness();
  cookie = await sessionHeader(harness, harness.people.supervisor);
});
beforeEach(async () => {
  await harness.clear();
  open.clear();
  harness.services.recordings = { store: watched, masters } satisfies OpenRecordings;
  callId = (await callInState(harness, 'closed')).id;
  await storeRecording(callId);
});
afterAll(async () => {
  await harness.close();
  await rm(folder, { recursive: true, force: true });
});

async function storeRecording(id: CallId) {
  const key = createDataKey();
  const names = { sound: `${id}/sound.webm`, waveform: `${id}/waveform.dat` };
  await files.put(names.sound, sealBytes(sound, key));
  await files.put(names.waveform, sealBytes(waveform, key));
  await harness.services.db`
    insert into recordings (call_id, status, wrapped_key, sound_name, waveform_name, bytes,
      duration_ms, sha256, ready_at)
    values (${id}, 'ready', ${Buffer.from(wrapDataKey(key, id, masters[0]))}, ${names.sound},
      ${names.waveform}, ${sound.length}, 9000, 'abc123', now())`;
}

function ask(headers: Record<string, string> = {}, more: Partial<Sent> = {}) {
  const file = 'api/sessions/[id]/recording/route.ts';
  return send({ file, method: 'GET', callId, cookie, headers, ...more });
}

const bytesOf = async (response: Response) => Buffer.from(await response.arrayBuffer());

describe('the sound of a call', () => {
  it('comes whole, as what no cache keeps and no page may download unasked', async () => {
    const response = await ask();
    expect(response.status).toBe(200);
    expect(Object.fromEntries(response.headers)).toMatchObject({
      'accept-ranges': 'bytes',
      'cache-control': 'private, no-store',
      'content-disposition': 'inline',
      'content-length': '200000',
      'content-type': 'audio/webm; codecs=opus',
      etag: '"abc123"',
    });
    expect(sound.equals(await bytesOf(response))).toBe(true);
    expect(open.size).toBe(0);
  });

  it.each([
    ['bytes=0-', 0, 200_000],
    ['bytes=100000-100009', 100_000, 100_010],
    ['bytes=-16', 199_984, 200_000],
    ['bytes=1-1', 1, 2],
  ])('comes in the part that is asked for: %s', async (range, from, to) => {
    const response = await ask({ range });
    expect(response.status).toBe(206);
    expect(response.headers.get('content-range')).toBe(`bytes ${from}-${to - 1}/200000`);
    expect(response.headers.get('content-length')).toBe(String(to - from));
    expect(sound.subarray(from, to).equals(await bytesOf(response))).toBe(true);
  });

  it('has no part beyond its end', async () => {
    const response = await ask({ range: 'bytes=200000-' });
    expect(response.status).toBe(416);
    expect(response.headers.get('content-range')).toBe('bytes */200000');
    expect(await bytesOf(response)).toHaveLength(0);
  });

  it('comes whole to who has the beginning of another', async () => {
    const other = await ask({ range: 'bytes=5-', 'if-range': '"other"' });
    expect([other.status, (await bytesOf(other)).length]).toEqual([200, 200_000]);
    const same = await ask({ range: 'bytes=5-', 'if-range': '"abc123"' });
    expect([same.status, (await bytesOf(same)).length]).toEqual([206, 199_995]);
  });

  it('answers HEAD without reading anything, which is no listening', async () => {
    const response = await ask({ range: 'bytes=0-99' }, { method: 'HEAD' });
    expect([response.status, response.headers.get('content-length')]).toEqual([206, '100']);
    expect(response.body).toBeNull();
    expect(open.size).toBe(0);
    expect(await auditOf('recording.played')).toEqual([]);
  });

  it('is closed when the browser goes away in the middle, or never begins to read', async () => {
    const response = await ask({ range: 'bytes=0-' });
    const reader = response.body?.getReader();
    await reader?.read();
    expect(open.size).toBe(1);
    await reader?.cancel();
    expect(open.size).toBe(0);
    await (await ask({ range: 'bytes=0-' })).body?.cancel();
    expect(open.size).toBe(0);
  });

  it('is on record once for each person who hears it', async () => {
    for (let time = 0; time < 3; time += 1)
      await (await ask({ range: 'bytes=0-9' })).body?.cancel();
    const other = await sessionHeader(harness, harness.people.owner);
    await (await ask({}, { cookie: other })).body?.cancel();
    const { supervisor, owner } = harness.people;
    expect(await auditOf('recording.played')).toEqual([
      { actorId: supervisor.id, subjectKind: 'call', subjectId: callId },
      { actorId: owner.id, subjectKind: 'call', subjectId: callId },
    ]);
  });

  it('is not there for an agent whose call it was not, and nothing is on record', async () => {
    const other = await sessionHeader(harness, harness.people.otherAgent);
    expect((await ask({}, { cookie: other })).status).toBe(404);
    expect((await ask({}, { cookie: '' })).status).toBe(401);
    expect(await auditOf('recording.played')).toEqual([]);
  });

  it('is not there before it is ready, once it is deleted, nor when the store has lost it', async () => {
    await files.remove(callId);
    expect((await ask()).status).toBe(404);
    await storeAgain('deleted');
    expect((await errorOf(await ask())).message).toBe('There is no sound of this call.');
    await storeAgain('recording');
    expect((await ask()).status).toBe(404);
    expect(await auditOf('recording.played')).toEqual([]);
  });

  it('cannot be reached for a while when the store is away or not set up', async () => {
    harness.services.recordings = undefined;
    expect((await ask()).status).toBe(503);
  });
});

describe('the waveform of a call', () => {
  const file = 'api/sessions/[id]/waveform/route.ts';

  it('is for those who may hear it', async () => {
    const response = await send({ file, method: 'GET', callId, cookie });
    expect(response.headers.get('cache-control')).toBe('no-store');
    expect(waveform.equals(await bytesOf(response))).toBe(true);
    const other = await sessionHeader(harness, harness.people.otherAgent);
    expect((await send({ file, method: 'GET', callId, cookie: other })).status).toBe(404);
  });
});

async function storeAgain(status: 'deleted' | 'recording') {
  await harness.services.db`delete from recordings`;
  const isDeleted = status === 'deleted';
  await harness.services.db`
    insert into recordings (call_id, status, sound_name, deleted_at, deletion_rule)
    values (${callId}, ${status}, 'left/behind', ${isDeleted ? new Date() : null},
      ${isDeleted ? 'request' : null})`;
}

function auditOf(action: string) {
  return harness.services.db`
    select actor_id, subject_kind, subject_id from audit_log where action = ${action} order by id`;
}
