import 'server-only';
import type { CallView, StartCallRequest } from '@agent/protocol';
import { createCall, findCall } from '@agent/store';
import { callView } from '../call-view.ts';
import { parseContact } from '../contact.ts';
import { customerCookie } from '../customer-cookie.ts';
import { limitRate } from '../limit-rate.ts';
import { Problem } from '../problem.ts';
import type { Services } from '../services.ts';
import type { Viewer } from '../viewer.ts';
import { matchCustomer } from './match-customer.ts';

const contactHint =
  'Enter an e-mail address like name@example.com or a phone number like +1 212 555 0123.';

export interface StartedCall {
  view: CallView;
  /** Makes the browser the customer of this call. */
  cookie: string;
}

/** A customer asks to be connected: the call goes to the end of the queue. */
export async function startCall(
  services: Services,
  viewer: Viewer,
  request: StartCallRequest,
  address: string,
): Promise<StartedCall> {
  const { db, env, newId, now, log } = services;
  const contact = parseContact(request.contact, env.DEFAULT_PHONE_REGION);
  if (!contact) {
    throw Problem.invalidInput('Some of what was sent cannot be used.', { contact: contactHint });
  }
  await refuseSecondCall(services, viewer);
  await takeStart(services, address);
  const { call } = await createCall(db, {
    id: newId(),
    customerName: request.name,
    ...contact,
    transcribed: request.consent === 'accepted',
    noticeVersion: request.noticeVersion,
    customerIdentity: newId(),
  });
  log.info({ callId: call.id, transcribed: call.transcribed }, 'call queued');
  const cookie = await customerCookie(env, call.id, now());
  // After the answer: the time it takes tells nobody whether the contact is a customer's.
  setImmediate(() => void matchCustomer(services, call));
  return { view: callView(call, 'customer'), cookie };
}

/** One browser has one call at a time: a second tab shows the first call instead. */
async function refuseSecondCall({ db }: Services, viewer: Viewer): Promise<void> {
  const current = viewer.customerOf && (await findCall(db, viewer.customerOf));
  if (current && current.endedAt === null) {
    throw Problem.conflict('You already have a call waiting or going on in this browser.');
  }
}

async function takeStart(services: Services, address: string): Promise<void> {
  const limit = { limit: services.env.CALL_STARTS_PER_MINUTE, windowMs: 60_000 };
  const message = 'Too many calls were started from here. Try again soon.';
  await limitRate(services, `call-start:${address}`, limit, message);
}
