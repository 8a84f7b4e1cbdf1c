import { alertKinds, type CallId, type UserId, type WallAlert } from '@agent/protocol';
import type { Incident } from './incidents.ts';

/** What supervisors do about one incident. Times are milliseconds since 1970. */
export interface AlertCare {
  owner: { userId: UserId; name: string } | null;
  snoozedUntilMs: number | null;
  isDone: boolean;
}

/** The incidents of a call with who sees to them: first what somebody has to see to, the most urgent first. */
export function alertsOf(
  incidents: readonly Incident[],
  careOf: (incident: string) => AlertCare | undefined,
  nowMs: number,
): WallAlert[] {
  const alerts = incidents.map(({ incident, kind, sinceMs, reason, figureMs }): WallAlert => {
    const { owner, snoozedUntilMs, isDone } = careOf(incident) ?? noCare;
    const isPutOff = snoozedUntilMs !== null && snoozedUntilMs > nowMs;
    return {
      ...{ incident, kind, reason, figureMs, owner, isDone },
      since: new Date(sinceMs).toISOString(),
      snoozedUntil: isPutOff ? new Date(snoozedUntilMs).toISOString() : null,
    };
  });
  return [...alerts.filter(isPressing), ...alerts.filter((alert) => !isPressing(alert))];
}

const noCare: AlertCare = { owner: null, snoozedUntilMs: null, isDone: false };

/** Whether an alert wants somebody: not done, and not put off. Of the time of the wall that it stands in. */
export function isPressing({ isDone, snoozedUntil }: Pick<WallAlert, 'isDone' | 'snoozedUntil'>) {
  return !isDone && snoozedUntil === null;
}

/** How much a call wants a supervisor. */
export type WallTier = 'needs-help' | 'watch' | 'fine';

/** The tier of a call with these alerts. Who takes one leaves the call where it is. */
export function tierOf(alerts: readonly WallAlert[]): WallTier {
  const pressing = alerts.filter(isPressing);
  if (pressing.some(({ kind }) => kind === 'help' || kind === 'upset')) return 'needs-help';
  return pressing.length > 0 ? 'watch' : 'fine';
}

/** What the order of calls goes by. */
export interface RankedCall {
  callId: CallId;
  answeredAt: string;
  /** The most urgent first. */
  alerts: readonly WallAlert[];
}

const tiers: readonly WallTier[] = ['needs-help', 'watch', 'fine'];

/**
 * Who needs help first: by tier, those that nobody sees to before the others, the more urgent kind, and
 * what has lasted longest. Calls in which nothing stands out stand in the order of their answer.
 */
export function orderOfCalls(calls: readonly RankedCall[]): CallId[] {
  const ranked = calls.map(({ callId, answeredAt, alerts }) => {
    const [first] = alerts.filter(isPressing);
    const rank = [
      tiers.indexOf(tierOf(alerts)),
      first?.owner ? 1 : 0,
      first ? alertKinds.indexOf(first.kind) : 0,
      Date.parse(first?.since ?? answeredAt),
    ];
    return { callId, rank };
  });
  return ranked.toSorted(byRank).map(({ callId }) => callId);
}

interface Ranked {
  callId: CallId;
  rank: readonly number[];
}

function byRank(a: Ranked, b: Ranked): number {
  for (const [index, own] of a.rank.entries()) {
    const difference = own - (b.rank[index] ?? 0);
    if (difference !== 0) return difference;
  }
  return a.callId < b.callId ? -1 : 1;
}
