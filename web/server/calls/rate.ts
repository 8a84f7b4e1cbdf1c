import 'server-only';
import type { CallId, RatingRequest } from '@agent/protocol';
import { rateCall } from '@agent/store';
import { callOfCustomer, type Viewer } from '../access/viewer.ts';
import { Problem } from '../problem.ts';
import { deliver } from '../rooms/deliver.ts';
import type { Services } from '../services.ts';

/** The customer rates a call that has ended, once. */
export async function rate(
  services: Services,
  viewer: Viewer,
  callId: CallId,
  rating: RatingRequest,
): Promise<void> {
  const call = await callOfCustomer(services, viewer, callId);
  const rated = await rateCall(services.db, callId, rating);
  if (rated) return void deliver(services, rated.call, rated.appended);
  if (call.ratedAt) throw Problem.conflict('This call has been rated already.');
  throw Problem.conflict('A call can be rated once it has ended.');
}
