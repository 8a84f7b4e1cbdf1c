import { randomUUID } from 'node:crypto';
import { aCallId } from '@agent/testing/ids';
import { decodeJwt } from 'jose';
import { TokenVerifier } from 'livekit-server-sdk';
import { describe, expect, it } from 'vitest';
import { createLiveKitRooms } from './livekit.ts';

const env = {
  LIVEKIT_URL: 'ws://127.0.0.1:9',
  LIVEKIT_PUBLIC_URL: 'wss://media.example',
  LIVEKIT_API_KEY: 'key',
  LIVEKIT_API_SECRET: 's'.repeat(32),
};

describe('room tokens', () => {
  it('let a browser speak and hear in one room for five minutes, and nothing else', async () => {
    const [callId, identity] = [aCallId(), randomUUID()];
    const access = await createLiveKitRooms(env).access(callId, identity, 'side');
    expect(access).toMatchObject({ url: 'wss://media.example', identity });
    const verifier = new TokenVerifier(env.LIVEKIT_API_KEY, env.LIVEKIT_API_SECRET);
    const claims = await verifier.verify(access.token);
    expect(claims.video).toEqual({
      roomJoin: true,
      room: callId,
      canPublish: true,
      canPublishSources: ['microphone'],
      canSubscribe: true,
      canPublishData: false,
      canUpdateOwnMetadata: false,
    });
    expect(claims.sub).toBe(identity);
    expect((claims.exp ?? 0) - (claims.nbf ?? 0)).toBe(300);
    expect(claims.name ?? '').toBe('');
    expect(claims.metadata ?? '').toBe('');
    expect(claims.kind).toBeUndefined();
  });

  it('count from the clock that is given, whatever that of the machine says', async () => {
    const now = new Date('2030-01-01T00:00:00Z');
    const access = await createLiveKitRooms(env, () => now).access(aCallId(), randomUUID(), 'side');
    const { nbf, exp } = decodeJwt(access.token);
    expect([nbf, exp]).toEqual([now.getTime() / 1000, now.getTime() / 1000 + 300]);
  });

  it('let a supervisor hear unseen for half a minute, and nothing else', async () => {
    const [callId, identity] = [aCallId(), `sup-${randomUUID()}`];
    const access = await createLiveKitRooms(env).access(callId, identity, 'listener');
    const claims = decodeJwt(access.token);
    expect(claims).toEqual({
      ...{ iss: 'key', sub: identity, kind: 'agent', nbf: claims.nbf, exp: (claims.nbf ?? 0) + 30 },
      video: {
        ...{ roomJoin: true, room: callId, hidden: true, canSubscribe: true },
        ...{ canPublish: false, canPublishSources: [], canPublishData: false },
        canUpdateOwnMetadata: false,
      },
    });
  });

  it('let a supervisor who joins be seen as a person who has a microphone', async () => {
    const rooms = createLiveKitRooms(env);
    const [callId, identity] = [aCallId(), `sup-${randomUUID()}`];
    const { kind, ...joined } = decodeJwt((await rooms.access(callId, identity, 'joined')).token);
    const side = decodeJwt((await rooms.access(callId, identity, 'side')).token);
    expect(kind).toBeUndefined();
    expect(joined.video).toEqual(side.video);
    expect((joined.exp ?? 0) - (joined.nbf ?? 0)).toBe(30);
  });

  it('never send a data message without a destination: it would go to everybody', async () => {
    const rooms = createLiveKitRooms(env);
    await expect(rooms.send(aCallId(), '', new Uint8Array())).rejects.toThrow('destination');
  });
});
