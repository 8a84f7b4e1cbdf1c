import {
  type CallId,
  DATA_TOPIC,
  type DataMessage,
  decodeDataMessage,
  encodeDataMessage,
  roomAccessSchema,
} from '@agent/protocol';
import type { Stack } from '@agent/scripts/stack';
import { loadScript } from '@agent/testing/script';
import { Room, RoomEvent } from '@livekit/rtc-node';
import type { APIResponse } from 'playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { eventsOf, query, storedEvents } from './call-log.ts';
import { acceptCall, callIn, endCall, openPair, type Pair, type Person } from './people.ts';
import { startTestStack } from './test-stack.ts';

describe('what a participant may not do or see', () => {
  let stack: Stack;
  let pair: Pair;
  let customer: Person;
  let agent: Person;

  beforeAll(async () => {
    stack = await startTestStack();
    const { wavPaths } = await loadScript('password-reset');
    pair = await openPair(stack, wavPaths, 'agent2');
    ({ customer, agent } = pair);
  });
  afterAll(async () => {
    await pair?.close();
    await stack?.close();
  });

  it('stores nothing of what is said when the customer declines, and says so on both screens', async () => {
    const callId = await callIn(customer, {
      name: 'Priya Nair',
      contact: '+1 415 555 2671',
      consent: 'declined',
    });
    await acceptCall(agent, customer);
    await customer.page.getByText('nothing you say is written down').waitFor();
    await agent.page.getByText('Not transcribed').first().waitFor();
    await new Promise((resolve) => setTimeout(resolve, 12_000));
    const events = await storedEvents(stack.databaseUrl, callId);
    expect(eventsOf(events, 'segment.final')).toEqual([]);
    const [row] = await query<{ bot: string | null }>(
      stack.databaseUrl,
      `select bot_id as bot from calls where id = '${callId}'`,
    );
    expect(row?.bot).toBeNull();
    await endCall(agent, customer);
  });

  it('drops a data message forged with a customer’s token at the server', async () => {
    const callId = await callIn(customer, { name: 'Priya Nair', contact: 'priya@example.com' });
    await acceptCall(agent, customer);
    const received: DataMessage[] = [];
    const agentRoom = await joinAs(agent, callId);
    agentRoom.on(RoomEvent.DataReceived, (payload: Uint8Array) => {
      const message = decodeDataMessage(payload);
      if (message) received.push(message);
    });
    const customerRoom = await joinAs(customer, callId);
    await expect.poll(() => customerRoom.remoteParticipants.size).toBe(1);

    // The server may drop what is sent before a room that just joined has its data channel.
    const say = (text: string) =>
      post(customer, `/api/calls/${callId}/chat`, { messageId: crypto.randomUUID(), text });
    await expect
      .poll(
        async () => {
          await say('the way is open');
          return received.some(isChat('the way is open'));
        },
        { interval: 1000 },
      )
      .toBe(true);

    const forged = { kind: 'transcription-lag', callId, delayMs: 99_000 } as const;
    const options = { reliable: true, topic: DATA_TOPIC };
    await customerRoom.localParticipant
      ?.publishData(encodeDataMessage(forged), options)
      .catch(() => undefined);
    await say('sent after the forged one');

    await expect.poll(() => received.some(isChat('sent after the forged one'))).toBe(true);
    expect(received).not.toContainEqual(forged);
    await customerRoom.disconnect();
    await agentRoom.disconnect();
    await endCall(agent, customer);
  });

  async function joinAs(person: Person, callId: CallId): Promise<Room> {
    const answer = await post(person, `/api/calls/${callId}/token`, {});
    const access = roomAccessSchema.parse(await answer.json());
    const room = new Room();
    await room.connect(access.url, access.token, { autoSubscribe: false, dynacast: false });
    return room;
  }

  async function post({ page }: Person, path: string, data: object): Promise<APIResponse> {
    const answer = await page.request.post(path, { headers: { origin: stack.urls.web }, data });
    expect(answer.ok()).toBe(true);
    return answer;
  }
});

function isChat(text: string): (message: DataMessage) => boolean {
  return (message) =>
    message.kind === 'event' &&
    message.envelope.event.type === 'chat.message' &&
    message.envelope.event.data.text === text;
}
