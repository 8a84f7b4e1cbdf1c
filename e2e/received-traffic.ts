import type { CDPSession, Page, Response } from 'playwright';

/** Everything a page has received over the network, decoded as its scripts see it. */
export interface ReceivedTraffic {
  /** Web sockets, data channels, server-sent events, documents and answers of the API. */
  data(): string;
  /** The same with scripts and style sheets. */
  all(): string;
  /** Messages of data channels as they came, one after another. */
  dataPackets(): Buffer[];
  /** How much came by each way, in bytes. */
  bytesBy(): Record<Way, number>;
}

/** How something reached the page. */
type Way = 'web-socket' | 'data-channel' | 'event-stream' | 'answer' | 'asset';

const assetTypes = new Set(['script', 'stylesheet', 'font', 'image', 'media']);

/** Records all that a page receives from now on; call before it loads anything. */
export async function recordTraffic(page: Page): Promise<ReceivedTraffic> {
  const received: { way: Way; bytes: Buffer }[] = [];
  const take = (way: Way, payload: string | Buffer) => {
    received.push({ way, bytes: Buffer.from(payload) });
  };
  page.on('websocket', (socket) => {
    socket.on('framereceived', ({ payload }) => take('web-socket', payload));
  });
  page.on('response', (response) => void takeBody(response, take));
  await page.exposeFunction(REPORT, (base64: string) => {
    take('data-channel', Buffer.from(base64, 'base64'));
  });
  await page.addInitScript(reportDataChannels, REPORT);
  await followEventStreams(await page.context().newCDPSession(page), take);
  const text = (parts: typeof received) =>
    Buffer.concat(parts.map(({ bytes }) => bytes)).toString('utf8');
  return {
    data: () => text(received.filter(({ way }) => way !== 'asset')),
    all: () => text(received),
    dataPackets: () =>
      received.filter(({ way }) => way === 'data-channel').map(({ bytes }) => bytes),
    bytesBy: () => {
      const sums = { 'web-socket': 0, 'data-channel': 0, 'event-stream': 0, answer: 0, asset: 0 };
      for (const { way, bytes } of received) sums[way] += bytes.length;
      return sums;
    },
  };
}

const REPORT = 'reportReceivedBytes';

async function takeBody(
  response: Response,
  take: (way: Way, payload: Buffer) => void,
): Promise<void> {
  const isStream = response.headers()['content-type']?.startsWith('text/event-stream');
  if (isStream) return;
  // Redirects and what the page gave up have no body.
  const body = await response.body().catch(() => undefined);
  if (body) take(assetTypes.has(response.request().resourceType()) ? 'asset' : 'answer', body);
}

async function followEventStreams(
  session: CDPSession,
  take: (way: Way, payload: string) => void,
): Promise<void> {
  session.on('Network.eventSourceMessageReceived', ({ eventName, data }) => {
    take('event-stream', `${eventName} ${data}\n`);
  });
  await session.send('Network.enable');
}

/** Runs in the page: reports each message of each data channel, whichever side opened it. */
function reportDataChannels(report: string): void {
  const tell = (globalThis as unknown as Record<string, (base64: string) => void>)[report];
  const listen = (channel: RTCDataChannel) => {
    channel.addEventListener('message', ({ data }: MessageEvent<ArrayBuffer | Blob | string>) => {
      void new Blob([data]).arrayBuffer().then((bytes) => {
        tell?.(btoa(String.fromCharCode(...new Uint8Array(bytes))));
      });
    });
  };
  const Native = globalThis.RTCPeerConnection;
  globalThis.RTCPeerConnection = class extends Native {
    constructor(configuration?: RTCConfiguration) {
      super(configuration);
      this.addEventListener('datachannel', ({ channel }) => listen(channel));
    }

    override createDataChannel(label: string, options?: RTCDataChannelInit): RTCDataChannel {
      const channel = super.createDataChannel(label, options);
      listen(channel);
      return channel;
    }
  };
}
