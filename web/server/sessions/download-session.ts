import 'server-only';
import type { CallEventEnvelope, CallId, Session } from '@agent/protocol';
import {
  readSession,
  readSessionComments,
  recordAudit,
  type SessionCommentRow,
} from '@agent/store';
import { makeZip, predictLength } from 'client-zip';
import { sessionOfReader } from '../access/session-of-reader.ts';
import { requireWatcher, type Viewer } from '../access/viewer.ts';
import { whoOf } from '../customers/show-people.ts';
import { limitRate } from '../http/limit-rate.ts';
import { untilGone } from '../http/until-gone.ts';
import { isProblem, Problem } from '../problem.ts';
import type { Services } from '../services.ts';
import { type OpenedSound, openSound } from './open-sound.ts';
import { readSessionEvents } from './read-session-events.ts';
import { transcriptText } from './transcript-text.ts';

/** Enough for somebody who answers a request for what is known of them. */
const limit = { limit: 20, windowMs: 60_000 };

/** Text in a zip file, as bytes. */
interface TextFile {
  name: string;
  input: Uint8Array<ArrayBuffer>;
  lastModified: Date;
}

/**
 * A call that is over as one zip file, for those who may look back at it: `session.json` (the call, its whole
 * log and what was remarked about it), `transcript.txt`, and `sound.webm` where there is sound. The sound is opened while it is
 * taken. That it is downloaded is put on record first.
 */
export async function downloadSession(
  services: Services,
  viewer: Viewer,
  callId: CallId,
  request: Request,
): Promise<Response> {
  await sessionOfReader(services, viewer, callId);
  const watcher = requireWatcher(viewer);
  const message = 'Too many downloads at once. Wait a moment.';
  await limitRate(services, `session-download:${watcher.userId}`, limit, message);
  const session = await readSession(services.db, callId);
  if (!session) throw Problem.notFound();
  const envelopes = await wholeLog(services, viewer, callId);
  const comments = (await readSessionComments(services.db, callId)).map(remarkOf);
  const texts = textFiles({ session, envelopes, comments });
  const opened = await soundOf(services, session);
  const headers = headersOf(session, lengthOf(texts, opened));
  if (request.method === 'HEAD') return new Response(null, { headers });
  const subject = { kind: 'call', id: callId } as const;
  await recordAudit(services.db, { action: 'call.downloaded', subject, ...whoOf(watcher) });
  const zip = makeZip(filesOf(texts, opened));
  return new Response(untilGone(zip, request.signal), { headers });
}

/** Looked through as a page looks through it, and put on record as such. */
async function wholeLog(
  services: Services,
  viewer: Viewer,
  callId: CallId,
): Promise<CallEventEnvelope[]> {
  const log: CallEventEnvelope[] = [];
  for await (const page of await readSessionEvents(services, viewer, callId)) log.push(...page);
  return log;
}

type Remark = Pick<SessionCommentRow, 'atMs' | 'text' | 'authorName' | 'at'>;

function remarkOf({ atMs, text, authorName, at }: SessionCommentRow): Remark {
  return { atMs, text, authorName, at };
}

interface WhatIsKnown {
  session: Session;
  envelopes: readonly CallEventEnvelope[];
  comments: readonly Remark[];
}

function textFiles({ session, envelopes, comments }: WhatIsKnown): TextFile[] {
  const lastModified = new Date(session.endedAt);
  const encoder = new TextEncoder();
  const json = JSON.stringify({ session, envelopes, comments }, null, 1);
  return [
    { name: 'session.json', input: encoder.encode(json), lastModified },
    {
      name: 'transcript.txt',
      input: encoder.encode(transcriptText(session, envelopes)),
      lastModified,
    },
  ];
}

/** A sound that should be there and is not costs the sound alone; a store that is away, the download. */
async function soundOf(services: Services, session: Session): Promise<OpenedSound | undefined> {
  if (session.sound !== 'ready') return undefined;
  return openSound(services, session.callId, 'sound').catch((error: unknown) => {
    if (isProblem(error) && error.code === 'not-found') return undefined;
    throw error;
  });
}

const soundName = 'sound.webm';

function lengthOf(texts: readonly TextFile[], opened: OpenedSound | undefined): bigint {
  const sound = opened ? [{ name: soundName, size: opened.sealed.bytes }] : [];
  return predictLength([...texts, ...sound]);
}

/** Whoever stops reading returns from here, and the sound is closed. */
async function* filesOf(texts: readonly TextFile[], opened: OpenedSound | undefined) {
  yield* texts;
  if (!opened) return;
  const done = new AbortController();
  try {
    const input = untilGone(await opened.sealed.read(), done.signal);
    yield { name: soundName, input, lastModified: texts[0]?.lastModified };
  } finally {
    done.abort();
  }
}

function headersOf({ callId, queuedAt }: Session, length: bigint): Record<string, string> {
  const name = `call-${queuedAt.slice(0, 10)}-${callId.slice(0, 8)}.zip`;
  return {
    'content-type': 'application/zip',
    'content-length': String(length),
    'content-disposition': `attachment; filename="${name}"`,
    'cache-control': 'private, no-store',
  };
}
