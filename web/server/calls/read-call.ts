import 'server-only';
import type { CallId, CallView } from '@agent/protocol';
import { callOfReader } from '../access/supervised-call.ts';
import { callOfCustomer, type Viewer } from '../access/viewer.ts';
import { Problem } from '../problem.ts';
import type { Services } from '../services.ts';
import { callView } from './call-view.ts';

/** A call as one of its two sides sees it, or a supervisor who listens. */
export async function readCall(
  services: Services,
  viewer: Viewer,
  callId: CallId,
): Promise<CallView> {
  const { call, reader } = await callOfReader(services, viewer, callId);
  return callView(services, call, reader);
}

/** The call of the customer who asks. */
export async function readCurrentCall(services: Services, viewer: Viewer): Promise<CallView> {
  if (!viewer.customerOf) throw Problem.notFound('There is no call of yours.');
  const call = await callOfCustomer(services, viewer, viewer.customerOf);
  return callView(services, call, 'customer');
}
