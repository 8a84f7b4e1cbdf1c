import type { BenchStack } from './bench-stack.ts';
import {
  type Histogram,
  histogramDelta,
  histogramPercentiles,
  readHistogram,
} from './histogram.ts';
import type { ObservedCall } from './observed-call.ts';
import type { Percentiles } from './percentiles.ts';
import { coresWithin, meterUsage, peakRssMb, type Span } from './process-usage.ts';

/** Processor and memory of one process during the calls; null when it is not ours to see. */
export interface ProcessFigures {
  cpuCores: number | null;
  /** Only while somebody speaks on a call. */
  cpuCoresWhileSpeaking: number | null;
  rssMb: number | null;
}

/** What the calls cost on the machine. */
export interface LoadFigures {
  bot: ProcessFigures;
  whisper: ProcessFigures;
  /** From the bot's own meter of appending an event. */
  eventToRowMs: Percentiles;
}

/** A measurement under way. */
export interface LoadMeter {
  /** Ends it and computes the figures for the calls that were played meanwhile. */
  finish(calls: readonly ObservedCall[]): Promise<LoadFigures>;
}

const APPEND_METER = 'bot_event_append_seconds';

/** Starts measuring the processes of a stack. */
export async function meterLoad(stack: BenchStack): Promise<LoadMeter> {
  const before = await appendHistogram(stack);
  const meters = {
    bot: meterUsage(() => stack.pids().bot),
    whisper: meterUsage(() => stack.pids().whisper),
  };
  return {
    finish: async (calls) => {
      for (const meter of Object.values(meters)) meter.stop();
      const played = calls.map(spanOf);
      const speaking = calls.flatMap(speechSpans);
      const figures = ({ samples }: (typeof meters)['bot']): ProcessFigures => ({
        cpuCores: coresWithin(samples, played),
        cpuCoresWhileSpeaking: coresWithin(samples, speaking),
        rssMb: peakRssMb(samples, played),
      });
      const after = await appendHistogram(stack);
      return {
        bot: figures(meters.bot),
        whisper: figures(meters.whisper),
        eventToRowMs: histogramPercentiles(histogramDelta(before, after)),
      };
    },
  };
}

async function appendHistogram({ botUrl }: BenchStack): Promise<Histogram> {
  if (botUrl === undefined) return [];
  const answer = await fetch(`${botUrl}/metrics`).catch(() => undefined);
  return answer?.ok ? readHistogram(await answer.text(), APPEND_METER) : [];
}

function spanOf({ soundStartMs, script }: ObservedCall): Span {
  const fromMs = Math.min(soundStartMs.customer, soundStartMs.agent);
  return { fromMs, toMs: fromMs + script.durationMs };
}

function speechSpans({ soundStartMs, script }: ObservedCall): Span[] {
  return script.turns.map(({ speaker, startMs, endMs }) => ({
    fromMs: soundStartMs[speaker] + startMs,
    toMs: soundStartMs[speaker] + endMs,
  }));
}
