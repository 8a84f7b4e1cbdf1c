import type { Percentiles } from '@agent/testing/percentiles';
import type { BenchStack } from './bench-stack.ts';
import { histogramDelta, histogramPercentiles, readHistogram } from './histogram.ts';
import type { ObservedCall } from './observed-call.ts';
import {
  busyCores,
  coresWithin,
  cpuTimes,
  meterUsage,
  peakRssMb,
  type Span,
} from './process-usage.ts';

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
  /** Processor cores in use on the whole machine, by whatever process. */
  busyCores: number;
  /** From the bot's own meter of appending an event. */
  eventToRowMs: Percentiles;
  /** From the bot's own meter of its requests for text. */
  transcriberMs: Record<'interim' | 'final', Percentiles>;
}

/** A measurement under way. */
export interface LoadMeter {
  /** Ends it and computes the figures for the calls that were played meanwhile. */
  finish(calls: readonly ObservedCall[]): Promise<LoadFigures>;
}

/** Name and label of the bot's histograms. */
const meters = {
  append: { name: 'bot_event_append_seconds', label: '' },
  interim: { name: 'bot_transcriber_seconds', label: 'purpose="interim"' },
  final: { name: 'bot_transcriber_seconds', label: 'purpose="final"' },
} as const;

/** Starts measuring the processes of a stack. */
export async function meterLoad(stack: BenchStack): Promise<LoadMeter> {
  const before = await botMetrics(stack);
  const cpuBefore = cpuTimes();
  const usage = {
    bot: meterUsage(() => stack.pids().bot),
    whisper: meterUsage(() => stack.pids().whisper),
  };
  return {
    finish: async (calls) => {
      for (const meter of Object.values(usage)) meter.stop();
      const played = calls.map(spanOf);
      const speaking = calls.flatMap(speechSpans);
      const figures = ({ samples }: (typeof usage)['bot']): ProcessFigures => ({
        cpuCores: coresWithin(samples, played),
        cpuCoresWhileSpeaking: coresWithin(samples, speaking),
        rssMb: peakRssMb(samples, played),
      });
      const after = await botMetrics(stack);
      const took = (meter: keyof typeof meters) => {
        const { name, label } = meters[meter];
        const [earlier, later] = [before, after].map((text) => readHistogram(text, name, label));
        return histogramPercentiles(histogramDelta(earlier ?? [], later ?? []));
      };
      return {
        bot: figures(usage.bot),
        whisper: figures(usage.whisper),
        busyCores: busyCores(cpuBefore, cpuTimes()),
        eventToRowMs: took('append'),
        transcriberMs: { interim: took('interim'), final: took('final') },
      };
    },
  };
}

async function botMetrics({ botUrl }: BenchStack): Promise<string> {
  if (botUrl === undefined) return '';
  const answer = await fetch(`${botUrl}/metrics`).catch(() => undefined);
  return answer?.ok ? answer.text() : '';
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
