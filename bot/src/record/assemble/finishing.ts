import type { Logger } from '@agent/process/log';
import type { CallId } from '@agent/protocol';
import type { UnfinishedRecording } from '@agent/store';
import type { BotMetrics } from '../../health/metrics.ts';
import type { CallSpan } from '../call-span.ts';
import { createBackOff } from './back-off.ts';
import { type FinishOneOptions, finishOne } from './finish-one.ts';

export interface FinishingOptions extends FinishOneOptions {
  /** Takes one of these to finish; of those in `closed` the recorder has ended for sure. */
  claim(
    callIds: readonly CallId[],
    closed: readonly CallId[],
  ): Promise<UnfinishedRecording | undefined>;
  metrics: BotMetrics;
  logger: Logger;
  /** Asked to look again after so long. */
  onFailed: (waitMs: number) => void;
  now: () => number;
  signal: AbortSignal;
}

/** Finishes recordings one after another, and those that failed again, later and later. */
export interface Finishing {
  /** A recorder of this call could not silence these stretches any more. */
  mask(callId: CallId, masks: readonly CallSpan[]): void;
  /** The recorder of this call, which is over, has ended. */
  closed(callId: CallId): void;
  /** Calls whose recorder has ended, until their recording is finished. */
  readonly waiting: readonly CallId[];
  /** Finishes what of these is nobody else's and due. */
  finish(callIds: readonly CallId[]): Promise<void>;
  /** The recording is over, whoever has finished it. */
  forget(callId: CallId): void;
}

/** Starts with nothing to finish. */
export function createFinishing(options: FinishingOptions): Finishing {
  const { claim, metrics, logger, onFailed, now, signal } = options;
  const closed = new Set<CallId>();
  /** Of all its recorders: a call may be recorded in parts. */
  const masksOf = new Map<CallId, readonly CallSpan[]>();
  const backOff = createBackOff(now);

  function forget(callId: CallId) {
    closed.delete(callId);
    masksOf.delete(callId);
    backOff.forget(callId);
  }

  async function finishClaimed(claimed: UnfinishedRecording) {
    const { callId } = claimed;
    const stop = metrics.finishRecordingSeconds.startTimer();
    try {
      const outcome = await finishOne(claimed, masksOf.get(callId) ?? [], options);
      stop();
      metrics.recordingsEnded.inc({ outcome });
      logger.info({ callId, outcome }, 'Finished a recording.');
      forget(callId);
    } catch (err) {
      if (signal.aborted) return;
      metrics.recordingFailures.inc({ what: 'finish' });
      const waitMs = backOff.failed(callId);
      logger.warn({ callId, err, waitMs }, 'A recording could not be finished yet.');
      onFailed(waitMs);
    }
  }

  return {
    mask(callId, masks) {
      if (masks.length > 0) masksOf.set(callId, [...(masksOf.get(callId) ?? []), ...masks]);
    },
    closed: (callId) => void closed.add(callId),
    get waiting() {
      return [...closed];
    },
    async finish(callIds) {
      const left = new Set(callIds.filter(backOff.isDue));
      while (left.size > 0 && !signal.aborted) {
        const claimed = await claim([...left], [...closed]);
        if (!claimed) return;
        left.delete(claimed.callId);
        await finishClaimed(claimed);
      }
    },
    forget,
  };
}
