'use client';
import { DATA_TOPIC, type DataMessage, decodeDataMessage } from '@agent/protocol';
import { useEffect, useRef } from 'react';
import type { AudioCall } from './audio-call.ts';

/**
 * Hands on every data message of ours. Anything with a sender is somebody else's: only our servers
 * send without one, because browsers may not publish data.
 */
export function useRoomMessages(call: AudioCall, onMessage: (message: DataMessage) => void): void {
  const latest = useRef(onMessage);
  latest.current = onMessage;
  useEffect(
    () =>
      call.subscribeMessages((payload, { topic, hasSender }) => {
        if (hasSender || topic !== DATA_TOPIC) return;
        const message = decodeDataMessage(payload);
        if (message) latest.current(message);
      }),
    [call],
  );
}
