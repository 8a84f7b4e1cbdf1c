import { type MonitorAccess, monitorAccessSchema } from '@agent/protocol';
import { bumpSessionVersion, type CallRow, type User } from '@agent/store';
import { aCallId } from '@agent/testing/ids';
import { type MediaServer, startMediaServer } from '@agent/testing/media-server';
import { type Room, TrackSource } from '@livekit/rtc-node';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { createLiveKitRooms } from '../rooms/livekit.ts';
import type { Services } from '../services.ts';
import { callInState } from '../test-support/calls-in-state.ts';
import { type Harness, startHarness } from '../test-support/harness.ts';
import {
  answerCalls,
  attempt,
  publishPicture,
  publishSound,
  type RoomVisitor,
  visitRoom,
} from '../test-support/room-visitor.ts';
import { send } from '../test-support/send.ts';
import { sessionHeader } from '../test-support/viewers.ts';
import { startGuarding } from './guard-rooms.ts';

const livekitBinary = process.env.LIVEKIT_SERVER_BIN;

/** `npm test` always names the server; alone these tests need `LIVEKIT_SERVER_BIN`. */
describe.skipIf(!livekitBinary)('a call with a supervisor in its room', () => {
  let media: MediaServer;
  let harness: Harness;
  let services: Services;
  let call: CallRow;
  let customer: RoomVisitor;
  let agent: RoomVisitor;
  let guarding: ReturnType<typeof startGuarding>;
  const visitors: RoomVisitor[] = [];

  beforeAll(async () => {
    media = await startMediaServer(livekitBinary ?? '');
    harness = await startHarness();
    const { url, apiKey, apiSecret } = media;
    ({ services } = harness);
    services.rooms = createLiveKitRooms({
      ...{ LIVEKIT_URL: url, LIVEKIT_PUBLIC_URL: url },
      ...{ LIVEKIT_API_KEY: apiKey, LIVEKIT_API_SECRET: apiSecret },
    });
  }, 90_000);
  afterAll(async () => {
    await harness?.close();
    await media?.close();
  });

  beforeEach(async () => {
    await harness.clear();
    call = await callInState(harness, 'active');
    await services.rooms.open(call.id);
    [customer, agent] = await Promise.all([
      visit(await sideToken(call.customerIdentity)),
      visit(await sideToken(call.agentIdentity ?? '')),
    ]);
    for (const side of [customer, agent]) {
      await publishSound(side, TrackSource.SOURCE_MICROPHONE);
      answerCalls(side);
    }
    for (const side of [customer, agent]) {
      await expect.poll(() => side.noticed).toContainEqual(expect.stringContaining('a track'));
      side.noticed.length = 0;
    }
    guarding = startGuarding(services);
  });
  afterEach(async () => {
    await guarding.close();
    await Promise.all(visitors.splice(0).map((one) => one.leave().catch(() => undefined)));
    await services.rooms.close(call.id);
  });

  it('is heard by ten at once, of whom neither side notices anything', async () => {
    const listeners = await Promise.all(
      Array.from({ length: 10 }, async () => visit((await enter('monitor')).token)),
    );
    for (const { room } of listeners) {
      await expect.poll(() => heardBy(room)).toEqual(sides());
    }
    await expect.poll(joinedRows, { timeout: 5_000 }).toBe(10);
    for (const one of listeners.slice(5)) await one.leave();
    await expectNobodyNoticed();
    for (const side of [customer, agent]) expect(side.room.remoteParticipants.size).toBe(1);
  });

  it('goes on untouched by whatever a listener tries', async () => {
    const listener = await visit((await enter('monitor')).token);
    const local = listener.room.localParticipant;
    const bytes = new TextEncoder().encode('EVIL');
    const destination = call.customerIdentity;
    await Promise.all([
      attempt(publishSound(listener, TrackSource.SOURCE_MICROPHONE)),
      attempt(publishPicture(listener, TrackSource.SOURCE_CAMERA)),
      attempt(local?.publishData(bytes, { reliable: true, topic: 'call' })),
      attempt(local?.publishData(bytes, { reliable: false })),
      attempt(local?.publishData(bytes, { reliable: true, destination_identities: [destination] })),
      attempt(local?.sendText('EVIL', { topic: 'any' })),
      attempt(local?.sendText('EVIL', { topic: 'lk.chat', destinationIdentities: [destination] })),
      attempt(local?.streamBytes({ topic: 'any' }).then((stream) => stream.write(bytes))),
      attempt(local?.sendChatMessage('EVIL')),
      attempt(local?.publishDtmf(1, '1')),
      attempt(
        local?.performRpc({ destinationIdentity: destination, method: 'any', payload: 'EVIL' }),
      ),
      attempt(local?.updateMetadata('EVIL')),
      attempt(local?.updateName('EVIL')),
      attempt(local?.setAttributes({ role: 'EVIL' })),
    ]);
    await expectNobodyNoticed();
  });

  it('gives a listener no power over rooms, and no other room', async () => {
    const { token } = await enter('monitor');
    const room = call.id;
    const powers: [string, object][] = [
      ['ListParticipants', { room }],
      ['RemoveParticipant', { room, identity: call.customerIdentity }],
      ['UpdateParticipant', { room, identity: call.customerIdentity, name: 'EVIL' }],
      ['SendData', { room, data: 'RVZJTA==', kind: 'RELIABLE' }],
      ['CreateRoom', { name: aCallId() }],
    ];
    for (const [method, body] of powers) {
      const address = media.url.replace('ws', 'http');
      const answer = await fetch(`${address}/twirp/livekit.RoomService/${method}`, {
        method: 'POST',
        headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
        body: JSON.stringify(body),
      });
      expect([401, 403], method).toContain(answer.status);
    }
    await expectNobodyNoticed();
  });

  it('is not brought to life by a listener', async () => {
    const { token } = await enter('monitor');
    await services.rooms.close(call.id);
    await expect.poll(() => services.rooms.list()).toEqual([]);
    await expect(visitRoom(media.url, token)).rejects.toThrow();
    expect(await services.rooms.list()).toEqual([]);
  });

  it.each(['signed out', 'left'])(
    'loses one who has %s but kept the token, each time within two seconds',
    async (how) => {
      const { token, identity, monitorId } = await enter('monitor');
      await visit(token);
      await expect.poll(joinedRows, { timeout: 5_000 }).toBe(1);
      if (how === 'left') await leave(monitorId);
      else await signOut();
      await expectGone(identity, 2_000);
      for (let times = 0; times < 3; times++) {
        const back = await visitRoom(media.url, token).catch(() => undefined);
        if (back) visitors.push(back);
        await expectGone(identity, 2_000);
      }
      await expectNobodyNoticed();
    },
  );

  it('is joined by one supervisor whom both see, hear, and see leave', async () => {
    const { token, identity, monitorId } = await enter('join');
    const joined = await visit(token);
    await publishSound(joined, TrackSource.SOURCE_MICROPHONE);
    for (const side of [customer, agent]) {
      await expect.poll(() => heardBy(side.room)).toContain(identity);
      expect(side.noticed[0]).toBe('somebody came');
      expect(side.told.map((text) => typeOf(text))).toEqual(['supervisor.joined']);
      side.noticed.length = 0;
    }
    await attempt(publishPicture(joined, TrackSource.SOURCE_CAMERA));
    await attempt(joined.room.localParticipant?.sendText('EVIL', { topic: 'any' }));
    await expectNobodyNoticed();
    // The room is full for people who are seen, and still open for who listens.
    await expect(visitRoom(media.url, await sideToken('a-fourth'))).rejects.toThrow();
    await visit((await enter('monitor', harness.people.admin)).token);
    await leave(monitorId);
    for (const side of [customer, agent]) {
      await expect.poll(() => side.noticed).toContain('somebody went');
      await expect.poll(() => side.told.join('\n')).toContain('supervisor.left');
    }
  });

  it('has its place for the next supervisor as soon as one has left', async () => {
    for (const who of [harness.people.supervisor, harness.people.admin, harness.people.admin]) {
      const { token, monitorId } = await enter('join', who);
      const joined = await visit(token);
      await publishSound(joined, TrackSource.SOURCE_MICROPHONE);
      if (who === harness.people.supervisor) await leave(monitorId);
    }
    const supervisors = (await services.rooms.participants(call.id)).filter((one) =>
      one.startsWith('sup-'),
    );
    expect(supervisors).toHaveLength(1);
  });

  async function visit(token: string): Promise<RoomVisitor> {
    const visitor = await visitRoom(media.url, token);
    visitors.push(visitor);
    return visitor;
  }

  async function sideToken(identity: string): Promise<string> {
    return (await services.rooms.access(call.id, identity, 'side')).token;
  }

  async function enter(
    part: 'monitor' | 'join',
    who: User = harness.people.supervisor,
  ): Promise<MonitorAccess> {
    const file = `api/calls/[id]/${part}/route.ts`;
    const cookie = await sessionHeader(harness, who);
    const response = await send({ file, method: 'POST', callId: call.id, cookie });
    return monitorAccessSchema.parse(await response.json());
  }

  async function leave(monitorId: string): Promise<void> {
    const cookie = await sessionHeader(harness, harness.people.supervisor);
    const file = 'api/calls/[id]/monitor/[monitorId]/route.ts';
    await send({ file, method: 'DELETE', callId: call.id, params: { monitorId }, cookie });
  }

  async function signOut(): Promise<void> {
    await bumpSessionVersion(services.db, harness.people.supervisor.id);
    harness.people.supervisor.sessionVersion += 1;
  }

  async function joinedRows(): Promise<number> {
    const rows = await services.db`select 1 from call_monitors where joined_at is not null`;
    return rows.length;
  }

  async function expectGone(identity: string, withinMs: number): Promise<void> {
    await vi.waitFor(
      async () => expect(await services.rooms.participants(call.id)).not.toContain(identity),
      { timeout: withinMs, interval: 50 },
    );
  }

  function sides(): string[] {
    return [call.customerIdentity, call.agentIdentity ?? ''].sort();
  }

  /** Both hear the server still, were told nothing else, and noticed nothing. */
  async function expectNobodyNoticed(): Promise<void> {
    const before = [...customer.told, ...agent.told];
    expect(before.filter((text) => text.includes('EVIL'))).toEqual([]);
    for (const identity of sides()) {
      await services.rooms.send(call.id, identity, new TextEncoder().encode('still here'));
    }
    for (const side of [customer, agent]) {
      await expect.poll(() => side.told).toContain('still here');
      expect(side.noticed).toEqual([]);
    }
  }
});

/** Whose sound reaches somebody. */
function heardBy(room: Room): string[] {
  return [...room.remoteParticipants.values()]
    .filter(({ trackPublications }) =>
      [...trackPublications.values()].some(({ subscribed }) => subscribed),
    )
    .map(({ identity }) => identity)
    .sort();
}

function typeOf(text: string): string {
  return (JSON.parse(text) as { envelope: { event: { type: string } } }).envelope.event.type;
}
