import { AsyncLocalStorage } from 'node:async_hooks';
import { createRequire } from 'node:module';
import { NextRequest } from 'next/server';
import { authHandler } from '../access/auth-handler.ts';
import { testEnv } from './harness.ts';

const site = testEnv.NEXTAUTH_URL;
const requests = new AsyncLocalStorage<NextRequest>();

/** next-auth asks Next for the headers and cookies of the request; outside of Next they are given here. */
function standInForNext(): void {
  const ours = createRequire(import.meta.url);
  const theirs = createRequire(ours.resolve('next-auth'));
  const file = theirs.resolve('next/headers');
  theirs.cache[file] = {
    ...{ id: file, filename: file, loaded: true, children: [], paths: [] },
    exports: {
      headers: async () => requests.getStore()?.headers ?? new Headers(),
      cookies: async () => requests.getStore()?.cookies,
    },
  } as unknown as NodeJS.Module;
}

/** A browser that signs in at our handler and goes where it is sent, our site and the provider alike. */
export class AuthBrowser {
  /** By site, then by name. */
  readonly cookies = new Map<string, Map<string, string>>();

  constructor() {
    standInForNext();
  }

  /** Asks once; does not go where the answer sends it. */
  async ask(url: string, init: { method?: string; form?: Record<string, string> } = {}) {
    const { origin } = new URL(url, site);
    const { method = 'GET', form } = init;
    const headers = new Headers({ cookie: this.#header(origin) });
    if (method !== 'GET') headers.set('origin', site);
    const body = form ? new URLSearchParams(form) : undefined;
    const asked = { method, headers, body: body ?? null, redirect: 'manual' as const };
    const response =
      origin === site
        ? await toUs(new NextRequest(new URL(url, site), { method, headers, body: body ?? null }))
        : await fetch(url, asked);
    this.#keep(origin, response);
    return response;
  }

  /** Begins at the button; returns where the provider would be. */
  async begin(): Promise<string> {
    const csrf = await (await this.ask('/api/auth/csrf')).json();
    const form = {
      csrfToken: String(csrf.csrfToken),
      callbackUrl: `${site}/auth/signin`,
      json: 'true',
    };
    const response = await this.ask('/api/auth/signin/oidc', { method: 'POST', form });
    return String((await response.json()).url);
  }

  /** Goes wherever it is sent, until a page of ours that is none of next-auth's. */
  async follow(from: string): Promise<string> {
    let url = from;
    for (let steps = 0; steps < 15; steps++) {
      const at = new URL(url, site);
      if (at.origin === site && !at.pathname.startsWith('/api/'))
        return `${at.pathname}${at.search}`;
      const response = await this.ask(at.href);
      const to = response.headers.get('location');
      if (!to) throw new Error(`${at.href} answers ${response.status}: ${await response.text()}`);
      url = new URL(to, at).href;
    }
    throw new Error('It is sent around in circles.');
  }

  /** Where it is sent by the provider, to be followed or tampered with. */
  async untilCallback(from: string): Promise<string> {
    let url = from;
    for (let steps = 0; steps < 10; steps++) {
      if (url.startsWith(`${site}/api/auth/callback/`)) return url;
      const response = await this.ask(url);
      url = new URL(response.headers.get('location') ?? '', url).href;
    }
    throw new Error('The provider does not send it back.');
  }

  /** The `Cookie` header of our site. */
  get header(): string {
    return this.#header(site);
  }

  /** A cookie of our site, by the end of its name. */
  jar(): Map<string, string> {
    return this.cookies.get(site) ?? new Map();
  }

  #header(origin: string): string {
    return [...(this.cookies.get(origin) ?? [])]
      .map(([name, value]) => `${name}=${value}`)
      .join('; ');
  }

  #keep(origin: string, response: Response): void {
    const jar = this.cookies.get(origin) ?? new Map<string, string>();
    for (const set of response.headers.getSetCookie()) {
      const [pair = '', ...attributes] = set.split(';');
      const at = pair.indexOf('=');
      const isOver =
        attributes.some((one) => /^\s*max-age=0$/i.test(one)) || at === pair.length - 1;
      if (isOver) jar.delete(pair.slice(0, at));
      else jar.set(pair.slice(0, at), pair.slice(at + 1));
    }
    this.cookies.set(origin, jar);
  }
}

function toUs(request: NextRequest): Promise<Response> {
  const nextauth = request.nextUrl.pathname.replace('/api/auth/', '').split('/');
  return requests.run(request, () =>
    authHandler(request, { params: Promise.resolve({ nextauth }) }),
  );
}
