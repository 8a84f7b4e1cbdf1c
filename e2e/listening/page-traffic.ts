import { decodeDataMessage } from '@agent/protocol';
import { DataPacket, SignalRequest, SignalResponse } from '@livekit/protocol';
import type { CDPSession, Page, WebSocket } from 'playwright';
import { generalText } from './general-text.ts';

/** Something that went over the network between a page and a server. */
export interface Passed {
  atMs: number;
  /** What it was, with nothing in it that differs from one time to the next. */
  kind: string;
  bytes: Buffer;
}

/** All that a page sends and receives, in the order it was seen. */
export interface PageTraffic {
  passed: readonly Passed[];
}

const REPORT = 'reportChannelBytes';

/** Records all traffic of a page from now on; call before it loads anything. */
export async function recordPassed(page: Page): Promise<PageTraffic> {
  const passed: Passed[] = [];
  const take = (kind: string, bytes: string | Buffer) => {
    passed.push({ atMs: Date.now(), kind, bytes: Buffer.from(bytes) });
  };
  page.on('websocket', (socket) => followSocket(socket, take));
  await page.exposeFunction(REPORT, (way: 'in' | 'out', base64: string) => {
    const bytes = Buffer.from(base64, 'base64');
    take(`packet ${way}: ${packetKind(bytes)}`, bytes);
  });
  await page.addInitScript(reportChannels, REPORT);
  page.on('request', (request) => {
    const { pathname, search } = new URL(request.url());
    const kind = `${request.method()} ${generalText(pathname + search)}`;
    take(`request: ${kind}`, request.postDataBuffer() ?? '');
  });
  page.on('response', async (response) => {
    if (response.headers()['content-type']?.startsWith('text/event-stream')) return;
    const headers = JSON.stringify(response.headers());
    const { pathname } = new URL(response.url());
    const kind = `${response.request().method()} ${generalText(pathname)} ${response.status()}`;
    const body = await response.body().catch(() => Buffer.from(''));
    take(`answer: ${kind}`, Buffer.concat([Buffer.from(headers), body]));
  });
  await followStreams(await page.context().newCDPSession(page), take);
  return { passed };
}

type Take = (kind: string, bytes: string | Buffer) => void;

function followSocket(socket: WebSocket, take: Take): void {
  const { pathname } = new URL(socket.url());
  take(`socket: ${pathname}`, socket.url());
  socket.on('framereceived', ({ payload }) => {
    take(`frame in: ${frameKind(SignalResponse, payload)}`, payload);
  });
  socket.on('framesent', ({ payload }) => {
    take(`frame out: ${frameKind(SignalRequest, payload)}`, payload);
  });
}

function frameKind(type: typeof SignalResponse | typeof SignalRequest, payload: string | Buffer) {
  if (typeof payload === 'string') return 'text';
  return type.fromBinary(payload).message.case ?? 'unknown';
}

function packetKind(bytes: Buffer): string {
  const { value } = DataPacket.fromBinary(bytes);
  if (value.case !== 'user') return value.case ?? 'unknown';
  const message = decodeDataMessage(value.value.payload);
  if (!message) return `user ${value.value.topic}`;
  return message.kind === 'event' ? `event ${message.envelope.event.type}` : message.kind;
}

/** Each byte of each event stream, comments too. */
async function followStreams(session: CDPSession, take: Take): Promise<void> {
  const pathOf = new Map<string, string>();
  const came = (requestId: string, base64: string | undefined) => {
    const path = pathOf.get(requestId);
    if (path === undefined || !base64) return;
    const bytes = Buffer.from(base64, 'base64');
    for (const part of bytes.toString('utf8').split('\n\n')) {
      if (part !== '') take(`stream ${path}: ${generalText(part)}`, part);
    }
  };
  session.on('Network.responseReceived', async ({ requestId, response }) => {
    if (!response.mimeType.startsWith('text/event-stream')) return;
    pathOf.set(requestId, generalText(new URL(response.url).pathname));
    const answer = await session
      .send('Network.streamResourceContent', { requestId })
      .catch(() => undefined);
    came(requestId, answer?.bufferedData);
  });
  session.on('Network.dataReceived', ({ requestId, data }) => came(requestId, data));
  await session.send('Network.enable');
}

/** Runs in the page: reports each message of each data channel, whichever side opened or sent it. */
function reportChannels(report: string): void {
  const scope = globalThis as unknown as Record<string, (way: string, base64: string) => void>;
  const tell = (way: 'in' | 'out', data: ArrayBuffer | Blob | string | ArrayBufferView) => {
    void new Blob([data as BlobPart]).arrayBuffer().then((bytes) => {
      scope[report]?.(way, btoa(String.fromCharCode(...new Uint8Array(bytes))));
    });
  };
  const follow = (channel: RTCDataChannel) => {
    channel.addEventListener('message', ({ data }: MessageEvent) => tell('in', data));
    const { send } = channel;
    channel.send = (data: never) => {
      tell('out', data);
      send.call(channel, data);
    };
  };
  const Native = globalThis.RTCPeerConnection;
  globalThis.RTCPeerConnection = class extends Native {
    constructor(configuration?: RTCConfiguration) {
      super(configuration);
      this.addEventListener('datachannel', ({ channel }) => follow(channel));
    }

    override createDataChannel(label: string, options?: RTCDataChannelInit): RTCDataChannel {
      const channel = super.createDataChannel(label, options);
      follow(channel);
      return channel;
    }
  };
}
