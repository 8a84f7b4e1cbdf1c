import type { TimeSpan } from '../playback/playback-state.ts';
import type { WaveformPeaks } from './waveform-peaks.ts';

/** What counts as silence that may be skipped. */
export interface QuietOptions {
  /** Loudness (0 to 1) below which a side is quiet. Default 0.02, −34 dB. */
  belowLevel?: number | undefined;
  /** Only what is longer is skipped, in milliseconds. Default 2,000. */
  longerThanMs?: number | undefined;
  /** So much is left at both ends, so that no word begins in the middle. Default 250. */
  marginMs?: number | undefined;
}

/** Stretches of a waveform in which both sides are quiet for long, without their ends. */
export function quietSpans(
  { stepMs, customer, agent }: WaveformPeaks,
  { belowLevel = 0.02, longerThanMs = 2_000, marginMs = 250 }: QuietOptions = {},
): TimeSpan[] {
  const isQuiet = (at: number) => (customer[at] ?? 0) < belowLevel && (agent[at] ?? 0) < belowLevel;
  const length = Math.max(customer.length, agent.length);
  const spans: TimeSpan[] = [];
  let from: number | null = null;
  for (let at = 0; at <= length; at += 1) {
    if (at < length && isQuiet(at)) from ??= at;
    else if (from !== null) {
      spans.push({ startMs: from * stepMs, endMs: at * stepMs });
      from = null;
    }
  }
  return withoutEnds(spans, longerThanMs, marginMs);
}

/** What is between stretches of talk, for calls without a waveform. */
export function pausesBetween(
  talk: readonly TimeSpan[],
  durationMs: number,
  { longerThanMs = 2_000, marginMs = 250 }: QuietOptions = {},
): TimeSpan[] {
  const spans: TimeSpan[] = [];
  let quietFromMs = 0;
  for (const { startMs, endMs } of [...talk].sort((a, b) => a.startMs - b.startMs)) {
    if (startMs > quietFromMs) spans.push({ startMs: quietFromMs, endMs: startMs });
    quietFromMs = Math.max(quietFromMs, endMs);
  }
  if (durationMs > quietFromMs) spans.push({ startMs: quietFromMs, endMs: durationMs });
  return withoutEnds(spans, longerThanMs, marginMs);
}

/** Stretches by their beginning; those that touch are one. */
export function joinSpans(spans: readonly TimeSpan[]): TimeSpan[] {
  const joined: TimeSpan[] = [];
  for (const { startMs, endMs } of [...spans].sort((a, b) => a.startMs - b.startMs)) {
    const last = joined.at(-1);
    if (last && startMs <= last.endMs) last.endMs = Math.max(last.endMs, endMs);
    else if (endMs > startMs) joined.push({ startMs, endMs });
  }
  return joined;
}

function withoutEnds(spans: TimeSpan[], longerThanMs: number, marginMs: number): TimeSpan[] {
  return spans
    .filter(({ startMs, endMs }) => endMs - startMs > longerThanMs)
    .map(({ startMs, endMs }) => ({ startMs: startMs + marginMs, endMs: endMs - marginMs }));
}
