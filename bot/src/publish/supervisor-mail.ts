import { type DataMessage, encodeToSend } from '@agent/protocol';
import type { SendData } from './data-sender.ts';

/** What the supervisors who follow a call are told of it. */
export interface SupervisorMail {
  /** Sends it to all who follow the call now, in order. Nobody waits for it. */
  send(message: DataMessage): void;
}

export interface SupervisorMailOptions {
  /** Asked for each message, as it goes out: nobody gets one who may no longer follow the call. */
  identities: () => readonly string[];
  /** A way of its own, so that nothing for the sides waits behind it. */
  send: SendData;
  /** Told of a message that others have crowded out. */
  onCrowdedOut: () => void;
}

const MAX_WAITING = 100;

/**
 * Starts with nothing to send. Who joins late or loses a message finds the hole and reads the log. What
 * is only for now, as the words of somebody who goes on speaking, waits as its newest alone.
 */
export function createSupervisorMail(options: SupervisorMailOptions): SupervisorMail {
  const { identities, send, onCrowdedOut } = options;
  const waiting: DataMessage[] = [];
  let isSending = false;

  async function sendAll() {
    isSending = true;
    for (let message = waiting.shift(); message; message = waiting.shift()) {
      const followers = identities();
      if (followers.length > 0) await send(encodeToSend(message), followers);
    }
    isSending = false;
  }

  return {
    send(message) {
      if (identities().length === 0) return;
      const older = waiting.findIndex((other) => isOvertaken(other, message));
      if (older >= 0) waiting[older] = message;
      else waiting.push(message);
      if (waiting.length > MAX_WAITING) {
        waiting.shift();
        onCrowdedOut();
      }
      if (!isSending) void sendAll();
    },
  };
}

/** Whether nobody needs a message any more once there is this one. */
function isOvertaken(older: DataMessage, newer: DataMessage): boolean {
  switch (newer.kind) {
    case 'interim':
      return older.kind === 'interim' && older.segment.segmentId === newer.segment.segmentId;
    case 'suggestion-draft':
      return (
        older.kind === 'suggestion-draft' && older.draft.suggestionId === newer.draft.suggestionId
      );
    case 'transcription-lag':
      return older.kind === 'transcription-lag';
    case 'event':
    case 'interim-withdrawn':
    case 'suggestion-withdrawn':
      return false;
    default:
      return newer satisfies never;
  }
}
