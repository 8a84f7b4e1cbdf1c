import { useEffect, useRef } from 'react';
import type { CallWallLabels } from './call-wall-labels.ts';
import { actKey } from './wall-context.ts';
import type { WallCallItem } from './wall-item.ts';
import { unattended } from './wall-tiers.ts';

/** Tells of each call that begins to need help, once; not of those that did when the wall was opened. */
export function useNewAlerts(
  calls: readonly WallCallItem[],
  { isReady, nowMs, text }: { isReady: boolean; nowMs: number; text: CallWallLabels },
  announce: (words: string) => void,
): void {
  const known = useRef<ReadonlySet<string> | null>(null);
  useEffect(() => {
    if (!isReady) return;
    const pressing = calls.flatMap((call) =>
      unattended(call, nowMs).map(({ incident, kind }) => ({
        ...{ key: actKey(call.callId, incident), call, kind },
      })),
    );
    const before = known.current;
    known.current = new Set(pressing.map(({ key }) => key));
    if (!before) return;
    const words = pressing
      .filter(({ key }) => !before.has(key))
      .map(({ call, kind }) =>
        text.announce(kind, call.agent?.name ?? text.noAgent, call.customerName),
      );
    if (words.length > 0) announce(words.join(' '));
  });
}
