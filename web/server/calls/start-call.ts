import 'server-only';
import {
  type CallView,
  callIdSchema,
  type OpenQueue,
  type StartCallRequest,
} from '@agent/protocol';
import { type CallRow, createCallOnce, findCall, isStoreError } from '@agent/store';
import { customerCookie } from '../access/customer-cookie.ts';
import { callIdOfStart, startCookie } from '../access/start-cookie.ts';
import type { Viewer } from '../access/viewer.ts';
import { type Contact, parseContact } from '../customers/contact.ts';
import { matchCustomer } from '../customers/match-customer.ts';
import { limitRate } from '../http/limit-rate.ts';
import { Problem } from '../problem.ts';
import type { Services } from '../services.ts';
import { callView } from './call-view.ts';
import { checkConsent, queueNotOpen, queueToCall } from './open-queues.ts';

const contactHint =
  'Enter an e-mail address like name@example.com or a phone number like +1 212 555 0123.';

export interface StartedCall {
  view: CallView;
  /** Makes the browser the customer of this call, and gives it the key of its next one. */
  cookies: string[];
}

/** Where a start comes from. */
export interface StartOrigin {
  address: string;
  /** Of the browser: the same key starts one call, however often it is sent at once. */
  startKey: string | undefined;
}

/** A customer asks to be connected: the call goes to the end of its queue. */
export async function startCall(
  services: Services,
  viewer: Viewer,
  request: StartCallRequest,
  { address, startKey }: StartOrigin,
): Promise<StartedCall> {
  const { env, newId, now } = services;
  const contact = parseContact(request.contact, env.DEFAULT_PHONE_REGION);
  if (!contact) {
    throw Problem.invalidInput('Some of what was sent cannot be used.', { contact: contactHint });
  }
  await refuseSecondCall(services, viewer);
  await takeStart(services, address);
  const queue = await queueToCall(services, request);
  checkConsent(queue, request);
  const asked = { ...request, ...contact, queue };
  const { call, isNew } = await queueOnce(services, asked, startKey);
  const cookies = [await customerCookie(env, call.id, now()), startCookie(env, newId())];
  // After the answer: the time it takes tells nobody whether the contact is a customer's.
  if (isNew) setImmediate(() => void matchCustomer(services, call));
  return { view: await callView(services, call, 'customer'), cookies };
}

type AskedCall = Omit<StartCallRequest, 'queue'> & Contact & { queue: OpenQueue };

/** The call of this key; a key whose call is over already starts another. */
async function queueOnce(
  services: Services,
  request: AskedCall,
  startKey: string | undefined,
): Promise<{ call: CallRow; isNew: boolean }> {
  const { db, env, newId, log } = services;
  const { queue, noticeVersion } = request;
  const isOwnNotice = queue.recordingNotice !== '' && noticeVersion === queue.noticeVersion;
  const queued = await createCallOnce(db, {
    queueId: queue.id,
    id: startKey === undefined ? callIdSchema.parse(newId()) : callIdOfStart(env, startKey),
    customerName: request.name,
    contactKind: request.contactKind,
    contact: request.contact,
    transcribed: request.consent === 'accepted',
    recorded: request.recording === 'accepted',
    noticeVersion,
    noticeWords: isOwnNotice ? queue.recordingNotice : undefined,
    customerIdentity: newId(),
  }).catch((error: unknown) => {
    throw isStoreError(error, 'queue-not-open') ? queueNotOpen() : error;
  });
  const { call, isNew } = queued;
  if (!isNew && call.endedAt !== null) return queueOnce(services, request, undefined);
  const { transcribed, recorded } = call;
  if (isNew) log.info({ callId: call.id, transcribed, recorded }, 'call queued');
  return queued;
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
