import { requireDemo, startDemo, startDemoRequestSchema } from '#server/calls/start-demo.ts';
import { json } from '#server/http/respond.ts';
import { route } from '#server/route.ts';

export const POST = route('POST /api/demo', async ({ services, address, body }) => {
  requireDemo(services);
  const request = await body(startDemoRequestSchema);
  return json(await startDemo(services, request, address), 202);
});
