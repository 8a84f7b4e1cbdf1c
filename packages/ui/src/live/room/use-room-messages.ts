'use client';
import type { DataMessage } from '@agent/protocol';
import { useEffect, useRef } from 'react';
import type { CallMessages } from '../feed/call-source.ts';
import { readRoomMessage } from './room-message.ts';

/** Hands on every data message of ours, for what no other hook keeps. */
export function useRoomMessages(
  call: Pick<CallMessages, 'subscribeMessages'>,
  onMessage: (message: DataMessage) => void,
): void {
  const latest = useRef(onMessage);
  latest.current = onMessage;
  useEffect(
    () =>
      call.subscribeMessages((...received) => {
        const message = readRoomMessage(...received);
        if (message) latest.current(message);
      }),
    [call],
  );
}
