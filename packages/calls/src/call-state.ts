import type {
  CallEventData,
  CallEventEnvelope,
  EndReason,
  SegmentId,
  Side,
  Speaker,
  TranscriptionStatus,
} from '@agent/protocol';
import { type AssistState, emptyAssistState } from './assist-state.ts';
import { emptyIdSet, type IdSet } from './id-set.ts';
import { emptyRecordingState, type RecordingState } from './recording-state.ts';
import type { Stretch } from './stretch.ts';
import { emptySupervisionState, type SupervisionState } from './supervision/supervision-state.ts';

/** Where a call stands for the person at its screen. `waiting`: for the first agent, or for another one. */
export type CallPhase = 'waiting' | 'active' | 'held' | 'ended' | 'closed' | 'abandoned';

/** Fixed text of one utterance. Times are milliseconds since the call was answered. */
export interface FinalSegment {
  state: 'final';
  id: SegmentId;
  seq: number;
  speaker: Speaker;
  startMs: number;
  endMs: number;
  text: string;
  language: string;
  meanLogProbability: number | null;
  /** Terms that were misheard, for those with an account. */
  corrections?: CallEventData<'segment.final'>['corrections'] | undefined;
}

/** Provisional text of an utterance that goes on: `stable` is agreed, `tail` may change. */
export interface LiveSegment {
  state: 'interim';
  id: SegmentId;
  revision: number;
  speaker: Speaker;
  startMs: number;
  endMs: number;
  text: { stable: string; tail: string };
}

/** Something written in the chat; `atMs` counts from the answer of the call. */
export interface ChatMessage {
  id: string;
  seq: number;
  from: Side;
  text: string;
  atMs: number;
}

/** A stretch of one side's speech that was not transcribed. */
export type Gap = CallEventData<'transcript.gap'> & { seq: number };

/** A wait for another agent after the first one had to leave; `endMs` is null while it lasts. */
export type Wait = Stretch;

/** Who had the call from a moment on, in milliseconds since it was answered. */
export interface AgentSpell {
  name: string;
  fromMs: number;
}

/** A hold; `endMs` is null while it lasts. */
export type Hold = Stretch;

/**
 * A call as told by the events received so far. Never changed in place: parts that an event does
 * not touch stay the same objects. Times named `…AtMs` are milliseconds since 1970.
 */
export interface CallState {
  /** Only compared with the ids of events: another desk than ours names its calls as it likes. */
  callId: string;
  /** `seq` of the newest event folded in. */
  lastSeq: number;
  /** The newest `seq` heard of. Beyond `lastSeq`, something is missing. */
  knownSeq: number;
  /** Events that wait for one before them, by ascending `seq`; bounded. */
  pending: readonly CallEventEnvelope[];
  /** Something was lost or overtaken: fetch the events after `lastSeq`. */
  missing: boolean;
  phase: CallPhase;
  /** Null in logs from before there were several. */
  queue: { id: string; name: string } | null;
  customerName: string | null;
  /** Null while nobody has the call. */
  agentName: string | null;
  /** Everybody who has had the call, in order. */
  agents: readonly AgentSpell[];
  transcribed: boolean;
  queuedAtMs: number | null;
  /** The first answer: offsets count from here. */
  answeredAtMs: number | null;
  endedAtMs: number | null;
  closedAtMs: number | null;
  /** Since when the call is on hold; null when it is not. */
  heldSinceMs: number | null;
  endReason: EndReason | null;
  /** How long somebody waited last who gave up or vanished. */
  waitedMs: number | null;
  /** Milliseconds of talk until a side was lost; null when none was. */
  lostMs: number | null;
  /** Sides whose audio is connected. */
  present: ReadonlySet<Side>;
  /** By `startMs`, then `seq`. */
  segments: readonly FinalSegment[];
  interims: ReadonlyMap<SegmentId, LiveSegment>;
  /** Segments that are final or withdrawn: a late interim of theirs is ignored. */
  finishedSegmentIds: IdSet;
  chat: readonly ChatMessage[];
  gaps: readonly Gap[];
  holds: readonly Hold[];
  /** Waits for another agent; the first wait is not among them. */
  waits: readonly Wait[];
  transcription: { status: TranscriptionStatus; delayMs: number };
  /** The event since which its status is what it is; null: since the answer. */
  transcriptionSince: { seq: number; atMs: number } | null;
  recording: RecordingState;
  supervision: SupervisionState;
  /** Only told to people with an account. */
  rating: CallEventData<'call.rated'> | null;
  /** Only told to people with an account. */
  wrapUp: CallEventData<'call.wrapped-up'> | null;
  /** Only told to people with an account. */
  assist: AssistState;
}

/** The state of a call of which nothing has been received. */
export function createCallState(callId: string): CallState {
  return {
    callId,
    lastSeq: 0,
    knownSeq: 0,
    pending: [],
    missing: false,
    phase: 'waiting',
    queue: null,
    customerName: null,
    agentName: null,
    agents: [],
    transcribed: true,
    queuedAtMs: null,
    answeredAtMs: null,
    endedAtMs: null,
    closedAtMs: null,
    heldSinceMs: null,
    endReason: null,
    waitedMs: null,
    lostMs: null,
    present: new Set(),
    segments: [],
    interims: new Map(),
    finishedSegmentIds: emptyIdSet,
    chat: [],
    gaps: [],
    holds: [],
    waits: [],
    transcription: { status: 'live', delayMs: 0 },
    transcriptionSince: null,
    recording: emptyRecordingState,
    supervision: emptySupervisionState,
    rating: null,
    wrapUp: null,
    assist: emptyAssistState,
  };
}

/** The state with some of its assist part replaced. */
export function withAssist(state: CallState, part: Partial<AssistState>): CallState {
  return { ...state, assist: { ...state.assist, ...part } };
}

/** Whether both sides are on the call, be it on hold. */
export function isTalking({ phase }: Pick<CallState, 'phase'>): boolean {
  return phase === 'active' || phase === 'held';
}

/** Whether the call was answered and waits for another agent. */
export function isWaitingAgain({ phase, answeredAtMs }: CallState): boolean {
  return phase === 'waiting' && answeredAtMs !== null;
}

/** Whether nobody talks any more, nor will. */
export function isTalkOver({ phase }: Pick<CallState, 'phase'>): boolean {
  return phase === 'ended' || phase === 'closed' || phase === 'abandoned';
}
