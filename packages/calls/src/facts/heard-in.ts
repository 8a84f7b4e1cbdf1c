import type { CallEvent, SegmentId } from '@agent/protocol';
import type { AssistState } from '../assist-state.ts';
import type { FinalSegment } from '../call-state.ts';
import { byStart } from '../ordered.ts';

/** What was said, how it sounded, and all other events. */
export interface Heard {
  segments: FinalSegment[];
  sentiment: AssistState['sentiment'];
  others: CallEvent[];
}

/**
 * Folds lines and their scores as `applyEvent` does, all at once: one by one, each of which copies what there is,
 * the log of a long call would keep a process busy for a second.
 */
export function heardIn(events: readonly CallEvent[]): Heard {
  const segments = new Map<SegmentId, FinalSegment>();
  const sentiment: Map<SegmentId, Scored> = new Map();
  const others: CallEvent[] = [];
  for (const event of events) {
    if (event.type === 'segment.final') {
      const { segmentId: id, ...data } = event.data;
      // A segment is final once.
      if (!segments.has(id)) segments.set(id, { state: 'final', id, seq: event.seq, ...data });
    } else if (event.type === 'sentiment.scored') {
      sentiment.set(event.data.segmentId, { ...event.data, seq: event.seq });
    } else {
      others.push(event);
    }
  }
  return { segments: [...segments.values()].sort(byStart), sentiment, others };
}

type Scored = AssistState['sentiment'] extends ReadonlyMap<SegmentId, infer S> ? S : never;
