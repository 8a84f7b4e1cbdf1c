import { normaliseWords } from '@agent/testing/normalise';
import { alignWords } from '@agent/testing/word-errors';
import type { ReceivedMessage } from './observed-call.ts';

/** Words shown provisionally, and how many of them did not stay. */
export interface InterimChanges {
  shown: number;
  changed: number;
}

/** Counts the interim words of one listener that a later revision or the final took back. */
export function interimChanges(received: readonly ReceivedMessage[]): InterimChanges {
  const current = new Map<string, string[]>();
  const sum = { shown: 0, changed: 0 };
  for (const { message } of received) {
    if (message.kind === 'interim') {
      const { segmentId, stable, tail } = message.segment;
      const words = normaliseWords(stable + tail);
      const step = difference(current.get(segmentId) ?? [], words);
      sum.shown += step.added;
      sum.changed += step.lost;
      current.set(segmentId, words);
    } else if (message.kind === 'interim-withdrawn') {
      sum.changed += current.get(message.segmentId)?.length ?? 0;
      current.delete(message.segmentId);
    } else if (message.kind === 'event' && message.envelope.event.type === 'segment.final') {
      const { segmentId, text } = message.envelope.event.data;
      sum.changed += difference(current.get(segmentId) ?? [], normaliseWords(text)).lost;
      current.delete(segmentId);
    }
  }
  return sum;
}

function difference(before: string[], after: string[]): { added: number; lost: number } {
  const kept = alignWords(before, after).filter(({ equal }) => equal).length;
  return { added: after.length - kept, lost: before.length - kept };
}
