import type { Side, Speaker } from '@agent/protocol';
import type { CallState, FinalSegment, Gap, LiveSegment } from './call-state.ts';
import type { Stretch } from './stretch.ts';
import {
  type CoachItem,
  type SupervisionItem,
  supervisionItems,
  supervisorAt,
} from './supervision/supervision-items.ts';

/** What one side said without anything in between: final segments and, marked, interim ones. */
export interface Turn {
  kind: 'turn';
  key: string;
  speaker: Speaker;
  startMs: number;
  endMs: number;
  /** Who said it, where that is an agent who had the call before. */
  agentName?: string;
  /** Who said it, where that is a supervisor. */
  supervisorName?: string;
  segments: readonly (FinalSegment | LiveSegment)[];
}

/** A chat message among the turns. */
export interface ChatItem {
  kind: 'chat';
  key: string;
  from: Side;
  text: string;
  atMs: number;
  /** Who wrote it, where that is an agent who had the call before. */
  agentName?: string;
}

/** Speech that was not transcribed. */
export interface GapItem extends Gap {
  kind: 'gap';
  key: string;
  /** Whose it is, where that is an agent who had the call before. */
  agentName?: string;
  /** Whose it is, where that is a supervisor. */
  supervisorName?: string;
}

/** A hold; `endMs` is null while it lasts. */
export interface HoldItem {
  kind: 'hold';
  key: string;
  startMs: number;
  endMs: number | null;
}

/** A stretch that the agent left out of the recording; `endMs` is null while it lasts. */
export interface RecordingPauseItem {
  kind: 'recording-pause';
  key: string;
  startMs: number;
  endMs: number | null;
}

/** A wait for another agent, as the one before had to leave; `endMs` is null while it lasts. */
export interface WaitItem {
  kind: 'wait';
  key: string;
  startMs: number;
  endMs: number | null;
}

/** One row of a transcript view. Keys are stable; times are milliseconds since the answer. */
export type ConversationItem =
  | Turn
  | ChatItem
  | GapItem
  | HoldItem
  | WaitItem
  | RecordingPauseItem
  | CoachItem
  | SupervisionItem;

/** What was said and what happened, in time order; neighbouring segments of one side are a turn. */
export function selectTurns(state: CallState): readonly ConversationItem[] {
  const items: ConversationItem[] = [];
  let open: { speaker: Speaker; segments: Turn['segments'][number][] } | undefined;
  for (const entry of entries(state)) {
    if (!('state' in entry)) {
      items.push(entry.item);
      open = undefined;
    } else if (open?.speaker === entry.speaker) {
      open.segments.push(entry);
    } else {
      open = { speaker: entry.speaker, segments: [entry] };
      items.push({
        kind: 'turn',
        key: `turn:${entry.id}`,
        ...open,
        ...formerAgent(state, entry.speaker, entry.startMs),
        ...supervisorAt(state, entry.speaker, entry.startMs),
        startMs: entry.startMs,
        endMs: 0,
      });
    }
  }
  return items.map(withEnd);
}

/**
 * `selectTurns` that remembers: the same items for the same state, and the same object for each item
 * that has not changed, so that a memoised row is not drawn again. One for each view.
 */
export function createTurnsSelector(): (state: CallState) => readonly ConversationItem[] {
  let inputs: readonly unknown[] = [];
  let items: readonly ConversationItem[] = [];
  return (state) => {
    const { segments, interims, chat, gaps, holds, waits, agents, recording, supervision } = state;
    const marked = [chat, gaps, holds, waits, agents, recording.pauses, supervision];
    const next = [segments, interims, ...marked];
    if (sameElements(inputs, next)) return items;
    inputs = next;
    const before = new Map(items.map((item) => [item.key, item]));
    items = selectTurns(state).map((item) => {
      const known = before.get(item.key);
      return known && isSameItem(known, item) ? known : item;
    });
    return items;
  };
}

type Segment = FinalSegment | LiveSegment;
type StretchItem = HoldItem | WaitItem | RecordingPauseItem;
type Mark = { item: Exclude<ConversationItem, Turn>; startMs: number; seq: number };

