import { createSocket } from 'node:dgram';
import { createServer } from 'node:net';
import type { ScriptsEnv } from './env-schema.ts';
import { StackError } from './stack-error.ts';

/** The ports one stack listens on. */
export interface StackPorts {
  web: number;
  livekit: number;
  livekitTcp: number;
  livekitUdp: number;
  whisper: number;
  bot: number;
  demo: number;
  postgres: number;
}

/** Transport of a port. */
export type Protocol = 'tcp' | 'udp';

const variables = {
  web: 'WEB_PORT',
  livekit: 'LIVEKIT_PORT',
  livekitTcp: 'LIVEKIT_TCP_PORT',
  livekitUdp: 'LIVEKIT_UDP_PORT',
  whisper: 'WHISPER_PORT',
  bot: 'BOT_PORT',
  demo: 'DEMO_PORT',
  postgres: 'POSTGRES_PORT',
} as const satisfies Record<keyof StackPorts, keyof ScriptsEnv>;

const portNames = Object.keys(variables) as (keyof StackPorts)[];

/** Below the range from which the system takes ports for outgoing connections. */
const freeRange = { first: 20_000, size: 10_000 };

/** The ports named by the settings. */
export function portsFromEnv(env: ScriptsEnv): StackPorts {
  const entries = portNames.map((name) => [name, env[variables[name]]]);
  return Object.fromEntries(entries) as StackPorts;
}

/** Ports that are free now, for stacks that run beside others. */
export async function freePorts(random: () => number = Math.random): Promise<StackPorts> {
  const taken = new Set<number>();
  const entries: [keyof StackPorts, number][] = [];
  while (entries.length < portNames.length) {
    const name = portNames[entries.length];
    const port = freeRange.first + Math.floor(random() * freeRange.size);
    if (name === undefined || taken.has(port) || !(await isPortFree(port, protocolOf(name))))
      continue;
    taken.add(port);
    entries.push([name, port]);
  }
  return Object.fromEntries(entries) as unknown as StackPorts;
}

/** Throws one clear line for the first of these ports that is taken. */
export async function requireFreePorts(
  ports: StackPorts,
  needed: readonly (keyof StackPorts)[],
): Promise<void> {
  for (const name of needed) {
    const protocol = protocolOf(name);
    if (await isPortFree(ports[name], protocol)) continue;
    throw StackError.portTaken(ports[name], protocol, variables[name]);
  }
}

/** Whether nothing listens on this port of this machine. */
export function isPortFree(port: number, protocol: Protocol): Promise<boolean> {
  return protocol === 'tcp' ? isTcpPortFree(port) : isUdpPortFree(port);
}

function protocolOf(name: keyof StackPorts): Protocol {
  return name === 'livekitUdp' ? 'udp' : 'tcp';
}

function isTcpPortFree(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const server = createServer();
    server.once('error', () => resolve(false));
    server.listen({ port, host: '127.0.0.1', exclusive: true }, () =>
      server.close(() => resolve(true)),
    );
  });
}

function isUdpPortFree(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = createSocket('udp4');
    socket.once('error', () => resolve(false));
    socket.bind({ port, address: '0.0.0.0', exclusive: true }, () =>
      socket.close(() => resolve(true)),
    );
  });
}
