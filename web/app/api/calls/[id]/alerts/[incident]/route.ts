import { alertActSchema, incidentInPathSchema } from '@agent/protocol';
import { noContent } from '#server/http/respond.ts';
import { route } from '#server/route.ts';
import { actOnAlert } from '#server/supervision/wall/act-on-alert.ts';

export const POST = route(
  'POST /api/calls/{id}/alerts/{incident}',
  async ({ services, viewer, callId, param, body }) => {
    const incident = param('incident', incidentInPathSchema);
    const act = await body(alertActSchema);
    await actOnAlert(services, viewer, { callId, incident, act });
    return noContent();
  },
);
