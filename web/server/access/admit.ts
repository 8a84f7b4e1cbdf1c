import 'server-only';
import type { CallId } from '@agent/protocol';
import type { Services } from '../services.ts';
import type { Access } from './route-access.ts';
import { sessionOfReader } from './session-of-reader.ts';
import { callForDeskReader, callOfReader, callOfSupervisor } from './supervised-call.ts';
import {
  callOfAgent,
  callOfCustomer,
  callOfOwner,
  requireOverseer,
  requireRole,
  requireSession,
  type Viewer,
} from './viewer.ts';

/** What somebody asks for. */
export interface Asked {
  access: Access;
  viewer: Viewer;
  /** The call named in the path; throws when there is none. */
  callId: () => CallId;
}

/**
 * Throws unless the viewer may ask for something: strangers learn nothing of what would be taken, and
 * cost nothing. What depends on the state of a call is for the use case, which looks again.
 */
export async function admit(
  services: Pick<Services, 'db'>,
  { access, viewer, callId }: Asked,
): Promise<void> {
  switch (access) {
    case 'anybody':
      return;
    case 'account':
      requireSession(viewer);
      return;
    case 'agent':
      requireRole(viewer, 'agent');
      return;
    case 'admin':
      requireRole(viewer, 'admin');
      return;
    case 'overseer':
      requireOverseer(viewer);
      return;
    case 'side':
      await callOfOwner(services, viewer, callId());
      return;
    case 'call-customer':
      await callOfCustomer(services, viewer, callId());
      return;
    case 'call-agent':
      await callOfAgent(services, viewer, callId());
      return;
    case 'call-reader':
      await callOfReader(services, viewer, callId());
      return;
    case 'call-supervisor':
      await callOfSupervisor(services, viewer, callId());
      return;
    case 'desk-reader':
      await callForDeskReader(services, viewer, callId());
      return;
    case 'session-reader':
      await sessionOfReader(services, viewer, callId());
      return;
    default:
      access satisfies never;
  }
}
