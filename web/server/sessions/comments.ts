import 'server-only';
import type { CallId, NewSessionComment, SessionComment } from '@agent/protocol';
import {
  addSessionComment,
  deleteSessionComment,
  readSessionComments,
  type SessionCommentRow,
} from '@agent/store';
import type { Session } from '../access/session.ts';
import { sessionOfReader } from '../access/session-of-reader.ts';
import { requireSession, type Viewer } from '../access/viewer.ts';
import { limitRate } from '../http/limit-rate.ts';
import { Problem } from '../problem.ts';
import type { Services } from '../services.ts';

/** As fast as anybody writes. */
const limit = { limit: 20, windowMs: 60_000 };

/** What people remarked about a call, for those who may look back at it. */
export async function readComments(
  services: Services,
  viewer: Viewer,
  callId: CallId,
): Promise<SessionComment[]> {
  await sessionOfReader(services, viewer, callId);
  const session = requireSession(viewer);
  const rows = await readSessionComments(services.db, callId);
  return rows.map((row) => shownTo(session, row));
}

/** Adds a remark; the same again is harmless. */
export async function addComment(
  services: Services,
  viewer: Viewer,
  callId: CallId,
  comment: NewSessionComment,
): Promise<void> {
  const { answeredAt, endedAt } = await sessionOfReader(services, viewer, callId);
  const session = requireSession(viewer);
  const talkMs = answeredAt && endedAt ? endedAt.getTime() - answeredAt.getTime() : 0;
  if (comment.atMs > talkMs) {
    throw Problem.invalidInput('The call was over by then.', { atMs: 'After the end.' });
  }
  const message = 'Too many comments at once. Wait a moment.';
  await limitRate(services, `session-comment:${session.userId}`, limit, message);
  const outcome = await addSessionComment(services.db, callId, comment, session);
  if (outcome === 'taken') throw Problem.conflict('Another comment was sent under this id before.');
  if (outcome === 'too-many') throw Problem.conflict('This call has as many comments as it can.');
}

/** Takes a remark away: one's own, or as an admin anybody's. Twice is harmless. */
export async function deleteComment(
  services: Services,
  viewer: Viewer,
  callId: CallId,
  commentId: string,
): Promise<void> {
  await sessionOfReader(services, viewer, callId);
  const session = requireSession(viewer);
  const ofAuthor = session.role === 'admin' ? null : session.userId;
  const outcome = await deleteSessionComment(services.db, callId, commentId, ofAuthor);
  if (outcome === 'forbidden') throw Problem.forbidden('This comment is somebody else’s.');
}

function shownTo({ userId, role }: Session, row: SessionCommentRow): SessionComment {
  const { commentId, atMs, text, authorId, authorName, at } = row;
  return {
    ...{ commentId, atMs, text, authorName },
    at: at.toISOString(),
    mayDelete: role === 'admin' || authorId === userId,
  };
}
