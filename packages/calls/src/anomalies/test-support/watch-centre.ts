import { type AlertMetric, alertMetrics } from '../alert-metrics.ts';
import {
  type CallStretch,
  COMPARED_DAYS,
  COMPARED_WEEKS,
  type ComparedWindow,
  windowHours,
} from '../call-stretch.ts';
import { strictness } from '../finding.ts';
import { followWatch, newWatch } from '../follow-watch.ts';
import { judge } from '../judge.ts';
import { BIN_MS, BINS_A_DAY, BINS_A_WEEK, type SimulatedCentre } from './simulated-centre.ts';

/** An alert that was opened, in bins. */
export interface OpenedAlert {
  openedAt: number;
  /** When the calls were queued that it was opened for. */
  from: number;
  to: number;
}

/** Judges every figure every five minutes, from a week on, as the product does. */
export function watchCentre(
  centre: SimulatedCentre,
  { fromWeek }: { fromWeek: number },
): Record<AlertMetric, OpenedAlert[]> {
  const watched = alertMetrics.map((metric) => ({
    metric,
    watch: newWatch,
    opened: [] as OpenedAlert[],
  }));
  const judging = { sinceMs: 0, isLeftOut: () => false, strictness: strictness('all-calls') };
  const stretches = createStretches(centre);
  let days: CallStretch[] = [];
  for (let at = fromWeek * BINS_A_WEEK; at <= centre.bins; at += 1) {
    // Whole days change slowly: those of the last midnight do.
    if (at % BINS_A_DAY === 0) days = daysBefore(centre, at);
    const windows = windowsAt(stretches, at);
    for (const one of watched) {
      const verdict = judge(one.metric, { windows, days }, judging);
      const { watch, step } = followWatch(one.watch, verdict, at * BIN_MS);
      one.watch = watch;
      if (step !== 'open' || verdict.state !== 'out-of-line') continue;
      const { startsAtMs, endsAtMs } = verdict.finding;
      one.opened.push({ openedAt: at, from: startsAtMs / BIN_MS, to: endsAtMs / BIN_MS });
    }
  }
  return Object.fromEntries(watched.map(({ metric, opened }) => [metric, opened])) as Record<
    AlertMetric,
    OpenedAlert[]
  >;
}

type StretchOf = (hours: number, end: number) => CallStretch;

/** Each stretch is made once: what is the latest now is compared with for eight weeks. */
function createStretches(centre: SimulatedCentre): StretchOf {
  const known = new Map(
    windowHours.map((hours) => [hours as number, [] as (CallStretch | undefined)[]]),
  );
  return (hours, end) => {
    const ofHours = known.get(hours) ?? [];
    ofHours[end] ??= stretch(centre, end - hours * 12, end);
    return ofHours[end];
  };
}

/** The windows of a moment, each made when it is needed first. */
function windowsAt(stretchOf: StretchOf, at: number): Iterable<ComparedWindow> {
  const made: ComparedWindow[] = [];
  const make = (hours: number): ComparedWindow => ({
    ...{ hours, latest: stretchOf(hours, at) },
    weeks: Array.from({ length: COMPARED_WEEKS }, (_, back) =>
      stretchOf(hours, at - (back + 1) * BINS_A_WEEK),
    ),
  });
  return {
    *[Symbol.iterator]() {
      for (const [index, hours] of windowHours.entries()) {
        made[index] ??= make(hours);
        yield made[index];
      }
    },
  };
}

function daysBefore(centre: SimulatedCentre, at: number): CallStretch[] {
  const end = at - BINS_A_DAY;
  return Array.from({ length: COMPARED_DAYS }, (_, back) =>
    stretch(centre, end - (back + 1) * BINS_A_DAY, end - back * BINS_A_DAY),
  );
}

function stretch({ sumsOf }: SimulatedCentre, from: number, to: number): CallStretch {
  return { startsAtMs: from * BIN_MS, endsAtMs: to * BIN_MS, sums: sumsOf(from, to) };
}
