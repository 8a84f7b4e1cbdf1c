import { decodeDataMessage, type Side, sides } from '@agent/protocol';
import type { Stack } from '@agent/scripts/stack';
import { type FakeSpeechToText, startFakeSpeechToText } from '@agent/testing/fake-speech-to-text';
import { DataPacket } from '@livekit/protocol';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Ears, openEars } from './listening/ears.ts';
import { type ListenedCall, openListenedCall } from './listening/listened-call.ts';
import { openSupervisor, type Supervisor } from './listening/supervisor.ts';
import { traces } from './listening/traces.ts';
import { packetNumbers } from './packet-numbers.ts';
import { startTestStack } from './test-stack.ts';

describe('words that a supervisor reads along', () => {
  let fake: FakeSpeechToText;
  let stack: Stack;
  let call: ListenedCall;
  let supervisor: Supervisor;
  let ears: Ears;

  beforeAll(async () => {
    fake = await startFakeSpeechToText();
    const services = ['postgres', 'livekit', 'bot', 'web'] as const;
    stack = await startTestStack({ OPENAI_BASE_URL: fake.url }, services);
    supervisor = await openSupervisor(stack);
    call = await openListenedCall(stack, 'speech');
  });
  afterAll(async () => {
    await ears?.close();
    supervisor?.close();
    await call?.close();
    await stack?.close();
    await fake?.close();
  });

  it('come as they are spoken, and leave no hole in what the sides are sent', async () => {
    const access = await supervisor.listen(call.callId);
    ears = await openEars(access);
    await expect.poll(kindsTold, { timeout: 60_000 }).toContain('interim');
    await expect.poll(kindsTold, { timeout: 60_000 }).toContain('segment.final');
    const stretch = await call.stretch('words');
    // Its own messages are numbered by the bot: what others were sent would be missing for both sides.
    const numbers = sides.flatMap((side) => packetNumbers(packetsOf(side)).flat());
    const all = [...new Set(numbers)].toSorted((a, b) => a - b);
    expect(all.length).toBeGreaterThan(5);
    expect(all).toEqual(all.map((_, index) => (all[0] ?? 0) + index));
    for (const side of sides) {
      const secrets = ['sup-', access.monitorId, 'Sam Supervisor'];
      expect(traces([stretch[side]], secrets), side).toEqual([]);
    }
  });

  it('never name a side and a supervisor as those to whom one message goes', () => {
    const own: Record<Side, string> = call.identities;
    for (const side of sides) {
      for (const bytes of packetsOf(side)) {
        const { destinationIdentities, value } = DataPacket.fromBinary(bytes);
        const inside = value.case === 'user' ? value.value.destinationIdentities : [];
        for (const identity of [...destinationIdentities, ...inside]) {
          expect(Object.values(own)).toContain(identity);
        }
      }
    }
  });

  function packetsOf(side: Side): Buffer[] {
    return call.observed[side].stretches
      .flatMap(({ passed }) => passed)
      .flatMap(({ kind, bytes }) => (kind.startsWith('packet in') ? [bytes] : []));
  }

  function kindsTold(): string[] {
    return ears.told.flatMap((bytes) => {
      const message = decodeDataMessage(bytes);
      if (!message) return [];
      return [message.kind === 'event' ? message.envelope.event.type : message.kind];
    });
  }
});
