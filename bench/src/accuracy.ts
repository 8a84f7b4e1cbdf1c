import { sumWordErrors, type WordErrors, wordErrors } from '@agent/testing/word-errors';
import { type ObservedCall, sides } from './observed-call.ts';

/** Word errors of a call's stored final text against its script, both sides together. */
export function accuracy(call: ObservedCall): WordErrors {
  return sumWordErrors(
    sides.map((side) => {
      const spoken = call.script.turns.filter(({ speaker }) => speaker === side);
      const finals = call.log
        .flatMap(({ event }) => (event.type === 'segment.final' ? event.data : []))
        .filter(({ speaker }) => speaker === side)
        .toSorted((a, b) => a.startMs - b.startMs);
      const text = (parts: readonly { text: string }[]) => parts.map((part) => part.text).join(' ');
      return wordErrors(text(spoken), text(finals));
    }),
  );
}
