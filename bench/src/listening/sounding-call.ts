import type { CallId } from '@agent/protocol';
import type { Desk } from '../desk.ts';
import { closeCall, type OpenCall, openCall } from '../play-call.ts';

/** A call on which both sides sound without a pause, so that who listens hears something at once. */
export interface SoundingCall {
  callId: CallId;
  close(): Promise<void>;
}

const RATE = 16_000;
const LEVEL = 6_000;
const pitches = { customer: 440, agent: 1_000 } as const;

/** Opens a call and lets both sides sound. */
export async function openSoundingCall(webUrl: string, desk: Desk): Promise<SoundingCall> {
  const call = await openCall(webUrl, desk, { name: 'Bench listened', contact: 'b@example.com' });
  const stop = new AbortController();
  const sounding = [sound(call, 'customer', stop.signal), sound(call, 'agent', stop.signal)];
  return {
    callId: call.view.callId,
    async close() {
      stop.abort();
      await Promise.all(sounding);
      await closeCall(call);
    },
  };
}

async function sound(call: OpenCall, side: 'customer' | 'agent', signal: AbortSignal) {
  // Whole periods in each second: there is no click where it begins again.
  const samples = Int16Array.from({ length: RATE }, (_, at) =>
    Math.round(LEVEL * Math.sin((2 * Math.PI * pitches[side] * at) / RATE)),
  );
  while (!signal.aborted) await call.sides[side].microphone.play(samples, { signal });
}
