import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { parse } from 'yaml';
import { z } from 'zod';
import { projectRoot } from '../project.ts';
import { privateLogFlags } from '../services/postgres-log.ts';

const serviceSchema = z.object({
  image: z.string(),
  build: z.object({ context: z.string(), dockerfile: z.string() }).optional(),
  user: z.string(),
  restart: z.string(),
  environment: z.record(z.string(), z.string()).default({}),
  healthcheck: z.object({ test: z.array(z.string()) }).optional(),
  stop_grace_period: z.string().optional(),
  ports: z.array(z.string()).default([]),
  command: z.array(z.string()).default([]),
  init: z.literal(true),
  read_only: z.literal(true),
  cap_drop: z.tuple([z.literal('ALL')]),
  cap_add: z.undefined().optional(),
  privileged: z.undefined().optional(),
  security_opt: z.tuple([z.literal('no-new-privileges:true')]),
  tmpfs: z.array(z.string()),
  mem_limit: z.string().regex(/^\d+[mg]$/),
  pids_limit: z.number().int().positive(),
  logging: z.object({
    driver: z.literal('json-file'),
    options: z.object({ 'max-size': z.string().regex(/^\d+m$/), 'max-file': z.string() }),
  }),
  depends_on: z.record(z.string(), z.object({ condition: z.string() })).default({}),
});
const text = readFileSync(`${projectRoot}/docker-compose.yml`, 'utf8');
const { services } = z
  .object({ services: z.record(z.string(), serviceSchema) })
  .parse(parse(text, { merge: true }));
const entries = Object.entries(services);
const lasting = entries.filter(([, service]) => service.restart !== 'no');

it('runs every part of the product', () => {
  const names = ['bot', 'livekit', 'migrate', 'postgres', 'redis', 'web', 'whisper'];
  expect(Object.keys(services).sort()).toEqual(names);
});

it.each(entries)('pins the image of %s to a version', (_name, { image }) => {
  expect(image).toMatch(/:v?\d+\.\d+(\.\d+)?(-[a-z]+)?$/);
});

it.each(entries)('runs %s as a user without rights', (_name, { user }) => {
  expect(user).not.toMatch(/^(root|0)(:|$)/);
});

it.each(lasting)('checks the health of %s and gives it time to stop', (_name, service) => {
  expect(service.healthcheck?.test[0]).toBe('CMD');
  expect(service.stop_grace_period).toMatch(/^\d+(s|m)$/);
});

it('waits for health only of services that have it, and for the end of those that end', () => {
  for (const [, { depends_on }] of entries) {
    for (const [name, { condition }] of Object.entries(depends_on)) {
      const ends = services[name]?.restart === 'no';
      expect(condition).toBe(ends ? 'service_completed_successfully' : 'service_healthy');
    }
  }
});

it('has no secret in it and no default for one', () => {
  const secretNames = /(SECRET|PASSWORD|_KEYS|METRICS_TOKEN)$/;
  for (const [, { environment }] of entries) {
    for (const [name, value] of Object.entries(environment)) {
      // Accounts of `migrate`, and single sign-on, are there only when they are set.
      if (secretNames.test(name))
        expect(value).toMatch(
          /^(\$\{[A-Z_]+:\?[^}]+\}(: )?)+$|^\$\{(DEMO_[A-Z0-9_]+|OIDC_CLIENT_SECRET):-\}$/,
        );
    }
  }
  // In an address a password of some characters ends early.
  expect(text).not.toMatch(/:\/\/\S*\$\{|:\/\/[^@\s]+:[^@\s]+@/);
});

it('opens only media to other machines: pages and signalling go through a TLS proxy', () => {
  const open = entries.flatMap(([, { ports }]) => ports).filter((port) => !port.startsWith('127.'));
  expect(open).toEqual(['7881:7881/tcp', '7882:7882/udp']);
});

it('pins the base image of every Dockerfile and leaves root', () => {
  for (const [, { build }] of entries) {
    if (build === undefined) continue;
    const dockerfile = readFileSync(`${projectRoot}/${build.dockerfile}`, 'utf8');
    const bases = [...dockerfile.matchAll(/^FROM (\S+)/gm)].map(([, image]) => image ?? '');
    const stages = [...dockerfile.matchAll(/^FROM \S+ AS (\S+)/gim)].map(([, stage]) => stage);
    for (const base of bases) if (!stages.includes(base)) expect(base).toMatch(/:\d+\.\d+/);
    expect(dockerfile).toMatch(/^USER (?!root|0)/m);
  }
});

it('lets web and bot in as a user that does not own the tables', () => {
  const user = (service: string) =>
    new URL(services[service]?.environment.DATABASE_URL ?? '').username;
  expect(user('migrate')).toBe('postgres');
  expect([user('web'), user('bot')]).toEqual(['call_centre_app', 'call_centre_app']);
  const { environment } = services.migrate ?? {};
  expect(environment?.APP_DATABASE_URL).toBe(services.web?.environment.DATABASE_URL);
  expect(environment?.APP_DATABASE_PASSWORD).toBe(services.bot?.environment.DATABASE_PASSWORD);
});

it('keeps rows out of the log of Postgres, as the embedded one does', () => {
  const flags = privateLogFlags.filter((flag) => flag !== '-c').map((setting) => `-c${setting}`);
  expect(services.postgres?.command).toEqual(['postgres', ...flags]);
});
