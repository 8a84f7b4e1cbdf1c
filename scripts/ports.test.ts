import { createSocket } from 'node:dgram';
import { once } from 'node:events';
import { type AddressInfo, createServer } from 'node:net';
import { expect, it } from 'vitest';
import { scriptsEnvSchema } from './env-schema.ts';
import { freePorts, isPortFree, portsFromEnv, requireFreePorts } from './ports.ts';

it('finds different free ports for every service', async () => {
  const ports = Object.values(await freePorts());
  expect(new Set(ports).size).toBe(8);
});

it('names the variable to change when a port is taken', async () => {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  const ports = { ...portsFromEnv(scriptsEnvSchema.parse({})), whisper: port };
  try {
    await expect(requireFreePorts(ports, ['whisper'])).rejects.toThrow(
      `Port ${port}/tcp is taken. Stop what uses it or choose another: WHISPER_PORT=<port> npm start`,
    );
  } finally {
    server.close();
  }
  await once(server, 'close');
  await expect(requireFreePorts(ports, ['whisper'])).resolves.toBeUndefined();
});

it('sees a port that is taken on every address', async () => {
  const server = createServer().listen(0);
  await once(server, 'listening');
  expect(await isPortFree((server.address() as AddressInfo).port, 'tcp')).toBe(false);
  server.close();
});

it('looks at UDP for media', async () => {
  const socket = createSocket('udp4').bind(0, '127.0.0.1');
  await once(socket, 'listening');
  const { port } = socket.address();
  expect(await isPortFree(port, 'udp')).toBe(false);
  expect(await isPortFree(port, 'tcp')).toBe(true);
  socket.close();
});
