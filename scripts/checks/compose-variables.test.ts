import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { z } from 'zod';
import { botEnvSchema } from '../../bot/src/env-schema.ts';
import { whisperEnvSchema } from '../../packages/whisper/src/env-schema.ts';
import { webEnvSchema } from '../../web/server/env-schema.ts';
import { scriptsEnvSchema } from '../env-schema.ts';
import { projectRoot } from '../project.ts';
import { variableSchemas, variablesOf } from './env-variables.ts';

const { services } = z
  .object({
    services: z.record(
      z.string(),
      z.object({ environment: z.record(z.string(), z.string()).default({}) }),
    ),
  })
  .parse(parse(readFileSync(`${projectRoot}/docker-compose.yml`, 'utf8'), { merge: true }));

/** Each part with what its service does not get, on purpose. */
const parts = [
  // The scripted caller is for trying the product out; the image says `production`.
  ['web', webEnvSchema, ['DEMO_CALLER_URL', 'NODE_ENV']],
  ['bot', botEnvSchema, []],
  // The models are in the image.
  ['whisper', whisperEnvSchema, ['WHISPER_MODEL_DIR']],
  // Addresses, ports and programs of the stack of `npm start`.
  [
    'migrate',
    scriptsEnvSchema,
    variablesOf(scriptsEnvSchema).filter(
      (name) => !/DATABASE|PASSWORD|^SEED/.test(name) || name === 'POSTGRES_PORT',
    ),
  ],
] as const;

describe.each(parts)('%s', (service, schema, leftOut) => {
  const given = services[service]?.environment ?? {};
  const shape = variableSchemas(schema);

  it('gets every variable that it reads', () => {
    const missing = Object.keys(shape).filter((name) => !(name in given));
    expect(missing.sort()).toEqual([...leftOut].sort());
  });

  it('gets nothing that it does not read', () => {
    const known = new Set([...Object.keys(shape), 'HOSTNAME']);
    expect(Object.keys(given).filter((name) => !known.has(name))).toEqual([]);
  });

  it('has the same defaults', () => {
    for (const [name, value] of Object.entries(given)) {
      const [, fallback] = /^\$\{[A-Z0-9_]+:?-(.*)\}$/.exec(value) ?? [];
      // Empty means not set, or is the default; addresses, folders and proxies of compose are others.
      if (!fallback || /_URL$|TRUSTED_PROXY_HOPS|_STORE$|_SPOOL$/.test(name)) continue;
      const byDefault = shape[name]?.safeParse(undefined);
      const composed = shape[name]?.safeParse(fallback);
      expect([name, composed?.data]).toEqual([name, byDefault?.data]);
    }
  });

  it('takes what compose gives when nothing but secrets is set', () => {
    for (const [name, value] of Object.entries(given)) {
      const plain = value.replace(/\$\{[A-Z0-9_]+:?-(.*)\}/, '$1');
      if (/\$\{/.test(plain) || plain === '') continue;
      expect([name, shape[name]?.safeParse(plain).success ?? true]).toEqual([name, true]);
    }
  });
});
