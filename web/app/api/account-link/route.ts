import { linkUseSchema } from '@agent/protocol';
import { setPasswordByLink } from '#server/access/account-link.ts';
import { noContent } from '#server/http/respond.ts';
import { route } from '#server/route.ts';

export const POST = route('POST /api/account-link', async ({ services, address, body }) => {
  await setPasswordByLink(services, address, await body(linkUseSchema));
  return noContent();
});
