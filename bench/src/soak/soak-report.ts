import type { Machine } from '../machine.ts';
import { type Judgement, judgeSoak, type SoakFindings } from './judge-soak.ts';
import { type SoakSample, watchedProcesses } from './soak-sample.ts';

/** All that one soak found; the shape of `--json FILE`. */
export interface SoakReport extends SoakFindings {
  takenAt: string;
  machine: Machine;
  speechToText: string;
  /** Calls one after another, beside the long one. */
  callsInSequence: number;
  finalSegments: number;
  judgements: Judgement[];
}

/** Adds the judgement to what was found. */
export function judged(found: Omit<SoakReport, 'judgements'>): SoakReport {
  return { ...found, judgements: judgeSoak(found) };
}

/** Tells whether every demand was met. */
export function isGood({ judgements }: SoakReport): boolean {
  return judgements.every((judgement) => judgement.isGood);
}

/** The figures as Markdown tables that read well on a terminal too. */
export function soakTables(report: SoakReport): string {
  const { machine, before, during, after } = report;
  const moments = [before, ...spread(during), after];
  return [
    `${report.minutes} min: ${report.callsInSequence} calls in sequence beside one long call, ${report.finalSegments} segments, speech-to-text: ${report.speechToText}`,
    `${machine.cpu}, ${machine.cores} cores, ${machine.memoryGb} GB, Node ${machine.node}, ${report.takenAt.slice(0, 10)}`,
    '',
    table([
      ['', 'before', ...spread(during).map(({ atMs }) => minutesOf(atMs)), 'after'],
      ...watchedProcesses
        .filter((name) => before.processes[name])
        .flatMap((name) => [
          [`${name}, MB`, ...moments.map(({ processes }) => cell(processes[name]?.rssMb))],
          [`${name}, handles`, ...moments.map(({ processes }) => cell(processes[name]?.handles))],
        ]),
      ['streams', ...moments.map(({ streams }) => cell(streams))],
      ['connections to Postgres', ...moments.map(({ connections }) => cell(sum(connections)))],
      ['LiveKit rooms', ...moments.map(({ livekitRooms }) => cell(livekitRooms))],
      ...changedRows(before, after).map((name) => [
        `rows of ${name}`,
        ...moments.map(({ rows }) => cell(rows[name])),
      ]),
    ]),
    '',
    table([
      ['Judged', 'Found', 'Demanded', ''],
      ...report.judgements.map(({ what, found, demanded, isGood: good }) => [
        what,
        found,
        demanded,
        good ? 'good' : 'BAD',
      ]),
    ]),
    '',
  ].join('\n');
}

/** Five moments of the run, evenly. */
function spread(during: readonly SoakSample[]): SoakSample[] {
  return [0.1, 0.3, 0.5, 0.7, 0.9].flatMap(
    (share) => during[Math.floor(share * during.length)] ?? [],
  );
}

function changedRows(before: SoakSample, after: SoakSample): string[] {
  const names = new Set([...Object.keys(before.rows), ...Object.keys(after.rows)]);
  return [...names].filter((name) => before.rows[name] !== after.rows[name]);
}

function table(rows: readonly (readonly string[])[]): string {
  const widths = (rows[0] ?? []).map((_, column) =>
    Math.max(3, ...rows.map((row) => row[column]?.length ?? 0)),
  );
  const line = (row: readonly string[]) =>
    `| ${widths.map((width, column) => (row[column] ?? '').padEnd(width)).join(' | ')} |`;
  const [head = [], ...body] = rows;
  return [line(head), line(widths.map((width) => '-'.repeat(width))), ...body.map(line)].join('\n');
}

function cell(value: number | undefined): string {
  return value === undefined ? '–' : String(Math.round(value));
}

function sum(counts: Record<string, number>): number {
  return Object.values(counts).reduce((total, count) => total + count, 0);
}

function minutesOf(ms: number): string {
  return `${(ms / 60_000).toFixed(1)} min`;
}
