import type { Percentiles } from '@agent/testing/percentiles';
import type { CallFigures } from './figures.ts';
import type { LadderFigures } from './ladder.ts';
import type { LoadFigures, ProcessFigures } from './load.ts';
import type { Machine } from './machine.ts';
import { type FaultFigures, faultCases, type ModelFigures } from './model-figures.ts';
import type { NoiseFigures } from './noise-call.ts';

/** All that one run of the bench found; the shape of `--json FILE`. */
export interface BenchReport extends CallFigures, LoadFigures, ModelFigures {
  takenAt: string;
  machine: Machine;
  speechToText: string;
  /** Calls at once. */
  calls: number;
  /** Names of the scripts played, in order. */
  played: string[];
  /** Lines written for sound without speech; null when none was played. */
  noiseLines: number | null;
  noise: NoiseFigures | null;
  ladder: LadderFigures | null;
}

/** The figures as a Markdown table that reads well on a terminal too. */
export function reportTable(report: BenchReport): string {
  const rows: [string, string][] = [
    ['Interim word lag', latency(report.interimWordLagMs)],
    ['First interim after onset', latency(report.onsetToFirstInterimMs)],
    ['Final after end of speech', latency(report.finalLagMs)],
    ['– customer', latency(report.finalLagBySpeakerMs.customer)],
    ['– agent', latency(report.finalLagBySpeakerMs.agent)],
    ['Request to interim text', latency(report.transcriberMs.interim)],
    ['Request to final text', latency(report.transcriberMs.final)],
    ['Event to row', latency(report.eventToRowMs)],
    ['Playbook card after final', latency(report.playbookSuggestionMs)],
    ['Model card after final', latency(report.modelSuggestionMs)],
    ['– complete', latency(report.modelCompleteMs)],
    ['Fallback card after final', latency(report.fallbackSuggestionMs)],
    ...faultRows(report.fallbackByFault),
    ['Word error rate', percent(report.wordErrorRate)],
    ...Object.entries(report.wordErrorRateByCall).map(([name, rate]): [string, string] => [
      `– ${name}`,
      percent(rate),
    ]),
    ['Interim words later changed', percent(report.interimWordsChanged)],
    ['Segments lost', `${report.lostSegments} of ${report.finalSegments}`],
    ['Lines on noise', noiseText(report.noise)],
    ['Bot', processText(report.bot)],
    ['Whisper', processText(report.whisper)],
    ['Whole machine', `${report.busyCores} of ${report.machine.cores} cores`],
  ];
  const width = Math.max(...rows.map(([name]) => name.length));
  return [
    `${report.calls} ${report.calls === 1 ? 'call' : 'calls'} at once (${report.played.length} played), speech-to-text: ${report.speechToText}`,
    `${report.machine.cpu}, ${report.machine.cores} cores, ${report.machine.memoryGb} GB, Node ${report.machine.node}, ${report.takenAt.slice(0, 10)}`,
    '',
    `| ${'Figure'.padEnd(width)} | Value |`,
    `| ${'-'.repeat(width)} | --- |`,
    ...rows.map(([name, value]) => `| ${name.padEnd(width)} | ${value} |`),
    ...(report.ladder ? ['', ...ladderLines(report.ladder)] : []),
    '',
  ].join('\n');
}

function ladderLines({ steps, fallsBehindAt, what }: LadderFigures): string[] {
  return [
    '| Calls | Interim word lag p50 / p95 | Final p50 / p95 | Lost | Bot | Whisper |',
    '| --- | --- | --- | --- | --- | --- |',
    ...steps.map((step) =>
      [
        '',
        step.calls,
        twoOf(step.interimWordLagMs),
        twoOf(step.finalLagMs),
        step.lostSegments,
        cores(step.bot.cpuCores),
        cores(step.whisper.cpuCores),
        '',
      ]
        .join(' | ')
        .trim(),
    ),
    '',
    fallsBehindAt === null
      ? `It does not fall behind up to ${steps.at(-1)?.calls ?? 0} calls.`
      : `It first falls behind at ${fallsBehindAt} calls: ${what}.`,
  ];
}

function faultRows(byFault: ModelFigures['fallbackByFault']): [string, string][] {
  if (!byFault) return [];
  return faultCases.map((fault) => [`– model ${fault}`, faultText(byFault[fault])]);
}

function faultText({ fallbackSuggestionMs, modelStates }: FaultFigures): string {
  const told = modelStates.length === 0 ? 'nothing' : modelStates.join(', ');
  return `${latency(fallbackSuggestionMs)}; told: ${told}`;
}

function latency({ p50, p95, p99, n }: Percentiles): string {
  return n === 0 ? 'none' : `p50 ${ms(p50)}, p95 ${ms(p95)}, p99 ${ms(p99)} (n = ${n})`;
}

function twoOf({ p50, p95 }: Percentiles): string {
  return `${ms(p50)} / ${ms(p95)}`;
}

function ms(value: number | null): string {
  return value === null ? '–' : `${value < 10 ? value : Math.round(value)} ms`;
}

function percent(share: number | null): string {
  return share === null ? 'not measured' : `${(share * 100).toFixed(1)} %`;
}

function cores(value: number | null): string {
  return value === null ? '–' : `${value.toFixed(2)} cores`;
}

function processText({ cpuCores, cpuCoresWhileSpeaking, rssMb }: ProcessFigures): string {
  if (cpuCores === null) return 'not measured';
  return `${cores(cpuCores)} (${cores(cpuCoresWhileSpeaking)} while somebody speaks), ${rssMb} MB`;
}

function noiseText(figures: NoiseFigures | null): string {
  if (!figures) return 'not measured';
  return `${figures.lines} in ${figures.minutes} min of silence, noise and music`;
}
