import type { CallEventData } from '@agent/protocol';
import type { SegmentUpdate } from '../transcript/segment-update.ts';
import type { RedactedFinal, Redactor } from './redaction.ts';

/** A final as it may be told: with terms restored, without card numbers. */
export interface ToldFinal {
  kind: 'final';
  segment: Omit<CallEventData<'segment.final'>, 'speaker'>;
}

/** What a pipeline tells, without card numbers; of a final, where they were. */
export type RedactedUpdate =
  | { update: ToldFinal; found: RedactedFinal }
  | { update: Exclude<SegmentUpdate, { kind: 'final' }>; found?: undefined };

/**
 * Takes card numbers out of what a pipeline tells, before anybody else gets it. They are looked for in
 * what was heard, before any term is restored in it: a term must not take away what tells of a card.
 */
export function redactUpdate(update: SegmentUpdate, redactor: Redactor): RedactedUpdate {
  switch (update.kind) {
    case 'final': {
      const { segment, restored } = update;
      const found = redactor.final(segment.text);
      // Where something was hidden the rest stays as it was heard: nothing else is put back into it.
      const isWhole = restored && found.text === segment.text;
      const told = isWhole ? restored : { text: found.text };
      return { update: { kind: 'final', segment: { ...segment, ...told } }, found };
    }
    case 'interim': {
      const { segment } = update;
      return {
        update: { ...update, segment: { ...segment, ...redactInterim(segment, redactor) } },
      };
    }
    case 'withdrawn':
    case 'lost':
      return { update };
    default:
      return update satisfies never;
  }
}

interface InterimText {
  stable: string;
  tail: string;
}

/** A number may begin in the stable part and end in the tail, so both are read as one. */
function redactInterim({ stable, tail }: InterimText, redactor: Redactor): InterimText {
  const heard = stable + tail;
  const text = redactor.interim(heard);
  if (text === heard) return { stable, tail };
  const kept = commonPrefixLength(stable, text);
  const stableEnd = text.lastIndexOf(' ', kept - 1) + 1;
  return { stable: text.slice(0, stableEnd), tail: text.slice(stableEnd) };
}

function commonPrefixLength(some: string, other: string): number {
  let length = 0;
  while (length < some.length && some[length] === other[length]) length += 1;
  return length;
}
