import { randomUUID } from 'node:crypto';
import { type CallId, type Speaker, segmentIdSchema } from '@agent/protocol';
import type { CallClock, TrackAudio } from '../audio/audio-frame.ts';
import type { BotMetrics } from '../health/metrics.ts';
import type { CallPublisher } from '../publish/call-publisher.ts';
import { publishUpdate } from '../publish/publish-update.ts';
import { type RedactedUpdate, redactUpdate } from '../redact/redact-update.ts';
import type { Redaction } from '../redact/redaction.ts';
import { whileNotHeld } from '../room/while-not-held.ts';
import { hearTwice } from '../terms/hear-twice.ts';
import type { Term } from '../terms/term-list.ts';
import type { Transcriber } from '../transcribe/transcriber.ts';
import type { SegmentUpdate } from '../transcript/segment-update.ts';
import { segments } from '../transcript/segments.ts';
import type { Untranscribed } from '../transcript/untranscribed.ts';
import { utterances } from '../vad/utterances.ts';
import type { OpenVad } from '../vad/vad.ts';

/** What the pipelines of a call share. */
export interface TranscribeTrackOptions {
  callId: CallId;
  clock: CallClock;
  isHeld: () => boolean;
  openVad: OpenVad;
  transcriber: Transcriber;
  /** Whether text is shown before it is final, as things are now. */
  interims: () => boolean;
  /** What is spoken in the call's queue, as it is now. Default: nobody knows. */
  language?: () => string | undefined;
  /** The terms of the call's queue as they are now. Default: none. */
  terms?: () => readonly Term[];
  untranscribed: Untranscribed;
  redaction: Redaction;
  publisher: CallPublisher;
  /** Told of everything after card numbers were taken out, before anybody else is. */
  onRedacted: (redacted: RedactedUpdate) => void;
  metrics: BotMetrics;
  /** Gives up on audio that still waits to become text. */
  signal: AbortSignal;
}

/** One microphone, from frames to events; resolves when its audio has ended and all is told. */
export async function transcribeTrack(
  speaker: Speaker,
  audio: AsyncIterable<TrackAudio>,
  options: TranscribeTrackOptions,
): Promise<void> {
  const { callId, isHeld, openVad, transcriber, publisher, onRedacted, metrics } = options;
  const { clock, untranscribed, interims, signal } = options;
  const { language = () => undefined, terms = () => [] } = options;
  const track = `${callId}:${speaker}`;
  const decode = hearTwice({
    decode: (purpose, samples, giveUp, prompt) =>
      transcriber.transcribe({
        ...{ purpose, samples, signal: giveUp, speaker, track, prompt },
        language: language(),
      }),
    terms,
    clock,
  });

  const heard = whileNotHeld(audio, isHeld);
  const spoken = utterances(heard, {
    vad: openVad(),
    newId: () => segmentIdSchema.parse(randomUUID()),
  });
  const redactor = options.redaction.of(speaker);
  const tell = (redacted: RedactedUpdate) => {
    onRedacted(redacted);
    count(metrics, speaker, redacted.update);
    publishUpdate(publisher, callId, speaker, redacted.update);
  };
  const told = segments(spoken, { decode, clock, untranscribed, interims, terms, signal });
  for await (const heardUpdate of told) {
    try {
      tell(redactUpdate(heardUpdate, redactor));
    } catch (error) {
      if (heardUpdate.kind === 'final') tell({ update: lostFinal(heardUpdate) });
      throw error;
    }
  }
}

/** What is told in the place of a text that could not be dealt with. */
function lostFinal({
  segment,
}: SegmentUpdate & { kind: 'final' }): SegmentUpdate & { kind: 'lost' } {
  const { segmentId, startMs, endMs } = segment;
  return { kind: 'lost', segmentId, gap: { startMs, endMs, reason: 'pipeline-failed' } };
}

function count(metrics: BotMetrics, speaker: Speaker, update: RedactedUpdate['update']): void {
  const { kind } = update;
  if (kind === 'interim' || kind === 'final') metrics.segments.inc({ kind, speaker });
  if (kind !== 'interim') metrics.utterances.inc({ speaker });
  if (kind === 'withdrawn') metrics.droppedSegments.inc({ reason: update.reason });
  if (kind === 'lost') metrics.droppedSegments.inc({ reason: update.gap.reason });
}
