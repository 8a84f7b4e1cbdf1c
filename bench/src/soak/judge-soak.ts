import type { Losses } from '../losses.ts';
import { type SoakSample, watchedProcesses } from './soak-sample.ts';

/** What a soak found; the shape of what is judged. */
export interface SoakFindings {
  minutes: number;
  /** Before the first call, desks open, everything warm. */
  before: SoakSample;
  /** While calls run. */
  during: readonly SoakSample[];
  /** After the last call, when all had time to settle. */
  after: SoakSample;
  lost: Losses;
}

/** One demand and how it was met, in words. */
export interface Judgement {
  what: string;
  isGood: boolean;
  found: string;
  demanded: string;
}

/** Most that the bot may grow after its warm-up in an hour; a shorter run has the same room. */
export const MAX_BOT_GROWTH_MB = 20;
/** Sockets and files that come and go by themselves. */
export const HANDLE_SLACK = 6;
/** Connections that wait in a pool for their next use. */
const CONNECTION_SLACK = 4;

/** Share of the time that counts as warm-up; 5 minutes at most. */
const WARM_UP_SHARE = 0.3;
const MOST_WARM_UP_MS = 5 * 60_000;
/** Memory is the median over this long, at the end of the warm-up and of the run. */
const WINDOW_SHARE = 0.2;

/** Judges all demands. */
export function judgeSoak(findings: SoakFindings): Judgement[] {
  const { before, after, lost } = findings;
  const lostSegments = lost.turns + lost.gaps + lost.messages;
  return [
    botGrowth(findings),
    ...watchedProcesses.flatMap((name): Judgement[] => {
      const [earlier, later] = [before.processes[name], after.processes[name]];
      if (!earlier) return [];
      return [atMost(`handles of ${name}`, later?.handles ?? 0, earlier.handles + HANDLE_SLACK)];
    }),
    atMost('open streams', after.streams, before.streams),
    atMost('LiveKit rooms', after.livekitRooms, before.livekitRooms),
    atMost('connections to Postgres', sumOf(after.connections), connectionRoom(before)),
    atMost('calls the bot holds', after.botCalls, 0),
    atMost('events that wait in the bot', after.outboxEvents, 0),
    ...Object.entries(after.leftovers).map(([what, count]) => atMost(what, count, 0)),
    atMost('segments lost', lostSegments, 0),
    atMost('segments stored twice', lost.duplicates, 0),
  ];
}

/** Growth of the bot's memory from the end of its warm-up to the end of the calls. */
export function botGrowthMb({ minutes, during }: Pick<SoakFindings, 'minutes' | 'during'>): number {
  const lengthMs = minutes * 60_000;
  const warmUpMs = Math.min(lengthMs * WARM_UP_SHARE, MOST_WARM_UP_MS);
  const windowMs = lengthMs * WINDOW_SHARE;
  const within = (fromMs: number, untilMs: number) =>
    median(
      during
        .filter(({ atMs }) => atMs >= fromMs && atMs < untilMs)
        .flatMap(({ processes }) => processes.bot?.rssMb ?? []),
    );
  const endMs = during.at(-1)?.atMs ?? 0;
  return round(within(endMs - windowMs, endMs + 1) - within(warmUpMs, warmUpMs + windowMs));
}

function botGrowth(findings: SoakFindings): Judgement {
  const grownMb = botGrowthMb(findings);
  const roomMb = round(MAX_BOT_GROWTH_MB * Math.max(1, findings.minutes / 60));
  return {
    what: 'memory of the bot',
    isGood: grownMb <= roomMb,
    found: `${signed(grownMb)} MB after warm-up in ${findings.minutes} min`,
    demanded: `at most +${roomMb} MB (+${MAX_BOT_GROWTH_MB} MB in 60 min)`,
  };
}

function atMost(what: string, found: number, most: number): Judgement {
  return { what, isGood: found <= most, found: String(found), demanded: `at most ${most}` };
}

function connectionRoom(before: SoakSample): number {
  return sumOf(before.connections) + CONNECTION_SLACK;
}

function sumOf(counts: Record<string, number>): number {
  return Object.values(counts).reduce((sum, count) => sum + count, 0);
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
}

function signed(value: number): string {
  return value < 0 ? String(value) : `+${value}`;
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
