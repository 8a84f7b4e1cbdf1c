import { alertActSchema, incidentSchema, MAX_INCIDENT_LENGTH } from '@agent/protocol';
import { z } from 'zod';
import { noContent } from '#server/http/respond.ts';
import { route } from '#server/route.ts';
import { actOnAlert } from '#server/supervision/wall/act-on-alert.ts';

/** Browsers may write the colon of its name as they like. */
const incidentInPath = z
  .string()
  .max(MAX_INCIDENT_LENGTH + 2)
  .transform((text) => text.replace(/%3a/i, ':'))
  .pipe(incidentSchema);

export const POST = route(
  'POST /api/calls/{id}/alerts/{incident}',
  async ({ services, viewer, callId, param, body }) => {
    const incident = param('incident', incidentInPath);
    const act = await body(alertActSchema);
    await actOnAlert(services, viewer, { callId, incident, act });
    return noContent();
  },
);
