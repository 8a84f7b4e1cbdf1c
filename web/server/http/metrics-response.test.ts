import { createLog } from '@agent/process/log';
import { closeDatabase, openDatabase } from '@agent/store';
import { afterAll, describe, expect, it } from 'vitest';
import { meters } from '../meters.ts';
import type { Services } from '../services.ts';
import { metricsResponse } from './metrics-response.ts';

/** Nobody listens on this port. */
const db = openDatabase('postgres://nobody@127.0.0.1:1/nothing');
afterAll(() => closeDatabase(db));

const services = (token?: string) =>
  ({
    env: { METRICS_TOKEN: token },
    db,
    log: createLog({ part: 'web', level: 'silent' }),
    meters,
  }) as unknown as Services;

describe('/metrics', () => {
  it('shows the meters, also while Postgres is away', async () => {
    const response = await metricsResponse(services(), new Headers());
    expect(response.status).toBe(200);
    expect(await response.text()).toContain('web_http_request_seconds');
  });

  it('asks for the token when there is one', async () => {
    const guarded = services('0123456789abcdef');
    const statusFor = async (authorization: string) =>
      (await metricsResponse(guarded, new Headers({ authorization }))).status;
    expect(await statusFor('')).toBe(401);
    expect(await statusFor('Bearer 0123456789abcdeX')).toBe(401);
    expect(await statusFor('Bearer 0123456789abcdef')).toBe(200);
  });
});
