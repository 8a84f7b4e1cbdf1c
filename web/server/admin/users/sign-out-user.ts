import 'server-only';
import type { UserId } from '@agent/protocol';
import { bumpSessionVersion, findUser, lockUsersAs, recordAudit } from '@agent/store';
import { requireRole, type Viewer } from '../../access/viewer.ts';
import { Problem } from '../../problem.ts';
import type { Services } from '../../services.ts';
import { actingAdmin } from '../acting-admin.ts';
import { noSuchUser } from './find-users.ts';

/** Ends all sessions of somebody, wherever they are. A call goes on when they sign in again in time. */
export async function signOutUser(
  { db, log }: Pick<Services, 'db' | 'log'>,
  viewer: Viewer,
  userId: UserId,
): Promise<void> {
  const who = actingAdmin(viewer);
  const { userId: by } = requireRole(viewer, 'admin');
  await db.begin(async (tx) => {
    if (!(await lockUsersAs(tx, by))) throw Problem.forbidden();
    if (!(await findUser(tx, userId))) throw noSuchUser();
    await bumpSessionVersion(tx, userId);
    const subject = { kind: 'user', id: userId } as const;
    await recordAudit(tx, { action: 'user.signed-out-everywhere', subject, ...who });
  });
  log.info({ userId }, 'signed out by an admin');
}
