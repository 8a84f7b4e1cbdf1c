import type { CallFigures } from './figures.ts';
import type { LoadFigures } from './load.ts';

/** One step of the ladder: so many calls at once, and what came of it. */
export interface LadderStep extends CallFigures, LoadFigures {
  calls: number;
}

/** Where the machine first falls behind. */
export interface LadderFigures {
  /** Calls at once at which text comes late or not at all; null when it never did. */
  fallsBehindAt: number | null;
  /** What falls behind, in words. */
  what: string;
  steps: LadderStep[];
}

/** A final later than this after the end of speech is late. */
export const LATE_FINAL_MS = 2500;

/** Tells whether text came late or not at all. */
export function isBehind(step: CallFigures): boolean {
  return (
    (step.finalLagMs.p95 ?? Number.POSITIVE_INFINITY) > LATE_FINAL_MS ||
    step.timesDelayed > 0 ||
    step.lostSegments > 0
  );
}

/** Says what falls behind at a step, judged by the processes that are at their limit. */
export function whatFallsBehind(step: LadderStep, cores: number): string {
  const symptoms = [
    `finals p95 ${Math.round(step.finalLagMs.p95 ?? 0)} ms`,
    `interim words p95 ${Math.round(step.interimWordLagMs.p95 ?? 0)} ms`,
    ...(step.timesDelayed > 0 ? [`"transcription delayed" ${step.timesDelayed} times`] : []),
    ...(step.lostSegments > 0 ? [`${step.lostSegments} segments lost`] : []),
  ].join(', ');
  return `${busiest(step, cores)}: ${symptoms}`;
}

function busiest({ bot, whisper }: LadderStep, cores: number): string {
  const whisperCores = whisper.cpuCoresWhileSpeaking ?? 0;
  const botCores = bot.cpuCoresWhileSpeaking ?? 0;
  if (whisperCores >= botCores && whisperCores > 0) {
    return `speech-to-text (${whisperCores.toFixed(2)} of ${cores} cores while somebody speaks)`;
  }
  return botCores > 0 ? `the bot (${botCores.toFixed(2)} cores)` : 'speech-to-text';
}
