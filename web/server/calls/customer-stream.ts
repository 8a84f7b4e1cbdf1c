import 'server-only';
import type { CallId, CustomerStreamState } from '@agent/protocol';
import { findCall, placeInLine, touchCustomer } from '@agent/store';
import { callOfCustomer, isOverForCustomer, type Viewer } from '../access/viewer.ts';
import { eventStream } from '../http/event-stream.ts';
import type { Services } from '../services.ts';
import { callView } from './call-view.ts';

/** Streams the customer's place in the queue and what becomes of its call. */
export async function customerStream(
  services: Services,
  viewer: Viewer,
  callId: CallId,
  request: Request,
): Promise<Response> {
  await callOfCustomer(services, viewer, callId);
  return eventStream(services, {
    name: 'customer',
    owner: callId,
    request,
    subscribe: (onChange) => subscribe(services, callId, onChange),
    state: () => customerState(services, callId),
  });
}

/** The call and its line as they are now; looking at them is the sign of life. */
export async function customerState(
  { db, lines }: Services,
  callId: CallId,
): Promise<CustomerStreamState | undefined> {
  await touchCustomer(db, callId);
  const now = await lines.now();
  const call = await findCall(db, callId);
  if (!call || isOverForCustomer(call)) return undefined;
  const place = placeInLine(now, call);
  const view = await callView({ db }, call, 'customer');
  // Answered between the two reads: nobody waits any more.
  const isWaiting = view.status === 'queued';
  return { call: view, ...place, ...(!isWaiting && { position: null, estimatedWaitMs: null }) };
}

/** Any change of a desk can change the place in the queue. */
function subscribe({ changeFeed }: Services, callId: CallId, onChange: () => void): () => void {
  const unsubscribes = [changeFeed.onCall(callId, onChange), changeFeed.onAnyDesk(onChange)];
  return () => {
    for (const unsubscribe of unsubscribes) unsubscribe();
  };
}
