import { createHold } from './hold/hold.ts';
import { createOpusEncoder, type SoundEncoder } from './opus/opus-encoder.ts';
import { createSlotEncoder } from './opus/slot-encoder.ts';
import type { PartFiles } from './parts/part-file.ts';
import { createPartWriter, type PartLoss } from './parts/part-writer.ts';
import type { DataKey, RandomBytes } from './seal/data-key.ts';
import type { Span, Voice } from './sound.ts';
import { createCallTape } from './tape/call-tape.ts';

/** Why sound is not in the recording, though somebody made it. */
export type RecordingLoss = 'unsettled' | PartLoss;

/** What a recorder needs. */
export interface CallRecorderOptions {
  /** Where the recording begins on the call's clock. */
  fromMs: number;
  files: PartFiles;
  key: DataKey;
  /** Called for each stretch that is lost. */
  onLost: (span: Span, reason: RecordingLoss) => void;
  /** How long sound waits at most for its text. Default 90,000. */
  mostHeldMs?: number;
  encoder?: SoundEncoder;
  random?: RandomBytes;
}

/** Records one call as one bot hears it. All times are milliseconds since the call was answered. */
export interface CallRecorder {
  /** Takes a frame of mono at 16 kHz whose first sample was heard at `atMs`. Costs a copy. */
  place(voice: Voice, samples: Int16Array, atMs: number): void;
  /** Encodes what is due and writes what is settled; asked several times a second. */
  advance(nowMs: number): void;
  /** Says that what was said before `untilMs` is known and masked where it must be. */
  settle(untilMs: number): void;
  /** Silences both lanes. Gives back what of it is in a part already, for `assembleRecording`. */
  mask(span: Span): Span | undefined;
  /** Silences both lanes until the function it gives back is told when that ended. */
  pause(fromMs: number): (atMs: number) => void;
  /** Ends it: what is not settled becomes silence. Closing twice is harmless. */
  close(): Promise<void>;
  /** Frames left out because their voice was ahead of the clock. */
  readonly leftOut: number;
}

/** Creates a recorder: tape → encoder → hold → part, sealed. */
export function createCallRecorder(options: CallRecorderOptions): CallRecorder {
  const { fromMs, files, key, onLost, mostHeldMs, random } = options;
  const encoder = options.encoder ?? createOpusEncoder();
  const packetOf = createSlotEncoder(encoder);
  const tape = createCallTape(fromMs);
  const hold = createHold(mostHeldMs === undefined ? {} : { mostMs: mostHeldMs });
  const writer = createPartWriter({ files, key, onLost, ...(random && { random }) });
  let closing: Promise<void> | undefined;

  function take(slots: ReturnType<typeof tape.read>) {
    for (const { index, sound, peaks } of slots) {
      const packet = packetOf(hold.isSilenced(index) ? 'silence' : sound);
      hold.add({ index, packet, peaks });
    }
  }

  function write({ slots, unsettled }: ReturnType<typeof hold.release>) {
    for (const span of unsettled) onLost(span, 'unsettled');
    writer.write(slots);
  }

  return {
    get leftOut() {
      return tape.leftOut;
    },
    place(voice, samples, atMs) {
      if (!closing) tape.place(voice, samples, atMs);
    },
    advance(nowMs) {
      if (closing) return;
      take(tape.read(nowMs));
      write(hold.release());
    },
    settle: hold.settle,
    mask: ({ fromMs, toMs }) => hold.mask(fromMs, toMs),
    pause: hold.pause,
    close() {
      closing ??= finish();
      return closing;
    },
  };

  async function finish() {
    try {
      take(tape.readRest());
      write(hold.releaseAll());
    } finally {
      encoder.close();
      await writer.close();
    }
  }
}
