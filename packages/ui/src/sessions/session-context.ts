import type { MouseEvent } from 'react';
import type { PartClassNames } from '../react/part.ts';
import type { SessionListLabels } from './session-list-labels.ts';

/** Parts of a `SessionList` that can be given a class. */
export type SessionListPart = 'session-list-day' | 'session-list-row' | 'session-list-hit';

/** What every row of a list shares. */
export interface SessionContext {
  sessionHref: (callId: string, atMs: number | null) => string;
  onOpen: ((callId: string, atMs: number | null) => void) | undefined;
  showAgent: boolean;
  selected: string | null;
  onSelect: (callId: string) => void;
  timeZone: string | undefined;
  locale: string;
  text: SessionListLabels;
  classNames: PartClassNames<SessionListPart> | undefined;
}

/** A link to a call or to a moment of it, that opens where its owner wants. */
export function linkTo(context: SessionContext, callId: string, atMs: number | null) {
  const { sessionHref, onOpen, onSelect } = context;
  return {
    href: sessionHref(callId, atMs),
    onFocus: () => onSelect(callId),
    onClick: (event: MouseEvent) => {
      // Safari does not focus a link that is pressed.
      onSelect(callId);
      if (!onOpen || isForBrowser(event)) return;
      event.preventDefault();
      onOpen(callId, atMs);
    },
  };
}

function isForBrowser(event: MouseEvent): boolean {
  return event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey;
}
