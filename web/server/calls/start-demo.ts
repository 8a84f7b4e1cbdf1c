import 'server-only';
import { errorFields } from '@agent/process';
import { callIdSchema } from '@agent/protocol';
import { z } from 'zod';
import { limitRate } from '../http/limit-rate.ts';
import { Problem } from '../problem.ts';
import type { Services } from '../services.ts';

/** `POST /api/demo`: which script to play; the caller chooses when there is none. */
export const startDemoRequestSchema = z.object({
  script: z
    .string()
    .regex(/^[a-z0-9-]{1,60}$/, 'A script has a name like double-charge.')
    .optional(),
});
export type StartDemoRequest = z.infer<typeof startDemoRequestSchema>;

const answerSchema = z.object({ callId: callIdSchema });
const limit = { limit: 10, windowMs: 60_000 };
const timeoutMs = 10_000;

/** Lets the scripted customer call in. */
export async function startDemo(
  services: Services,
  request: StartDemoRequest,
  address: string,
): Promise<z.infer<typeof answerSchema>> {
  const { log } = services;
  const callerUrl = requireDemo(services);
  const message = 'Too many scripted calls at once. Try again soon.';
  await limitRate(services, `demo:${address}`, limit, message);
  try {
    return await askCaller(services, callerUrl, request);
  } catch (error) {
    log.warn(errorFields(error), 'scripted customer not reached');
    throw Problem.unavailable('The scripted customer cannot call now. Try again in a moment.');
  }
}

/** Where the scripted customer is; there is nothing at this address without one. */
export function requireDemo({ env }: Pick<Services, 'env'>): string {
  if (!env.DEMO_CALLER_URL) throw Problem.notFound('There is no scripted customer here.');
  return env.DEMO_CALLER_URL;
}

async function askCaller(services: Services, callerUrl: string, request: StartDemoRequest) {
  const response = await services.fetch(`${callerUrl.replace(/\/$/, '')}/calls`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(request),
    signal: AbortSignal.timeout(timeoutMs),
  });
  if (!response.ok) throw new Error(`The scripted caller answered ${response.status}.`);
  return answerSchema.parse(await response.json());
}
