import 'server-only';
import type { CallId } from '@agent/protocol';
import { type CallRow, findCall } from '@agent/store';
import type { Unsubscribe } from './hub.ts';
import type { Services } from './services.ts';

/** Tells when what a desk shows of a call's customer may have changed. */
export interface CallCustomerWatch {
  /** `onChange` runs when the linked customer, the link or the desk of the call has changed. */
  subscribe(onChange: () => void): Unsubscribe;
  /** The call as it is shown from now on: its customer is the one to watch. */
  follow(call: CallRow): void;
}

/**
 * Watches a call and the customer linked to it. Most events of a call change nothing here, so the
 * call's row is looked at before anybody is told: a directory is asked only when it is worth it.
 */
export function watchCallCustomer(
  { db, hub }: Pick<Services, 'db' | 'hub'>,
  callId: CallId,
): CallCustomerWatch {
  let shown: CallRow | undefined;
  let tell: (() => void) | undefined;
  let stopCustomer: Unsubscribe = () => {};
  return {
    subscribe(onChange) {
      tell = onChange;
      const stopCall = hub.onCall(callId, () => void look());
      return () => {
        tell = undefined;
        stopCall();
        stopCustomer();
      };
    },
    follow(call) {
      const isSameCustomer = shown?.customerId === call.customerId;
      shown = call;
      if (isSameCustomer || !tell) return;
      stopCustomer();
      stopCustomer = call.customerId ? hub.onCustomer(call.customerId, tell) : () => {};
    },
  };

  async function look(): Promise<void> {
    const call = await findCall(db, callId).catch(() => undefined);
    // Whoever is told finds out what is wrong with a call that cannot be read.
    if (!call || !shown || isShownElsewise(shown, call)) tell?.();
  }
}

function isShownElsewise(shown: CallRow, call: CallRow): boolean {
  const keys = ['status', 'offeredTo', 'agentId', 'customerId', 'customerLinkedBy'] as const;
  return keys.some((key) => shown[key] !== call[key]);
}
