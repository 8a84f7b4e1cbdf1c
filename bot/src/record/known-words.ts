import type { SegmentId, Speaker } from '@agent/protocol';
import type { RedactedUpdate } from '../redact/redact-update.ts';
import type { RedactedFinal, Redaction } from '../redact/redaction.ts';
import type { CallSpan } from './call-span.ts';
import { createCardStretch } from './card-stretch.ts';
import type { KeptSound } from './kept-sound.ts';
import { createNumberSpans } from './number-spans.ts';
import type { RecordingEvents } from './recording-events.ts';
import { isTextOfAll } from './text-of-all.ts';
import { createVouching, type Vouching } from './vouching.ts';

/** What is known of what was said, and what of the sound must be silent for it. */
export interface KnownWords {
  readonly vouching: Vouching;
  told(speaker: Speaker, redacted: RedactedUpdate): void;
  /** A pipeline hears again: what its speaker said meanwhile nobody knows. */
  mended(speaker: Speaker, nowMs: number): void;
  /** Everything before this is known, when nothing more comes. */
  knownMs(nowMs: number): number;
  /** Everything before this is known, and nothing that comes can change it. */
  settledMs(nowMs: number): number;
}

export interface KnownWordsOptions {
  sound: Pick<KeptSound, 'hasStarted' | 'silence' | 'loseUnknown'>;
  events: Pick<RecordingEvents, 'masked'>;
  redaction: Pick<Redaction, 'isCardTalk'>;
  onMask: () => void;
}

type FinalSegment = Extract<RedactedUpdate['update'], { kind: 'final' }>['segment'];

/** What comes next may still reach so far back into what is known. */
const REACHES_BACK_MS = 5_000;

/** Starts with nothing known. */
export function createKnownWords(options: KnownWordsOptions): KnownWords {
  const { sound, events, redaction, onMask } = options;
  const vouching = createVouching();
  const numbers = createNumberSpans();
  const stretch = createCardStretch(() => redaction.isCardTalk);

  function toldFinal(speaker: Speaker, segment: FinalSegment, found: RedactedFinal) {
    const { startMs, endMs, segmentId } = segment;
    const own = { fromMs: startMs, toMs: endMs };
    const mayBeNumber = stretch.isSilent(speaker, found);
    const span = numbers.said(speaker, own, found) ?? (mayBeNumber ? own : undefined);
    const isQuick = redaction.isCardTalk || found.hasNumbers;
    if (span) mask(span, segmentId);
    else if (!isTextOfAll(segment.text, endMs - startMs, isQuick)) sound.loseUnknown(own);
    vouching.ended(segmentId);
  }

  function mask(span: CallSpan, segmentId: SegmentId) {
    const silent = sound.silence(span);
    if (!sound.hasStarted) return;
    onMask();
    events.masked(silent, segmentId);
  }

  return {
    vouching,
    told(speaker, { update, found }) {
      if (found) return toldFinal(speaker, update.segment, found);
      switch (update.kind) {
        case 'interim':
          return;
        case 'withdrawn': {
          const { reason, startMs, endMs } = update;
          const hadWords = reason === 'loop' || reason === 'no-speech';
          if (hadWords || redaction.isCardTalk) sound.loseUnknown({ fromMs: startMs, toMs: endMs });
          return vouching.ended(update.segmentId);
        }
        case 'lost':
          sound.loseUnknown({ fromMs: update.gap.startMs, toMs: update.gap.endMs });
          return vouching.ended(update.segmentId);
        default:
          return update satisfies never;
      }
    },
    mended(speaker, nowMs) {
      const span = vouching.mended(speaker, nowMs);
      if (span) sound.loseUnknown(span);
    },
    knownMs(nowMs) {
      const knownUntilMs = vouching.untilMs(nowMs);
      // A lane may be a little ahead of the clock.
      return knownUntilMs < nowMs ? knownUntilMs : Number.POSITIVE_INFINITY;
    },
    settledMs(nowMs) {
      const knownUntilMs = vouching.untilMs(nowMs);
      return Math.min(knownUntilMs, numbers.openFromMs(knownUntilMs)) - REACHES_BACK_MS;
    },
  };
}
