import type { SegmentId, Speaker, WrapUpLineKind } from '@agent/protocol';

/** One line of a draft: a quote, word for word out of a final segment, or a fact of the log. */
export interface WrapUpDraftLine {
  /** The same for the same line of the same call, whatever else is said. */
  id: string;
  kind: WrapUpLineKind;
  text: string;
  /** Milliseconds since the call was answered; null for what belongs to no moment. */
  atMs: number | null;
  /** Whose words they are; null for a fact. */
  speaker: Speaker | null;
  /** Who said it, where that is an agent who had the call before. */
  agentName?: string;
  segmentId: SegmentId | null;
}

/** Outcomes that a call can speak for, by the ids of the queue that there is from the beginning. */
export type DraftedOutcome = 'resolved' | 'follow-up' | 'escalated';

/** An outcome that the call itself speaks for. Nothing files it but the agent. */
export interface SuggestedOutcome {
  disposition: DraftedOutcome;
  /** Reads well after "because". */
  because: string;
  /** What was said that speaks for it; null where the log does. */
  segmentId: SegmentId | null;
  atMs: number | null;
}

/** What an agent finds at the end of a call. */
export interface WrapUpDraft {
  /** By kind, within a kind as it was said. */
  lines: readonly WrapUpDraftLine[];
  /** Null where nothing speaks for any. */
  outcome: SuggestedOutcome | null;
}
