import 'server-only';
import type { CallCustomer, CallId } from '@agent/protocol';
import { askDirectory, callerOf } from '../directory.ts';
import { eventStream } from '../http/event-stream.ts';
import type { Services } from '../services.ts';
import { readSession } from '../session.ts';
import { callOnDesk, isOnDesk, type Viewer } from '../viewer.ts';
import {
  type CallWithOrders,
  readCallWithOrders,
  watchCallCustomer,
} from '../watch-call-customer.ts';

/**
 * Streams whose record belongs to a call, from the moment of the offer until the call is closed; null
 * while the directory cannot tell. It ends when the call leaves the agent's desk, or the session ends.
 */
export async function callCustomerStream(
  services: Services,
  viewer: Viewer,
  callId: CallId,
  request: Request,
): Promise<Response> {
  await callOnDesk(services, viewer, callId);
  const watch = watchCallCustomer(services, callId);
  return eventStream(services, {
    name: 'call-customer',
    signal: request.signal,
    subscribe: watch.subscribe,
    tellsUnreadable: true,
    async state() {
      const read = await readSession(services, request.headers);
      const shown = await readCallWithOrders(services.db, callId);
      if (!shown || !isOnDesk(shown.call, read?.session)) return undefined;
      watch.follow(shown);
      return callCustomer(services, shown);
    },
  });
}

/** Whose record belongs to the call, with the orders named in it, or who it could be. */
export async function callCustomer(
  services: Pick<Services, 'directory' | 'log'>,
  { call, orders }: CallWithOrders,
): Promise<CallCustomer> {
  const { customerId, customerLinkedBy: linkedBy } = call;
  const record =
    customerId && (await askDirectory(services, (directory) => directory.find(customerId, orders)));
  if (record) {
    const calls = record.calls.filter(({ callId }) => callId !== call.id);
    return { linkedBy, record: { ...record, calls }, candidates: [] };
  }
  if (linkedBy === 'agent' && customerId === null) {
    return { linkedBy, record: null, candidates: [] };
  }
  const match = await askDirectory(services, (directory) => directory.match(callerOf(call)));
  const candidates = match.certain ? [match.certain] : [...match.candidates];
  return { linkedBy: null, record: null, candidates };
}
