import type { EndReason } from '@agent/protocol';

/** Whose screen the words are for. */
export type Side = 'customer' | 'agent';

/** Why a call ended without anybody having hung up; null when somebody has. */
export function endWords(reason: EndReason | null, side: Side, other: string): string | null {
  switch (reason) {
    case 'customer-lost':
    case 'agent-lost':
      return reason.startsWith(side)
        ? 'Your connection was gone for a minute, so the call has ended.'
        : `The connection to ${other} was gone for a minute, so the call has ended.`;
    case 'customer-hung-up':
    case 'agent-hung-up':
    case 'system':
    case null:
      return null;
    default:
      return reason satisfies never;
  }
}
