import type { Percentiles } from '@agent/testing/percentiles';
import type { Machine } from '../machine.ts';
import { type ListenerCost, servers } from './listener-cost.ts';

/** All that one run found; the shape of `--json FILE`. */
export interface ListeningReport {
  takenAt: string;
  machine: Machine;
  /** From the click on the wall to the first sound of the side that is heard first. */
  clickToFirstVoiceMs: Percentiles;
  /** The same until both sides are heard. */
  clickToBothVoicesMs: Percentiles;
  /** So many listened at once while the cost was taken. */
  listeners: number;
  cost: Record<(typeof servers)[number], ListenerCost>;
}

/** The figures as a Markdown table. */
export function listeningTable(report: ListeningReport): string {
  const { machine, listeners, cost } = report;
  const rows = [
    ['Click to the first voice', latency(report.clickToFirstVoiceMs)],
    ['Click to both voices', latency(report.clickToBothVoicesMs)],
    ...servers.map((name) => [`A listener, in ${name}`, costText(cost[name], listeners)]),
  ];
  return [
    `${machine.cpu}, ${machine.cores} cores, ${machine.memoryGb} GB, Node ${machine.node}, ${report.takenAt.slice(0, 10)}`,
    '',
    '| Figure | Value |',
    '| --- | --- |',
    ...rows.map((cells) => `| ${cells.join(' | ')} |`),
  ].join('\n');
}

function latency({ p50, p95, n }: Percentiles): string {
  return p50 === null
    ? '–'
    : `p50 ${Math.round(p50)} ms, p95 ${Math.round(p95 ?? p50)} ms (n ${n})`;
}

function costText({ coresWithout, coresWith, moreMb }: ListenerCost, listeners: number): string {
  const percentEach = ((coresWith - coresWithout) * 100) / listeners;
  const mbEach = moreMb / listeners;
  return `${percentEach.toFixed(2)} % of a core and ${mbEach.toFixed(1)} MB (${(coresWithout * 100).toFixed(1)} % before, ${(coresWith * 100).toFixed(1)} % with ${listeners})`;
}
