'use client';
import { type CallState, isTalkOver, isWaitingAgain } from '@agent/calls';
import type { CallEventEnvelope, CallId, Side } from '@agent/protocol';
import {
  type CallFeed,
  type CallFeedStatus,
  type UseAudioCall,
  useAudioCall,
  useCallFeed,
  useCallMessages,
  useCallState,
} from '@agent/ui/live';
import { useEffect, useMemo, useRef } from 'react';
import { type CallChat, useChat } from '../chat/use-chat.ts';
import { type ReadCall, roomAccess } from '../http/call-api.ts';
import { readPreference } from '../preferences/preference.ts';
import { devicePreference } from '../preferences/preferences.ts';
import { callSource } from './call-source.ts';
import { rememberMuted, wasMuted } from './remembered-mute.ts';

/** A call with everything that belongs to it: what happened, its sound, its chat. */
export interface LiveCall {
  read: ReadCall;
  feed: CallFeed;
  state: CallState;
  feedStatus: CallFeedStatus;
  audio: UseAudioCall;
  chat: CallChat;
  /** Takes in an event that came as the answer to a request of ours. */
  receiveEnvelope(envelope: CallEventEnvelope): void;
  /** Reads the log once more, after a failure. */
  retry(): void;
}

/** Takes part in a call as `reader`. `active` while this browser should be in its room. */
export function useCall(callId: CallId, reader: Side, active: boolean): LiveCall {
  const read = useMemo(() => ({ callId, reader }), [callId, reader]);
  const feed = useCallFeed(useMemo(() => callSource(read), [read]));
  const { call: state, status: feedStatus } = useCallState(feed);
  const devices = useRef(readPreference(devicePreference));
  const muted = useRef(wasMuted(callId));
  const audio = useAudioCall({
    callId,
    active: active && !isTalkOver(state),
    // Who waits for another agent stays in the room, and nobody hears it.
    held: state.phase === 'held' || isWaitingAgain(state),
    getAccess: (signal) => roomAccess(read, signal),
    muted: muted.current,
    ...devices.current,
  });
  useEffect(() => rememberMuted(callId, audio.state.muted), [callId, audio.state.muted]);
  useCallMessages(feed, audio.call);
  const chat = useChat(read, state, feed.receiveEnvelope);
  const { receiveEnvelope, retry } = feed;
  return { read, feed, state, feedStatus, audio, chat, receiveEnvelope, retry };
}
