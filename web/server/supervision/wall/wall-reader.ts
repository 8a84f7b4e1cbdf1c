import 'server-only';
import { isCalledForHelp, mayLookAfter, type Overseer, orderOfCalls } from '@agent/calls';
import type { CallId, QueueId, WallToday } from '@agent/protocol';
import type { WallSnapshot } from './wall-snapshot.ts';

/** The whole is sent again after this time, whatever was sent before. */
const wholeEveryMs = 15_000;

/** What one viewer has been sent, and what is to be sent next. */
export interface WallReader {
  /**
   * What is new to the viewer as a `wallSchema` in JSON; empty: nothing is. When something is due it is sent
   * in any case.
   */
  next(snapshot: WallSnapshot, overseer: Overseer, isDue: boolean): string;
}

/** Begins with the whole. */
export function createWallReader(): WallReader {
  let sent = { order: '', waiting: '', agents: '', today: '' };
  let sentCalls: ReadonlyMap<CallId, string> = new Map();
  let wholeAtMs = Number.NEGATIVE_INFINITY;

  return {
    next(snapshot, overseer, isDue) {
      const { parts, calls } = viewOf(snapshot, overseer);
      const isWhole = isDue && snapshot.atMs - wholeAtMs >= wholeEveryMs;
      const changed = [...calls].filter(
        ([callId, json]) => isWhole || sentCalls.get(callId) !== json,
      );
      const changedParts = partNames.filter((name) => isWhole || sent[name] !== parts[name]);
      if (!isDue && changed.length === 0 && changedParts.length === 0) return '';
      sent = parts;
      sentCalls = calls;
      if (isWhole) wholeAtMs = snapshot.atMs;
      return [
        `{"kind":"${isWhole ? 'whole' : 'changes'}"`,
        `"at":"${new Date(snapshot.atMs).toISOString()}"`,
        ...changedParts.map((name) => `"${name}":${parts[name]}`),
        `"calls":${listOf(changed.map(([, json]) => json))}}`,
      ].join(',');
    },
  };
}

const partNames = ['waiting', 'agents', 'order', 'today'] as const;

interface WallView {
  /** In JSON. */
  parts: Record<(typeof partNames)[number], string>;
  /** Each call in JSON. */
  calls: ReadonlyMap<CallId, string>;
}

/** What somebody may see of a snapshot. */
function viewOf(
  { atMs, calls, waiting, agents, today }: WallSnapshot,
  overseer: Overseer,
): WallView {
  const seen = calls
    .filter(({ overseen }) => mayLookAfter(overseer, overseen, atMs))
    .map(({ callId, overseen, forCalled, forOthers }) => {
      const isCalled = overseen.helperId !== null || isCalledForHelp(overseer, overseen, atMs);
      return { callId, ...(isCalled ? forCalled : forOthers) };
    });
  const looksAt = (queueId: QueueId) =>
    mayLookAfter(overseer, { queueId, helpAskedAtMs: null }, atMs);
  const isOfAll = overseer.role === 'admin' || overseer.queueIds.length === 0;
  return {
    parts: {
      waiting: listOf(waiting.filter(({ queueId }) => looksAt(queueId)).map(({ json }) => json)),
      agents: listOf(
        agents.filter(({ queueIds }) => isOfAll || queueIds.some(looksAt)).map(({ json }) => json),
      ),
      order: JSON.stringify(orderOfCalls(seen.map(({ shown }) => shown))),
      today: JSON.stringify(together(today.filter(({ queueId }) => looksAt(queueId)))),
    },
    calls: new Map(seen.map(({ callId, json }) => [callId, json])),
  };
}

function together(queues: WallSnapshot['today']): WallToday {
  const sum = { inTarget: 0, targeted: 0 };
  for (const { inTarget, targeted } of queues) {
    sum.inTarget += inTarget;
    sum.targeted += targeted;
  }
  return sum;
}

function listOf(items: readonly string[]): string {
  return `[${items.join(',')}]`;
}
