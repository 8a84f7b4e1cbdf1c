import 'server-only';
import {
  type CallId,
  READER_HEADER,
  type ReaderRole,
  type Role,
  type Side,
  speakerSchema,
} from '@agent/protocol';
import { type CallRow, findCall } from '@agent/store';
import type { Watcher } from '../customers/show-people.ts';
import { clientAddress } from '../http/client-address.ts';
import { Problem } from '../problem.ts';
import type { Services } from '../services.ts';
import { customerCallId } from './customer-cookie.ts';
import { type ReadSession, readSession, type Session } from './session.ts';

/** Who sends a request. The same browser can hold both a call cookie and a session. */
export interface Viewer {
  /** The call whose customer this is. */
  customerOf: CallId | undefined;
  session: Session | undefined;
  /** As what the sender says it reads the call; undefined: it does not say. */
  reader: ReaderRole | undefined;
  /** Where the request comes from, as limits and records count it. */
  address: string;
}

/** Reads who sends a request, with the session's cookie for renewal. */
export async function readViewer(
  services: Services,
  headers: Pick<Headers, 'get'>,
): Promise<{ viewer: Viewer; read: ReadSession | undefined }> {
  const [customerOf, read] = await Promise.all([
    customerCallId(services.env, headers, services.now()),
    readSession(services, headers),
  ]);
  const address = clientAddress(headers, services.env.TRUSTED_PROXY_HOPS);
  const viewer = { customerOf, session: read?.session, reader: readerOf(headers), address };
  return { viewer, read };
}

/** A call with the side its viewer is on. */
export interface CallAccess {
  call: CallRow;
  side: Side;
}

/**
 * The call, when the viewer is its customer or its agent; anybody else learns nothing of it. Who is
 * both is the one that the page says, else the customer.
 */
export async function callOfOwner(
  services: Pick<Services, 'db'>,
  viewer: Viewer,
  callId: CallId,
): Promise<CallAccess> {
  const { call, sides } = await callWithSides(services, viewer, callId);
  const side = viewer.reader ? sides.find((one) => one === viewer.reader) : sides[0];
  if (!side) throw Problem.notFound();
  return { call, side };
}

/** The call, when the viewer is its customer. */
export function callOfCustomer(
  services: Pick<Services, 'db'>,
  viewer: Viewer,
  callId: CallId,
): Promise<CallRow> {
  return callOfSide(services, viewer, callId, 'customer');
}

/** The call, when the viewer is its agent. */
export function callOfAgent(
  services: Pick<Services, 'db'>,
  viewer: Viewer,
  callId: CallId,
): Promise<CallRow> {
  return callOfSide(services, viewer, callId, 'agent');
}

async function callOfSide(
  services: Pick<Services, 'db'>,
  viewer: Viewer,
  callId: CallId,
  side: Side,
): Promise<CallRow> {
  const { call, sides } = await callWithSides(services, viewer, callId);
  if (!sides.includes(side)) throw Problem.forbidden(`Only the ${side} of the call may do this.`);
  return call;
}

async function callWithSides(
  { db }: Pick<Services, 'db'>,
  viewer: Viewer,
  callId: CallId,
): Promise<{ call: CallRow; sides: readonly Side[] }> {
  if (!viewer.customerOf && !viewer.session) throw Problem.notSignedIn();
  const call = await findCall(db, callId);
  const sides = call ? sidesOf(viewer, call) : [];
  if (!call || sides.length === 0) throw Problem.notFound();
  return { call, sides };
}

/**
 * The call, when it is on the viewer's desk: on offer to it, or its own and not closed yet. Before
 * the call is answered this is more than {@link callOfAgent} allows.
 */
export async function callOnDesk(
  services: Pick<Services, 'db'>,
  viewer: Viewer,
  callId: CallId,
): Promise<CallRow> {
  if (!viewer.customerOf && !viewer.session) throw Problem.notSignedIn();
  const call = await findCall(services.db, callId);
  if (call && isOnDesk(call, viewer.session)) return call;
  const isCustomer = call && sidesOf(viewer, call).includes('customer');
  throw isCustomer
    ? Problem.forbidden('Only the agent of the call may do this.')
    : Problem.notFound();
}

/** Tells whether a call is on the desk of who is signed in. */
export function isOnDesk(call: CallRow, session: Session | undefined): boolean {
  if (session?.role !== 'agent') return false;
  if (call.status === 'offered') return call.offeredTo === session.userId;
  return ['active', 'wrap-up'].includes(call.status) && call.agentId === session.userId;
}

/** The session of a viewer who has the role. */
export function requireRole(viewer: Viewer, role: Role): Session {
  const session = requireSession(viewer);
  if (session.role !== role) throw Problem.forbidden();
  return session;
}

/** The session of a viewer who looks after agents: a supervisor or an admin. */
export function requireOverseer(viewer: Viewer): Session {
  const session = requireSession(viewer);
  if (session.role === 'agent') throw Problem.forbidden();
  return session;
}

/** The session of a viewer who has an account, whatever the role. */
export function requireSession({ session }: Viewer): Session {
  if (!session) throw Problem.notSignedIn();
  return session;
}

/** Who asks to be shown customers: anybody who has an account. */
export function requireWatcher(viewer: Viewer): Watcher {
  const { userId, displayName } = requireSession(viewer);
  return { userId, displayName, address: viewer.address };
}

/** An erased call has no sides any more. */
function sidesOf(viewer: Viewer, call: CallRow): Side[] {
  const { session } = viewer;
  if (call.erasedAt !== null) return [];
  const isAgent = session?.role === 'agent' && session.userId === call.agentId;
  const isCustomer = viewer.customerOf === call.id && !isOverForCustomer(call);
  return [...(isCustomer ? ['customer' as const] : []), ...(isAgent ? ['agent' as const] : [])];
}

/** A call that is closed and rated shows nothing any more to its customer. */
export function isOverForCustomer(call: CallRow): boolean {
  return call.status === 'closed' && call.ratedAt !== null;
}

function readerOf(headers: Pick<Headers, 'get'>): ReaderRole | undefined {
  const said = headers.get(READER_HEADER);
  if (said === null) return undefined;
  const { data } = speakerSchema.safeParse(said);
  if (!data) throw Problem.invalidInput(`The header ${READER_HEADER} is a side, or supervisor.`);
  return data;
}
