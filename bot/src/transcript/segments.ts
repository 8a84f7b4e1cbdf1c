import { boundedQueue } from '../audio/bounded-queue.ts';
import type { Transcription } from '../transcribe/transcriber.ts';
import type { UtteranceEvent } from '../vad/utterances.ts';
import { createDraft, type Draft, type DraftOptions } from './draft.ts';
import { cleanText, reasonToDrop } from './drop-rules.ts';
import { createFinalQueue, type FinalJob } from './final-queue.ts';
import type { SegmentUpdate } from './segment-update.ts';

export interface SegmentsOptions extends Omit<DraftOptions, 'tell'> {
  /** Ends the stage at once, giving up on what waits. */
  signal: AbortSignal;
}

/** More updates than a reader could fall behind by; losing one would be a fault, not a load. */
const MAX_UNREAD_UPDATES = 1_000;

/** Turns one speaker's utterances into interim and final text. */
export async function* segments(
  utterances: AsyncIterable<UtteranceEvent>,
  options: SegmentsOptions,
): AsyncGenerator<SegmentUpdate> {
  const updates = boundedQueue<SegmentUpdate>({
    capacity: MAX_UNREAD_UPDATES,
    whenFull: 'drop-oldest',
  });
  const writer = createWriter(options, (update) => updates.push(update));
  const stop = () => writer.stop();
  options.signal.addEventListener('abort', stop, { once: true });
  const writing = (async () => {
    try {
      for await (const event of utterances) writer.handle(event);
      await writer.drained();
    } finally {
      updates.close();
    }
  })();
  try {
    yield* updates;
    await writing;
  } finally {
    options.signal.removeEventListener('abort', stop);
    writer.stop();
  }
}

function createWriter(options: SegmentsOptions, tell: (update: SegmentUpdate) => void) {
  const { untranscribed, decode } = options;
  let draft: Draft | undefined;
  const finals = createFinalQueue({
    decode: (samples, signal) => decode('final', samples, signal),
    onFinal(job, transcription) {
      untranscribed.settled(job.segmentId);
      tell(finalUpdate(job, transcription));
    },
    onLost(job, reason) {
      untranscribed.settled(job.segmentId);
      const { segmentId, startMs, endMs } = job;
      tell({ kind: 'lost', segmentId, gap: { startMs, endMs, reason } });
    },
  });

  return {
    handle({ kind, utterance }: UtteranceEvent) {
      switch (kind) {
        case 'started':
          draft = createDraft(utterance, { ...options, tell });
          return;
        case 'grew':
          draft?.grew(utterance);
          return;
        case 'paused':
          draft?.paused(utterance);
          return;
        case 'resumed':
          draft?.resumed();
          return;
        case 'ended':
          if (draft) finals.add(draft.ended(utterance));
          draft = undefined;
          return;
        default:
          kind satisfies never;
      }
    },
    drained: () => finals.drained(),
    stop() {
      draft?.stop();
      finals.stop();
    },
  };
}

function finalUpdate(job: FinalJob, transcription: Transcription): SegmentUpdate {
  const { segmentId, startMs, endMs, wasShown } = job;
  const reason = reasonToDrop(transcription);
  if (reason) return { kind: 'withdrawn', segmentId, reason, wasShown };
  const { language, meanLogProbability } = transcription;
  const text = cleanText(transcription.text);
  return {
    kind: 'final',
    segment: { segmentId, startMs, endMs, text, language, meanLogProbability },
  };
}
