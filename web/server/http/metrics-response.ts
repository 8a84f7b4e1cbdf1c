import 'server-only';
import { timingSafeEqual } from 'node:crypto';
import { errorFields } from '@agent/process';
import { callCounts } from '@agent/store';
import { Problem } from '../problem.ts';
import type { Services } from '../services.ts';
import { problemResponse } from './respond.ts';

/** The meters as Prometheus reads them; with METRICS_TOKEN only for who knows it. */
export async function metricsResponse(
  services: Services,
  headers: Pick<Headers, 'get'>,
): Promise<Response> {
  const { METRICS_TOKEN: token } = services.env;
  if (token && !isSame(headers.get('authorization') ?? '', `Bearer ${token}`)) {
    return problemResponse(Problem.notSignedIn('The meters ask for a bearer token.'));
  }
  await countCalls(services);
  const { registry } = services.meters;
  return new Response(await registry.metrics(), {
    headers: { 'content-type': registry.contentType, 'cache-control': 'no-store' },
  });
}

async function countCalls({ db, meters, log }: Services): Promise<void> {
  try {
    for (const [status, count] of Object.entries(await callCounts(db))) {
      meters.calls.set({ status }, count);
    }
  } catch (error) {
    meters.calls.reset();
    log.warn(errorFields(error), 'calls not counted');
  }
}

function isSame(given: string, expected: string): boolean {
  const [a, b] = [Buffer.from(given), Buffer.from(expected)];
  return a.length === b.length && timingSafeEqual(a, b);
}
