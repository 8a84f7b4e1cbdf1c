import type { CallEventData } from '@agent/protocol';

/** What was heard, from before terms were restored in it. */
export function heardText({
  text,
  corrections = [],
}: Pick<CallEventData<'segment.final'>, 'text' | 'corrections'>): string {
  return corrections
    .toSorted((one, other) => other.at - one.at)
    .reduce(
      (heard, { from, to, at }) => heard.slice(0, at) + from + heard.slice(at + to.length),
      text,
    );
}
