import { randomUUID } from 'node:crypto';
import { userIdSchema } from '@agent/protocol';
import { type Database, saveUserWithPassword } from '@agent/store';
import { z } from 'zod';
import type { DemoUser } from '../stack.types.ts';

/** A supervisor who is signed in. */
export interface Supervisor {
  /** Fetches a path and reads all of the answer; fails on any but 200. */
  get(path: string): Promise<unknown>;
  /** The same of a file, piece by piece. */
  download(path: string): AsyncIterable<Uint8Array>;
}

const csrfSchema = z.object({ csrfToken: z.string() });

/** Gives so many supervisors accounts, with passwords that nobody is told, and signs them in. */
export async function openSupervisors(
  owner: Database,
  webUrl: string,
  count: number,
): Promise<Supervisor[]> {
  const people: Supervisor[] = [];
  for (let number = 1; number <= count; number += 1) {
    const username = `bench-reports-${number}`;
    const user: DemoUser = {
      ...{ username, displayName: `Bench ${number}`, role: 'supervisor', password: randomUUID() },
    };
    await saveUserWithPassword(owner, { ...user, id: userIdSchema.parse(randomUUID()) });
    people.push(await signIn(webUrl, user));
  }
  return people;
}

async function signIn(webUrl: string, { username, password }: DemoUser): Promise<Supervisor> {
  const cookies = new Map<string, string>();
  const send = async (path: string, init: RequestInit = {}) => {
    const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const headers = { ...init.headers, cookie, origin: new URL(webUrl).origin };
    const response = await fetch(`${webUrl}${path}`, { ...init, headers, redirect: 'manual' });
    for (const text of response.headers.getSetCookie()) {
      const [pair = ''] = text.split(';');
      cookies.set(pair.slice(0, pair.indexOf('=')), pair.slice(pair.indexOf('=') + 1));
    }
    return response;
  };
  const { csrfToken } = csrfSchema.parse(await (await send('/api/auth/csrf')).json());
  const body = new URLSearchParams({ csrfToken, username, password, json: 'true' });
  await send('/api/auth/callback/credentials', { method: 'POST', body });
  const ask = async (path: string) => {
    const response = await send(path);
    if (response.status !== 200) throw new Error(`${path} answers ${response.status}.`);
    return response;
  };
  return {
    async get(path) {
      return (await ask(path)).json();
    },
    async *download(path) {
      yield* (await ask(path)).body ?? [];
    },
  };
}
