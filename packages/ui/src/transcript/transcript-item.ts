import type { SupervisionAct } from '@agent/calls';
import type { CallEventData, Sentiment, Speaker } from '@agent/protocol';

/** A term that was misheard: `to` stands in the text from character `at` on in the place of `from`. */
export interface TextCorrection {
  from: string;
  to: string;
  at: number;
}

/** A stretch of one speaker's speech. Interim text is `stable` (agreed) plus `tail` (may change). */
export interface TranscriptSegment {
  id: string;
  text: string | { stable: string; tail: string };
  state: 'final' | 'interim';
  startMs: number;
  endMs: number;
  /** Of final text, by their place in it. */
  corrections?: readonly TextCorrection[] | undefined;
}

/** What one side said without the other taking over. */
export interface TranscriptTurn {
  kind: 'turn';
  key: string;
  speaker: Speaker;
  startMs: number;
  /** Who said it, where that is an agent who had the call before. */
  agentName?: string | undefined;
  /** Who said it, where that is a supervisor. */
  supervisorName?: string | undefined;
  segments: readonly TranscriptSegment[];
}

/** A chat message among the turns. */
export interface TranscriptChat {
  kind: 'chat';
  key: string;
  from: Speaker;
  text: string;
  atMs: number;
  /** Who wrote it, where that is an agent who had the call before. */
  agentName?: string | undefined;
}

/** Speech that was not transcribed. */
export interface TranscriptGap {
  kind: 'gap';
  key: string;
  speaker: Speaker;
  /** Whose it is, where that is an agent who had the call before. */
  agentName?: string | undefined;
  /** Whose it is, where that is a supervisor. */
  supervisorName?: string | undefined;
  startMs: number;
  endMs: number;
  reason: CallEventData<'transcript.gap'>['reason'];
}

/** A hold; `endMs` is null while it lasts. */
export interface TranscriptHold {
  kind: 'hold';
  key: string;
  startMs: number;
  endMs: number | null;
}

/** A wait for another agent, as the one before had to leave; `endMs` is null while it lasts. */
export interface TranscriptWait {
  kind: 'wait';
  key: string;
  startMs: number;
  endMs: number | null;
}

/** A stretch that was left out of the recording; `endMs` is null while it lasts. */
export interface TranscriptRecordingPause {
  kind: 'recording-pause';
  key: string;
  startMs: number;
  endMs: number | null;
}

/** What a supervisor wrote to the agent and to nobody else. */
export interface TranscriptCoach {
  kind: 'coach';
  key: string;
  /** Name of the supervisor. */
  from: string;
  text: string;
  atMs: number;
}

/** Something that a supervisor did, or that the agent asked of one. */
export interface TranscriptSupervision {
  kind: 'supervision';
  key: string;
  act: SupervisionAct;
  /** Of the supervisor; empty where it is nobody's. */
  name: string;
  /** The reason of a request for help; else empty. */
  text: string;
  atMs: number;
}

/** One row of a transcript, oldest first. Times are milliseconds since the call was answered. */
export type TranscriptItem =
  | TranscriptTurn
  | TranscriptChat
  | TranscriptGap
  | TranscriptHold
  | TranscriptWait
  | TranscriptRecordingPause
  | TranscriptCoach
  | TranscriptSupervision;

/** How customer segments sound, by segment id. The entry of a segment never changes. */
export type TranscriptSentiments = ReadonlyMap<string, Sentiment>;

/** The whole text of a segment. */
export function segmentText(segment: TranscriptSegment): string {
  return typeof segment.text === 'string' ? segment.text : segment.text.stable + segment.text.tail;
}
