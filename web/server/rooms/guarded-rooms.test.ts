import { createServer, type Socket } from 'node:net';
import { createLog } from '@agent/process/log';
import { FakeRooms } from '@agent/testing/fake-rooms';
import { aCallId } from '@agent/testing/ids';
import { afterEach, expect, it, vi } from 'vitest';
import { defaultGuard, guardRooms, type RoomGuardOptions } from './guarded-rooms.ts';
import { createLiveKitRooms, type Rooms } from './livekit.ts';

const log = createLog({ part: 'web', level: 'silent' });
const callId = aCallId();
let stopping = new AbortController();
afterEach(() => {
  stopping.abort();
  stopping = new AbortController();
});

const guard = (rooms: Rooms, options: Partial<RoomGuardOptions> = {}) =>
  guardRooms(rooms, { log, stopping }, { ...defaultGuard, probeEveryMs: 5, ...options });
const errorOf = (work: Promise<unknown>) =>
  work.then(
    () => undefined,
    (error: unknown) => error,
  );

it('asks a server that takes connections and never answers twice, and nobody waits for it then', async () => {
  const { server, port, connections, requests } = await frozenServer();
  const rooms = guard(
    createLiveKitRooms({
      LIVEKIT_URL: `ws://127.0.0.1:${port}`,
      LIVEKIT_PUBLIC_URL: `ws://127.0.0.1:${port}`,
      LIVEKIT_API_KEY: 'key',
      LIVEKIT_API_SECRET: 's'.repeat(32),
    }),
    { probeEveryMs: 3_600_000 },
  );
  expect(await Promise.all([rooms.open(callId), rooms.list()].map(errorOf))).not.toContain(
    undefined,
  );
  expect(requests).toHaveLength(2);
  for (let asked = 0; asked < 50; asked++) {
    expect(await errorOf(rooms.close(callId))).toMatchObject({ isIsolatedCircuitError: true });
  }
  expect(requests).toHaveLength(2);
  for (const connection of connections) connection.destroy();
  server.close();
}, 20_000);

it('looks from the side whether LiveKit is back, and lets requests through again then', async () => {
  const fake = new FakeRooms();
  fake.isDown = true;
  const rooms = guard(fake);
  await errorOf(rooms.open(callId));
  await errorOf(rooms.open(callId));
  const asked = vi.spyOn(fake, 'open');
  expect(await errorOf(rooms.open(callId))).toBeDefined();
  expect(asked).not.toHaveBeenCalled();
  const looked = vi.spyOn(fake, 'list');
  await vi.waitFor(() => expect(looked.mock.calls.length).toBeGreaterThan(2));
  fake.isDown = false;
  await vi.waitFor(() => rooms.open(callId));
  expect(fake.names).toContain(callId);
});

it('takes a refusal for an answer', async () => {
  const fake = new FakeRooms();
  const refusal = Object.assign(new Error('no permission'), { status: 403 });
  vi.spyOn(fake, 'open').mockRejectedValue(refusal);
  const rooms = guard(fake);
  for (let asked = 0; asked < 5; asked++) expect(await errorOf(rooms.open(callId))).toBe(refusal);
  await rooms.close(callId);
});

it('lets so many requests wait for their turn and refuses more', async () => {
  const fake = new FakeRooms();
  const { promise: turn, resolve: goOn } = Promise.withResolvers<void>();
  const removed = vi.spyOn(fake, 'close').mockReturnValue(turn);
  const rooms = guard(fake, { atOnce: 2, waiting: 3 });
  const accepted = Array.from({ length: 5 }, () => rooms.close(callId));
  expect(await errorOf(rooms.close(callId))).toMatchObject({ isBulkheadRejectedError: true });
  expect(removed).toHaveBeenCalledTimes(2);
  goOn();
  await Promise.all(accepted);
  expect(removed).toHaveBeenCalledTimes(5);
});

/** Takes connections and hears what is asked, and never answers. */
async function frozenServer() {
  const connections = new Set<Socket>();
  const requests: string[] = [];
  const server = createServer((socket) => {
    connections.add(socket);
    socket.on('error', () => undefined);
    socket.on('data', (bytes) => {
      requests.push(...(bytes.toString().match(/^POST \S+/gm) ?? []));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('A server has a port.');
  return { server, port: address.port, connections, requests };
}
