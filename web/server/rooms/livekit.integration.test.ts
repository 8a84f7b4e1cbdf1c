import { randomUUID } from 'node:crypto';
import { type CallId, identityPrefixes } from '@agent/protocol';
import { aCallId } from '@agent/testing/ids';
import { type MediaServer, startMediaServer } from '@agent/testing/media-server';
import { TrackSource } from '@livekit/rtc-node';
import { decodeJwt, SignJWT } from 'jose';
import { RoomServiceClient } from 'livekit-server-sdk';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import {
  answerCalls,
  attempt,
  publishPicture,
  publishSound,
  type RoomVisitor,
  visitRoom,
} from '../test-support/room-visitor.ts';
import { createLiveKitRooms, type Rooms } from './livekit.ts';

const livekitBinary = process.env.LIVEKIT_SERVER_BIN;

/** `npm test` always names the server; alone these tests need `LIVEKIT_SERVER_BIN`. */
describe.skipIf(!livekitBinary)('the room of a call, attacked from inside and outside', () => {
  let media: MediaServer;
  let rooms: Rooms;
  let admin: RoomServiceClient;
  let callId: CallId;
  let customer: RoomVisitor;
  let agent: RoomVisitor;

  beforeAll(async () => {
    media = await startMediaServer(livekitBinary ?? '');
    rooms = createLiveKitRooms(
      {
        LIVEKIT_URL: media.url,
        LIVEKIT_PUBLIC_URL: media.url,
        LIVEKIT_API_KEY: media.apiKey,
        LIVEKIT_API_SECRET: media.apiSecret,
      },
      () => new Date(),
    );
    const address = media.url.replace('ws', 'http');
    admin = new RoomServiceClient(address, media.apiKey, media.apiSecret);
  }, 90_000);
  afterAll(() => media?.close());

  beforeEach(async () => {
    callId = aCallId();
    await rooms.open(callId);
    customer = await visitRoom(media.url, await tokenFor('customer'));
    agent = await visitRoom(media.url, await tokenFor('agent'));
    await publishSound(customer, TrackSource.SOURCE_MICROPHONE);
    await publishSound(agent, TrackSource.SOURCE_MICROPHONE);
    await expect.poll(() => agent.noticed.length).toBeGreaterThan(0);
    await expect.poll(() => customer.noticed.length).toBeGreaterThan(0);
    for (const side of [customer, agent]) {
      answerCalls(side);
      side.noticed.length = 0;
    }
  });
  afterEach(async () => {
    await customer.leave();
    await agent.leave();
    await rooms.close(callId);
  });

  it('refuses a fourth participant, whom nobody notices', async () => {
    const third = await visitRoom(media.url, await tokenFor(`${identityPrefixes.supervisor}third`));
    await expectNoticed('somebody came');
    await expect(visitRoom(media.url, await tokenFor('somebody-else'))).rejects.toThrow();
    await third.leave();
    await expectNoticed('somebody went');
    await expectCallGoesOn();
  });

  it.each(['customer', 'agent'] as const)(
    'lets the %s say nothing to the other side but by voice',
    async (name) => {
      const { local, other, otherIdentity } = sideOf(name);
      const bytes = new TextEncoder().encode('forged');
      const toOther = { destinationIdentities: [otherIdentity] };
      await Promise.all([
        attempt(local?.publishData(bytes, { reliable: true, topic: 'call' })),
        attempt(local?.publishData(bytes, { reliable: false, topic: 'call' })),
        attempt(
          local?.publishData(bytes, { reliable: true, destination_identities: [otherIdentity] }),
        ),
        attempt(local?.sendText('forged', { topic: 'any' })),
        attempt(local?.sendText('forged', { topic: 'lk.chat', ...toOther })),
        attempt(local?.streamBytes({ topic: 'any' }).then((stream) => stream.write(bytes))),
        attempt(local?.sendChatMessage('forged')),
        attempt(local?.publishDtmf(1, '1')),
        attempt(
          local?.performRpc({ destinationIdentity: otherIdentity, method: 'any', payload: 'x' }),
        ),
      ]);
      await expectCallGoesOn();
      expect(other.told).not.toContain('forged');
    },
  );

  it.each(['customer', 'agent'] as const)(
    'lets the %s change neither name nor attributes nor metadata',
    async (name) => {
      const { local, identity } = sideOf(name);
      await Promise.all([
        attempt(local?.updateMetadata('{"role":"agent"}')),
        attempt(local?.updateName('The bank')),
        attempt(local?.setAttributes({ role: 'agent' })),
      ]);
      await expectCallGoesOn();
      const stored = await admin.getParticipant(callId, identity);
      expect(stored).toMatchObject({ metadata: '', name: '', attributes: {} });
    },
  );

  /** One attempt of each side at a time: a client hears nothing else while it waits for an answer. */
  it.each([
    ['camera and screen', TrackSource.SOURCE_CAMERA, TrackSource.SOURCE_SCREENSHARE, 'picture'],
    ['other sound', TrackSource.SOURCE_UNKNOWN, TrackSource.SOURCE_SCREENSHARE_AUDIO, 'sound'],
    ['a picture of no source', TrackSource.SOURCE_UNKNOWN, TrackSource.SOURCE_UNKNOWN, 'picture'],
    ['a picture as sound', TrackSource.SOURCE_MICROPHONE, TrackSource.SOURCE_MICROPHONE, 'picture'],
  ] as const)('takes no track but microphones: %s', async (_what, ofCustomer, ofAgent, kind) => {
    const publish = kind === 'picture' ? publishPicture : publishSound;
    await Promise.all([attempt(publish(customer, ofCustomer)), attempt(publish(agent, ofAgent))]);
    await expectCallGoesOn();
    for (const { tracks } of await admin.listParticipants(callId)) {
      expect(tracks).toMatchObject([
        { source: TrackSource.SOURCE_MICROPHONE, mimeType: expect.stringContaining('audio/') },
      ]);
    }
  });

  it('goes on when a customer opens one microphone after another', async () => {
    const opened = 4;
    for (let count = 0; count < opened; count++) {
      await publishSound(customer, TrackSource.SOURCE_MICROPHONE);
    }
    await expect.poll(() => agent.noticed.length).toBe(opened);
    agent.noticed.length = 0;
    await expectCallGoesOn();
  });

  it('opens for no token that is forged, over, too early, changed or of another call', async () => {
    const token = await tokenFor('customer');
    const claims = decodeJwt(token);
    const now = Math.floor(Date.now() / 1000);
    const secret = media.apiSecret;
    const other = { ...claims, video: { ...(claims.video as object), room: randomUUID() } };
    const refused = {
      'another secret': await signed(claims, 'x'.repeat(32)),
      'another key': await signed({ ...claims, iss: 'another-key' }, secret),
      'no signature': `${base64({ alg: 'none', typ: 'JWT' })}.${base64(claims)}.`,
      'changed grants': changed(token, { video: { ...(claims.video as object), roomAdmin: true } }),
      'another room written in': changed(token, { video: { roomJoin: true, room: callId } }),
      expired: await signed({ ...claims, nbf: now - 900, exp: now - 600 }, secret),
      'too early': await signed({ ...claims, nbf: now + 600, exp: now + 900 }, secret),
      'a room that is not there': await signed(other, secret),
      nothing: '',
    };
    const opened: string[] = [];
    for (const [what, forged] of Object.entries(refused)) {
      if ((await validates(forged)) === 200) opened.push(what);
    }
    expect(opened).toEqual([]);
    await expectCallGoesOn();
  });

  it('gives nobody in it any power over rooms', async () => {
    const token = await tokenFor('customer');
    const room = callId;
    const powers: [string, object][] = [
      ['ListRooms', {}],
      ['ListParticipants', { room }],
      ['DeleteRoom', { room }],
      ['CreateRoom', { name: randomUUID() }],
      ['RemoveParticipant', { room, identity: 'agent' }],
      ['MutePublishedTrack', { room, identity: 'agent', track_sid: 'TR_x', muted: true }],
      ['UpdateParticipant', { room, identity: 'agent', name: 'The bank' }],
      ['UpdateRoomMetadata', { room, metadata: 'x' }],
      ['SendData', { room, data: 'Zm9yZ2Vk', kind: 'RELIABLE' }],
      ['MoveParticipant', { room, identity: 'agent', destination_room: randomUUID() }],
    ];
    for (const [method, body] of powers) {
      const answer = await fetch(
        `${media.url.replace('ws', 'http')}/twirp/livekit.RoomService/${method}`,
        {
          method: 'POST',
          headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
          body: JSON.stringify(body),
        },
      );
      expect([401, 403, 404], method).toContain(answer.status);
    }
    await expectCallGoesOn();
  });

  async function tokenFor(identity: string): Promise<string> {
    return (await rooms.access(callId, identity, 'side')).token;
  }

  function sideOf(identity: 'customer' | 'agent') {
    const [own, other] = identity === 'customer' ? [customer, agent] : [agent, customer];
    const otherIdentity = identity === 'customer' ? 'agent' : 'customer';
    return { local: own.room.localParticipant, identity, other, otherIdentity };
  }

  async function expectNoticed(what: string): Promise<void> {
    for (const side of [customer, agent]) {
      await expect.poll(() => side.noticed).toEqual([what]);
      side.noticed.length = 0;
    }
  }

  /** Both are there and hear the server, have noticed nothing of each other's doings, and nobody has come. */
  async function expectCallGoesOn(): Promise<void> {
    const word = randomUUID();
    for (const identity of ['customer', 'agent']) {
      await rooms.send(callId, identity, new TextEncoder().encode(word));
    }
    for (const side of [customer, agent]) {
      await expect.poll(() => side.told).toContain(word);
      expect(side.noticed).toEqual([]);
    }
    const there = (await admin.listParticipants(callId)).map(({ identity }) => identity);
    expect(there.toSorted()).toEqual(['agent', 'customer']);
  }

  /** How the server answers a client that asks whether it may join. */
  async function validates(token: string): Promise<number> {
    const url = `${media.url.replace('ws', 'http')}/rtc/validate?access_token=${token}`;
    return (await fetch(url)).status;
  }
});

function signed(claims: object, secret: string): Promise<string> {
  const key = new TextEncoder().encode(secret);
  return new SignJWT({ ...claims }).setProtectedHeader({ alg: 'HS256' }).sign(key);
}

/** The token with other claims under the old signature. */
function changed(token: string, claims: object): string {
  const [head, , signature] = token.split('.');
  return [head, base64({ ...decodeJwt(token), ...claims }), signature].join('.');
}

function base64(value: object): string {
  return Buffer.from(JSON.stringify(value)).toString('base64url');
}
