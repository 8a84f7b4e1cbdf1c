import { z } from 'zod';
import type { Stack } from '../stack.types.ts';

/** A supervisor who is signed in. */
export interface Supervisor {
  /** Fetches a path and reads all of the answer; fails on any but 200. */
  get(path: string): Promise<unknown>;
}

const csrfSchema = z.object({ csrfToken: z.string() });

/** Signs in as the supervisor of the stack. */
export async function openSupervisor({ urls, users }: Stack): Promise<Supervisor> {
  const user = users.find(({ role }) => role === 'supervisor');
  if (!user) throw new Error('The stack has no supervisor.');
  const cookies = new Map<string, string>();
  const send = async (path: string, init: RequestInit = {}) => {
    const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const headers = { ...init.headers, cookie, origin: new URL(urls.web).origin };
    const response = await fetch(`${urls.web}${path}`, { ...init, headers, redirect: 'manual' });
    for (const text of response.headers.getSetCookie()) {
      const [pair = ''] = text.split(';');
      cookies.set(pair.slice(0, pair.indexOf('=')), pair.slice(pair.indexOf('=') + 1));
    }
    return response;
  };
  const { csrfToken } = csrfSchema.parse(await (await send('/api/auth/csrf')).json());
  const { username, password } = user;
  const body = new URLSearchParams({ csrfToken, username, password, json: 'true' });
  await send('/api/auth/callback/credentials', { method: 'POST', body });
  return {
    async get(path) {
      const response = await send(path);
      if (response.status !== 200) throw new Error(`${path} answers ${response.status}.`);
      return response.json();
    },
  };
}
