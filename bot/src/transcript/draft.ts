import type { CallClock } from '../audio/audio-frame.ts';
import type { Decode, Transcription } from '../transcribe/transcriber.ts';
import type { Utterance } from '../vad/utterances.ts';
import { agree, canBeSaidIn, type Extent, noAgreement, spokenSoFar } from './agreement.ts';
import { cleanText, reasonToDrop } from './drop-rules.ts';
import type { EarlyDecode, FinalJob } from './final-queue.ts';
import { createInterimPasses } from './interim-passes.ts';
import type { SegmentUpdate } from './segment-update.ts';
import type { Untranscribed } from './untranscribed.ts';

export interface DraftOptions {
  decode: Decode;
  clock: CallClock;
  untranscribed: Untranscribed;
  /** Without interims only finals are asked for, each once, as where a request is paid. */
  interims: () => boolean;
  tell: (update: SegmentUpdate) => void;
  /** Told when something else than the transcriber failed. */
  onFault: (error: unknown) => void;
}

/** The provisional text of one utterance while it goes on. */
export interface Draft {
  grew(utterance: Utterance): void;
  /** The speaker has fallen silent: begins the final decode in case it stays so. */
  paused(utterance: Utterance): void;
  /** The speaker goes on: what was decoded early is of no use. */
  resumed(): void;
  /** Closes the draft and hands over what is to become final. */
  ended(utterance: Utterance): FinalJob;
  stop(): void;
}

/** Opens the draft of an utterance that has just begun. */
export function createDraft(utterance: Utterance, options: DraftOptions): Draft {
  const { decode, clock, untranscribed, tell, onFault } = options;
  const interims = options.interims();
  const { id: segmentId, startMs } = utterance;
  let agreement = noAgreement;
  let revision = 0;
  let early: EarlyDecode | undefined;
  // Without interims nobody expects text yet, so it is not late.
  untranscribed.began(segmentId, startMs, interims ? startMs : Number.POSITIVE_INFINITY);

  function show(transcription: Transcription, endMs: number, extent: Extent) {
    untranscribed.covered(segmentId, endMs);
    const cleaned = cleanText(transcription.text);
    if (reasonToDrop(transcription) || !canBeSaidIn(cleaned, endMs - startMs)) return;
    const before = spokenSoFar(agreement);
    agreement = agree(agreement, cleaned, extent);
    const text = spokenSoFar(agreement);
    if (text.stable === before.stable && text.tail === before.tail) return;
    revision += 1;
    tell({ kind: 'interim', segment: { segmentId, revision, startMs, endMs, ...text } });
  }

  const passes = createInterimPasses({
    decode: (samples, signal) => decode('interim', samples, signal),
    onFault,
    onPass: (transcription, endMs) => show(transcription, endMs, 'growing'),
    clock,
  });

  function discardEarly() {
    early?.giveUp.abort();
    early = undefined;
  }

  return {
    grew(grown) {
      if (interims) passes.grew(grown);
    },
    paused(paused) {
      if (!interims) return;
      const decoding = beginEarly(paused, decode);
      early = decoding;
      decoding.transcription.then(
        (transcription) => early === decoding && show(transcription, paused.endMs, 'whole'),
        // The final queue sees the same failure and decides what to do about it.
        () => undefined,
      );
    },
    resumed: discardEarly,
    ended(over) {
      passes.stop();
      if (!interims) untranscribed.began(segmentId, startMs, over.endMs);
      const begun = early;
      early = undefined;
      const samples = begun?.samples ?? over.samples();
      return {
        segmentId,
        startMs,
        endMs: over.endMs,
        samples,
        wasShown: revision > 0,
        early: begun,
      };
    },
    stop() {
      passes.stop();
      discardEarly();
    },
  };
}

function beginEarly(paused: Utterance, decode: Decode): EarlyDecode {
  const samples = paused.samples();
  const giveUp = new AbortController();
  return { samples, giveUp, transcription: decode('final', samples, giveUp.signal) };
}
