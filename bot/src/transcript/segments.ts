import { boundedQueue } from '../async/bounded-queue.ts';
import { type Heard, restoreTerms } from '../terms/restore-terms.ts';
import type { Term } from '../terms/term-list.ts';
import type { Hearing, Transcription } from '../transcribe/transcriber.ts';
import type { UtteranceEvent } from '../vad/utterances.ts';
import { createDraft, type Draft, type DraftOptions } from './draft.ts';
import { cleanText, reasonToDrop } from './drop-rules.ts';
import { createFinalQueue, type FinalJob } from './final-queue.ts';
import type { SegmentUpdate } from './segment-update.ts';

export interface SegmentsOptions extends Omit<DraftOptions, 'tell' | 'onFault'> {
  /** The terms that are restored in finals where they were misheard. Default: none. */
  terms?: () => readonly Term[];
  /** Ends the stage at once, giving up on what waits. */
  signal: AbortSignal;
}

/** More updates than a reader could fall behind by; losing one would be a fault, not a load. */
const MAX_UNREAD_UPDATES = 1_000;

/**
 * Turns one speaker's utterances into interim and final text. Throws when anything but the
 * transcriber fails; what waits then is given up.
 */
export async function* segments(
  utterances: AsyncIterable<UtteranceEvent>,
  options: SegmentsOptions,
): AsyncGenerator<SegmentUpdate> {
  const { decode, clock, untranscribed, interims, signal, terms = () => [] } = options;
  const updates = boundedQueue<SegmentUpdate>({
    capacity: MAX_UNREAD_UPDATES,
    whenFull: 'drop-oldest',
  });
  const fault = Promise.withResolvers<never>();
  const writer = createWriter({
    decode,
    clock,
    untranscribed,
    interims,
    terms,
    tell: (update) => updates.push(update),
    onFault: fault.reject,
  });
  const stop = () => writer.stop();
  signal.addEventListener('abort', stop, { once: true });
  let isOver = false;
  const writing = Promise.race([writeAll(utterances, writer, () => isOver), fault.promise]);
  // The error is thrown below, once what was told before has been read.
  writing.catch(() => undefined).finally(() => updates.close());
  try {
    yield* updates;
    await writing;
  } finally {
    signal.removeEventListener('abort', stop);
    writer.stop();
    isOver = true;
  }
}

async function writeAll(
  utterances: AsyncIterable<UtteranceEvent>,
  writer: ReturnType<typeof createWriter>,
  isOver: () => boolean,
): Promise<void> {
  for await (const event of utterances) {
    if (isOver()) return;
    writer.handle(event);
  }
  await writer.drained();
}

function createWriter(options: DraftOptions & Required<Pick<SegmentsOptions, 'terms'>>) {
  const { untranscribed, decode, terms, tell, onFault } = options;
  let draft: Draft | undefined;
  const finals = createFinalQueue({
    decode: (samples, signal) => decode('final', samples, signal),
    onFinal(job, transcription) {
      untranscribed.settled(job.segmentId);
      tell(finalUpdate(job, transcription, terms()));
    },
    onLost(job, reason) {
      untranscribed.settled(job.segmentId);
      const { segmentId, startMs, endMs } = job;
      tell({ kind: 'lost', segmentId, gap: { startMs, endMs, reason } });
    },
    onFault,
  });

  return {
    handle({ kind, utterance }: UtteranceEvent) {
      switch (kind) {
        case 'started':
          draft = createDraft(utterance, options);
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

function finalUpdate(job: FinalJob, transcription: Hearing, terms: readonly Term[]): SegmentUpdate {
  const { segmentId, startMs, endMs, wasShown } = job;
  const reason = reasonToDrop(transcription);
  if (reason) return { kind: 'withdrawn', segmentId, startMs, endMs, reason, wasShown };
  const { language, meanLogProbability, again } = transcription;
  const heard = cleaned(transcription);
  const heardAgain = again && !reasonToDrop(again) ? cleaned(again) : undefined;
  const restored = restoreTerms(heard, terms, heardAgain);
  const { text } = heard;
  const segment = { segmentId, startMs, endMs, text, language, meanLogProbability };
  return restored.corrections.length === 0
    ? { kind: 'final', segment }
    : { kind: 'final', segment, restored };
}

function cleaned({ text, words, meanLogProbability }: Transcription): Heard {
  return { text: cleanText(text), words, meanLogProbability };
}
