import 'server-only';
import { headers } from 'next/headers';
import { services } from '../services.ts';
import { readSession, type Session } from './session.ts';
import { readViewer, type Viewer } from './viewer.ts';

/** The session of the person who opens a page; undefined when nobody is signed in. */
export async function pageSession(): Promise<Session | undefined> {
  const read = await readSession(services(), await headers());
  return read?.session;
}

/** Who opens a page, as use cases take it. */
export async function pageViewer(): Promise<Viewer> {
  const { viewer } = await readViewer(services(), await headers());
  return viewer;
}
