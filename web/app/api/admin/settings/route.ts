import { settingChangesSchema } from '@agent/protocol';
import { changeSettings } from '#server/admin/settings/change-settings.ts';
import { readSettings } from '#server/admin/settings/read-settings.ts';
import { json } from '#server/http/respond.ts';
import { route } from '#server/route.ts';

export const GET = route('GET /api/admin/settings', async ({ services, viewer }) =>
  json(await readSettings(services, viewer)),
);

export const PUT = route('PUT /api/admin/settings', async ({ services, viewer, body }) =>
  json(await changeSettings(services, viewer, await body(settingChangesSchema))),
);
