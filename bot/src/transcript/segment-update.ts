import type { CallEventData, InterimSegment, SegmentId } from '@agent/protocol';
import type { RestoredText } from '../terms/replacements.ts';
import type { DropReason } from './drop-rules.ts';

/** What the pipeline of one track has to tell; who is speaking is added by the publisher. */
export type SegmentUpdate =
  | { kind: 'interim'; segment: Omit<InterimSegment, 'speaker'> }
  | {
      kind: 'final';
      /** With the text as it was heard. */
      segment: Omit<CallEventData<'segment.final'>, 'speaker' | 'corrections'>;
      /** The text with terms restored; missing where none was misheard. */
      restored?: RestoredText | undefined;
    }
  | {
      kind: 'withdrawn';
      segmentId: SegmentId;
      startMs: number;
      endMs: number;
      reason: DropReason;
      wasShown: boolean;
    }
  | { kind: 'lost'; gap: Omit<CallEventData<'transcript.gap'>, 'speaker'>; segmentId: SegmentId };
