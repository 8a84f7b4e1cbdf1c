'use client';
import type { CallState } from '@agent/calls';
import type { CallEventEnvelope, CallId } from '@agent/protocol';
import { useMemo, useState } from 'react';
import { type ChatOutbox, createChatOutbox, type OutgoingMessage } from '../chat/chat-outbox.ts';
import { coachAgent } from './monitor-api.ts';

/** Messages to the agent alone that are on their way, or could not be sent. */
export interface Coaching extends ChatOutbox {
  outgoing: readonly OutgoingMessage[];
}

/** Writes to the agent of a call. */
export function useCoaching(
  callId: CallId,
  { supervision }: CallState,
  onStored: (envelope: CallEventEnvelope) => void,
): Coaching {
  const [messages, setMessages] = useState<readonly OutgoingMessage[]>([]);
  const outbox = useMemo(
    () =>
      createChatOutbox({
        send: (message) => coachAgent(callId, message),
        onStored,
        onChange: setMessages,
        newId: () => crypto.randomUUID(),
      }),
    [callId, onStored],
  );
  // The room can be faster than the answer to our request.
  const outgoing = useMemo(
    () => messages.filter(({ messageId: id }) => !supervision.coaching.some((m) => m.id === id)),
    [messages, supervision.coaching],
  );
  return useMemo(() => ({ ...outbox, outgoing }), [outbox, outgoing]);
}
