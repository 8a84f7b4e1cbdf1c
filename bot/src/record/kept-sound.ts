import type { Speaker } from '@agent/protocol';
import type { CallRecorder } from '@agent/recordings/record';
import type { ServedCall } from '../calls/served-call.ts';
import { type CallSpan, widened } from './call-span.ts';
import { createLossTeller, type LossReason } from './loss-teller.ts';
import type { RecordingEvents } from './recording-events.ts';
import { createSilences, type Silences } from './silences.ts';

/** A call's sound on its way to the disk, and what of it is left out. Before it starts, nothing is kept. */
export interface KeptSound extends Pick<Silences, 'begin' | 'end'> {
  readonly hasStarted: boolean;
  /** Stretches that had to be silent when they were written already. */
  readonly lateMasks: readonly CallSpan[];
  start(recorder: CallRecorder, fromMs: number): void;
  place(speaker: Speaker, samples: Int16Array, atMs: number): void;
  /** Writes what lies before `settledMs`. */
  advance(settledMs: number): void;
  /** Silences both lanes there, and a little around it; gives what is silent. */
  silence(span: CallSpan): CallSpan;
  /** Silences what nobody knows the words of, and tells that it is lost. */
  loseUnknown(span: CallSpan): void;
  lose(span: CallSpan, reason: LossReason): void;
  /** From here on text is early: frames were left out that it counts by. */
  getOutOfStep(): void;
  /** Writes what lies before `settledMs` and ends; the rest is silent. */
  close(settledMs: number): Promise<void>;
}

/** Silent on each side of what must not be heard: speech begins before the VAD says so. */
const MARGIN_MS = 300;
/** The same behind it when text and sound may not be in step. */
const WIDE_MARGIN_MS = 1_300;
/** A recorder that is asked so late was in a process that stood still. */
const STALL_MS = 500;
/** Frames that came at once after a stall are in step again after so long. */
const UNSTEADY_MS = 60_000;

/** Starts with nothing. */
export function createKeptSound(
  { clock, metrics, logger }: ServedCall,
  events: Pick<RecordingEvents, 'lost'>,
): KeptSound {
  const silences = createSilences();
  const lateMasks: CallSpan[] = [];
  const losses = createLossTeller((span, reason) => {
    metrics.recordingLostSeconds.inc({ reason }, (span.toMs - span.fromMs) / 1000);
    events.lost(span, reason);
  }, clock);
  let recorder: CallRecorder | undefined;
  let isClosed = false;
  let advancedAtMs = 0;
  let unsteadyUntilMs = 0;

  function silence(span: CallSpan): CallSpan {
    const afterMs = clock() < unsteadyUntilMs ? WIDE_MARGIN_MS : MARGIN_MS;
    const silent = widened(span, MARGIN_MS, afterMs);
    const late = recorder?.mask(silent);
    if (late) {
      lateMasks.push(late);
      metrics.recordingLateMasks.inc();
      logger.warn('A mask came when its sound was written already.');
    }
    return silent;
  }

  return {
    get hasStarted() {
      return recorder !== undefined;
    },
    lateMasks,
    begin: silences.begin,
    end: silences.end,
    start(given, fromMs) {
      recorder = given;
      advancedAtMs = fromMs;
      silences.start(given);
    },
    place(speaker, samples, atMs) {
      if (!isClosed) recorder?.place(speaker, samples, atMs);
    },
    advance(settledMs) {
      if (isClosed) return;
      const nowMs = clock();
      if (nowMs - advancedAtMs > STALL_MS) {
        unsteadyUntilMs = Math.max(unsteadyUntilMs, nowMs + UNSTEADY_MS);
      }
      advancedAtMs = nowMs;
      recorder?.settle(settledMs);
      recorder?.advance(nowMs);
      losses.tellSettled(nowMs);
    },
    silence,
    loseUnknown: (span) => losses.lost(silence(span), 'unsettled'),
    lose: losses.lost,
    getOutOfStep() {
      unsteadyUntilMs = Number.POSITIVE_INFINITY;
    },
    async close(settledMs) {
      isClosed = true;
      recorder?.settle(settledMs);
      const closing = recorder?.close();
      losses.tellAll();
      await closing;
      losses.tellAll();
    },
  };
}
