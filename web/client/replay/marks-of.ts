import type { CallState, OfferedSuggestion, SupervisorSpell } from '@agent/calls';
import type { SessionComment } from '@agent/protocol';
import type { ReplayMark, ReplayMarkKind, SuggestionEnd } from '@agent/ui/replay';

/** Longest text beside a mark. */
const MAX_TEXT = 80;

/** What happened in a call of `durationMs`, as its timeline shows it, by its beginning. */
export function marksOf(
  call: CallState,
  comments: readonly SessionComment[],
  durationMs: number,
): ReplayMark[] {
  const marks = [
    ...call.assist.suggestions.map((suggestion) => suggestionMark(suggestion, durationMs)),
    ...call.assist.alerts.map(({ seq, atMs, advice }) => point('alert', seq, atMs, advice)),
    ...call.chat.map(({ seq, atMs, text, from }) => {
      return { ...point('chat', seq, atMs, text), speaker: from };
    }),
    ...comments.map(({ commentId, atMs, text }) => point('comment', commentId, atMs, text)),
    ...supervisionMarks(call, durationMs),
    ...call.holds.map((hold) => stretch('hold', hold, durationMs)),
    ...call.waits.map((wait) => stretch('wait', wait, durationMs)),
    ...call.gaps.map((gap) => ({ ...stretch('gap', gap, durationMs), speaker: gap.speaker })),
    ...call.recording.pauses.map((pause) => stretch('paused', pause, durationMs)),
    ...call.recording.masked.map((masked) => stretch('masked', masked, durationMs)),
    ...call.recording.lost.map((lost) => stretch('lost', lost, durationMs)),
  ];
  return marks.sort((a, b) => a.startMs - b.startMs);
}

function supervisionMarks({ supervision }: CallState, durationMs: number): ReplayMark[] {
  const { help, coaching, joins, listening } = supervision;
  const spell = (kind: 'joined' | 'listening', one: SupervisorSpell) => {
    return { ...stretch(kind, one, durationMs), text: shortened(one.name) };
  };
  return [
    ...help.map(({ seq, askedMs, reason, taken }) => {
      const words = [reason, taken ? `${taken.by} helped` : ''].filter(Boolean).join(' – ');
      return point('help', seq, askedMs, words);
    }),
    ...coaching.map(({ seq, atMs, from, text }) => point('coach', seq, atMs, `${from}: ${text}`)),
    ...joins.map((one) => spell('joined', one)),
    ...listening.map((one) => spell('listening', one)),
  ];
}

function suggestionMark(suggestion: OfferedSuggestion, durationMs: number): ReplayMark {
  const { suggestionId, source, offeredAtMs, settledAtMs, fate } = suggestion;
  return {
    id: `suggestion:${suggestionId}`,
    kind: 'suggestion',
    startMs: offeredAtMs,
    endMs: settledAtMs ?? durationMs,
    text: shortened(source.kind === 'playbook' ? source.name : suggestion.suggestion),
    end: ends[fate.state],
  };
}

const ends: Record<OfferedSuggestion['fate']['state'], SuggestionEnd> = {
  open: 'open',
  accepted: 'used',
  edited: 'edited',
  dismissed: 'dismissed',
  'marked-wrong': 'wrong',
  expired: 'expired',
};

function point(kind: ReplayMarkKind, id: number | string, atMs: number, text: string): ReplayMark {
  return { id: `${kind}:${id}`, kind, startMs: atMs, endMs: atMs, text: shortened(text) };
}

function stretch(
  kind: ReplayMarkKind,
  { seq, startMs, endMs }: { seq: number; startMs: number; endMs: number | null },
  durationMs: number,
): ReplayMark {
  return { id: `${kind}:${seq}`, kind, startMs, endMs: endMs ?? durationMs, text: '' };
}

function shortened(text: string): string {
  return text.length > MAX_TEXT ? `${text.slice(0, MAX_TEXT - 1)}…` : text;
}
