import type { CallEvent, Side } from '@agent/protocol';
import type { Script } from '@agent/testing/script';
import { type WordErrors, wordErrors } from '@agent/testing/word-errors';
import { eventsOf } from './call-log.ts';

const speakers: readonly Side[] = ['customer', 'agent'];

/** What one side says in a script. */
export function scriptText({ turns }: Script, speaker: Side): string {
  return turns
    .filter((turn) => turn.speaker === speaker)
    .map(({ text }) => text)
    .join(' ');
}

/** What the log holds of one side, in the order of speaking. */
export function loggedText(events: readonly CallEvent[], speaker: Side): string {
  return eventsOf(events, 'segment.final')
    .filter(({ data }) => data.speaker === speaker)
    .toSorted((a, b) => a.data.startMs - b.data.startMs)
    .map(({ data }) => data.text)
    .join(' ');
}

/** Word errors of each side of a logged call against its script. */
export function loggedErrors(
  script: Script,
  events: readonly CallEvent[],
): Record<Side, WordErrors> {
  const [customer, agent] = speakers.map((speaker) =>
    wordErrors(scriptText(script, speaker), loggedText(events, speaker)),
  ) as [WordErrors, WordErrors];
  return { customer, agent };
}
