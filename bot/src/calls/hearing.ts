import { wait } from '@agent/process';
import type { Speaker } from '@agent/protocol';
import type { TrackAudio } from '../audio/audio-frame.ts';
import type { Microphone } from '../audio/microphone.ts';
import type { BotEvents } from '../publish/bot-events.ts';
import type { CallPublisher } from '../publish/call-publisher.ts';
import type { CallRecording } from '../record/call-recording.ts';
import type { Untranscribed } from '../transcript/untranscribed.ts';
import { hearMicrophone } from './hear-microphone.ts';
import type { ServedCall } from './served-call.ts';

/** What a pipeline of the call goes by. */
export interface PipelineTerms {
  isHeld: () => boolean;
  /** Takes note of the audio that has not become text yet. */
  untranscribed: Untranscribed;
  /** Gives up on audio that still waits to become text. */
  signal: AbortSignal;
}

/** One speaker's way from sound to what is told; see `transcribeTrack`. */
export type Pipeline = (
  speaker: Speaker,
  audio: AsyncIterable<TrackAudio>,
  terms: PipelineTerms,
) => Promise<void>;

export interface HearingOptions {
  /** Whether the call is on hold as this begins. */
  held: boolean;
  untranscribed: Untranscribed;
  pipeline: Pipeline;
  publisher: Pick<CallPublisher, 'say'>;
  events: Pick<BotEvents, 'gapOf'>;
  recording: Pick<CallRecording, 'overhear' | 'broke' | 'mended'>;
}

/** Who of a call is being turned into text: its sides, and a supervisor who has joined them. */
export interface Hearing {
  /** Whether no pipeline has failed, or each that has hears soundly again. */
  readonly isSound: boolean;
  /** Hears a microphone until it ends. */
  hear(speaker: Speaker, microphone: Microphone): void;
  /** What comes while the call is on hold is not listened to. */
  setHeld(held: boolean): void;
  /** Resolves when all that was heard is text; what takes too long is given up. */
  finish(): Promise<void>;
  /** Gives up on audio that still waits to become text. */
  giveUp(): void;
}

/** How long people may wait for the last words once a call is over. */
const LAST_WORDS_MS = 3_000;

/** Starts with nobody to hear. */
export function createHearing(call: ServedCall, options: HearingOptions): Hearing {
  const { callId, clock, metrics, logger } = call;
  const { untranscribed, pipeline, publisher, events, recording } = options;
  const givingUp = new AbortController();
  const { signal } = givingUp;
  const running = new Set<Promise<void>>();
  /** One for each pipeline that has failed and is not sound again. */
  const faults = new Set<object>();
  let isHeld = options.held;

  function hear(speaker: Speaker, microphone: Microphone) {
    logger.info({ speaker }, 'Hearing a microphone.');
    const fault = {};
    const done = hearMicrophone(recording.overhear(speaker, microphone), {
      transcribe: (audio, part) =>
        pipeline(speaker, audio, { isHeld: () => isHeld, untranscribed: part, signal }),
      clock,
      untranscribed,
      signal,
      onWithdrawn: (segmentId) => publisher.say({ kind: 'interim-withdrawn', callId, segmentId }),
      onBroke(err) {
        faults.add(fault);
        recording.broke(speaker);
        metrics.pipelineFailures.inc({ speaker });
        logger.error({ err, speaker }, 'A pipeline broke and is started again.');
      },
      onSound() {
        faults.delete(fault);
        recording.mended(speaker);
      },
      onGap: (fromMs, untilMs) => events.gapOf(speaker, fromMs, untilMs, 'pipeline-failed'),
    }).finally(() => running.delete(done));
    running.add(done);
  }

  return {
    get isSound() {
      return faults.size === 0;
    },
    hear,
    setHeld(held) {
      isHeld = held;
    },
    async finish() {
      await Promise.race([Promise.all(running), wait(LAST_WORDS_MS)]);
      givingUp.abort();
      await Promise.all(running);
    },
    giveUp: () => givingUp.abort(),
  };
}
