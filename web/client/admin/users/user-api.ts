import {
  type AdminUser,
  type AdminUserPage,
  adminUserPageSchema,
  adminUserSchema,
  type ChangedUser,
  changedUserSchema,
  type InvitedUser,
  invitedUserSchema,
  type NewUserRequest,
  type UserChangeRequest,
  type UserId,
  type UserLink,
  userLinkSchema,
} from '@agent/protocol';
import { command, request } from '../../http/request.ts';

const users = '/api/admin/users';
const pathOf = (userId: UserId) => `${users}/${encodeURIComponent(userId)}`;

/** A page of people by name; `cursor` is where the page before ended. */
export function listUsers(
  query: string,
  cursor: string | null,
  signal?: AbortSignal,
): Promise<AdminUserPage> {
  const asked = new URLSearchParams();
  if (query.trim() !== '') asked.set('query', query.trim());
  if (cursor !== null) asked.set('cursor', cursor);
  return request(adminUserPageSchema, `${users}?${asked}`, { signal });
}

/** One person. */
export function readUser(userId: UserId, signal?: AbortSignal): Promise<AdminUser> {
  return request(adminUserSchema, pathOf(userId), { signal });
}

/** Adds somebody; the answer holds the link that lets them in, this once. */
export function inviteUser(body: NewUserRequest): Promise<InvitedUser> {
  return request(invitedUserSchema, users, { method: 'POST', body });
}

/** Changes somebody, from the version that the change names. */
export function changeUser(userId: UserId, body: UserChangeRequest): Promise<ChangedUser> {
  return request(changedUserSchema, pathOf(userId), { method: 'PATCH', body });
}

/** Ends all sessions of somebody. */
export function signOutUser(userId: UserId): Promise<void> {
  return command(`${pathOf(userId)}/sign-out`);
}

/** Makes another link for somebody; those before are of no use any more. */
export function makeUserLink(userId: UserId): Promise<UserLink> {
  return request(userLinkSchema, `${pathOf(userId)}/link`, { method: 'POST' });
}
