import { type AlertKind, alertKinds } from '@agent/protocol';
import { type CallState, isTalking, isTalkOver } from '../call-state.ts';
import type { SentimentFall } from './sentiment-fall.ts';
import { openHelp } from './supervision-state.ts';

/** A hold is long after this time. */
const LONG_HOLD_MS = 120_000;
/** Text is late when it has come so late, or has come late for so long. */
const LATE_MS = 3_000;
/** A bot takes a call within a second or two; after this time something is wrong. */
const UNHEARD_MS = 10_000;

/** What stands out in a call, whoever sees to it. Times are milliseconds since 1970. */
export interface Incident {
  /** Its name within the call, made of what began it. */
  incident: string;
  kind: AlertKind;
  sinceMs: number;
  /** What the agent gave as reason (`help`); empty: none. */
  reason: string;
  /** How late text comes (`late`); how long nine of ten calls last at most (`long`); else null. */
  figureMs: number | null;
}

/** What must be known of a call beside its log. */
export interface IncidentContext {
  nowMs: number;
  /** The customer's sentiment, if it falls. */
  fall: SentimentFall | null;
  /** How much of the call some bot has heard, in milliseconds since the answer; null: one hears it now. */
  heardUntilMs: number | null;
  /** How long nine of ten calls of its queue last at most; null: too few to say. */
  longAfterMs: number | null;
}

/** What stands out in a call at a moment, the most urgent first. Nothing does before the answer. */
export function selectIncidents(state: CallState, context: IncidentContext): readonly Incident[] {
  const { answeredAtMs } = state;
  if (answeredAtMs === null || isTalkOver(state)) return [];
  const { nowMs, fall, longAfterMs } = context;
  const offsetMs = nowMs - answeredAtMs;
  const found: Incident[] = [];
  const add = (
    kind: AlertKind,
    key: string | number | null,
    startMs: number,
    more: Partial<Pick<Incident, 'reason' | 'figureMs'>> = {},
  ) => {
    const incident = key === null ? kind : `${kind}:${key}`;
    const sinceMs = answeredAtMs + startMs;
    found.push({ incident, kind, sinceMs, reason: '', figureMs: null, ...more });
  };

  const help = openHelp(state.supervision);
  if (help) add('help', help.id, help.askedMs, { reason: help.reason });
  if (fall) add('upset', fall.seq, fall.startMs);
  if (!isTalking(state)) return found;

  const hold = state.holds.findLast(({ endMs }) => endMs === null);
  if (hold && offsetMs - hold.startMs >= LONG_HOLD_MS) add('hold', hold.seq, hold.startMs);
  const text = textTrouble(state, context, offsetMs);
  if (text) add(text.kind, text.key, text.startMs, { figureMs: text.figureMs });
  if (longAfterMs !== null && offsetMs > longAfterMs) {
    add('long', null, longAfterMs, { figureMs: longAfterMs });
  }
  return found.toSorted((a, b) => alertKinds.indexOf(a.kind) - alertKinds.indexOf(b.kind));
}

interface TextTrouble {
  kind: 'no-text' | 'late';
  key: string | number;
  startMs: number;
  figureMs: number | null;
}

/** No text, or late text: one thing at a time. A call that must not be transcribed lacks nothing. */
function textTrouble(
  { transcribed, transcription, transcriptionSince }: CallState,
  { heardUntilMs }: IncidentContext,
  offsetMs: number,
): TextTrouble | undefined {
  if (!transcribed) return undefined;
  const { seq, atMs } = transcriptionSince ?? { seq: 0, atMs: 0 };
  if (transcription.status === 'off') {
    return { kind: 'no-text', key: seq, startMs: atMs, figureMs: null };
  }
  if (heardUntilMs !== null) {
    const isWrong = offsetMs - heardUntilMs >= UNHEARD_MS;
    const key = `0-${heardUntilMs}`;
    return isWrong ? { kind: 'no-text', key, startMs: heardUntilMs, figureMs: null } : undefined;
  }
  const { delayMs } = transcription;
  const isLate =
    transcription.status === 'delayed' && (delayMs >= LATE_MS || offsetMs - atMs >= LATE_MS);
  return isLate ? { kind: 'late', key: seq, startMs: atMs, figureMs: delayMs } : undefined;
}
