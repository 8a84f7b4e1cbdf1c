import { type LinkOwner, type LinkUse, linkOwnerSchema, linkTokenSchema } from '@agent/protocol';
import { command, request } from '../http/request.ts';

/** The secret of a link, from behind the `#` of its address; null when there is none. */
export function tokenOf(hash: string): string | null {
  return linkTokenSchema.safeParse(hash.replace(/^#/, '')).data ?? null;
}

/** For whom a link is. */
export function lookAtLink(token: string, signal?: AbortSignal): Promise<LinkOwner> {
  return request(linkOwnerSchema, '/api/account-link/look', {
    method: 'POST',
    body: { token },
    signal,
  });
}

/** Gives the account of a link its password; the link is used up by it. */
export function setPasswordByLink(use: LinkUse): Promise<void> {
  return command('/api/account-link', { body: use });
}
