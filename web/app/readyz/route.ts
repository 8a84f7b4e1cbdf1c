import { readiness } from '#server/http/readiness.ts';
import { json } from '#server/http/respond.ts';
import { services } from '#server/services.ts';

/** Postgres, with the schema of this version, and LiveKit can be reached, so calls are possible. */
export async function GET(): Promise<Response> {
  const ready = await readiness(services());
  return json(ready, ready.database && ready.schema && ready.livekit ? 200 : 503);
}
