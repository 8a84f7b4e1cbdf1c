import type { MouseEvent } from 'react';
import type { PartClassNames } from '../react/part.ts';
import type { CallWallLabels } from './call-wall-labels.ts';
import type { WallAct } from './wall-item.ts';

/** Parts of a `CallWall` that can be given a class. */
export type CallWallPart = 'call-wall-tier' | 'call-wall-row' | 'call-wall-alert';

/** What every row of a wall shares. */
export interface WallContext {
  viewerId: string | undefined;
  listenHref: (callId: string) => string;
  onListen: ((callId: string) => void) | undefined;
  onAct: ((callId: string, incident: string, act: WallAct) => void) | undefined;
  snoozeMinutes: readonly number[];
  /** Names of what is under way, as `actKey` makes them. */
  pending: ReadonlySet<string>;
  showQueue: boolean;
  locale: string | undefined;
  text: CallWallLabels;
  classNames: PartClassNames<CallWallPart> | undefined;
}

/** Names an incident of a call among those of others. */
export function actKey(callId: string, incident: string): string {
  return `${callId} ${incident}`;
}

/** A link to listen to a call, that opens where its owner wants. */
export function listenLink({ listenHref, onListen }: WallContext, callId: string) {
  return {
    href: listenHref(callId),
    onClick: (event: MouseEvent) => {
      if (!onListen || isForBrowser(event)) return;
      event.preventDefault();
      onListen(callId);
    },
  };
}

function isForBrowser(event: MouseEvent): boolean {
  return event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey;
}
