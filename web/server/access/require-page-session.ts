import 'server-only';
import type { Role } from '@agent/protocol';
import { notFound, redirect } from 'next/navigation';
import { pageSession } from './page-session.ts';
import type { Session } from './session.ts';

/** Who opens a page for people with an account; anybody else is sent to sign in, and back to where they were. */
export async function requirePageSession(
  path: string,
  query: Record<string, string | string[] | undefined>,
): Promise<Session> {
  const session = await pageSession();
  if (session) return session;
  const asked = new URLSearchParams(
    Object.entries(query).flatMap(([name, value]) =>
      [value ?? []].flat().map((one) => [name, one] as [string, string]),
    ),
  );
  const wanted = asked.size > 0 ? `${path}?${asked}` : path;
  redirect(`/auth/signin?callbackUrl=${encodeURIComponent(wanted)}`);
}

/** Like `requirePageSession`, for pages of some roles; who has another is told that there is no such page. */
export async function requirePageRole(
  roles: Role | readonly Role[],
  path: string,
  query: Record<string, string | string[] | undefined> = {},
): Promise<Session> {
  const session = await requirePageSession(path, query);
  if (![roles].flat().includes(session.role)) notFound();
  return session;
}
