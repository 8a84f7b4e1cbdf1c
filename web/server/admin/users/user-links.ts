import 'server-only';
import type { InvitedUser, NewUserRequest, UserId, UserLink } from '@agent/protocol';
import { userIdSchema } from '@agent/protocol';
import {
  inviteUser as inviteStored,
  type MadeLink,
  recordAudit,
  renewUserLink,
} from '@agent/store';
import { requireRole, type Viewer } from '../../access/viewer.ts';
import { Problem } from '../../problem.ts';
import type { Services } from '../../services.ts';
import { actingAdmin } from '../acting-admin.ts';
import { noSuchUser } from './find-users.ts';
import { unknownQueue } from './unknown-queue.ts';

/** Adds somebody who lets themselves in by the link of the answer. */
export async function inviteUser(
  services: Pick<Services, 'db' | 'env' | 'log' | 'newId'>,
  viewer: Viewer,
  request: NewUserRequest,
): Promise<InvitedUser> {
  const who = actingAdmin(viewer);
  const { userId: by } = requireRole(viewer, 'admin');
  const userId = userIdSchema.parse(services.newId());
  const invited = await services.db.begin(async (tx) => {
    const outcome = await inviteStored(tx, userId, request, by);
    if (outcome.outcome === 'invited') {
      const { role, queues } = request;
      const subject = { kind: 'user', id: userId } as const;
      await recordAudit(tx, { action: 'user.invited', subject, data: { role, queues }, ...who });
    }
    return outcome;
  });
  switch (invited.outcome) {
    case 'invited':
      services.log.info({ userId, role: request.role }, 'user invited');
      return { user: invited.user, link: shown(services, invited.link) };
    case 'not-admin':
      throw Problem.forbidden();
    case 'name-taken': {
      const why = 'Somebody has this user name already.';
      throw Problem.conflict(why, { username: why });
    }
    case 'unknown-queue':
      throw unknownQueue(invited.queueId);
    default:
      return invited satisfies never;
  }
}

/** Makes another link for somebody; the ones before are of no use any more. */
export async function makeLink(
  services: Pick<Services, 'db' | 'env' | 'log'>,
  viewer: Viewer,
  userId: UserId,
): Promise<UserLink> {
  const who = actingAdmin(viewer);
  const { userId: by } = requireRole(viewer, 'admin');
  const made = await services.db.begin(async (tx) => {
    const outcome = await renewUserLink(tx, userId, by);
    if (outcome.outcome === 'made') {
      const { kind } = outcome.link;
      const subject = { kind: 'user', id: userId } as const;
      await recordAudit(tx, { action: 'user.link-made', subject, data: { kind }, ...who });
    }
    return outcome;
  });
  switch (made.outcome) {
    case 'made':
      services.log.info({ userId, kind: made.link.kind }, 'link made');
      return shown(services, made.link);
    case 'not-admin':
      throw Problem.forbidden();
    case 'not-found':
      throw noSuchUser();
    case 'disabled':
      throw Problem.conflict('This account is disabled. Enable it first.');
    default:
      return made satisfies never;
  }
}

/** The secret is behind the `#`, which browsers send to nobody: no log and no `Referer` has it. */
function shown({ env }: Pick<Services, 'env'>, { kind, token, expiresAt }: MadeLink): UserLink {
  const url = new URL('/auth/link', env.NEXTAUTH_URL);
  url.hash = token;
  return { kind, url: url.href, expiresAt: expiresAt.toISOString() };
}
