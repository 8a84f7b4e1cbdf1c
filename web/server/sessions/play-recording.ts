import 'server-only';
import type { CallId } from '@agent/protocol';
import { recordAudit, takeRateLimit } from '@agent/store';
import { sessionOfReader } from '../access/session-of-reader.ts';
import { requireWatcher, type Viewer } from '../access/viewer.ts';
import { whoOf } from '../customers/show-people.ts';
import { type ByteRange, byteRange } from '../http/byte-range.ts';
import { limitRate } from '../http/limit-rate.ts';
import { untilGone } from '../http/until-gone.ts';
import type { Services } from '../services.ts';
import { openSound } from './open-sound.ts';

/** A browser asks a few times for each place it goes to, and somebody drags the playhead along. */
const limit = { limit: 1_200, windowMs: 60_000 };

/** Whoever plays it again on the same day plays on. */
const noted = { limit: 1, windowMs: 24 * 60 * 60_000 };

/**
 * The sound of a call, or the part of it that is asked for, for those who may look back at it. That they
 * hear it is put on record first.
 */
export async function playRecording(
  services: Services,
  viewer: Viewer,
  callId: CallId,
  request: Request,
): Promise<Response> {
  await sessionOfReader(services, viewer, callId);
  const { userId } = requireWatcher(viewer);
  await limitRate(services, `recording-read:${userId}`, limit, 'Too much at once. Wait a moment.');
  const { row, sealed } = await openSound(services, callId, 'sound');
  const etag = `"${row.sha256}"`;
  const asked = rangeAskedFor(request.headers, sealed.bytes, etag);
  if (asked === 'unsatisfiable') {
    const headers = { ...headersOf(etag), 'content-range': `bytes */${sealed.bytes}` };
    return new Response(null, { status: 416, headers });
  }
  const range = asked ?? { from: 0, to: sealed.bytes };
  const init = {
    status: asked ? 206 : 200,
    headers: {
      ...headersOf(etag),
      'content-length': String(range.to - range.from),
      ...(asked && { 'content-range': `bytes ${range.from}-${range.to - 1}/${sealed.bytes}` }),
    },
  };
  if (request.method === 'HEAD') return new Response(null, init);
  await noteListening(services, viewer, callId);
  return new Response(untilGone(await sealed.read(range), request.signal), init);
}

/** A range of a sound that has changed meanwhile would not fit what is there already. */
function rangeAskedFor(
  headers: Headers,
  size: number,
  etag: string,
): ByteRange | 'unsatisfiable' | undefined {
  const ifRange = headers.get('if-range');
  if (ifRange !== null && ifRange !== etag) return undefined;
  return byteRange(headers.get('range'), size);
}

function headersOf(etag: string) {
  return {
    'accept-ranges': 'bytes',
    'cache-control': 'private, no-store',
    'content-disposition': 'inline',
    'content-type': 'audio/webm; codecs=opus',
    etag,
  };
}

/** Once a day for each person and call: a browser asks for many ranges of what is heard once. */
async function noteListening(services: Services, viewer: Viewer, callId: CallId): Promise<void> {
  const watcher = requireWatcher(viewer);
  await services.db.begin(async (tx) => {
    if (!(await takeRateLimit(tx, `recording-noted:${watcher.userId}:${callId}`, noted))) return;
    const subject = { kind: 'call', id: callId } as const;
    await recordAudit(tx, { action: 'recording.played', subject, ...whoOf(watcher) });
  });
}
