import { type MonitorAccess, monitorAccessSchema, sides } from '@agent/protocol';
import type { Stack } from '@agent/scripts/stack';
import { type FakeSpeechToText, startFakeSpeechToText } from '@agent/testing/fake-speech-to-text';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { query, statusOf } from './call-log.ts';
import { differences } from './listening/differences.ts';
import { openEars } from './listening/ears.ts';
import { type ListenedCall, openListenedCall } from './listening/listened-call.ts';
import {
  openRogueClient,
  ROGUE_MARK,
  type RogueClient,
  rogueActs,
} from './listening/rogue-client.ts';
import { addStaff } from './listening/staff.ts';
import { monitorRows, openSupervisor, type Supervisor } from './listening/supervisor.ts';
import { traces } from './listening/traces.ts';
import { openRawClient, type RawAnswer } from './raw-client.ts';
import { startTestStack } from './test-stack.ts';

/** Who is put out is out again within this time, whatever token it has kept. */
const OUT_AGAIN_MS = 2_000;

describe('a supervisor who would do more than listen', () => {
  let fake: FakeSpeechToText;
  let stack: Stack;
  let call: ListenedCall;
  let supervisor: Supervisor;
  let access: MonitorAccess;
  let rogue: RogueClient;

  beforeAll(async () => {
    // Tones are no words, even where they break off as speech does.
    fake = await startFakeSpeechToText(() => '');
    const services = ['postgres', 'livekit', 'bot', 'web'] as const;
    stack = await startTestStack({ OPENAI_BASE_URL: fake.url }, services);
    supervisor = await openSupervisor(stack);
    call = await openListenedCall(stack, 'tones');
    access = await supervisor.listen(call.callId);
  });
  afterAll(async () => {
    await rogue?.close();
    supervisor?.close();
    await call?.close();
    await stack?.close();
    await fake?.close();
  });

  it('has a token that lets it hear in this one room, for 30 s', () => {
    const claims = claimsOf(access.token);
    expect(claims).toMatchObject({ sub: access.identity, kind: 'agent' });
    expect(access.identity).toBe(`sup-${access.monitorId}`);
    expect(claims.video).toEqual({
      room: call.callId,
      roomJoin: true,
      hidden: true,
      canSubscribe: true,
      canPublish: false,
      canPublishSources: [],
      canPublishData: false,
      canUpdateOwnMetadata: false,
    });
    expect(claims.exp - Math.max(claims.nbf ?? 0, claims.iat ?? 0)).toBeLessThanOrEqual(30);
    expect(Object.keys(claims)).not.toEqual(expect.arrayContaining(['name']));
    expect(Object.keys(claims)).not.toEqual(expect.arrayContaining(['metadata']));
  });

  it.each([
    ['ListRooms', {}],
    ['ListParticipants', {}],
    ['CreateRoom', { name: 'another' }],
    ['DeleteRoom', {}],
    ['SendData', { data: '', kind: 0 }],
    ['RemoveParticipant', { identity: 'bot' }],
    ['UpdateParticipant', { identity: 'bot', name: ROGUE_MARK }],
    ['UpdateRoomMetadata', { metadata: ROGUE_MARK }],
    ['MutePublishedTrack', { identity: 'bot', trackSid: 'TR_1', muted: true }],
  ])('is refused %s by the room’s server', async (method, what) => {
    const address = stack.livekit.url.replace('ws', 'http');
    const answer = await fetch(`${address}/twirp/livekit.RoomService/${method}`, {
      method: 'POST',
      headers: { authorization: `Bearer ${access.token}`, 'content-type': 'application/json' },
      body: JSON.stringify({ room: call.callId, ...what }),
    });
    expect([401, 403]).toContain(answer.status);
  });

  it('reaches neither side with a client from which all checks are taken out', async () => {
    await call.stretch('settles');
    const usual = [];
    for (const name of ['usual 1', 'usual 2', 'usual 3']) usual.push(await call.stretch(name));
    access = await supervisor.listen(call.callId);
    rogue = await openRogueClient(access);
    const stretch = await call.stretch('attacks', async () => {
      for (const act of rogueActs) await rogue.attempt(act);
    });
    const listeners = (await call.inRoom()).filter(({ identity }) => identity.startsWith('sup-'));
    const known = listeners.flatMap(({ identity, sid }) => [identity, sid]);
    for (const side of sides) {
      const found = differences(
        stretch[side],
        usual.map((one) => one[side]),
      );
      expect.soft(found, side).toEqual({ isNew: [], isMore: [] });
      const secrets = [ROGUE_MARK, access.identity, access.monitorId, ...known];
      expect.soft(traces([stretch[side]], secrets), side).toEqual([]);
      expect.soft(stretch[side].noticed.room?.remote, side).toHaveLength(1);
    }
    await expectToneOfEachSide();
  });

  it('is out again within 2 s, as often as it comes back with the tokens it kept', async () => {
    const kept = [access.token, await rogue.token()];
    expect(claimsOf(kept[1] ?? '').exp).toBeGreaterThan(claimsOf(access.token).exp);
    await supervisor.stop(call.callId, access.monitorId);
    await expect.poll(() => rogue.isIn(), { timeout: OUT_AGAIN_MS }).toBe(false);
    const stays: number[] = [];
    for (const token of [...kept, ...kept, ...kept]) {
      const stayedMs = await stayWith(token);
      if (stayedMs !== undefined) stays.push(stayedMs);
    }
    process.stdout.write(`Came back ${stays.length} times, for ${stays.join(', ')} ms.\n`);
    expect(stays.length).toBeGreaterThan(0);
    expect(Math.max(...stays)).toBeLessThanOrEqual(OUT_AGAIN_MS);
    const row = (await monitorRows(stack, call.callId)).find(({ id }) => id === access.monitorId);
    expect(row).toMatchObject({ endedBy: 'left', left: true });
  });

  it('is refused what is for the sides, and counts for neither of them', async () => {
    const listening = await supervisor.listen(call.callId);
    const at = `/api/calls/${call.callId}`;
    const refused = [
      await supervisor.client.post(`${at}/token`, {}),
      await supervisor.client.post(`${at}/chat`, { messageId: crypto.randomUUID(), text: 'Hi' }),
      await supervisor.client.post(`${at}/hold`, { held: true }),
      await supervisor.client.post(`${at}/hangup`, {}),
      await supervisor.client.post(`${at}/wrap-up`, { disposition: 'resolved', notes: '' }),
      await supervisor.client.post(`${at}/rating`, { rating: 1 }),
      await supervisor.client.post(`${at}/help`, { helpId: crypto.randomUUID() }),
      await supervisor.client.post(`${at}/offer/accept`, {}),
    ];
    expect(refused.map(({ status }) => status).filter((status) => status < 400)).toEqual([]);
    for (const reader of ['agent', 'customer']) {
      const headers = { 'x-reader': reader, 'content-type': 'application/json' };
      const sign = { method: 'POST', headers, body: '{}' };
      const { status } = await supervisor.client.send(`${at}/heartbeat`, sign);
      expect.soft(status, reader).toBeGreaterThanOrEqual(400);
    }
    expect(await statusOf(stack.databaseUrl, call.callId)).toBe('active');
    await supervisor.stop(call.callId, listening.monitorId);
  });

  it('is not let in by anybody who may not', async () => {
    await query(stack.databaseUrl, `insert into queues (id, name) values ('returns', 'Returns')`);
    const elsewhere = await addStaff(stack, 'elsewhere', { queues: ['returns'] });
    const other = await addStaff(stack, 'colleague');
    const anybody = openRawClient(stack.urls.web);
    const own = await supervisor.listen(call.callId);
    const before = (await monitorRows(stack, call.callId)).length;
    const at = `/api/calls/${call.callId}`;
    const agent = await supervisorOf('agent1');
    const other2 = await supervisorOf('agent2');
    const asCustomer = (path: string) => pagePost('customer', path);
    const refusals: Record<string, RawAnswer | { status: number; text: string }> = {
      'nobody’s session': await anybody.post(`${at}/monitor`, {}),
      'the call’s customer': await asCustomer(`${at}/monitor`),
      'the customer as supervisor': await asCustomer(`${at}/join`),
      'the call’s agent': await agent.ask(call.callId),
      'another agent': await other2.ask(call.callId),
      'agent who joins': await other2.client.post(`${at}/join`, {}),
      'supervisor of another queue': await elsewhere.ask(call.callId),
      'the same who joins': await elsewhere.client.post(`${at}/join`, {}),
      'the same who coaches': await elsewhere.client.post(`${at}/coach`, {
        messageId: crypto.randomUUID(),
        text: 'Hi',
      }),
      'no such call': await supervisor.client.post(`/api/calls/${crypto.randomUUID()}/monitor`, {}),
      'a page of another site': await supervisor.client.send(`${at}/monitor`, {
        method: 'POST',
        headers: { origin: 'http://evil.example', 'content-type': 'application/json' },
        body: '{}',
      }),
    };
    for (const [who, { status, text }] of Object.entries(refusals)) {
      expect.soft(status, who).toBeGreaterThanOrEqual(400);
      expect.soft(status, who).toBeLessThan(500);
      expect.soft(text, who).not.toContain('eyJ');
    }
    // Of other people's listening nothing is said and nothing done.
    for (const somebody of [other, elsewhere, agent]) {
      await somebody.stop(call.callId, own.monitorId);
    }
    const rows = await monitorRows(stack, call.callId);
    expect(rows).toHaveLength(before);
    expect(rows.find(({ id }) => id === own.monitorId)?.endedBy).toBeNull();
    await supervisor.stop(call.callId, own.monitorId);
    for (const somebody of [elsewhere, other, agent, other2]) somebody.close();
    anybody.close();
  });

  it('reads the call only while it listens, and nobody else by saying so', async () => {
    const at = `/api/calls/${call.callId}`;
    const headers = { 'x-reader': 'supervisor' };
    const reads = async ({ client }: Pick<Supervisor, 'client'>) =>
      Promise.all(['', '/events?after=0'].map((path) => client.send(at + path, { headers })));
    const statuses = async (who: Pick<Supervisor, 'client'>) =>
      (await reads(who)).map(({ status }) => status);
    const other = await addStaff(stack, 'reader');
    const agent2 = await supervisorOf('agent2');
    for (const status of await statuses(supervisor)) expect(status).toBeGreaterThanOrEqual(400);
    const own = await supervisor.listen(call.callId);
    expect(await statuses(supervisor)).toEqual([200, 200]);
    for (const who of [other, agent2]) {
      for (const status of await statuses(who)) expect(status).toBeGreaterThanOrEqual(400);
    }
    const customer = await call.people.customer.page.request.get(`${at}/events?after=0`, {
      headers,
    });
    expect(await customer.text()).not.toContain('"audience":"staff"');
    await supervisor.stop(call.callId, own.monitorId);
    for (const status of await statuses(supervisor)) expect(status).toBeGreaterThanOrEqual(400);
    other.close();
    agent2.close();
  });

  it('lets one of two who join at once into the conversation', async () => {
    const other = await addStaff(stack, 'second');
    const join = (who: Supervisor) => who.client.post(`/api/calls/${call.callId}/join`, {});
    const answers = await Promise.all([join(supervisor), join(other)]);
    const letIn = answers.filter(({ status }) => status < 300);
    expect(letIn).toHaveLength(1);
    const { monitorId } = monitorAccessSchema.parse(JSON.parse(letIn[0]?.text ?? ''));
    await Promise.all([supervisor, other].map((who) => who.stop(call.callId, monitorId)));
    await expect
      .poll(async () => (await monitorRows(stack, call.callId)).filter(({ endedBy }) => !endedBy))
      .toEqual([]);
    other.close();
  });

  async function supervisorOf(username: string): Promise<Supervisor> {
    const user = stack.users.find((candidate) => candidate.username === username);
    if (!user) throw new Error(`The stack has no user ${username}.`);
    return openSupervisor(stack, user);
  }

  async function pagePost(side: 'customer' | 'agent', path: string) {
    const headers = { origin: stack.urls.web };
    const answer = await call.people[side].page.request.post(path, {
      headers,
      data: {},
      maxRetries: 3,
    });
    return { status: answer.status(), text: await answer.text() };
  }

  /** How long somebody stays in the room who comes with a token; undefined: it is not let in. */
  async function stayWith(token: string): Promise<number | undefined> {
    const ears = await openEars({ url: access.url, token }).catch(() => undefined);
    if (!ears) return undefined;
    const cameAt = performance.now();
    try {
      await expect.poll(() => ears.isConnected(), { timeout: 10_000, interval: 20 }).toBe(false);
      return Math.round(performance.now() - cameAt);
    } finally {
      await ears.close();
    }
  }

  async function expectToneOfEachSide(): Promise<void> {
    const other = await supervisor.listen(call.callId);
    const ears = await openEars(other);
    await expect
      .poll(async () => [...(await ears.hear()).keys()].toSorted())
      .toEqual(sides.map((side) => call.identities[side]).toSorted());
    await ears.close();
    await supervisor.stop(call.callId, other.monitorId);
  }
});

interface Claims {
  sub: string;
  kind?: string;
  exp: number;
  nbf?: number;
  iat?: number;
  video: object;
}

function claimsOf(token: string): Claims {
  return JSON.parse(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString()) as Claims;
}
