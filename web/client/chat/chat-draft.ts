import type { CallId } from '@agent/protocol';

const key = (callId: CallId) => `chat-draft:${callId}`;

/** What was typed in this tab and not sent before the page was loaded again. */
export function readChatDraft(callId: CallId): string {
  try {
    return sessionStorage.getItem(key(callId)) ?? '';
  } catch {
    return '';
  }
}

/** Keeps what is typed over a reload of this tab, where storage is allowed. */
export function keepChatDraft(callId: CallId, text: string): void {
  try {
    if (text) sessionStorage.setItem(key(callId), text);
    else sessionStorage.removeItem(key(callId));
  } catch {
    return;
  }
}

/**
 * The draft with more words after what is typed already, set apart by a space. Words that stand at
 * its end already are not repeated.
 */
export function appendToDraft(draft: string, text: string): string {
  const typed = draft.trimEnd();
  if (typed === '') return text;
  return typed.endsWith(text) ? typed : `${typed} ${text}`;
}
