import type { EventPage } from '@agent/protocol';
import type { Redaction } from './redaction.ts';

/** So many of the last events tell whether a card is talked of. */
const LAST_EVENTS = 60;

/** Tells the redaction of a call what was said before this bot took over, as the log has it. */
export async function recallTalk(
  redaction: Redaction,
  readLog: (afterSeq: number) => Promise<EventPage>,
): Promise<void> {
  const first = await readLog(0);
  const isWhole = first.envelopes.at(-1)?.event.seq === first.lastSeq;
  const { envelopes } = isWhole ? first : await readLog(Math.max(0, first.lastSeq - LAST_EVENTS));
  redaction.recall(
    envelopes.flatMap(({ event }) => (event.type === 'segment.final' ? [event.data] : [])),
  );
}
