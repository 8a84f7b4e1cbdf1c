import 'server-only';
import { bumpSessionVersion, recordAudit } from '@agent/store';
import { clientAddress } from '../http/client-address.ts';
import type { Services } from '../services.ts';
import { readSession } from './session.ts';

/**
 * Ends every session of the person whose request this is, wherever it is signed in: a cookie that has
 * been copied must not outlive the sign-out. Harmless when nobody is signed in.
 */
export async function signOut(
  services: Pick<Services, 'db' | 'env' | 'now' | 'log'>,
  headers: Pick<Headers, 'get'>,
): Promise<void> {
  const read = await readSession(services, headers);
  if (!read) return;
  const { userId, displayName } = read.session;
  await services.db.begin(async (tx) => {
    await bumpSessionVersion(tx, userId);
    await recordAudit(tx, {
      action: 'session.signed-out',
      actor: { userId, displayName },
      address: clientAddress(headers, services.env.TRUSTED_PROXY_HOPS),
    });
  });
  services.log.info({ userId }, 'signed out');
}
