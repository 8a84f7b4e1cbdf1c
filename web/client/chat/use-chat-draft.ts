'use client';
import type { CallId } from '@agent/protocol';
import { useCallback, useEffect, useState } from 'react';
import { appendToDraft, keepChatDraft, readChatDraft } from './chat-draft.ts';

/** What stands in the chat box. */
export interface ChatDraft {
  text: string;
  change(text: string): void;
  /** Puts words after what is typed. */
  append(text: string): void;
}

/** The chat box of a call: kept over a reload, forgotten once `isOver`. */
export function useChatDraft(callId: CallId, isOver: boolean): ChatDraft {
  const [text, setText] = useState(() => readChatDraft(callId));
  useEffect(() => keepChatDraft(callId, isOver ? '' : text), [callId, text, isOver]);
  const append = useCallback((more: string) => {
    setText((typed) => appendToDraft(typed, more));
  }, []);
  return { text, change: setText, append };
}
