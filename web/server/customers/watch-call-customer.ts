import 'server-only';
import type { CallId, OrderNumber } from '@agent/protocol';
import { type CallRow, findCall, namedOrders } from '@agent/store';
import type { Unsubscribe } from '../change-feed.ts';
import type { Services } from '../services.ts';

/** A call, and the orders of its customer that were named in it. */
export interface CallWithOrders {
  call: CallRow;
  orders: readonly OrderNumber[];
}

/** Tells when what a desk shows of a call's customer may have changed. */
export interface CallCustomerWatch {
  /**
   * `onChange` runs when the linked customer, the link or the desk of the call has changed, or when
   * another order of the customer was named.
   */
  subscribe(onChange: () => void): Unsubscribe;
  /** What is shown from now on: the customer of the call is the one to watch. */
  follow(shown: CallWithOrders): void;
}

/** Reads what of a call decides what is shown of its customer; undefined when there is no such call. */
export async function readCallWithOrders(
  db: Services['db'],
  callId: CallId,
): Promise<CallWithOrders | undefined> {
  const call = await findCall(db, callId);
  if (!call) return undefined;
  const orders = call.customerId ? await namedOrders(db, callId, call.customerId) : [];
  return { call, orders };
}

/**
 * Watches a call and the customer linked to it. Most events of a call change nothing here, so the
 * call's row and the orders named are looked at before anybody is told: a directory is asked only
 * when it is worth it.
 */
export function watchCallCustomer(
  { db, changeFeed }: Pick<Services, 'db' | 'changeFeed'>,
  callId: CallId,
): CallCustomerWatch {
  let shown: CallWithOrders | undefined;
  let tell: (() => void) | undefined;
  let stopCustomer: Unsubscribe = () => {};
  return {
    subscribe(onChange) {
      tell = onChange;
      const stopCall = changeFeed.onCall(callId, () => void look());
      return () => {
        tell = undefined;
        stopCall();
        stopCustomer();
      };
    },
    follow(next) {
      const { customerId } = next.call;
      const isSameCustomer = shown?.call.customerId === customerId;
      shown = next;
      if (isSameCustomer || !tell) return;
      stopCustomer();
      stopCustomer = customerId ? changeFeed.onCustomer(customerId, tell) : () => {};
    },
  };

  async function look(): Promise<void> {
    const now = await readCallWithOrders(db, callId).catch(() => undefined);
    // The listener finds out what is wrong with a call that cannot be read.
    if (!now || !shown || isShownElsewise(shown, now)) tell?.();
  }
}

/** Orders that were named stay so: one more is one that is not shown. */
function isShownElsewise(shown: CallWithOrders, now: CallWithOrders): boolean {
  const keys = ['status', 'offeredTo', 'agentId', 'customerId', 'customerLinkedBy'] as const;
  return (
    shown.orders.length !== now.orders.length ||
    keys.some((key) => shown.call[key] !== now.call[key])
  );
}
