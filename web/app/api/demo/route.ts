import { json } from '../../../server/http/respond.ts';
import { route } from '../../../server/http/route.ts';
import { startDemo, startDemoRequestSchema } from '../../../server/use-cases/start-demo.ts';

export const POST = route('/api/demo', async ({ services, address, body }) =>
  json(await startDemo(services, await body(startDemoRequestSchema), address), 202),
);
