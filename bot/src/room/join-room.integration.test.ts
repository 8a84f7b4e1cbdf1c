import { setTimeout as sleep } from 'node:timers/promises';
import { type CallId, speakers } from '@agent/protocol';
import { pinkNoise } from '@agent/testing/audio';
import { aCallId } from '@agent/testing/ids';
import { Room, SimulateScenarioKind } from '@livekit/rtc-node';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import {
  joinCall,
  type MediaServer,
  type Side,
  startMediaServer,
  until,
} from '../test-support/live-call.ts';
import { mintBotToken } from './bot-token.ts';
import { type JoinedRoom, joinRoom } from './join-room.ts';

const livekitBinary = process.env.LIVEKIT_SERVER_BIN;

/** `npm test` always names the server; alone these tests need `LIVEKIT_SERVER_BIN`. */
describe.skipIf(!livekitBinary)('a bot in a room of LiveKit', () => {
  let media: MediaServer;
  let sides: Side[];
  let joined: JoinedRoom;
  /** The bot's own room, which only the code under test holds. */
  let botRoom: Room;
  let name: CallId;
  let presence: string[];
  let gaps: [number, number][];
  let heard: string[];

  beforeAll(async () => {
    media = await startMediaServer(livekitBinary ?? '');
  });
  afterAll(() => media.close());
  beforeEach(async () => {
    [presence, gaps, heard] = [[], [], []];
    name = aCallId();
    await media.rooms.createRoom({ name, maxParticipants: 3 });
    const connect = vi.spyOn(Room.prototype, 'connect');
    const { url, apiKey, apiSecret } = media;
    const token = await mintBotToken({ url, apiKey, apiSecret, now: () => new Date() }, name);
    const access = { url, token };
    joined = await joinRoom(access, {
      clock: () => Math.round(performance.now()),
      speakerOf: (id) => speakers.find((speaker) => speaker === id),
      onMicrophone: (speaker) => heard.push(speaker),
      onPresence: (side, change) => presence.push(`${side} ${change}`),
      onGap: (...gap) => gaps.push(gap),
      onDroppedMs: () => undefined,
    });
    botRoom = connect.mock.contexts[0] as Room;
    connect.mockRestore();
    sides = [await joinCall(media.url, name, 'customer'), await joinCall(media.url, name, 'agent')];
    await until(() => presence.length === 2);
  });
  afterEach(async () => {
    await joined.leave();
    await Promise.all(sides.map((side) => side.leave()));
  });

  it('tells once how long nothing came while the server hung, and nothing of a silence', async () => {
    await sides[0]?.play(pinkNoise(2_000, 1));
    media.signal('SIGSTOP');
    await sleep(6_000);
    media.signal('SIGCONT');
    await until(() => gaps.length > 0);
    const [startMs = 0, endMs = 0] = gaps[0] ?? [];
    expect(endMs - startMs).toBeGreaterThan(4_000);
    await sides[0]?.play(pinkNoise(2_000, 2));
    await sleep(4_000);
    expect(gaps).toHaveLength(1);
  });

  it('hears a supervisor who has joined, of whom it does not say that a side has come or gone', async () => {
    const supervisor = await joinCall(media.url, name, 'supervisor');
    await until(() => heard.includes('supervisor'));
    expect(joined.sides.toSorted()).toEqual(['agent', 'customer']);
    await supervisor.leave();
    await sleep(1_000);
    expect(presence.toSorted()).toEqual(['agent joined', 'customer joined']);
  });

  it('lets go of a room that the server has closed', async () => {
    const isHeld = () =>
      globalThis._ffiClientInstance
        ?.listeners('ffi_event')
        .includes(Reflect.get(botRoom, 'onFfiEvent'));
    expect(isHeld()).toBe(true);
    await media.rooms.deleteRoom(name);
    await joined.left;
    await until(() => isHeld() === false);
  });

  it.each(['SIMULATE_FULL_RECONNECT', 'SIMULATE_DISCONNECT_SIGNAL_ON_RESUME'] as const)(
    'says of nobody that they have left when its own connection is mended (%s)',
    async (scenario) => {
      let isMended = false;
      botRoom.once('reconnected', () => {
        isMended = true;
      });
      await botRoom.simulateScenario(SimulateScenarioKind[scenario]);
      await until(() => isMended);
      await sleep(500);
      expect(new Set(presence)).toEqual(new Set(['customer joined', 'agent joined']));
      await sides[1]?.leave();
      await until(() => presence.includes('agent left'));
      expect(presence).not.toContain('customer left');
    },
  );
});
