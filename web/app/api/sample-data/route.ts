import { json } from '#server/http/respond.ts';
import { route } from '#server/route.ts';
import {
  addSampleData,
  removeSampleData,
  showSampleData,
} from '#server/sample-data/sample-data.ts';

export const GET = route('GET /api/sample-data', async ({ services }) =>
  json(await showSampleData(services)),
);

export const POST = route('POST /api/sample-data', async ({ services, viewer }) =>
  json(await addSampleData(services, viewer), 202),
);

export const DELETE = route('DELETE /api/sample-data', async ({ services, viewer }) =>
  json(await removeSampleData(services, viewer), 202),
);
