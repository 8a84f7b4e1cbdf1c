import 'server-only';
import { headers } from 'next/headers';
import { services } from '../services.ts';
import { readSession, type Session } from './session.ts';

/** The session of the person who opens a page; undefined when nobody is signed in. */
export async function pageSession(): Promise<Session | undefined> {
  const read = await readSession(services(), await headers());
  return read?.session;
}
