import { Agent, type ClientRequest, get } from 'node:http';
import type { RawClient } from './raw-client.ts';

/** An event stream that a test holds open. */
export interface HeldStream {
  /** Everything that has come so far. */
  text(): string;
  isOver(): boolean;
  close(): void;
}

/** Opens a stream as a browser would that never lets go; resolves with its first bytes. */
export function holdStream(webUrl: string, client: RawClient, path: string): Promise<HeldStream> {
  return new Promise((resolve, reject) => {
    let text = '';
    let isOver = false;
    const headers = { cookie: client.cookie() };
    const sent: ClientRequest = get(
      `${webUrl}${path}`,
      { headers, agent: new Agent() },
      (answer) => {
        answer.setEncoding('utf8');
        answer.on('data', (part: string) => {
          text += part;
          resolve({ text: () => text, isOver: () => isOver, close: () => sent.destroy() });
        });
        answer.on('close', () => {
          isOver = true;
        });
      },
    );
    sent.on('error', (error) => {
      isOver = true;
      reject(error);
    });
  });
}
