import { Agent, type IncomingHttpHeaders, request } from 'node:http';

/** A request as no browser or `fetch` would send it. */
export interface RawRequest {
  method?: string;
  headers?: Readonly<Record<string, string>>;
  body?: string;
}

/** What came back of it. */
export interface RawAnswer {
  status: number;
  headers: IncomingHttpHeaders;
  text: string;
}

/** Somebody at the web app's door with cookies of their own; paths go out as they are written. */
export interface RawClient {
  send(path: string, request?: RawRequest): Promise<RawAnswer>;
  /** Sends the beginning of a body and no more of it; resolves with what is answered all the same. */
  sendPart(path: string, request: RawRequest): Promise<RawAnswer>;
  /** Sends JSON from a page of this site. */
  post(path: string, json: unknown): Promise<RawAnswer>;
  signIn(user: { username: string; password: string }): Promise<void>;
  /** The `Cookie` header of who this is. */
  cookie(): string;
  close(): void;
}

/** Opens a client; `maxSockets` limits over how many connections it speaks. */
export function openRawClient(webUrl: string, maxSockets = 50): RawClient {
  const agent = new Agent({ keepAlive: true, maxSockets });
  const cookies = new Map<string, string>();
  const cookie = () => [...cookies].map(([name, value]) => `${name}=${value}`).join('; ');

  function send(path: string, asked: RawRequest = {}, isWhole = true) {
    const { method = 'GET', headers = {}, body } = asked;
    const { origin, hostname, port } = new URL(webUrl);
    return new Promise<RawAnswer>((resolve, reject) => {
      const sent = request(
        { agent, hostname, port, path, method, headers: { origin, cookie: cookie(), ...headers } },
        async (response) => {
          keep(response.headers['set-cookie'] ?? []);
          const parts: Buffer[] = [];
          try {
            for await (const part of response) parts.push(part as Buffer);
          } catch (error) {
            return reject(error);
          }
          const text = Buffer.concat(parts).toString();
          resolve({ status: response.statusCode ?? 0, headers: response.headers, text });
        },
      );
      sent.on('error', reject);
      if (isWhole) sent.end(body);
      else sent.write(body);
    });
  }

  function keep(lines: readonly string[]): void {
    for (const line of lines) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
      cookies.set(name, value);
    }
  }

  function post(path: string, json: unknown) {
    const headers = { 'content-type': 'application/json' };
    return send(path, { method: 'POST', headers, body: JSON.stringify(json) });
  }

  return {
    send: (path, asked) => send(path, asked),
    sendPart: (path, asked) => send(path, asked, false),
    post,
    cookie,
    async signIn({ username, password }) {
      const { text } = await send('/api/auth/csrf');
      const { csrfToken } = JSON.parse(text) as { csrfToken: string };
      const form = new URLSearchParams({ csrfToken, username, password, json: 'true' });
      const headers = { 'content-type': 'application/x-www-form-urlencoded' };
      const path = '/api/auth/callback/credentials';
      const answer = await send(path, { method: 'POST', headers, body: form.toString() });
      if (answer.status !== 200) throw new Error(`Not signed in: ${answer.status} ${answer.text}`);
    },
    close: () => agent.destroy(),
  };
}
