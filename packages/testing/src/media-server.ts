import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { freePort } from './free-port.ts';

/** A media server with the project's own settings, for the length of a test file. */
export interface MediaServer {
  /** `ws://…` */
  url: string;
  apiKey: string;
  apiSecret: string;
  close(): Promise<void>;
}

const configFile = fileURLToPath(new URL('../../../livekit.yaml', import.meta.url));
const ADDRESS = '127.0.0.1';
/** It starts in a second; with other tests beside it, it may wait long for a core. */
const START_MS = 60_000;

/** Starts the LiveKit server of this path with the committed `livekit.yaml` on free ports. */
export async function startMediaServer(binary: string): Promise<MediaServer> {
  const [port, tcpPort, udpPort] = [await freePort(), await freePort(), await freePort()];
  const [apiKey, apiSecret] = ['test-key', 'test-secret-of-at-least-32-characters'];
  const args = [
    ...['--config', configFile, '--bind', ADDRESS, '--node-ip', ADDRESS],
    ...['--port', String(port), '--rtc.tcp_port', String(tcpPort), '--udp-port', String(udpPort)],
    '--rtc.enable_loopback_candidate',
  ];
  const env = { NODE_ENV: 'test', LIVEKIT_KEYS: `${apiKey}: ${apiSecret}` } as const;
  const server = spawn(binary, args, { stdio: 'ignore', env });
  const giveUpAtMs = performance.now() + START_MS;
  while (!(await fetch(`http://${ADDRESS}:${port}`).catch(() => undefined))?.ok) {
    if (server.exitCode !== null || performance.now() > giveUpAtMs) {
      throw new Error('The media server did not start.');
    }
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  return {
    url: `ws://${ADDRESS}:${port}`,
    apiKey,
    apiSecret,
    async close() {
      if (server.exitCode !== null || server.signalCode !== null) return;
      const ended = once(server, 'exit');
      server.kill('SIGKILL');
      await ended;
    },
  };
}
