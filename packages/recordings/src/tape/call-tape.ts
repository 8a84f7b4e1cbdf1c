import { NO_PEAKS, SLOT_MS, SLOT_SAMPLES, type SlotPeaks, type Voice } from '../sound.ts';
import { createLaneTrack } from './lane-track.ts';
import { mixed } from './mixed.ts';

/** 20 ms of both lanes, ready to be encoded. */
export interface TapeSlot {
  /** Number of the slot on the call's clock: it begins at `index * 20` ms. */
  index: number;
  /** Stereo samples, the customer's left; a word where neither lane has any. */
  sound: Int16Array | 'silence';
  peaks: SlotPeaks;
}

/** Both lanes of a call on one clock: milliseconds since the call was answered. */
export interface CallTape {
  /** Places a frame of mono at 16 kHz whose first sample was heard at `atMs`. */
  place(voice: Voice, samples: Int16Array, atMs: number): void;
  /** Takes the slots that are due at `nowMs`, each once and in order. */
  read(nowMs: number): TapeSlot[];
  /** Takes the rest, at the end of the recording. */
  readRest(): TapeSlot[];
  /** Frames left out because their voice was ahead of the clock. */
  readonly leftOut: number;
}

/** How far the reader stays behind, so that both lanes have arrived. */
const DELAY_MS = 200;
/** Longer between two readings is a stall: what arrived meanwhile has yet to be placed. */
const STALL_MS = 200;

/** Creates a tape that begins with the slot of `fromMs`. */
export function createCallTape(fromMs: number): CallTape {
  let next = Math.floor(fromMs / SLOT_MS);
  const tracks = {
    customer: createLaneTrack(next),
    agent: createLaneTrack(next),
    supervisor: createLaneTrack(next),
  };
  const { customer, agent, supervisor } = tracks;
  let askedAtMs = fromMs;
  let leftOut = 0;

  function readTo(end: number): TapeSlot[] {
    const slots: TapeSlot[] = [];
    for (; next < end; next++) {
      slots.push(
        bothLanes(next, customer.take(next), mixed(agent.take(next), supervisor.take(next))),
      );
    }
    return slots;
  }

  return {
    get leftOut() {
      return leftOut;
    },
    place(voice, samples, atMs) {
      if (tracks[voice].place(samples, atMs) === 'left-out') leftOut += 1;
    },
    read(nowMs) {
      const dueMs = nowMs - askedAtMs > STALL_MS ? askedAtMs : nowMs;
      askedAtMs = nowMs;
      return readTo(Math.floor((dueMs - DELAY_MS) / SLOT_MS));
    },
    readRest: () => readTo(Math.max(customer.endSlot, agent.endSlot, supervisor.endSlot)),
  };
}

function bothLanes(
  index: number,
  customer: Int16Array | undefined,
  agent: Int16Array | undefined,
): TapeSlot {
  const peaks: SlotPeaks = [peakOf(customer), peakOf(agent)];
  if (!customer && !agent) return { index, sound: 'silence', peaks: NO_PEAKS };
  const sound = new Int16Array(2 * SLOT_SAMPLES);
  for (let at = 0; at < SLOT_SAMPLES; at++) {
    sound[2 * at] = customer?.[at] ?? 0;
    sound[2 * at + 1] = agent?.[at] ?? 0;
  }
  return { index, sound, peaks };
}

function peakOf(samples: Int16Array | undefined): number {
  let loudest = 0;
  for (const sample of samples ?? []) loudest = Math.max(loudest, Math.abs(sample));
  return Math.min(127, Math.round(loudest / 256));
}
