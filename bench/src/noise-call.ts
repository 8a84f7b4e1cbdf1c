import type { Desk } from './desk.ts';
import { type NoiseKind, noise } from './noise.ts';
import { closeCall, openCall, playCall } from './play-call.ts';

/** What came of sound without speech. */
export interface NoiseFigures {
  minutes: number;
  /** Lines in the call's log; must be 0. */
  lines: number;
  /** Interim messages with text that were shown for a while. */
  interims: number;
}

const order = {
  customer: ['silence', 'pink noise', 'music'],
  agent: ['music', 'silence', 'pink noise'],
} as const satisfies Record<string, readonly NoiseKind[]>;

/** Plays silence, noise and music on both sides of one call; each for a third of the time. */
export async function playNoise(
  webUrl: string,
  desk: Desk,
  { minutes, recorded }: { minutes: number; recorded: boolean },
): Promise<NoiseFigures> {
  const partMs = (minutes * 60_000) / 3;
  const call = await openCall(webUrl, desk, { ...nobody, recorded });
  const observed = await playCall(call, {
    script: { name: 'noise', durationMs: minutes * 60_000, turns: [], wavPaths: noFiles },
    samples: { customer: sound(order.customer, partMs), agent: sound(order.agent, partMs) },
  });
  await closeCall(call);
  return {
    minutes,
    lines: observed.log.filter(({ event }) => event.type === 'segment.final').length,
    interims: observed.received.agent.filter(({ message }) => message.kind === 'interim').length,
  };
}

const nobody = { name: 'Bench noise', contact: 'bench@example.com' };
const noFiles = { customer: '', agent: '' };

function sound(kinds: readonly NoiseKind[], partMs: number): Int16Array {
  const parts = kinds.map((kind) => noise(kind, partMs));
  const whole = new Int16Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}
