import { projectRoot } from '../project.ts';
import { answersOk } from '../wait-until-ready.ts';
import { livekitBinary } from './livekit-binary.ts';
import type { Service } from './service.ts';

/** The LiveKit server with the committed `livekit.yaml`; addresses and ports by flags. */
export function livekitService(): Service {
  let binary: string | undefined;
  return {
    name: 'livekit',
    title: 'LiveKit',
    readyTimeoutMs: 30_000,
    async prepare({ config, report, signal }) {
      const { dataDir, environment } = config;
      binary = await livekitBinary({ dataDir, environment, report, signal });
    },
    process({ bindAddress, dataDir, environment, livekitKey, ports }) {
      if (binary === undefined) throw new Error('LiveKit was not prepared.');
      return {
        command: binary,
        args: [
          ...['--config', `${projectRoot}/livekit.yaml`],
          ...['--port', String(ports.livekit)],
          ...['--rtc.tcp_port', String(ports.livekitTcp)],
          ...['--udp-port', String(ports.livekitUdp)],
          ...listenOn(bindAddress),
        ],
        cwd: dataDir,
        // Only this: LiveKit takes every variable that starts with LIVEKIT_ for a setting of its own.
        env: {
          PATH: environment.PATH,
          LIVEKIT_KEYS: `${livekitKey.apiKey}: ${livekitKey.apiSecret}`,
        },
      };
    },
    isReady: ({ ports, bindAddress }) => answersOk(`http://${bindAddress}:${ports.livekit}`),
  };
}

/** The node address is fixed, so that media works on a machine without any network. */
function listenOn(bindAddress: string): string[] {
  const addresses = [...new Set([bindAddress, '127.0.0.1'])];
  const loopback = bindAddress.startsWith('127.') ? ['--rtc.enable_loopback_candidate'] : [];
  return [
    ...addresses.flatMap((address) => ['--bind', address]),
    '--node-ip',
    bindAddress,
    ...loopback,
  ];
}
