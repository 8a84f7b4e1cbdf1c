import { connect, createServer, type Socket } from 'node:net';

/** Stands between a client and a server on this machine, and can let answers vanish. */
export interface ForgetfulRelay {
  readonly port: number;
  /** From the next request on that contains this text, its connection brings no more answers. */
  loseAnswersTo(text: string): void;
  /** Loses no more answers; connections that have lost one stay silent. */
  recover(): void;
  close(): Promise<void>;
}

/** Starts a relay to a port of 127.0.0.1. */
export async function startForgetfulRelay(targetPort: number): Promise<ForgetfulRelay> {
  let lost: string | undefined;
  const sockets = new Set<Socket>();
  const server = createServer((client) => {
    const target = connect(targetPort, '127.0.0.1');
    let isSilent = false;
    client.on('data', (bytes) => {
      isSilent ||= lost !== undefined && bytes.includes(lost);
      target.write(bytes);
    });
    target.on('data', (bytes) => {
      if (!isSilent) client.write(bytes);
    });
    for (const [one, other] of [
      [client, target],
      [target, client],
    ] as const) {
      sockets.add(one);
      // An error is followed by the close.
      one.on('error', () => undefined);
      one.on('close', () => {
        sockets.delete(one);
        other.destroy();
      });
    }
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('A relay has a port.');
  return {
    port: address.port,
    loseAnswersTo: (text) => {
      lost = text;
    },
    recover: () => {
      lost = undefined;
    },
    async close() {
      for (const socket of sockets) socket.destroy();
      await new Promise<void>((resolve) => server.close(() => resolve()));
    },
  };
}
