'use client';
import { type CallState, formerAgent } from '@agent/calls';
import type { CallEventEnvelope, Side } from '@agent/protocol';
import type { ChatEntry } from '@agent/ui';
import { useMemo, useState } from 'react';
import { type ReadCall, sendChat } from '../http/call-api.ts';
import { type ChatOutbox, createChatOutbox, type OutgoingMessage } from './chat-outbox.ts';

/** Chat of a call as one side sees it: what is stored, then what is on its way. */
export interface CallChat extends ChatOutbox {
  outgoing: readonly OutgoingMessage[];
}

/** Sends chat messages of a call. */
export function useChat(
  call: ReadCall,
  state: CallState,
  onStored: (envelope: CallEventEnvelope) => void,
): CallChat {
  const [messages, setMessages] = useState<readonly OutgoingMessage[]>([]);
  const outbox = useMemo(
    () =>
      createChatOutbox({
        send: (message) => sendChat(call, message),
        onStored,
        onChange: setMessages,
        newId: () => crypto.randomUUID(),
      }),
    [call, onStored],
  );
  // The room can be faster than the answer to our request.
  const outgoing = useMemo(
    () => messages.filter(({ messageId }) => !state.chat.some(({ id }) => id === messageId)),
    [messages, state.chat],
  );
  return useMemo(() => {
    const { send, retry, drop } = outbox;
    return { send, retry, drop, outgoing };
  }, [outbox, outgoing]);
}

/** Rows of a chat panel. */
export function chatEntries(
  state: CallState,
  outgoing: readonly OutgoingMessage[],
  viewer: Side,
): ChatEntry[] {
  const stored = state.chat.map(({ id, from, text, atMs }) => ({
    // Each side makes its own ids: another's that is the same is another message.
    id: from === viewer ? id : `${from}:${id}`,
    from,
    text,
    ...formerAgent(state, from, atMs),
    ...timeOf(state, atMs),
  }));
  const waiting = outgoing.map(({ messageId, text, state: sending }) => ({
    id: messageId,
    from: viewer,
    text,
    state: sending,
  }));
  return [...stored, ...waiting];
}

function timeOf({ answeredAtMs }: CallState, atMs: number) {
  if (answeredAtMs === null) return {};
  const at = new Date(answeredAtMs + atMs);
  return {
    time: at.toLocaleTimeString([], { hour: '2-digit', minute: '2-digit' }),
    exactTime: at.toLocaleString(),
  };
}
