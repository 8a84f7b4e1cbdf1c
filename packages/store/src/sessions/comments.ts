import type { CallId, NewSessionComment, UserId } from '@agent/protocol';
import { userIdSchema } from '@agent/protocol';
import { z } from 'zod';
import { inTransaction, type Queryable } from '../database/connect.ts';

/** So many remarks one call has at most. */
export const MAX_SESSION_COMMENTS = 500;

const commentRowSchema = z.object({
  commentId: z.string(),
  atMs: z.number().int(),
  text: z.string(),
  /** Null when the account is gone. */
  authorId: userIdSchema.nullable(),
  authorName: z.string(),
  at: z.date(),
});
/** A remark about a moment of a call, as it is stored. */
export type SessionCommentRow = z.infer<typeof commentRowSchema>;

/** Who writes a remark; the name is kept as it is now. */
export interface CommentAuthor {
  userId: UserId;
  displayName: string;
}

/** The remarks about a call, by their moment. */
export async function readSessionComments(
  db: Queryable,
  callId: CallId,
): Promise<SessionCommentRow[]> {
  const rows = await db`
    select comment_id, at_ms, text, author_id, author_name, at from session_comments
    where call_id = ${callId} order by at_ms, at, comment_id`;
  return z.array(commentRowSchema).parse(rows);
}

/**
 * Adds a remark. `stored`: also when the same author has stored the same before; `taken`: something else
 * has its id; `too-many`: the call has as many as it may have.
 */
export async function addSessionComment(
  db: Queryable,
  callId: CallId,
  comment: NewSessionComment,
  author: CommentAuthor,
): Promise<'stored' | 'taken' | 'too-many'> {
  const { commentId, atMs, text } = comment;
  return inTransaction(db, async (tx) => {
    // One after another, so that they can be counted.
    await tx`select 1 from calls where id = ${callId} for update`;
    const [known] = await tx`
      select at_ms = ${atMs} and text = ${text} and author_id = ${author.userId} as is_same
      from session_comments where call_id = ${callId} and comment_id = ${commentId}`;
    if (known) return known.isSame === true ? 'stored' : 'taken';
    const added = await tx`
      insert into session_comments (call_id, comment_id, at_ms, text, author_id, author_name)
      select ${callId}, ${commentId}, ${atMs}, ${text}, ${author.userId}, ${author.displayName}
      where (select count(*) from session_comments where call_id = ${callId})
        < ${MAX_SESSION_COMMENTS}
      returning 1`;
    return added.length > 0 ? 'stored' : 'too-many';
  });
}

/**
 * Takes a remark away, only one of `ofAuthor` unless that is null. `forbidden`: it is somebody else's;
 * `missing`: there is none of that id, any more or at all.
 */
export async function deleteSessionComment(
  db: Queryable,
  callId: CallId,
  commentId: string,
  ofAuthor: UserId | null,
): Promise<'deleted' | 'forbidden' | 'missing'> {
  const deleted = await db`
    delete from session_comments where call_id = ${callId} and comment_id = ${commentId}
      and (${ofAuthor}::uuid is null or author_id = ${ofAuthor})
    returning 1`;
  if (deleted.length > 0) return 'deleted';
  const [other] = await db`
    select 1 from session_comments where call_id = ${callId} and comment_id = ${commentId}`;
  return other ? 'forbidden' : 'missing';
}
