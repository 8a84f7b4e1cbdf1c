import { wait } from '@agent/process';
import type { SegmentId } from '@agent/protocol';
import { SAMPLES_PER_MS } from '../audio/audio-frame.ts';
import type { Hearing } from '../transcribe/transcriber.ts';
import { TranscriberError } from '../transcribe/transcriber-error.ts';

/** An utterance that is over and waits for its final text. */
export interface FinalJob {
  segmentId: SegmentId;
  startMs: number;
  endMs: number;
  samples: Int16Array;
  /** Whether interim text of it is on the screens. */
  wasShown: boolean;
  /** The decode begun at the soft end, when the speaker did not go on. */
  early?: EarlyDecode | undefined;
}

/** A decode begun before it was sure that the utterance is over. */
export interface EarlyDecode {
  samples: Int16Array;
  transcription: Promise<Hearing>;
  giveUp: AbortController;
}

export interface FinalQueueOptions {
  decode: (samples: Int16Array, signal: AbortSignal) => Promise<Hearing>;
  onFinal: (job: FinalJob, transcription: Hearing) => void;
  onLost: (job: FinalJob, reason: 'buffer-full' | 'transcriber-failed') => void;
  /** Told when something else than the transcriber failed. */
  onFault: (error: unknown) => void;
  /** Audio that may wait for the transcriber to return. Default 45 000. */
  maxWaitingMs?: number;
}

/** Final decodes of one track, in order. The one place that retries. */
export interface FinalQueue {
  add(job: FinalJob): void;
  /** Resolves when nothing waits any more. */
  drained(): Promise<void>;
  /** Gives up on everything that waits, as lost. */
  stop(): void;
}

interface WaitingJob {
  job: FinalJob;
  giveUp: AbortController;
}

const FIRST_RETRY_MS = 200;
const LAST_RETRY_MS = 1_000;
/** Answers we cannot read are the model's fault at first and this audio's in the end. */
const MAX_MALFORMED_ANSWERS = 3;

/** Creates the queue of one track. */
export function createFinalQueue(options: FinalQueueOptions): FinalQueue {
  const { decode, onFinal, onLost, onFault, maxWaitingMs = 45_000 } = options;
  const waiting: WaitingJob[] = [];
  let working: Promise<void> | undefined;

  async function work() {
    for (let head = waiting[0]; head; head = waiting[0]) {
      const outcome = await decodeUntilDone(head.job, decode, head.giveUp.signal);
      if (waiting[0] !== head) continue;
      waiting.shift();
      if (outcome === 'failed') onLost(head.job, 'transcriber-failed');
      else if (outcome !== 'aborted') onFinal(head.job, outcome);
    }
    working = undefined;
  }

  function dropOldestBeyondLimit() {
    const waitingMs = () => waiting.reduce((sum, { job }) => sum + lengthMs(job), 0);
    while (waiting.length > 1 && waitingMs() > maxWaitingMs) {
      giveUpOldest('buffer-full');
    }
  }

  function giveUpOldest(reason: 'buffer-full' | 'transcriber-failed') {
    const oldest = waiting.shift();
    if (!oldest) return;
    oldest.giveUp.abort();
    oldest.job.early?.giveUp.abort();
    onLost(oldest.job, reason);
  }

  return {
    add(job) {
      waiting.push({ job, giveUp: new AbortController() });
      dropOldestBeyondLimit();
      working ??= work().catch((error: unknown) => {
        working = undefined;
        onFault(error);
      });
    },
    async drained() {
      while (working) await working;
    },
    stop() {
      while (waiting.length > 0) giveUpOldest('transcriber-failed');
    },
  };
}

async function decodeUntilDone(
  job: FinalJob,
  decode: FinalQueueOptions['decode'],
  signal: AbortSignal,
): Promise<Hearing | 'failed' | 'aborted'> {
  let attempt = job.early?.transcription ?? decode(job.samples, signal);
  let malformedAnswers = 0;
  for (let retryMs = FIRST_RETRY_MS; ; retryMs = Math.min(retryMs * 2, LAST_RETRY_MS)) {
    try {
      return await attempt;
    } catch (error) {
      if (signal.aborted) return 'aborted';
      if (!(error instanceof TranscriberError)) throw error;
      if (error.reason === 'malformed-answer') malformedAnswers += 1;
      if (isTheAudio(error) || malformedAnswers >= MAX_MALFORMED_ANSWERS) return 'failed';
      await wait(error.retryAfterMs ?? retryMs, signal);
      if (signal.aborted) return 'aborted';
      attempt = decode(job.samples, signal);
    }
  }
}

/** Everything else lies with the service and may pass while the audio waits. */
function isTheAudio(error: TranscriberError): boolean {
  return error.reason === 'invalid-audio';
}

function lengthMs(job: FinalJob): number {
  return job.samples.length / SAMPLES_PER_MS;
}
