import type { CallEventEnvelope, DataMessage, SegmentId, Side, Speaker } from '@agent/protocol';
import type { Script, ScriptTurn } from '@agent/testing/script';
import type { ObservedCall } from './observed-call.ts';

/** One segment as a reader knows it at some moment. */
export interface SegmentText {
  segmentId: SegmentId;
  /** Place in the speaker's recording. */
  startMs: number;
  endMs: number;
  text: string;
  isFinal: boolean;
}

/** What a reader sees of one turn after a message about it. */
export interface TurnText {
  turnIndex: number;
  /** When the message arrived, as a time in the speaker's recording. */
  atMs: number;
  /** The segment the message was about. */
  changed: SegmentText;
  /** Every segment of the turn, in order of sound. */
  segments: SegmentText[];
}

/** Follows what one listener sees of each turn, message by message. */
export function turnTexts(call: ObservedCall, listener: Side): TurnText[] {
  const turns = new Map<number, Map<string, SegmentText>>();
  const seen: TurnText[] = [];
  for (const { atMs, message } of call.received[listener]) {
    const update = segmentOf(message);
    if (!update || update.speaker === 'supervisor') continue;
    const soundStartMs = call.soundStartMs[update.speaker];
    const toFileMs = (ms: number) => call.answeredAtMs + ms - soundStartMs;
    const { startMs, endMs } = update.segment;
    const changed = { ...update.segment, startMs: toFileMs(startMs), endMs: toFileMs(endMs) };
    const turnIndex = nearestTurn(call.script, update.speaker, changed.startMs, changed.endMs);
    const segments = turns.get(turnIndex) ?? new Map<string, SegmentText>();
    turns.set(turnIndex, segments);
    if (segments.get(changed.segmentId)?.isFinal) continue;
    segments.set(changed.segmentId, changed);
    seen.push({
      turnIndex,
      atMs: atMs - soundStartMs,
      changed,
      segments: [...segments.values()].toSorted((a, b) => a.startMs - b.startMs),
    });
  }
  return seen;
}

/** The whole text of a turn at some moment. */
export function textOf(segments: readonly SegmentText[]): string {
  return segments
    .map(({ text }) => text.trim())
    .filter((text) => text !== '')
    .join(' ');
}

/** The turn of a speaker that lies nearest to a span of its recording. */
export function nearestTurn(script: Script, speaker: Side, startMs: number, endMs: number): number {
  const middle = (startMs + endMs) / 2;
  const distance = (turn: ScriptTurn) =>
    Math.max(0, turn.startMs - middle, middle - turn.endMs) +
    (turn.speaker === speaker ? 0 : Number.POSITIVE_INFINITY);
  return script.turns.reduce((best, turn, index) => {
    const bestTurn = script.turns[best];
    return bestTurn && distance(bestTurn) <= distance(turn) ? best : index;
  }, 0);
}

interface SegmentUpdate {
  speaker: Speaker;
  segment: SegmentText;
}

function segmentOf(message: DataMessage): SegmentUpdate | undefined {
  if (message.kind === 'event') return finalOf(message.envelope);
  if (message.kind !== 'interim') return undefined;
  const { segmentId, speaker, startMs, endMs, stable, tail } = message.segment;
  return { speaker, segment: { segmentId, startMs, endMs, text: stable + tail, isFinal: false } };
}

function finalOf({ event }: CallEventEnvelope): SegmentUpdate | undefined {
  if (event.type !== 'segment.final') return undefined;
  const { segmentId, speaker, startMs, endMs, text } = event.data;
  return { speaker, segment: { segmentId, startMs, endMs, text, isFinal: true } };
}