function entries(state: CallState): (Segment | Mark)[] {
  return [...state.segments, ...state.interims.values(), ...marks(state)].sort(byPlace);
}

function marks(state: CallState): Mark[] {
  const { chat, gaps, holds, waits, recording } = state;
  return [
    ...chat.map(({ id, seq, ...message }) => {
      const by = formerAgent(state, message.from, message.atMs);
      return mark(
        { kind: 'chat', key: `chat:${message.from}:${id}`, ...message, ...by },
        message.atMs,
        seq,
      );
    }),
    ...gaps.map((gap) => {
      const by = {
        ...formerAgent(state, gap.speaker, gap.startMs),
        ...supervisorAt(state, gap.speaker, gap.startMs),
      };
      return mark({ kind: 'gap', key: `gap:${gap.seq}`, ...gap, ...by }, gap.startMs, gap.seq);
    }),
    ...stretchMarks('hold', holds),
    ...stretchMarks('wait', waits),
    ...stretchMarks('recording-pause', recording.pauses),
    ...supervisionItems(state).map(({ item, seq }) => mark(item, item.atMs, seq)),
  ];
}

function stretchMarks(kind: StretchItem['kind'], stretches: readonly Stretch[]): Mark[] {
  return stretches.map(({ seq, startMs, endMs }) =>
    mark({ kind, key: `${kind}:${seq}`, startMs, endMs }, startMs, seq),
  );
}

/** Who was the agent at that moment, unless it is the one who has the call now. */
export function formerAgent(
  { agents, agentName }: Pick<CallState, 'agents' | 'agentName'>,
  speaker: Speaker,
  atMs: number,
): { agentName?: string } {
  if (speaker !== 'agent') return {};
  const spell = agents.findLast(({ fromMs }) => fromMs <= atMs);
  const isNow = agentName !== null && spell === agents.at(-1);
  return spell && !isNow ? { agentName: spell.name } : {};
}

function mark(item: Mark['item'], startMs: number, seq: number): Mark {
  return { item, startMs, seq };
}

/** By start; at the same moment what is in the log first, in its order, then interims by id. */
function byPlace(a: Segment | Mark, b: Segment | Mark): number {
  return a.startMs - b.startMs || compare(rank(a), rank(b)) || compare(idOf(a), idOf(b));
}

function rank(entry: Segment | Mark): number {
  return 'seq' in entry ? entry.seq : Number.POSITIVE_INFINITY;
}

function idOf(entry: Segment | Mark): string {
  return 'state' in entry ? entry.id : entry.item.key;
}

function compare<T extends number | string>(a: T, b: T): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}

function withEnd(item: ConversationItem): ConversationItem {
  if (item.kind !== 'turn') return item;
  return {
    ...item,
    endMs: item.segments.reduce((endMs, segment) => Math.max(endMs, segment.endMs), 0),
  };
}

function isSameItem(a: ConversationItem, b: ConversationItem): boolean {
  if (isOfSpeaker(a) && isOfSpeaker(b) && !isBySame(a, b)) return false;
  if (a.kind === 'turn' && b.kind === 'turn') return sameElements(a.segments, b.segments);
  if ('endMs' in a && 'endMs' in b) return a.endMs === b.endMs;
  return a.kind === b.kind;
}

function isOfSpeaker(item: ConversationItem): item is Turn | ChatItem | GapItem {
  return item.kind === 'turn' || item.kind === 'chat' || item.kind === 'gap';
}

/** Names come with what the log tells later. */
function isBySame(a: Turn | ChatItem | GapItem, b: Turn | ChatItem | GapItem): boolean {
  const nameOf = (item: typeof a) => ('supervisorName' in item ? item.supervisorName : undefined);
  return a.agentName === b.agentName && nameOf(a) === nameOf(b);
}

function sameElements(a: readonly unknown[], b: readonly unknown[]): boolean {
  return a.length === b.length && a.every((element, index) => element === b[index]);
}
