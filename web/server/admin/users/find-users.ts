import 'server-only';
import type { AdminUser, AdminUserPage, UserId, UserQuery } from '@agent/protocol';
import { findAdminUser, findUsers as findStored, openQueues } from '@agent/store';
import { requireRole, type Viewer } from '../../access/viewer.ts';
import { Problem } from '../../problem.ts';
import type { Services } from '../../services.ts';

/** The people with an account, by name, with the queues that an agent can be in. */
export async function findUsers(
  { db }: Pick<Services, 'db'>,
  viewer: Viewer,
  query: UserQuery,
): Promise<AdminUserPage> {
  requireRole(viewer, 'admin');
  const [found, queues] = await Promise.all([findStored(db, query), openQueues(db)]);
  if (found.outcome === 'no-place') {
    const why = 'This place in the list is not known. Begin at its top.';
    throw Problem.invalidInput(why, { cursor: why });
  }
  const { users, nextCursor } = found;
  return { users, nextCursor, queues: queues.map(({ id, name }) => ({ id, name })) };
}

/** One person with an account. */
export async function readUser(
  { db }: Pick<Services, 'db'>,
  viewer: Viewer,
  userId: UserId,
): Promise<AdminUser> {
  requireRole(viewer, 'admin');
  const user = await findAdminUser(db, userId);
  if (!user) throw noSuchUser();
  return user;
}

/** There is nobody of this id. */
export function noSuchUser(): Problem {
  return Problem.notFound('There is nobody with this account.');
}
