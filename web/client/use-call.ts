'use client';
import type { CallState } from '@agent/calls';
import type { CallEventEnvelope } from '@agent/protocol';
import {
  type CallConnection,
  type UseAudioCall,
  useAudioCall,
  useRoomMessages,
} from '@agent/ui/live';
import { useEffect, useRef } from 'react';
import { roomAccess } from './call-api.ts';
import type { FeedStatus } from './call-feed.ts';
import { readPreference } from './preference.ts';
import { devicePreference } from './preferences.ts';
import { rememberMuted, wasMuted } from './remembered-mute.ts';
import { useCallFeed } from './use-call-feed.ts';
import { type CallChat, useChat } from './use-chat.ts';

/** A call with everything that belongs to it: what happened, its sound, its chat. */
export interface LiveCall {
  state: CallState;
  feedStatus: FeedStatus;
  audio: UseAudioCall;
  chat: CallChat;
  /** Takes in an event that came as the answer to a request of ours. */
  receiveEnvelope(envelope: CallEventEnvelope): void;
  /** Reads the log once more, after a failure. */
  retry(): void;
}

/** Takes part in a call. `active` while this browser should be in its room. */
export function useCall(callId: string, active: boolean): LiveCall {
  const { state, status, feed } = useCallFeed(callId);
  const isOver = state.phase === 'ended' || state.phase === 'closed' || state.phase === 'abandoned';
  const devices = useRef(readPreference(devicePreference));
  const muted = useRef(wasMuted(callId));
  const audio = useAudioCall({
    callId,
    active: active && !isOver,
    held: state.phase === 'held',
    getAccess: (signal) => roomAccess(callId, signal),
    muted: muted.current,
    ...devices.current,
  });
  useEffect(() => rememberMuted(callId, audio.state.muted), [callId, audio.state.muted]);
  useRoomMessages(audio.call, feed.receive);
  useResyncAfterReconnect(audio.state.connection, feed.resync);
  const chat = useChat(callId, state, feed.receiveEnvelope);
  const { receiveEnvelope, resync: retry } = feed;
  return { state, feedStatus: status, audio, chat, receiveEnvelope, retry };
}

/** Messages sent while the room was away are lost; the log has them. */
function useResyncAfterReconnect(connection: CallConnection, resync: () => void): void {
  const before = useRef(connection);
  useEffect(() => {
    if (connection === 'connected' && before.current !== 'connected') resync();
    before.current = connection;
  }, [connection, resync]);
}
