'use client';
import type { CallId, SessionComment } from '@agent/protocol';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useRef } from 'react';
import { type Action, useAction } from '../http/use-action.ts';
import { addComment, deleteComment, readComments } from './session-api.ts';

/** Remarks about moments of a call, and what one can do about them. */
export interface Comments {
  /** By their moment; null until they are read. */
  list: readonly SessionComment[] | null;
  error: Error | null;
  retry(): void;
  add: Action<[atMs: number, text: string]>;
  remove: Action<[commentId: string]>;
}

/** Reads and writes remarks about moments of a call. */
export function useComments(callId: CallId): Comments {
  const client = useQueryClient();
  const queryKey = ['session-comments', callId];
  const { data, error, refetch } = useQuery({
    networkMode: 'always',
    queryKey,
    queryFn: ({ signal }) => readComments(callId, signal),
  });
  const changed = () => client.invalidateQueries({ queryKey });
  // Sent again after a failure it is the same remark.
  const unsent = useRef<{ commentId: string; atMs: number; text: string } | null>(null);
  const add = useAction(async (atMs: number, text: string) => {
    const isSame = unsent.current?.text === text && unsent.current.atMs === atMs;
    const comment =
      isSame && unsent.current ? unsent.current : { commentId: crypto.randomUUID(), atMs, text };
    unsent.current = comment;
    await addComment(callId, comment);
    unsent.current = null;
    await changed();
  });
  const remove = useAction(async (commentId: string) => {
    await deleteComment(callId, commentId);
    await changed();
  });
  return { list: data ?? null, error, retry: () => void refetch(), add, remove };
}
