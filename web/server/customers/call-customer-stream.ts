import 'server-only';
import type { CallCustomer, CallId } from '@agent/protocol';
import { type CallRow, isListener } from '@agent/store';
import { readSession, type Session } from '../access/session.ts';
import { callForDeskReader } from '../access/supervised-call.ts';
import { isOnDesk, requireSession, requireWatcher, type Viewer } from '../access/viewer.ts';
import { eventStream } from '../http/event-stream.ts';
import type { Services } from '../services.ts';
import { askDirectory, callerOf } from './directory.ts';
import { showWithoutLimit, type Watcher } from './show-people.ts';
import {
  type CallWithOrders,
  readCallWithOrders,
  watchCallCustomer,
} from './watch-call-customer.ts';

/**
 * Streams whose record belongs to a call, from the moment of the offer until the call is closed; null
 * while the directory cannot tell. It ends when the call leaves the agent's desk, or the supervisor who
 * listens has gone, or the session ends.
 */
export async function callCustomerStream(
  services: Services,
  viewer: Viewer,
  callId: CallId,
  request: Request,
): Promise<Response> {
  await callForDeskReader(services, viewer, callId);
  const watcher = requireWatcher(viewer);
  // The stream of an agent is told nothing of who listens, not even to look again.
  const isAgent = requireSession(viewer).role === 'agent';
  const watch = watchCallCustomer(services, callId);
  const noted = new Set<string>();
  return eventStream(services, {
    name: 'call-customer',
    owner: `${watcher.userId} ${callId}`,
    request,
    subscribe(onChange) {
      const stopSession = services.changeFeed.onSessionEnd(watcher.userId, onChange);
      const stopWatch = watch.subscribe(onChange);
      const stopMonitor = isAgent ? undefined : services.changeFeed.onMonitor(callId, onChange);
      return () => {
        stopSession();
        stopWatch();
        stopMonitor?.();
      };
    },
    tellsUnreadable: true,
    async state() {
      const read = await readSession(services, request.headers);
      const shown = await readCallWithOrders(services.db, callId);
      if (!shown || !(await mayWatch(services, shown.call, read?.session))) return undefined;
      watch.follow(shown);
      const customer = await callCustomer(services, shown);
      await noteShown(services, watcher, shown.call, customer, noted);
      return customer;
    },
  });
}

async function mayWatch(
  { db }: Pick<Services, 'db'>,
  call: CallRow,
  session: Session | undefined,
): Promise<boolean> {
  if (!session || session.role === 'agent') return isOnDesk(call, session);
  return call.status !== 'closed' && (await isListener(db, call.id, session.userId));
}

/** Puts on record whom a desk is shown beside its own call, once for each; there is no limit to that. */
async function noteShown(
  services: Services,
  watcher: Watcher,
  call: CallRow,
  { record, candidates }: CallCustomer,
  noted: Set<string>,
): Promise<void> {
  const customers = candidates.map(({ customerId }) => customerId);
  const key = record ? record.customerId : customers.join();
  if (key === '' || noted.has(key)) return;
  if (record) {
    await showWithoutLimit(services, watcher, [record.customerId], {
      action: 'customer.read',
      subject: { kind: 'customer', id: record.customerId },
      data: { callId: call.id },
    });
  } else {
    await showWithoutLimit(services, watcher, customers, {
      action: 'customer.searched',
      subject: { kind: 'call', id: call.id },
      data: { by: 'caller', customers },
    });
  }
  noted.add(key);
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
