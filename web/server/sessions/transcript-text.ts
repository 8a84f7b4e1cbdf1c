import {
  type CallState,
  type ConversationItem,
  createCallState,
  receiveEnvelopes,
  selectTurns,
  type Turn,
} from '@agent/calls';
import type { CallEventEnvelope, Session } from '@agent/protocol';
import { supervisionText } from './supervision-text.ts';

/** A line of the transcript with when it was, in milliseconds since the call was answered. */
interface Line {
  atMs: number;
  text: string;
}

/**
 * The call as people read it: who and when, what was said and typed, and what is missing of the text and
 * of the sound. Lines that somebody typed are indented, so that nobody can write what looks like one of ours.
 */
export function transcriptText(session: Session, log: readonly CallEventEnvelope[]): string {
  const state = receiveEnvelopes(createCallState(session.callId), log);
  const lines = [...selectTurns(state).map((item) => lineOf(item, session)), ...soundLines(state)];
  const sorted = lines.toSorted((a, b) => a.atMs - b.atMs);
  const said = sorted.map(({ atMs, text }) => `${clock(atMs).padStart(8)}  ${indented(text, 10)}`);
  const parts = [
    head(session, state),
    said.length > 0 ? said.join('\n') : 'Nothing was written down.',
  ];
  if (session.notes) parts.push(`Notes\n  ${indented(session.notes, 2)}`);
  if (session.ratingComment) {
    parts.push(`What the customer wrote with the rating\n  ${indented(session.ratingComment, 2)}`);
  }
  return `${parts.join('\n\n')}\n`;
}

function head(session: Session, { agents }: CallState): string {
  const { callId, customerName, contact, agentName, answeredAt, queuedAt, talkMs } = session;
  const names = agents.map(({ name }) => name);
  const facts = [
    ['Customer', `${customerName}, ${contact}`],
    ['Agent', names.join(', then ') || (agentName ?? 'nobody answered')],
    ['Called', queuedAt],
    ['Answered', answeredAt ?? 'no'],
    ['Talked', talkMs === null ? 'no' : clock(talkMs)],
    ['Queue', session.queue.name],
    ['Outcome', session.outcome?.label ?? 'none'],
    ['Rating', session.rating === null ? 'none' : `${session.rating} of 5`],
    ['Written down', session.transcribed ? 'yes' : 'the customer did not want it'],
    ['Sound', soundWords(session)],
    ['Call', callId],
  ];
  return facts.map(([name, value]) => `${name}: ${indented(value ?? '', 2)}`).join('\n');
}

function soundWords({ recorded, recording }: Session): string {
  if (!recording) return recorded ? 'nothing was recorded' : 'the customer did not want it';
  switch (recording.status) {
    case 'ready':
      return `sound.webm, ${clock(recording.durationMs ?? 0)}`;
    case 'recording':
      return 'not stored yet';
    case 'lost':
      return 'lost';
    case 'deleted':
      return `deleted ${recording.deletedAt ?? ''}`.trim();
    default:
      return recording.status satisfies never;
  }
}

function lineOf(item: ConversationItem, session: Session): Line {
  switch (item.kind) {
    case 'turn':
      return {
        atMs: item.startMs,
        text: `${nameOf(item, session)}: ${item.segments.map(({ text }) => text).join(' ')}`,
      };
    case 'chat':
      return {
        atMs: item.atMs,
        text: `${nameOf({ ...item, speaker: item.from }, session)} (chat): ${item.text}`,
      };
    case 'gap':
      return {
        atMs: item.startMs,
        text: `[${clock(item.endMs - item.startMs)} of ${nameOf(item, session)} missing: ${item.reason}]`,
      };
    case 'hold':
      return { atMs: item.startMs, text: `[on hold${lasting(item)}]` };
    case 'wait':
      return { atMs: item.startMs, text: `[the agent had to leave; waited${lasting(item)}]` };
    case 'recording-pause':
      return { atMs: item.startMs, text: `[recording paused${lasting(item)}]` };
    case 'coach':
    case 'supervision':
      return { atMs: item.atMs, text: supervisionText(item) };
    default:
      return item satisfies never;
  }
}

/** What cannot be heard, beside pauses. */
function soundLines({ recording }: CallState): Line[] {
  return [
    ...recording.masked.map(({ startMs, endMs }) => ({
      atMs: startMs,
      text: `[a card number, left out of the sound for ${clock(endMs - startMs)}]`,
    })),
    ...recording.lost.map(({ startMs, endMs, reason }) => ({
      atMs: startMs,
      text: `[no sound for ${clock(endMs - startMs)}: ${reason}]`,
    })),
  ];
}

function lasting({ startMs, endMs }: { startMs: number; endMs: number | null }): string {
  return endMs === null ? ' until the end' : ` for ${clock(endMs - startMs)}`;
}

type Spoken = Pick<Turn, 'speaker' | 'agentName' | 'supervisorName'>;

function nameOf({ speaker, agentName, supervisorName }: Spoken, session: Session): string {
  const names = {
    customer: session.customerName,
    agent: agentName ?? session.agentName,
    supervisor: supervisorName && `${supervisorName} (supervisor)`,
  };
  return names[speaker] || speaker;
}

/** Breaks of every kind that a program may show as one begin a line that is indented. */
function indented(text: string, by: number): string {
  return text.replace(/\r\n|[\n\r\v\f\u0085\u2028\u2029]/gu, `\n${' '.repeat(by)}`);
}

function clock(ms: number): string {
  const seconds = Math.max(0, Math.round(ms / 1000));
  const two = (value: number) => String(value).padStart(2, '0');
  const minutes = `${two(Math.floor(seconds / 60) % 60)}:${two(seconds % 60)}`;
  return seconds < 3600 ? minutes : `${Math.floor(seconds / 3600)}:${minutes}`;
}
