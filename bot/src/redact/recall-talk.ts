import type { EventPage } from '@agent/protocol';
import { patiently } from '../async/patiently.ts';
import { heardText } from '../terms/heard-text.ts';
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
    envelopes.flatMap(({ event }) =>
      event.type === 'segment.final'
        ? [{ speaker: event.data.speaker, text: heardText(event.data) }]
        : [],
    ),
  );
}

export interface RecallOptions {
  /** Reads the next events of the log after this `seq`. */
  readLog: (afterSeq: number) => Promise<EventPage>;
  onFailure: (error: unknown) => void;
  /** The call is over or is no longer ours. */
  signal: AbortSignal;
}

const LAST_RETRY_MS = 4_000;

/** Recalls the talk as soon as the log can be read. Never rejects. */
export async function recallPatiently(redaction: Redaction, options: RecallOptions): Promise<void> {
  const { readLog, onFailure, signal } = options;
  await patiently(() => recallTalk(redaction, readLog), {
    onFailure,
    signal,
    lastRetryMs: LAST_RETRY_MS,
  });
}
