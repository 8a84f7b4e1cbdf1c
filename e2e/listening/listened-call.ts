import { join } from 'node:path';
import type { CallId, Side } from '@agent/protocol';
import type { Stack } from '@agent/scripts/stack';
import { RoomServiceClient } from 'livekit-server-sdk';
import { query } from '../call-log.ts';
import { acceptCall, callIn, goAvailable, openPerson, type Person, signIn } from '../people.ts';
import { steadySpeech } from '../steady-speech.ts';
import { untilCalm } from '../talking-pair.ts';
import { type ObservedSide, observeSide, type Stretch } from './observed-side.ts';
import { writeTone } from './tones.ts';

/** A call between two people at browsers of whom everything is noticed. */
export interface ListenedCall {
  callId: CallId;
  people: Record<Side, Person>;
  observed: Record<Side, ObservedSide>;
  /** Names of the two sides in the room. */
  identities: Record<Side, string>;
  /** What the room's server knows of everybody who is in it, hidden ones too. */
  inRoom(): Promise<{ identity: string; sid: string }[]>;
  /** Does something and lets some seconds pass, in which one side also writes; what they noticed of all that. */
  stretch(name: string, act?: () => Promise<unknown>): Promise<Record<Side, Stretch>>;
  close(): Promise<void>;
}

/** What both say: tones that can be told apart by ear, or sentences that are written down. */
export type Sound = 'tones' | 'speech';

/** Long enough for LiveKit's look at everybody's line, which is every 5 s, and for what it says of a reconnect after it. */
const STRETCH_MS = 8_000;
/** So many messages fill every list on the pages: from then on each goes as the one before. */
const FILLING_MESSAGES = 8;

/** Brings two people into a call of which everything is noticed from the first byte on. */
export async function openListenedCall(
  stack: Stack,
  sound: Sound,
  username = 'agent1',
): Promise<ListenedCall> {
  const open = async (side: Side) => {
    const person = await openPerson(stack, await microphoneOf(stack, sound, side), { loops: true });
    return { person, observed: await observeSide(person.page) };
  };
  const [customer, agent] = [await open('customer'), await open('agent')];
  await signIn(agent.person, stack, username);
  await goAvailable(agent.person);
  const who = { name: 'James Carter', contact: 'james.carter@example.com' };
  const callId = await callIn(customer.person, who);
  await acceptCall(agent.person, customer.person);
  await Promise.all([untilCalm(customer.person), untilCalm(agent.person)]);
  for (let sent = 0; sent < FILLING_MESSAGES; sent += 1) {
    await write(stack, customer.person, callId);
    await write(stack, agent.person, callId);
  }
  let said = 0;
  const people = { customer: customer.person, agent: agent.person };
  const observed = { customer: customer.observed, agent: agent.observed };
  return {
    callId,
    people,
    observed,
    identities: await identitiesOf(stack, callId),
    inRoom: () => inRoom(stack, callId),
    async stretch(name, act) {
      const from = performance.now();
      await act?.();
      // One of them: what overtook another would be fetched again.
      said += 1;
      await write(stack, people[said % 2 === 0 ? 'agent' : 'customer'], callId);
      await pause(STRETCH_MS - (performance.now() - from));
      const [ofCustomer, ofAgent] = await Promise.all([
        observed.customer.endStretch(name),
        observed.agent.endStretch(name),
      ]);
      return { customer: ofCustomer, agent: ofAgent };
    },
    async close() {
      await customer.person.close();
      await agent.person.close();
    },
  };
}

/** Everybody who is in a room, as its server has it. */
export async function inRoom(
  { livekit }: Stack,
  callId: CallId,
): Promise<{ identity: string; sid: string }[]> {
  const address = livekit.url.replace('ws', 'http');
  const admin = new RoomServiceClient(address, livekit.apiKey, livekit.apiSecret);
  return (await admin.listParticipants(callId)).map(({ identity, sid }) => ({ identity, sid }));
}

function microphoneOf(stack: Stack, sound: Sound, side: Side): Promise<string> {
  if (sound === 'speech') return steadySpeech('double-charge', side, stack.dataDir);
  return writeTone(side, join(stack.dataDir, `tone-${side}.wav`));
}

async function identitiesOf(stack: Stack, callId: CallId): Promise<Record<Side, string>> {
  const [row] = await query<Record<Side, string>>(
    stack.databaseUrl,
    `select customer_identity as customer, agent_identity as agent from calls where id = '${callId}'`,
  );
  if (!row) throw new Error('The call is not stored.');
  return row;
}

/** From beside the page: the page only receives it. */
async function write(stack: Stack, { page }: Person, callId: CallId): Promise<void> {
  const answer = await page.request.post(`/api/calls/${callId}/chat`, {
    headers: { origin: stack.urls.web },
    data: { messageId: crypto.randomUUID(), text: 'Hello there.' },
    // The server may close a connection just as it is used again.
    maxRetries: 3,
  });
  if (!answer.ok()) throw new Error(`Not written: ${answer.status()}`);
}

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, Math.max(0, ms)));
}
