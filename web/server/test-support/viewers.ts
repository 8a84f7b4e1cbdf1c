import type { CallId } from '@agent/protocol';
import type { User } from '@agent/store';
import { customerCookie } from '../access/customer-cookie.ts';
import { sessionCookie } from '../access/session.ts';
import type { Harness, People } from './harness.ts';

/** Everybody who may knock: those without an account, and those with one. */
export const viewers = [
  'anonymous',
  'customer',
  'otherCustomer',
  'owner',
  'otherAgent',
  'supervisor',
  'admin',
  'disabled',
] as const;
export type ViewerName = (typeof viewers)[number];

/** The `Cookie` header of a viewer; `callId` and `otherCallId` are the customers' calls. */
export async function cookiesOf(
  harness: Harness,
  viewer: ViewerName,
  calls: { callId: CallId; otherCallId: CallId },
): Promise<string> {
  if (viewer === 'anonymous') return '';
  if (viewer === 'customer') return customerHeader(harness, calls.callId);
  if (viewer === 'otherCustomer') return customerHeader(harness, calls.otherCallId);
  return sessionHeader(harness, harness.people[viewer satisfies keyof People]);
}

/** The `Cookie` header of the customer of a call. */
export async function customerHeader({ services }: Harness, callId: CallId): Promise<string> {
  return asHeader(await customerCookie(services.env, callId, services.now()));
}

/** The `Cookie` header of somebody who is signed in. */
export async function sessionHeader(
  { services }: Harness,
  user: User,
  signedInAt = services.now(),
): Promise<string> {
  const { id, role, sessionVersion } = user;
  const token = { sub: id, role, sessionVersion, signedInAt: signedInAt.getTime() };
  return asHeader(await sessionCookie(services, token));
}

function asHeader(setCookie: string): string {
  return setCookie.split(';')[0] ?? '';
}
