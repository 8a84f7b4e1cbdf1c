'use client';
import type { CallEventEnvelope, CallId, Session, SessionComment } from '@agent/protocol';
import {
  nextLineMs,
  nextMarkMs,
  type Playback,
  type ReplayLine,
  type ReplayMark,
  type ReplayMarkKind,
  type TalkSpans,
  usePlayback,
  type WaveformPeaks,
} from '@agent/ui/replay';
import { useEffect, useMemo, useState } from 'react';
import { CallReplay } from '../call/call-replay.ts';
import { linesOf } from './lines-of.ts';
import { marksOf } from './marks-of.ts';
import { type ReplayTime, replayTime } from './replay-time.ts';
import { soundUrl } from './session-api.ts';
import { skipsOf, talkOf } from './skips-of.ts';
import { useWaveform } from './use-session-data.ts';

/** A call that is played again. */
export interface Replay {
  /** The call at the playhead. */
  reading: CallReplay;
  playback: Playback;
  time: ReplayTime;
  lines: readonly ReplayLine[];
  marks: readonly ReplayMark[];
  hidden: ReadonlySet<ReplayMarkKind>;
  setHidden(kinds: ReadonlySet<ReplayMarkKind>): void;
  talk: TalkSpans;
  peaks: WaveformPeaks | null;
  isWaveformLoading: boolean;
  /** Length of the sound; null without sound. */
  soundMs: number | null;
  /** Loads the sound once more. */
  retrySound(): void;
  toMark(direction: 1 | -1): void;
  toLine(direction: 1 | -1): void;
}

/** Plays a log and its sound; it begins at `startMs`, paused. The log does not change. */
export function useReplay(
  session: Session,
  log: readonly CallEventEnvelope[],
  { comments, startMs }: { comments: readonly SessionComment[]; startMs: number },
): Replay {
  const { callId, recording } = session;
  const [{ reading, whole, time }] = useState(() => open(callId, log, startMs));
  const { durationMs } = time;
  const soundMs = recording?.status === 'ready' ? (recording.durationMs ?? 0) : null;
  const waveform = useWaveform(callId, soundMs !== null);
  const peaks = soundMs === null ? null : (waveform.data ?? null);
  const [attempt, setAttempt] = useState(0);
  const sound = soundMs === null ? null : { url: soundUrl(callId), durationMs: soundMs };
  const playback = usePlayback({ durationMs, positionMs: startMs }, sound, attempt);
  useCallAtPlayhead(reading, playback, time.baseMs);
  useEffect(
    () => playback.setSkips(skipsOf(whole, peaks, durationMs)),
    [playback, whole, peaks, durationMs],
  );
  const [hidden, setHidden] = useState<ReadonlySet<ReplayMarkKind>>(() => new Set());
  const lines = useMemo(() => linesOf(whole), [whole]);
  const marks = useMemo(() => marksOf(whole, comments, durationMs), [whole, comments, durationMs]);
  const seekIfThere = (atMs: number | null) => {
    if (atMs !== null) playback.seek(atMs);
  };
  return {
    ...{ reading, playback, time, lines, marks, hidden, setHidden, peaks, soundMs },
    talk: useMemo(() => talkOf(whole), [whole]),
    isWaveformLoading: waveform.isLoading,
    retrySound: () => setAttempt((before) => before + 1),
    toMark(direction) {
      const shown = marks.filter(({ kind }) => !hidden.has(kind));
      seekIfThere(nextMarkMs(shown, playback.getPositionMs(), direction));
    },
    toLine: (direction) => seekIfThere(nextLineMs(lines, playback.getPositionMs(), direction)),
  };
}

function open(callId: CallId, log: readonly CallEventEnvelope[], startMs: number) {
  const reading = new CallReplay(callId, log);
  const whole = reading.whole();
  const time = replayTime(whole);
  reading.seek(time.baseMs + Math.min(startMs, time.durationMs));
  return { reading, whole, time };
}

/** Keeps the call at the playhead; what it then shows depends on nothing but where that is. */
function useCallAtPlayhead(reading: CallReplay, playback: Playback, baseMs: number): void {
  useEffect(() => {
    const seek = () => reading.seek(baseMs + playback.getPositionMs());
    seek();
    return playback.subscribe(seek);
  }, [reading, playback, baseMs]);
}
